"""Taking up a role: the phone by Telegram's own button, then a few words about oneself, most of which can wait."""

import dataclasses
from collections.abc import Sequence

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State
from aiogram.types import Message
from markupsafe import Markup

from bot.commands import publish_commands_of
from bot.documents import Documents
from bot.forms import Forms, Surrounding
from bot.photos import Photos
from bot.speech import Speech, lines
from domain.people.about_me import about_me
from domain.people.confirm_phone import has_confirmed_phone
from domain.people.person import Role
from domain.people.switch_role import switch_role
from domain.people.take_up_role import take_up_role
from domain.plainness import Plainness
from domain.refusal import Refusal
from handlers.common import introduce_landlord, introduce_realtor
from handlers.common.leaving import arrive, step_out, with_note
from handlers.common.presses import TakeUp
from handlers.common.sharing import SharingPhone, ask_phone, own_phone, way_out, why_the_button
from handlers.common.start import menu_screen
from handlers.common.waiting import kept_for_later

router = Router(name="take_up_role")

PURPOSES = {
    Role.REALTOR: SharingPhone.to_become_realtor,
    Role.OWNER: SharingPhone.to_become_owner,
    Role.MANAGER: SharingPhone.to_become_manager,
}
WHY = {
    Role.REALTOR: (
        "Confirm your phone number, so that colleagues know who they deal with.",
        "Somebody sees it only after you have agreed with them on a deal.",
    ),
    Role.OWNER: (
        "Confirm your phone number: by it your manager and your tenants know that it is you.",
        "Strangers do not see it.",
    ),
    Role.MANAGER: (
        "Confirm your phone number: by it the owners and tenants you invite know that it is you.",
        "Strangers do not see it.",
    ),
}
ALREADY = {
    Role.REALTOR: "You are a realtor already.",
    Role.OWNER: "You are an owner already.",
    Role.MANAGER: "You are a manager already.",
}
"""Gettext messages."""


@router.callback_query(TakeUp.filter())
async def begin(_query: object, callback_data: TakeUp, around: Surrounding, forms: Forms) -> None:
    """Ask for the phone, unless it has been confirmed before; who has the role already gets its menu."""
    await step_out(forms, around)
    me, t, role = around.me, around.t, callback_data.role
    if role in me.roles:
        await around.chat.toast(t(ALREADY[role]) if role in ALREADY else t("You have this role already."))
        await switch_role(around.work, me, role)
        await around.chat.show(await menu_screen(around))
    elif role in PURPOSES and not has_confirmed_phone(me):
        await ask_phone(around, PURPOSES[role], why(t, role))
    else:
        is_new = me.country is None
        await take_up_role(around.work, me, role)
        await introduce(around, forms, role, is_new=is_new)


@router.message(F.contact, StateFilter(*PURPOSES.values()))
async def share_phone(message: Message, around: Surrounding, forms: Forms) -> None:
    """Take the person's own contact; say why not, if it is another's or the number is taken."""
    role, purpose = await _role(around)
    is_new = around.me.country is None
    try:
        await take_up_role(around.work, around.me, role, own_phone(message))
    except Refusal as refusal:
        await ask_phone(around, purpose, around.t.refusal(refusal))
        return
    await around.state.set_state(None)
    await around.chat.put_away_keyboard(around.t("Thank you, the number is confirmed."))
    await introduce(around, forms, role, is_new=is_new)


@router.message(StateFilter(*PURPOSES.values()))
async def no_phone(
    message: Message,
    album: Sequence[Message],
    around: Surrounding,
    forms: Forms,
    photos: Photos,
    documents: Documents,
) -> None:
    """Explain why the button, to who types the number or sends something else; a listing is kept meanwhile."""
    if message.text == way_out(around.t):
        await arrive(forms, around, await menu_screen(around))
        return
    _, purpose = await _role(around)
    kept = await kept_for_later(album or [message], around, forms, photos, documents, Plainness.PROBABLY)
    why = why_the_button(around.t, None if kept is not None else message.text)
    await ask_phone(around, purpose, lines(why, kept))


async def introduce(around: Surrounding, forms: Forms, role: Role, *, is_new: bool) -> None:
    """Ask about the person what this role should know, unless who is not new has told it in another role."""
    mine = await about_me(around.work, around.me)
    await publish_commands_of(around.chat.bot, around.menus, mine.person)
    around = dataclasses.replace(around, me=mine.person)
    if role is Role.REALTOR:
        await introduce_realtor.ask(around, forms)
    elif is_new:
        await introduce_landlord.ask(around, forms, mine, role)
    else:
        note = introduce_landlord.welcome(around.t, role)
        await around.chat.show(with_note(note, await menu_screen(around)))


def why(t: Speech, role: Role) -> Markup:
    """Why the phone is asked for."""
    return lines(*(t(sentence) for sentence in WHY[role]))


async def _role(around: Surrounding) -> tuple[Role, State]:
    state = await around.state.get_state()
    return next((role, purpose) for role, purpose in PURPOSES.items() if purpose.state == state)
