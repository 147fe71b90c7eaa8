"""The PIN lock: what it shuts, after how long, and at once by /lock; setting, changing and removing begin here."""

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.forms import Forms, Surrounding, menu_button
from bot.keypad import Asking, EnteringPin, keep, keypad_screen
from bot.lock import OPEN
from bot.press import OpenSettings, Press, Small
from bot.screen import Button, Row, Screen, marked
from bot.speech import Speech, bold, lines, quiet
from domain.people.about_me import about_me
from domain.people.confirm_phone import has_confirmed_phone
from domain.people.pin.lock import IDLE_CHOICES
from domain.people.pin.look_at_lock import LockView, lock_now, look_at_lock
from domain.people.pin.set_pin import change_idle
from handlers.common.leaving import arrive, step_out, with_note
from handlers.common.presses import ChangePhone, OpenPin

router = Router(name="pin_settings")


class SetPin(Press, prefix="pks"):
    """Set a PIN, or another one."""


class RemovePin(Press, prefix="pkr"):
    """Be without a PIN."""


class LockNow(Press, prefix="pkl"):
    """Ask for the PIN from now on."""


class SetIdle(Press, prefix="pki"):
    """Ask for it after so many idle minutes."""

    minutes: Small


@router.callback_query(OpenPin.filter())
async def show(_query: object, around: Surrounding, forms: Forms) -> None:
    """Show whether there is a PIN, and when it is asked for."""
    await arrive(forms, around, await pin_screen(around))


@router.message(Command("lock"), flags=OPEN)
@router.callback_query(LockNow.filter(), flags=OPEN)
async def shut(_event: object, around: Surrounding, forms: Forms) -> None:
    """Lock now; who has no PIN is told what it is good for."""
    t = around.t
    if not await lock_now(around.work, around.me):
        await arrive(forms, around, await pin_screen(around))
        return
    text = lines(
        bold(t("🔐 Locked")),
        t("Whatever you open next, I ask for the PIN first."),
        quiet(t("What stands in this chat already can still be read: Telegram's own passcode is for that.")),
    )
    await arrive(forms, around, Screen(text, [[menu_button(t)]]))


@router.callback_query(SetIdle.filter())
async def set_idle(_query: object, callback_data: SetIdle, around: Surrounding, forms: Forms) -> None:
    """Keep the choice; the mark on the screen moves."""
    await change_idle(around.work, around.me, callback_data.minutes)
    await around.chat.toast(around.t("Saved"))
    await arrive(forms, around, await pin_screen(around))


@router.callback_query(SetPin.filter())
async def begin_setting(_query: object, around: Surrounding, forms: Forms) -> None:
    """Ask for a new PIN; for the present one first, if there is one."""
    await step_out(forms, around)
    has_one = await look_at_lock(around.work, around.me) is not None
    await open_keypad(around, Asking(purpose="prove", then="change") if has_one else Asking(purpose="new"))


@router.callback_query(RemovePin.filter())
async def begin_removing(_query: object, around: Surrounding, forms: Forms) -> None:
    """Ask for the present PIN."""
    await step_out(forms, around)
    if await look_at_lock(around.work, around.me) is None:
        await around.chat.show(await pin_screen(around))
        return
    await open_keypad(around, Asking(purpose="prove", then="remove"))


async def open_keypad(around: Surrounding, asking: Asking, note: Markup | None = None) -> None:
    """Show a keypad in the pressed message; what is typed meanwhile is a PIN, too."""
    asking.keypad = around.chat.pressed_id or await around.chat.send(keypad_screen(around.t, asking, note))
    await around.chat.show_in(asking.keypad, keypad_screen(around.t, asking, note))
    await around.state.set_state(EnteringPin.code)
    await keep(around.state, asking)


async def pin_screen(around: Surrounding, note: Markup | None = None) -> Screen:
    """The lock as it is now."""
    t = around.t
    me = (await about_me(around.work, around.me)).person
    lock = await look_at_lock(around.work, me)
    back: Row = [Button(t("‹ Back"), OpenSettings()), menu_button(t)]
    if lock is not None:
        screen = _with_pin(t, lock, back)
    elif has_confirmed_phone(me):
        screen = Screen(lines(*_what_it_is(t)), [[Button(t("🔐 Set a PIN"), SetPin())], back])
    else:
        text = lines(*_what_it_is(t), "", t("Confirm your phone first: a forgotten PIN is reset by it."))
        screen = Screen(text, [[Button(t("📱 Phone"), ChangePhone())], back])
    return with_note(note, screen) if note is not None else screen


def _what_it_is(t: Speech) -> list[Markup | str]:
    return [
        bold(t("🔐 PIN")),
        "",
        t("With a PIN nobody who picks up your phone sees sums, people and leases here: I ask for it first."),
        t("The menu, settings and help stay open. The news still says what has happened."),
    ]


def _with_pin(t: Speech, lock: LockView, back: Row) -> Screen:
    idle = t.n("{count} minute", "{count} minutes", lock.idle_minutes)
    text = lines(
        bold(t("🔐 PIN")),
        "",
        t("It is set. I ask for it after {idle} without you, and at once after /lock.", idle=idle),
        t("Five wrong PINs shut it for 15 minutes. A forgotten one is reset by your phone, a day later."),
    )
    labels = {5: t("5 minutes"), 15: t("15 minutes"), 60: t("1 hour")}
    idles = [marked(labels[one], SetIdle(minutes=one), chosen=one == lock.idle_minutes) for one in IDLE_CHOICES]
    changes = [Button(t("✏️ Change"), SetPin()), Button(t("🗑 Remove"), RemovePin())]
    return Screen(text, [idles, [Button(t("🔒 Lock now"), LockNow()), *changes], back])
