"""How a form is left and what was typed is kept, and how one that was left is taken up again or thrown away."""

from aiogram.fsm.context import FSMContext

from bot.forms.left_forms import LIST, left_screen, readable, way_back
from bot.forms.model import Context
from bot.forms.navigation import FormNavigation
from bot.forms.screens import FormPress, menu_button
from bot.forms.state import Filling, close, forget_kept
from bot.localization import Localizer
from bot.pending import next_pending_button
from bot.screen import Button, Screen

OF_LEFT = f"rx{LIST}"
"""What can be pressed about forms that were left."""


class FormLeaving(FormNavigation):
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

    async def resume_button(self, t: Localizer, state: FSMContext) -> Button | None:
        """The button that takes a left form up again, or shows all that were left; None if none was."""
        return way_back(t, readable(self._forms, await state.get_data()))

    async def _of_left(self, press: FormPress, ctx: Context) -> None:
        t = ctx.t
        left = readable(self._forms, await ctx.state.get_data())
        progress = next((one for one in left if one.nonce == press.nonce), None)
        if press.act == LIST and left:
            await ctx.chat.show(left_screen(t, left))
        elif press.act == "r" and progress is not None:
            await self.leave(ctx.state)
            await self._again(progress, ctx)
        elif press.act == "x" and await forget_kept(ctx.state, press.nonce):
            back = await self.resume_button(t, ctx.state)
            rows = [[back] if back is not None else [], await next_pending_button(t, ctx.state), [menu_button(t)]]
            await ctx.chat.show(Screen(t("Thrown away. What you saved is in the menu."), rows))
        else:
            await ctx.chat.toast(t("There is nothing left to go on with."), alert=True)
