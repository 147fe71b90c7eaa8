"""Keys of the keypad: the PIN that is asked for, the present one before a change, and a new one twice."""

from aiogram import Dispatcher, F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message
from markupsafe import Markup

from bot.forms import Surrounding
from bot.keypad import Asking, EnteringPin, LeaveKeypad, PinKey, asked, forget, keep, keypad_screen
from bot.lock import OPEN, put_away, say_wrong, settle
from domain.people.pin.code import LEAST_DIGITS, MOST_DIGITS
from domain.people.pin.enter_pin import enter_pin
from domain.people.pin.set_pin import check_new_pin, remove_pin, set_pin
from domain.refusal import Refusal
from handlers.common.pin_settings import pin_screen
from handlers.common.start import menu_screen

router = Router(name="enter_pin")


@router.callback_query(PinKey.filter(), flags=OPEN)
async def press(_query: object, callback_data: PinKey, around: Surrounding, dispatcher: Dispatcher) -> None:
    """One more digit, one less, or all of them."""
    asking = await asked(around.state)
    if asking is None:
        await around.chat.toast(around.t("No PIN is asked for now."))
        await around.chat.show(await menu_screen(around))
        return
    asking.keypad = around.chat.pressed_id or asking.keypad
    if callback_data.key == "ok":
        code, asking.typed = asking.typed, ""
        await take(around, asking, code, dispatcher)
        return
    asking.press(callback_data.key)
    await redraw(around, asking)


@router.message(F.text, ~F.text.startswith("/"), StateFilter(EnteringPin.code))
async def typed(message: Message, around: Surrounding, dispatcher: Dispatcher) -> None:
    """A PIN that is typed is taken, too, and removed from the chat."""
    await around.chat.delete(message.message_id)
    asking = await asked(around.state)
    if asking is None:
        await around.state.set_state(None)
        await around.chat.show(await pin_screen(around))
        return
    asking.typed = ""
    await take(around, asking, message.text or "", dispatcher)


@router.message(StateFilter(EnteringPin.code), ~F.text.startswith("/"))
async def not_digits(_message: Message, around: Surrounding) -> None:
    """Pictures and stickers are no PIN."""
    asking = await asked(around.state)
    if asking is not None:
        asking.keypad = await around.chat.send(keypad_screen(around.t, asking, _what_a_pin_is(around)))
        await keep(around.state, asking)


@router.callback_query(LeaveKeypad.filter(), flags=OPEN)
async def leave(_query: object, around: Surrounding) -> None:
    """Enter none: what the message showed before comes back."""
    asking = await asked(around.state)
    if asking is None:
        await around.chat.show(await menu_screen(around))
    elif asking.purpose == "open":
        await put_away(around, asking)
        await around.chat.toast(around.t("It stays closed."))
    else:
        await forget(around.state)
        await around.state.set_state(None)
        await around.chat.show(await pin_screen(around))


async def take(around: Surrounding, asking: Asking, code: str, dispatcher: Dispatcher) -> None:
    """Go on with the PIN that was entered."""
    match asking.purpose:
        case "open":
            await settle(around, asking, await enter_pin(around.work, around.me, code), dispatcher)
        case "prove":
            await _proved(around, asking, code)
        case "new":
            await _first_time(around, asking, code)
        case "again":
            await _second_time(around, asking, code)


async def redraw(around: Surrounding, asking: Asking, note: Markup | None = None) -> None:
    """Show the keypad as it is now."""
    await keep(around.state, asking)
    await around.chat.show_in(asking.keypad, keypad_screen(around.t, asking, note))


async def _proved(around: Surrounding, asking: Asking, code: str) -> None:
    entered = await enter_pin(around.work, around.me, code, proves=True)
    if not entered.is_right:
        await say_wrong(around, asking, entered)
    elif asking.then == "remove":
        await remove_pin(around.work, around.me)
        await _done(around, asking, around.t("The PIN is removed: nothing is asked for any more."))
    else:
        asking.purpose = "new"
        await redraw(around, asking)


async def _first_time(around: Surrounding, asking: Asking, code: str) -> None:
    try:
        await check_new_pin(around.work, around.me, code)
    except Refusal as refusal:
        await redraw(around, asking, around.t.refusal(refusal))
        return
    asking.purpose, asking.first = "again", code.strip()
    await redraw(around, asking)


async def _second_time(around: Surrounding, asking: Asking, code: str) -> None:
    t = around.t
    if code.strip() != asking.first:
        asking.purpose, asking.first = "new", ""
        await redraw(around, asking, t("The two were not the same. Once more from the beginning."))
        return
    try:
        await set_pin(around.work, around.me, asking.first)
    except Refusal as refusal:
        await _done(around, asking, t.refusal(refusal))
        return
    await _done(around, asking, t("The PIN is set. Only a hash of it is kept, so nobody can tell it to you again."))


async def _done(around: Surrounding, asking: Asking, note: Markup) -> None:
    await forget(around.state)
    await around.state.set_state(None)
    await around.chat.show_in(asking.keypad, await pin_screen(around, note))


def _what_a_pin_is(around: Surrounding) -> Markup:
    return around.t("A PIN is {least} to {most} digits.", least=LEAST_DIGITS, most=MOST_DIGITS)
