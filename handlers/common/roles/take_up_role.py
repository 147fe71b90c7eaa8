"""Taking up a role: the phone by Telegram's own button, then a few words about oneself, most of which can wait."""

import dataclasses
from collections.abc import Sequence

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State
from aiogram.types import Message
from markupsafe import Markup

from bot.forms.model import Context
from bot.localization import Localizer, lines
from bot.telegram.commands import publish_commands_of
from domain.people.about_me import about_me
from domain.people.confirm_phone import has_confirmed_phone
from domain.people.person import Role
from domain.people.switch_role import switch_role
from domain.people.take_up_role import take_up_role
from domain.plainness import Plainness
from domain.refusal import Refusal
from handlers.common.callbacks import TakeUpRole
from handlers.common.privacy.leaving import arrive, step_out, with_note
from handlers.common.profile.sharing import SharingPhone, ask_phone, own_phone, way_out, why_the_button
from handlers.common.roles import introduce_landlord, introduce_realtor
from handlers.common.roles.start import menu_screen
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


@router.callback_query(TakeUpRole.filter())
async def begin(_query: object, callback_data: TakeUpRole, ctx: Context) -> None:
    """Ask for the phone, unless it has been confirmed before; who has the role already gets its menu."""
    await step_out(ctx)
    me, t, role = ctx.me, ctx.t, callback_data.role
    if role in me.roles:
        await ctx.chat.toast(t(ALREADY[role]) if role in ALREADY else t("You have this role already."))
        await switch_role(ctx.work, me, role)
        await ctx.chat.show(await menu_screen(ctx))
    elif role in PURPOSES and not has_confirmed_phone(me):
        await ask_phone(ctx, PURPOSES[role], why(t, role))
    else:
        is_new = me.country is None
        await take_up_role(ctx.work, me, role)
        await introduce(ctx, role, is_new=is_new)


@router.message(F.contact, StateFilter(*PURPOSES.values()))
async def share_phone(message: Message, ctx: Context) -> None:
    """Take the person's own contact; say why not, if it is another's or the number is taken."""
    role, purpose = await _role(ctx)
    is_new = ctx.me.country is None
    try:
        await take_up_role(ctx.work, ctx.me, role, own_phone(message))
    except Refusal as refusal:
        await ask_phone(ctx, purpose, ctx.t.refusal(refusal))
        return
    await ctx.state.set_state(None)
    await ctx.chat.put_away_keyboard(ctx.t("Thank you, the number is confirmed."))
    await introduce(ctx, role, is_new=is_new)


@router.message(StateFilter(*PURPOSES.values()))
async def no_phone(message: Message, album: Sequence[Message], ctx: Context) -> None:
    """Explain why the button, to who types the number or sends something else; a listing is kept meanwhile."""
    if message.text == way_out(ctx.t):
        await arrive(ctx, await menu_screen(ctx))
        return
    _, purpose = await _role(ctx)
    kept = await kept_for_later(album or [message], ctx, Plainness.PROBABLY)
    why = why_the_button(ctx.t, None if kept is not None else message.text)
    await ask_phone(ctx, purpose, lines(why, kept))


async def introduce(ctx: Context, role: Role, *, is_new: bool) -> None:
    """Ask about the person what this role should know, unless who is not new has told it in another role."""
    mine = await about_me(ctx.work, ctx.me)
    await publish_commands_of(ctx.chat.bot, ctx.menus, mine.person)
    ctx = dataclasses.replace(ctx, me=mine.person)
    if role is Role.REALTOR:
        await introduce_realtor.ask(ctx)
    elif is_new:
        await introduce_landlord.ask(ctx, mine, role)
    else:
        note = introduce_landlord.welcome(ctx.t, role)
        await ctx.chat.show(with_note(note, await menu_screen(ctx)))


def why(t: Localizer, role: Role) -> Markup:
    """Why the phone is asked for."""
    return lines(*(t(sentence) for sentence in WHY[role]))


async def _role(ctx: Context) -> tuple[Role, State]:
    state = await ctx.state.get_state()
    return next((role, purpose) for role, purpose in PURPOSES.items() if purpose.state == state)
