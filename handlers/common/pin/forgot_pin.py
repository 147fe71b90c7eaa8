"""A forgotten PIN: one's own contact shared again, a day of waiting, and a message at once that can stop it."""

import datetime as dt

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from bot.callbacks import Callback, Menu
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.pin.keypad import ForgotPin
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Screen
from bot.telegram.sender import PushContent
from domain.people.person import Person
from domain.people.pin.forget_pin import ask_reset, stop_reset
from domain.people.pin.look_at_lock import look_at_lock
from domain.refusal import Refusal
from domain.work import Work
from handlers.common.callbacks import OpenPin
from handlers.common.privacy.leaving import arrive, step_out
from handlers.common.profile.sharing import SharingPhone, ask_phone, own_phone, way_out, why_the_button
from handlers.common.roles.start import menu_screen

router = Router(name="forgot_pin")


class AskReset(Callback, prefix="pkx"):
    """Share one's contact, so that the PIN ends in a day."""


class StopReset(Callback, prefix="pkz"):
    """Keep the PIN after all."""


@router.callback_query(ForgotPin.filter(), flags=OPEN)
async def explain(_query: object, ctx: Context) -> None:
    """Say how it goes, or that it is under way."""
    t = ctx.t
    lock = await look_at_lock(ctx.work, ctx.me)
    if lock is None:
        await arrive(ctx, await menu_screen(ctx))
    elif lock.reset_due_at is not None:
        text = lines(bold(t("🔐 PIN")), t("It is being reset: on {moment} it ends.", moment=lock.reset_due_at))
        await arrive(ctx, Screen(text, [[Button(t("🛑 Stop the reset"), StopReset()), menu_button(t)]]))
    else:
        text = lines(
            bold(t("Forgotten the PIN?")),
            "",
            t("1. Share the contact of this Telegram account: it has to be the number confirmed here."),
            t("2. In 24 hours the PIN ends, and you set a new one."),
            t("I write at once that a reset was asked for. If it was not you, one tap stops it."),
        )
        await arrive(ctx, Screen(text, [[Button(t("📱 Share the contact"), AskReset())], [menu_button(t)]]))


@router.callback_query(AskReset.filter(), flags=OPEN)
async def ask(_query: object, ctx: Context) -> None:
    """Ask for the contact."""
    await step_out(ctx)
    await ask_phone(ctx, SharingPhone.to_reset_pin, ctx.t("Send the contact with the button below."))


@router.message(F.contact, StateFilter(SharingPhone.to_reset_pin), flags=OPEN)
async def share_phone(message: Message, ctx: Context) -> None:
    """Begin the day of waiting; the message that says so comes by itself."""
    try:
        await ask_reset(ctx.work, ctx.me, own_phone(message))
    except Refusal as refusal:
        await ask_phone(ctx, SharingPhone.to_reset_pin, ctx.t.refusal(refusal))
        return
    await ctx.state.set_state(None)
    await ctx.chat.put_away_keyboard(ctx.t("Thank you, the number is the right one."))


@router.message(StateFilter(SharingPhone.to_reset_pin), ~F.text.startswith("/"), flags=OPEN)
async def no_phone(message: Message, ctx: Context) -> None:
    """Explain why the button, to who types the number or sends something else."""
    if message.text == way_out(ctx.t):
        await arrive(ctx, await menu_screen(ctx))
        return
    await ask_phone(ctx, SharingPhone.to_reset_pin, why_the_button(ctx.t, message.text))


@router.callback_query(StopReset.filter(), flags=OPEN)
async def stop(_query: object, ctx: Context) -> None:
    """Keep the PIN, and say so."""
    t = ctx.t
    if await stop_reset(ctx.work, ctx.me):
        text = lines(
            bold(t("The reset is stopped")),
            t("The PIN stays as it was. If it was not you who asked, set a passcode in Telegram: somebody was here."),
        )
    else:
        text = lines(bold(t("🔐 PIN")), t("There is no reset to stop any more."))
    await arrive(ctx, Screen(text, [[menu_button(t)]]))


async def render(work: Work, me: Person, t: Localizer, data: dict[str, object]) -> PushContent | None:
    """The two messages of a reset; nothing if it was stopped, or the PIN entered after all."""
    due = dt.datetime.fromisoformat(str(data["due"]))
    lock = await look_at_lock(work, me)
    if lock is None or lock.reset_due_at != due:
        return None
    if data["is_over"]:
        text = lines(
            bold(t("🔐 The PIN has ended")),
            t("24 hours have passed since you asked for it. Everything opens without a PIN now."),
        )
        return PushContent(
            Screen(text, [[Button(t("🔐 Set a new PIN"), OpenPin()), Button(t("☰ Menu"), Menu(new=True))]])
        )
    text = lines(
        bold(t("🔐 A reset of your PIN was asked for")),
        t("On {moment} it ends, and everything opens without it.", moment=due),
        t("If it was not you, stop it now."),
    )
    return PushContent(
        Screen(text, [[Button(t("🛑 Stop the reset"), StopReset())], [Button(t("☰ Menu"), Menu(new=True))]])
    )
