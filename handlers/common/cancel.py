"""/cancel leaves whatever is being filled in, says what that was, and offers to go on with it."""

from aiogram import Router
from aiogram.filters import Command

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.pin.pin_middleware import OPEN
from bot.screen import Screen
from handlers.common.privacy.leaving import arrive, step_out, with_note
from handlers.common.profile.sharing import SharingPhone
from handlers.common.roles.start import menu_screen

router = Router(name="cancel")


@router.message(Command("cancel"), flags=OPEN)
async def cancel(_message: object, ctx: Context) -> None:
    """Leave it, or say that there is nothing to leave."""
    t, chat = ctx.t, ctx.chat
    state = await ctx.state.get_state()
    left = await ctx.forms.cancelled(t, ctx.state)
    if left is not None:
        await chat.show(left)
    elif state in SharingPhone:
        await arrive(ctx, await menu_screen(ctx))
    elif state is not None:
        await step_out(ctx)
        await chat.show(with_note(t("Cancelled."), await menu_screen(ctx)))
    else:
        resume = await ctx.forms.resume_button(t, ctx.state)
        rows = [[resume], [menu_button(t)]] if resume is not None else [[menu_button(t)]]
        await chat.show(Screen(t("There is nothing to cancel."), rows))
