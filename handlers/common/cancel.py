"""/cancel leaves whatever is being filled in, says what that was, and offers to go on with it."""

from aiogram import Router
from aiogram.filters import Command

from bot.forms import Forms, Surrounding, menu_button
from bot.lock import OPEN
from bot.screen import Screen
from handlers.common.leaving import arrive, step_out, with_note
from handlers.common.sharing import SharingPhone
from handlers.common.start import menu_screen

router = Router(name="cancel")


@router.message(Command("cancel"), flags=OPEN)
async def cancel(_message: object, around: Surrounding, forms: Forms) -> None:
    """Leave it, or say that there is nothing to leave."""
    t, chat = around.t, around.chat
    state = await around.state.get_state()
    left = await forms.cancelled(t, around.state)
    if left is not None:
        await chat.show(left)
    elif state in SharingPhone:
        await arrive(forms, around, await menu_screen(around))
    elif state is not None:
        await step_out(forms, around)
        await chat.show(with_note(t("Cancelled."), await menu_screen(around)))
    else:
        resume = await forms.resume_button(t, around.state)
        rows = [[resume], [menu_button(t)]] if resume is not None else [[menu_button(t)]]
        await chat.show(Screen(t("There is nothing to cancel."), rows))
