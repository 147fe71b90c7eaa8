"""Joining by an invitation: who invites and to what, the own phone by one tap, and the role's menu at once."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message
from markupsafe import Markup

from bot.callbacks import Callback, Id
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen
from bot.telegram.commands import publish_commands_of
from domain.estate.parties.invitation import InvitationId
from domain.estate.parties.join import Joining, join
from domain.estate.parties.look_at_invitation import Invited, look_at_invitation
from domain.estate.parties.party import PartyKind
from domain.people.about_me import about_me
from domain.refusal import NotFound, Refusal
from handlers.common.privacy.leaving import arrive, step_out, with_note
from handlers.common.profile.sharing import SharingPhone, ask_phone, own_phone, way_out, why_the_button
from handlers.common.roles.start import menu_screen

router = Router(name="join")

BEGINNING = "inv_"
"""With what an invitation's link begins."""
KEPT_AS = "invitation"
"""Under what the conversation remembers which invitation the phone is for."""
INVITES = {
    PartyKind.OWNER: "{manager} invites you as the owner",
    PartyKind.TENANT: "{manager} invites you as the tenant",
}
INVITED = {
    PartyKind.OWNER: "You are invited as an owner",
    PartyKind.TENANT: "You are invited as a tenant",
}
"""What is said to who has not shown yet that the invitation is theirs."""
PROMISES = {
    PartyKind.OWNER: "Your objects, what they bring and what they cost: all of it is seen here.",
    PartyKind.TENANT: "What to pay and when, meter readings, the contract: all of it is done here.",
}


class Join(Callback, prefix="jin"):
    """Join by this invitation with the phone that was confirmed before."""

    invitation: Id


async def follow(token: str, ctx: Context) -> None:
    """Say who invites to what, and ask for the phone unless it is known to be the right one."""
    t = ctx.t
    try:
        invited = await look_at_invitation(ctx.work, ctx.me, token)
    except NotFound:
        note = t("This link does not work, or does not work any more.")
        await arrive(ctx, with_note(note, await menu_screen(ctx)))
        return
    except Refusal as refusal:
        await arrive(ctx, with_note(t.refusal(refusal), await menu_screen(ctx)))
        return
    await step_out(ctx)
    if invited.is_recognised:
        go = Button(t("✅ Join"), Join(invitation=invited.invitation.id))
        await ctx.chat.show(Screen(_greeting(t, invited), [[go], [menu_button(t)]]))
        return
    await ctx.state.update_data({KEPT_AS: invited.invitation.id})
    only_by_phone = t(
        "The invitation is for one number only. The button below shows that it is yours, "
        "and then you see who invites you and to what."
    )
    await ask_phone(ctx, SharingPhone.to_join, lines(_greeting(t, invited), "", only_by_phone))


def _greeting(t: Localizer, invited: Invited) -> Markup:
    known = invited.manager
    title = t(INVITES[invited.kind], manager=known.full) if known is not None else t(INVITED[invited.kind])
    return lines(bold(title), ", ".join(invited.objects) or None, "", t(PROMISES[invited.kind]))


@router.callback_query(Join.filter())
async def join_at_once(_query: object, callback_data: Join, ctx: Context) -> None:
    """Join with the phone that is known."""
    outcome = await join(ctx.work, ctx.me, InvitationId(callback_data.invitation))
    await _arrived(ctx, outcome["manager"])


@router.message(F.contact, StateFilter(SharingPhone.to_join))
async def share_phone(message: Message, ctx: Context) -> None:
    """Take the person's own contact, which has to be the invited one."""
    t = ctx.t
    invitation = InvitationId((await ctx.state.get_data()).get(KEPT_AS, 0))
    try:
        number = own_phone(message)
    except Refusal as refusal:
        await ask_phone(ctx, SharingPhone.to_join, t.refusal(refusal))
        return
    await _forget(ctx)
    try:
        outcome = await join(ctx.work, ctx.me, invitation, number)
    except Refusal as refusal:
        await ctx.chat.put_away_keyboard(t.refusal(refusal))
        await ctx.chat.show(await menu_screen(ctx))
        return
    if outcome["joined"]:
        await ctx.chat.put_away_keyboard(t("Thank you, the number is confirmed."))
        await _arrived(ctx, outcome["manager"])
        return
    await ctx.chat.put_away_keyboard(_another_number(t, outcome))
    await ctx.chat.show(await menu_screen(ctx))


def _another_number(t: Localizer, outcome: Joining) -> Markup:
    """Says nothing about the right one."""
    if not outcome["tries_left"]:
        return t("That is another number again, so the link is closed. Whoever invited you has been told.")
    return lines(
        t("The invitation is for another number than that of this Telegram account."),
        t("Open the link in the account with that number, or tell whoever invited you which one is yours."),
    )


@router.message(StateFilter(SharingPhone.to_join))
async def no_phone(message: Message, ctx: Context) -> None:
    """Explain why the button, to who types the number or sends something else."""
    if message.text == way_out(ctx.t):
        await arrive(ctx, await menu_screen(ctx))
        return
    await ask_phone(ctx, SharingPhone.to_join, why_the_button(ctx.t, message.text))


async def _forget(ctx: Context) -> None:
    await ctx.state.set_state(None)
    data = await ctx.state.get_data()
    await ctx.state.set_data({name: value for name, value in data.items() if name != KEPT_AS})


async def _arrived(ctx: Context, manager: str) -> None:
    me = (await about_me(ctx.work, ctx.me)).person
    await publish_commands_of(ctx.chat.bot, ctx.menus, me)
    note = ctx.t("Welcome! You have joined. Invited by: {manager}.", manager=manager)
    await ctx.chat.show(with_note(note, await menu_screen(ctx)))
