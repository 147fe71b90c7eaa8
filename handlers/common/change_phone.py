"""Changing the phone: the new one, too, comes by Telegram's own button."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from bot.forms import Forms, Surrounding
from bot.speech import lines
from domain.people.confirm_phone import confirm_phone, has_confirmed_phone
from domain.refusal import Refusal
from handlers.common.leaving import arrive, step_out, with_note
from handlers.common.me import me_screen
from handlers.common.presses import ChangePhone
from handlers.common.sharing import SharingPhone, ask_phone, own_phone, way_out, why_the_button
from handlers.common.start import menu_screen

router = Router(name="change_phone")
unasked = Router(name="unasked_contact")


@router.callback_query(ChangePhone.filter())
async def begin(_query: object, around: Surrounding, forms: Forms) -> None:
    """Ask for the phone."""
    await step_out(forms, around)
    t = around.t
    why = lines(
        t("Send the number of this Telegram account: the button below does it."),
        t("If you have changed your number in Telegram, it is the new one."),
    )
    await ask_phone(around, SharingPhone.to_change_it, why)


@router.message(F.contact, StateFilter(SharingPhone.to_change_it))
async def share_phone(message: Message, around: Surrounding) -> None:
    """Take the person's own contact."""
    try:
        await confirm_phone(around.work, around.me, own_phone(message))
    except Refusal as refusal:
        await ask_phone(around, SharingPhone.to_change_it, around.t.refusal(refusal))
        return
    await around.state.set_state(None)
    await around.chat.put_away_keyboard(around.t("Thank you, the number is confirmed."))
    await around.chat.show(await me_screen(around))


@router.message(StateFilter(SharingPhone.to_change_it))
async def no_phone(message: Message, around: Surrounding, forms: Forms) -> None:
    """Explain why the button, to who types the number or sends something else."""
    if message.text == way_out(around.t):
        await arrive(forms, around, await me_screen(around))
        return
    await ask_phone(around, SharingPhone.to_change_it, why_the_button(around.t, message.text))


@unasked.message(F.contact, StateFilter(None))
async def unasked_contact(_message: Message, around: Surrounding) -> None:
    """A contact that nobody asked for: sent twice, or meant as a card of somebody."""
    if has_confirmed_phone(around.me):
        note = around.t("I know your number already; /me changes it. I do not keep contacts of other people.")
    else:
        note = around.t("I ask for a contact only when I need one. Here is what we can begin with.")
    await around.chat.show(with_note(note, await menu_screen(around)))
