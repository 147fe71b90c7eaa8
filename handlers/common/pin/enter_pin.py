"""Keys of the keypad: the PIN that is asked for, the present one before a change, and a new one twice."""

from aiogram import Dispatcher, F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message
from markupsafe import Markup

from bot.confirm import outcome
from bot.forms.model import Context
from bot.pin.keypad import EnteringPin, LeaveKeypad, PinKey, PinPrompt, asked, forget, keep, keypad_screen
from bot.pin.pin_middleware import OPEN, put_away, say_wrong, settle
from domain.people.pin.code import LEAST_DIGITS, MOST_DIGITS
from domain.people.pin.enter_pin import enter_pin
from domain.people.pin.set_pin import check_new_pin, remove_pin, set_pin
from domain.refusal import Refusal
from handlers.common.pin.pin_settings import pin_screen
from handlers.common.roles.start import menu_screen

router = Router(name="enter_pin")


@router.callback_query(PinKey.filter(), flags=OPEN)
async def press(_query: object, callback_data: PinKey, ctx: Context, dispatcher: Dispatcher) -> None:
    """One more digit, one less, or all of them."""
    asking = await asked(ctx.state)
    if asking is None:
        await ctx.chat.toast(ctx.t("No PIN is asked for now."))
        await ctx.chat.show(await menu_screen(ctx))
        return
    asking.keypad = ctx.chat.pressed_id or asking.keypad
    if callback_data.key == "ok":
        code, asking.typed = asking.typed, ""
        await take(ctx, asking, code, dispatcher)
        return
    asking.press(callback_data.key)
    await redraw(ctx, asking)


@router.message(F.text, ~F.text.startswith("/"), StateFilter(EnteringPin.code))
async def typed(message: Message, ctx: Context, dispatcher: Dispatcher) -> None:
    """A PIN that is typed is taken, too, and removed from the chat."""
    await ctx.chat.delete(message.message_id)
    asking = await asked(ctx.state)
    if asking is None:
        await ctx.state.set_state(None)
        await ctx.chat.show(await pin_screen(ctx))
        return
    asking.typed = ""
    await take(ctx, asking, message.text or "", dispatcher)


@router.message(StateFilter(EnteringPin.code), ~F.text.startswith("/"))
async def not_digits(_message: Message, ctx: Context) -> None:
    """Pictures and stickers are no PIN."""
    asking = await asked(ctx.state)
    if asking is not None:
        asking.keypad = await ctx.chat.send(keypad_screen(ctx.t, asking, _what_a_pin_is(ctx)))
        await keep(ctx.state, asking)


@router.callback_query(LeaveKeypad.filter(), flags=OPEN)
async def leave(_query: object, ctx: Context) -> None:
    """Enter none: what the message showed before comes back."""
    asking = await asked(ctx.state)
    if asking is None:
        await ctx.chat.show(await menu_screen(ctx))
    elif asking.purpose == "open":
        await put_away(ctx, asking)
        await ctx.chat.toast(ctx.t("It stays closed."))
    else:
        await forget(ctx.state)
        await ctx.state.set_state(None)
        await ctx.chat.show(await pin_screen(ctx))


async def take(ctx: Context, asking: PinPrompt, code: str, dispatcher: Dispatcher) -> None:
    """Go on with the PIN that was entered."""
    match asking.purpose:
        case "open":
            await settle(ctx, asking, await enter_pin(ctx.work, ctx.me, code), dispatcher)
        case "prove":
            await _proved(ctx, asking, code)
        case "new":
            await _first_time(ctx, asking, code)
        case "again":
            await _second_time(ctx, asking, code)


async def redraw(ctx: Context, asking: PinPrompt, note: Markup | None = None) -> None:
    """Show the keypad as it is now."""
    await keep(ctx.state, asking)
    await ctx.chat.show_in(asking.keypad, keypad_screen(ctx.t, asking, note))


async def _proved(ctx: Context, asking: PinPrompt, code: str) -> None:
    entered = await enter_pin(ctx.work, ctx.me, code, proves=True)
    if not entered.is_right:
        await say_wrong(ctx, asking, entered)
    elif asking.then == "remove":
        await remove_pin(ctx.work, ctx.me)
        await _done(ctx, asking, ctx.t("The PIN is removed: nothing is asked for any more."))
    else:
        asking.purpose = "new"
        await redraw(ctx, asking)


async def _first_time(ctx: Context, asking: PinPrompt, code: str) -> None:
    try:
        await check_new_pin(ctx.work, ctx.me, code)
    except Refusal as refusal:
        await redraw(ctx, asking, ctx.t.refusal(refusal))
        return
    asking.purpose, asking.first = "again", code.strip()
    await redraw(ctx, asking)


async def _second_time(ctx: Context, asking: PinPrompt, code: str) -> None:
    t = ctx.t
    if code.strip() != asking.first:
        asking.purpose, asking.first = "new", ""
        await redraw(ctx, asking, t("The two were not the same. Once more from the beginning."))
        return
    await _done(
        ctx,
        asking,
        await outcome(
            ctx,
            set_pin(ctx.work, ctx.me, asking.first),
            t("The PIN is set. Only a hash of it is kept, so nobody can tell it to you again."),
            unless=Refusal,
        ),
    )


async def _done(ctx: Context, asking: PinPrompt, note: Markup) -> None:
    await forget(ctx.state)
    await ctx.state.set_state(None)
    await ctx.chat.show_in(asking.keypad, await pin_screen(ctx, note))


def _what_a_pin_is(ctx: Context) -> Markup:
    return ctx.t("A PIN is {least} to {most} digits.", least=LEAST_DIGITS, most=MOST_DIGITS)
