"""A command or a menu button leaves whatever one is in the middle of; the way back to a half-filled form is kept."""

from dataclasses import replace

from markupsafe import Markup

from bot.forms.model import Context
from bot.localization import lines
from bot.pin.keypad import asked, forget
from bot.pin.pin_middleware import put_away
from bot.screen import MOST_ROWS, Row, Screen
from handlers.common.profile.sharing import SharingPhone


async def step_out(ctx: Context) -> Row:
    """Leave it; returns the button that leads back to the form that was left last, as long as there is one."""
    await _put_keypad_away(ctx)
    state = await ctx.state.get_state()
    if state in SharingPhone:
        await ctx.state.set_state(None)
        await ctx.chat.put_away_keyboard(ctx.t("All right, your number stays with you."))
    elif state is not None and not await ctx.forms.leave(ctx.state):
        await ctx.state.set_state(None)
    resume = await ctx.forms.resume_button(ctx.t, ctx.state)
    return [resume] if resume is not None else []


async def _put_keypad_away(ctx: Context) -> None:
    asking = await asked(ctx.state)
    if asking is not None and asking.purpose == "open" and asking.keypad != ctx.chat.pressed_id:
        await put_away(ctx, asking)
    else:
        await forget(ctx.state)


async def arrive(ctx: Context, screen: Screen, *, new: bool = False) -> None:
    """Leave what was being done and show the screen, with the way back to a half-filled form on it."""
    way_back = await step_out(ctx)
    rows = [way_back, *screen.rows] if way_back and len(screen.rows) < MOST_ROWS else screen.rows
    await ctx.chat.show(replace(screen, rows=rows), new=new)


def with_note(note: Markup, screen: Screen) -> Screen:
    """The same screen with something said above it."""
    return replace(screen, text=lines(note, "", screen.text))
