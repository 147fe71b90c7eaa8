"""Changing the phone: the new one, too, comes by Telegram's own button."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from bot.forms.model import Context
from bot.localization import lines
from domain.people.confirm_phone import confirm_phone, has_confirmed_phone
from domain.refusal import Refusal
from handlers.common.callbacks import ChangePhone
from handlers.common.privacy.leaving import arrive, step_out, with_note
from handlers.common.profile.me import me_screen
from handlers.common.profile.sharing import SharingPhone, ask_phone, own_phone, way_out, why_the_button
from handlers.common.roles.start import menu_screen

router = Router(name="change_phone")
unasked = Router(name="unasked_contact")


@router.callback_query(ChangePhone.filter())
async def begin(_query: object, ctx: Context) -> None:
    """Ask for the phone."""
    await step_out(ctx)
    t = ctx.t
    why = lines(
        t("Send the number of this Telegram account: the button below does it."),
        t("If you have changed your number in Telegram, it is the new one."),
    )
    await ask_phone(ctx, SharingPhone.to_change_it, why)


@router.message(F.contact, StateFilter(SharingPhone.to_change_it))
async def share_phone(message: Message, ctx: Context) -> None:
    """Take the person's own contact."""
    try:
        await confirm_phone(ctx.work, ctx.me, own_phone(message))
    except Refusal as refusal:
        await ask_phone(ctx, SharingPhone.to_change_it, ctx.t.refusal(refusal))
        return
    await ctx.state.set_state(None)
    await ctx.chat.put_away_keyboard(ctx.t("Thank you, the number is confirmed."))
    await ctx.chat.show(await me_screen(ctx))


@router.message(StateFilter(SharingPhone.to_change_it))
async def no_phone(message: Message, ctx: Context) -> None:
    """Explain why the button, to who types the number or sends something else."""
    if message.text == way_out(ctx.t):
        await arrive(ctx, await me_screen(ctx))
        return
    await ask_phone(ctx, SharingPhone.to_change_it, why_the_button(ctx.t, message.text))


@unasked.message(F.contact, StateFilter(None))
async def unasked_contact(_message: Message, ctx: Context) -> None:
    """A contact that nobody asked for: sent twice, or meant as a card of somebody."""
    if has_confirmed_phone(ctx.me):
        note = ctx.t("I know your number already; /me changes it. I do not keep contacts of other people.")
    else:
        note = ctx.t("I ask for a contact only when I need one. Here is what we can begin with.")
    await ctx.chat.show(with_note(note, await menu_screen(ctx)))
