"""A manager sends somebody their link: a letter to forward or to copy, a new link, or none any more."""

from aiogram import Router
from markupsafe import Markup

from bot.confirm import outcome
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.forms.wording import capital
from bot.localization import bold, lines
from bot.screen import Button, Row, Screen
from bot.telegram.deep_links import link_to
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId
from domain.estate.parties.renew_invitation import renew_invitation
from domain.estate.parties.show_invitation import InvitationView, show_invitation
from domain.estate.parties.withdraw_invitation import withdraw_invitation
from handlers.manager.callbacks import OpenParty, PeopleList
from handlers.manager.parties.callbacks import NewInvitation, OpenInvitation, WithdrawInvitation
from handlers.manager.parties.words import day, forwarding, kind_name, letter, next_step, speech_of, state_of

router = Router(name="invitation")


@router.callback_query(OpenInvitation.filter())
async def open_invitation(_query: object, callback_data: OpenInvitation, ctx: Context) -> None:
    """The link as it is now."""
    await show_invitation_of(ctx, PartyId(callback_data.party), new=callback_data.new)


@router.callback_query(NewInvitation.filter())
async def new_invitation(_query: object, callback_data: NewInvitation, ctx: Context) -> None:
    """Make another link."""
    t, party_id = ctx.t, PartyId(callback_data.party)
    note = await outcome(
        ctx, renew_invitation(ctx.work, ctx.me, party_id), t("The new link is ready, the earlier one works no longer.")
    )
    await show_invitation_of(ctx, party_id, note=note, new=callback_data.new)


@router.callback_query(WithdrawInvitation.filter())
async def withdraw(_query: object, callback_data: WithdrawInvitation, ctx: Context) -> None:
    """Take it back."""
    t, party_id = ctx.t, PartyId(callback_data.party)
    note = await outcome(ctx, withdraw_invitation(ctx.work, ctx.me, party_id), t("The link works no longer."))
    await show_invitation_of(ctx, party_id, note=note)


async def show_invitation_of(
    ctx: Context,
    party_id: PartyId,
    *,
    note: Markup | None = None,
    new: bool = False,
    premises: PremisesId | None = None,
) -> None:
    """The screen with the link, or with the way to one; `premises` is what a new tenant is going to rent."""
    view = await show_invitation(ctx.work, ctx.me, party_id)
    link = await link_to(ctx.chat.bot, f"inv_{view.token}") if view.token is not None else None
    await ctx.chat.show(_screen(ctx, view, link, note, next_step(ctx.t, view.party, premises)), new=new)


def _screen(ctx: Context, view: InvitationView, link: str | None, note: Markup | None, following: Button) -> Screen:
    t, party = ctx.t, view.party
    title = bold(t("{name}, {role}", name=party.name, role=kind_name(t, party.kind)))
    card = Button(t("👤 Card"), OpenParty(party=party.id))
    last: Row = [card, Button(t("👥 People"), PeopleList(kind=party.kind.value)), menu_button(t)]
    again = Button(t("🔄 New link"), NewInvitation(party=party.id))
    if link is None or view.invitation is None:
        rows = [[again], last] if party.joined_at is None and party.is_present else [last]
        return Screen(lines(title, note, capital(state_of(t, party, view.invitation))), rows)
    text = letter(speech_of(t, view), view, link)
    said = lines(
        title,
        note,
        t(
            "Send this letter. The link works once, until {date}, and only for {phone}.",
            date=day(t, view.invitation.expires_at),
            phone=view.phone.spaced if view.phone is not None else None,
        ),
        "",
        text,
    )
    send = [
        Button(t("📤 Send"), url=forwarding(text, link)),
        Button(t("📋 Copy"), copy=text),
    ]
    change = [again, Button(t("✖️ Take back"), WithdrawInvitation(party=party.id))]
    return Screen(said, [send, change, [following], last])
