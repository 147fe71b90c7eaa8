"""A command or a menu button leaves whatever one is in the middle of; the way back to a half-filled form is kept."""

from markupsafe import Markup

from bot.forms import Forms, Surrounding
from bot.keypad import asked, forget
from bot.lock import put_away
from bot.screen import MOST_ROWS, Row, Screen
from bot.speech import lines
from handlers.common.sharing import SharingPhone


async def step_out(forms: Forms, around: Surrounding) -> Row:
    """Leave it; returns the button that leads back to the form that was left last, as long as there is one."""
    await _put_keypad_away(around)
    state = await around.state.get_state()
    if state in SharingPhone:
        await around.state.set_state(None)
        await around.chat.put_away_keyboard(around.t("All right, your number stays with you."))
    elif state is not None and not await forms.leave(around.state):
        await around.state.set_state(None)
    resume = await forms.resume_button(around.t, around.state)
    return [resume] if resume is not None else []


async def _put_keypad_away(around: Surrounding) -> None:
    asking = await asked(around.state)
    if asking is not None and asking.purpose == "open" and asking.keypad != around.chat.pressed_id:
        await put_away(around, asking)
    else:
        await forget(around.state)


async def arrive(forms: Forms, around: Surrounding, screen: Screen, *, new: bool = False) -> None:
    """Leave what was being done and show the screen, with the way back to a half-filled form on it."""
    way_back = await step_out(forms, around)
    rows = [way_back, *screen.rows] if way_back and len(screen.rows) < MOST_ROWS else screen.rows
    await around.chat.show(Screen(screen.text, rows, screen.photo), new=new)


def with_note(note: Markup, screen: Screen) -> Screen:
    """The same screen with something said above it."""
    return Screen(lines(note, "", screen.text), screen.rows, screen.photo)
