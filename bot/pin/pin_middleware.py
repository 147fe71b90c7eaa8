"""Who has set a PIN is asked for it before anything is shown or done: after idle minutes, or at once after /lock.

This is the one place that asks. Everything is behind the lock unless its handler says otherwise:

    @router.message(Command("help"), flags=OPEN)
    @router.callback_query(OpenHelp.filter(), flags=OPEN)

When the right PIN has been entered, what was asked for is done as if it had been asked for now.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram import BaseMiddleware, Dispatcher
from aiogram.types import Message, TelegramObject, Update

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.pin.keypad import ForgotPin, PinPrompt, asked, forget, keep, keypad_screen
from bot.screen import Button, Screen
from domain.people.person import Person
from domain.people.pin.code import looks_like_pin
from domain.people.pin.enter_pin import Entered, enter_pin
from domain.people.pin.look_at_lock import LockView, look_at_lock, notice_activity
from domain.work import Work

OPEN_FLAG = "open_without_pin"
OPEN = {OPEN_FLAG: True}
"""Flags of a handler that shows no money and nothing personal, so that it answers while the lock is shut."""

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


async def is_shut(work: Work, me: Person) -> bool:
    """Whether the PIN would be asked for now."""
    lock = await look_at_lock(work, me) if me.pin_set_at is not None else None
    return lock is not None and lock.is_shut


class PinMiddleware(BaseMiddleware):
    """Stands before every handler of messages and presses."""

    def __init__(self, new_work: Callable[[str | None], Work]) -> None:
        self._new_work = new_work

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Let it through, or ask for the PIN."""
        me: Person | None = data.get("me")
        lock = await look_at_lock(data["ctx"].work, me) if me is not None and me.pin_set_at is not None else None
        if me is None or lock is None:
            return await handler(event, data)
        ctx: Context = data["ctx"]
        typed = _pin(event)
        asking = await asked(ctx.state) if typed is not None and not lock.is_over else None
        if typed is not None and asking is not None and asking.purpose == "open":
            return await self._typed(typed, ctx, asking, data["dispatcher"])
        return await self._unless_shut(handler, event, data, lock)

    async def _unless_shut(self, handler: Handler, event: TelegramObject, data: dict[str, Any], lock: LockView) -> Any:
        """Ask where it is shut for what was asked for, else note that somebody is there."""
        if lock.is_shut and not data["handler"].flags.get(OPEN_FLAG):
            return await _ask(data["ctx"], lock, data)
        if not lock.is_shut and (lock.is_stale or lock.is_over):
            # not under the update's own work: the effects of what it asks for keep their numbers
            await notice_activity(self._new_work(None), data["me"])
        return await handler(event, data)

    async def _typed(self, message: Message, ctx: Context, asking: PinPrompt, dispatcher: Dispatcher) -> None:
        await ctx.chat.delete(message.message_id)
        await settle(ctx, asking, await enter_pin(ctx.work, ctx.me, message.text or ""), dispatcher)


def _pin(event: TelegramObject) -> Message | None:
    """The message, if it looks like a PIN."""
    return event if isinstance(event, Message) and looks_like_pin(event.text or "") else None


async def settle(ctx: Context, asking: PinPrompt, entered: Entered, dispatcher: Dispatcher) -> None:
    """Go on with what was asked for, or say that the PIN was wrong."""
    if entered.is_right:
        await _go_on(ctx, asking, dispatcher)
    else:
        await say_wrong(ctx, asking, entered)


async def say_wrong(ctx: Context, asking: PinPrompt, entered: Entered) -> None:
    """Say how many tries are left, or until when there are none."""
    asking.typed = ""
    await keep(ctx.state, asking)
    if entered.blocked_until is not None:
        await ctx.chat.show_in(asking.keypad, blocked_screen(ctx.t, entered))
        return
    left = ctx.t.n("Wrong PIN. {count} try left.", "Wrong PIN. {count} tries left.", entered.tries_left)
    await ctx.chat.show_in(asking.keypad, keypad_screen(ctx.t, asking, left))


def blocked_screen(t: Localizer, entered: Entered | LockView) -> Screen:
    """Until when nobody may try."""
    text = lines(
        bold(t("🔐 PIN")),
        t("Five wrong PINs: I shall ask again after {moment}.", moment=entered.blocked_until),
    )
    return Screen(text, [[Button(t("❓ Forgot the PIN"), ForgotPin()), menu_button(t)]])


async def _ask(ctx: Context, lock: LockView, data: dict[str, Any]) -> None:
    """Show the keypad, and remember what was asked for."""
    update: Update = data["event_update"]
    album: Sequence[Message] = data.get("album") or ()
    pressed = update.callback_query.message if update.callback_query is not None else None
    before = await asked(ctx.state)
    if before is not None:
        await put_away(ctx, before)
        # an old button of the keypad's own message: what that showed is not in this update
        pressed = pressed if pressed is not None and pressed.message_id != before.keypad else None
    asking = PinPrompt(
        purpose="open",
        in_place=isinstance(pressed, Message) and pressed.text is not None,
        update=update.model_dump_json(by_alias=True, exclude_unset=True),
        album=[one.model_dump_json(by_alias=True, exclude_unset=True) for one in album],
    )
    screen = blocked_screen(ctx.t, lock) if lock.blocked_until is not None else keypad_screen(ctx.t, asking)
    if asking.in_place and pressed is not None:
        asking.keypad = pressed.message_id
        await ctx.chat.show_in(asking.keypad, screen)
    else:
        asking.keypad = await ctx.chat.send(screen)
    await keep(ctx.state, asking)


async def put_away(ctx: Context, asking: PinPrompt) -> None:
    """Take the keypad away: what its message showed before comes back."""
    await forget(ctx.state)
    query = Update.model_validate_json(asking.update).callback_query if asking.update else None
    if asking.in_place and query is not None and isinstance(query.message, Message):
        await ctx.chat.restore(query.message)
    else:
        await ctx.chat.delete(asking.keypad)


async def _go_on(ctx: Context, asking: PinPrompt, dispatcher: Dispatcher) -> None:
    """Do what was asked for; a press of the keypad answers for the press that was asked for then."""
    await put_away(ctx, asking)
    bot = ctx.chat.bot
    update = Update.model_validate_json(asking.update, context={"bot": bot})
    album = [Message.model_validate_json(one, context={"bot": bot}) for one in asking.album]
    if update.callback_query is not None:
        query = update.callback_query.model_copy(update={"id": ctx.chat.hand_over()})
        update = update.model_copy(update={"callback_query": query.as_(bot)})
    await dispatcher.feed_update(bot, update.as_(bot), album=album)
