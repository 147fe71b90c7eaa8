"""The PIN lock: what it shuts, after how long, and at once by /lock; setting, changing and removing begin here."""

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.callbacks import Callback, OpenSettings, Small
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.pin.keypad import EnteringPin, PinPrompt, keep, keypad_screen
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Row, Screen, marked
from domain.people.about_me import about_me
from domain.people.confirm_phone import has_confirmed_phone
from domain.people.pin.lock import IDLE_CHOICES
from domain.people.pin.look_at_lock import LockView, lock_now, look_at_lock
from domain.people.pin.set_pin import change_idle
from handlers.common.callbacks import ChangePhone, OpenPin
from handlers.common.privacy.leaving import arrive, step_out, with_note

router = Router(name="pin_settings")


class SetPin(Callback, prefix="pks"):
    """Set a PIN, or another one."""


class RemovePin(Callback, prefix="pkr"):
    """Be without a PIN."""


class LockNow(Callback, prefix="pkl"):
    """Ask for the PIN from now on."""


class SetIdle(Callback, prefix="pki"):
    """Ask for it after so many idle minutes."""

    minutes: Small


@router.callback_query(OpenPin.filter())
async def show(_query: object, ctx: Context) -> None:
    """Show whether there is a PIN, and when it is asked for."""
    await arrive(ctx, await pin_screen(ctx))


@router.message(Command("lock"), flags=OPEN)
@router.callback_query(LockNow.filter(), flags=OPEN)
async def shut(_event: object, ctx: Context) -> None:
    """Lock now; who has no PIN is told what it is good for."""
    t = ctx.t
    if not await lock_now(ctx.work, ctx.me):
        await arrive(ctx, await pin_screen(ctx))
        return
    text = lines(
        bold(t("🔐 Locked")),
        t("Whatever you open next, I ask for the PIN first."),
        quiet(t("What stands in this chat already can still be read: Telegram's own passcode is for that.")),
    )
    await arrive(ctx, Screen(text, [[menu_button(t)]]))


@router.callback_query(SetIdle.filter())
async def set_idle(_query: object, callback_data: SetIdle, ctx: Context) -> None:
    """Keep the choice; the mark on the screen moves."""
    await change_idle(ctx.work, ctx.me, callback_data.minutes)
    await ctx.chat.toast(ctx.t("Saved"))
    await arrive(ctx, await pin_screen(ctx))


@router.callback_query(SetPin.filter())
async def begin_setting(_query: object, ctx: Context) -> None:
    """Ask for a new PIN; for the present one first, if there is one."""
    await step_out(ctx)
    has_one = await look_at_lock(ctx.work, ctx.me) is not None
    await open_keypad(ctx, PinPrompt(purpose="prove", then="change") if has_one else PinPrompt(purpose="new"))


@router.callback_query(RemovePin.filter())
async def begin_removing(_query: object, ctx: Context) -> None:
    """Ask for the present PIN."""
    await step_out(ctx)
    if await look_at_lock(ctx.work, ctx.me) is None:
        await ctx.chat.show(await pin_screen(ctx))
        return
    await open_keypad(ctx, PinPrompt(purpose="prove", then="remove"))


async def open_keypad(ctx: Context, asking: PinPrompt, note: Markup | None = None) -> None:
    """Show a keypad in the pressed message; what is typed meanwhile is a PIN, too."""
    asking.keypad = ctx.chat.pressed_id or await ctx.chat.send(keypad_screen(ctx.t, asking, note))
    await ctx.chat.show_in(asking.keypad, keypad_screen(ctx.t, asking, note))
    await ctx.state.set_state(EnteringPin.code)
    await keep(ctx.state, asking)


async def pin_screen(ctx: Context, note: Markup | None = None) -> Screen:
    """The lock as it is now."""
    t = ctx.t
    me = (await about_me(ctx.work, ctx.me)).person
    lock = await look_at_lock(ctx.work, me)
    back: Row = [Button(t("‹ Back"), OpenSettings()), menu_button(t)]
    if lock is not None:
        screen = _with_pin(t, lock, back)
    elif has_confirmed_phone(me):
        screen = Screen(lines(*_what_it_is(t)), [[Button(t("🔐 Set a PIN"), SetPin())], back])
    else:
        text = lines(*_what_it_is(t), "", t("Confirm your phone first: a forgotten PIN is reset by it."))
        screen = Screen(text, [[Button(t("📱 Phone"), ChangePhone())], back])
    return with_note(note, screen) if note is not None else screen


def _what_it_is(t: Localizer) -> list[Markup | str]:
    return [
        bold(t("🔐 PIN")),
        "",
        t("With a PIN nobody who picks up your phone sees sums, people and leases here: I ask for it first."),
        t("The menu, settings and help stay open. The news still says what has happened."),
    ]


def _with_pin(t: Localizer, lock: LockView, back: Row) -> Screen:
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
