"""How a form is left and what was typed is kept, and how one that was left is taken up again or thrown away."""

from aiogram.fsm.context import FSMContext

from bot.form import Surrounding
from bot.form_course import FormCourse
from bot.form_keeping import Filling, close, forget_kept
from bot.form_screens import FormPress, menu_button
from bot.left_forms import LIST, left_screen, readable, way_back
from bot.screen import Button, Screen
from bot.speech import Speech
from bot.waiting import next_text

OF_LEFT = f"rx{LIST}"
"""What can be pressed about forms that were left."""


class FormLeaving(FormCourse):
    """Leaves forms, and leads back to them."""

    async def leave(self, state: FSMContext) -> bool:
        """Leave whatever form is being filled, keeping what was typed for later; True if there was one."""
        if await state.get_state() != Filling.answer.state:
            return False
        filling = (await state.get_data()).get("filling") or {}
        # a question on its own has nothing half-filled: its answer is saved at once
        is_worth_keeping = bool(filling) and (not filling.get("single") or filling.get("reviewed"))
        await close(state, kept=filling if is_worth_keeping else None)
        return True

    async def resume_button(self, t: Speech, state: FSMContext) -> Button | None:
        """The button that takes a left form up again, or shows all that were left; None if none was."""
        return way_back(t, readable(self._forms, await state.get_data()))

    async def _of_left(self, press: FormPress, around: Surrounding) -> None:
        t = around.t
        left = readable(self._forms, await around.state.get_data())
        progress = next((one for one in left if one.nonce == press.nonce), None)
        if press.act == LIST and left:
            await around.chat.show(left_screen(t, left))
        elif press.act == "r" and progress is not None:
            await self.leave(around.state)
            await self._again(progress, around)
        elif press.act == "x" and await forget_kept(around.state, press.nonce):
            back = await self.resume_button(t, around.state)
            rows = [[back] if back is not None else [], await next_text(t, around.state), [menu_button(t)]]
            await around.chat.show(Screen(t("Thrown away. What you saved is in the menu."), rows))
        else:
            await around.chat.toast(t("There is nothing left to go on with."), alert=True)
