"""A keeper sends somebody their link: a letter to forward or to copy, a new link, or none any more."""

from aiogram import Router
from markupsafe import Markup

from bot.asking import capital
from bot.forms import Surrounding, menu_button
from bot.links import link_to
from bot.screen import Button, Row, Screen
from bot.speech import bold, lines
from domain.estate.party import PartyId
from domain.estate.premises import PremisesId
from domain.estate.renew_invitation import renew_invitation
from domain.estate.show_invitation import InvitationView, show_invitation
from domain.estate.withdraw_invitation import withdraw_invitation
from domain.refusal import Conflict
from handlers.keeper.people.next_step import next_step
from handlers.keeper.people.presses import NewInvitation, OpenInvitation, WithdrawInvitation
from handlers.keeper.people.words import day, forwarding, kind_name, letter, speech_of, state_of
from handlers.keeper.presses import OpenParty, PeopleList

router = Router(name="invitation")


@router.callback_query(OpenInvitation.filter())
async def open_invitation(_query: object, callback_data: OpenInvitation, around: Surrounding) -> None:
    """The link as it is now."""
    await show_invitation_of(around, PartyId(callback_data.party), new=callback_data.new)


@router.callback_query(NewInvitation.filter())
async def new_invitation(_query: object, callback_data: NewInvitation, around: Surrounding) -> None:
    """Make another link."""
    t, party_id = around.t, PartyId(callback_data.party)
    try:
        await renew_invitation(around.work, around.me, party_id)
        note = t("The new link is ready, the earlier one works no longer.")
    except Conflict as conflict:
        note = t.refusal(conflict)
    await show_invitation_of(around, party_id, note=note, new=callback_data.new)


@router.callback_query(WithdrawInvitation.filter())
async def withdraw(_query: object, callback_data: WithdrawInvitation, around: Surrounding) -> None:
    """Take it back."""
    t, party_id = around.t, PartyId(callback_data.party)
    try:
        await withdraw_invitation(around.work, around.me, party_id)
        note = t("The link works no longer.")
    except Conflict as conflict:
        note = t.refusal(conflict)
    await show_invitation_of(around, party_id, note=note)


async def show_invitation_of(
    around: Surrounding,
    party_id: PartyId,
    *,
    note: Markup | None = None,
    new: bool = False,
    premises: PremisesId | None = None,
) -> None:
    """The screen with the link, or with the way to one; `premises` is what a new tenant is going to rent."""
    view = await show_invitation(around.work, around.me, party_id)
    link = await link_to(around.chat.bot, f"inv_{view.token}") if view.token is not None else None
    await around.chat.show(_screen(around, view, link, note, next_step(around.t, view.party, premises)), new=new)


def _screen(
    around: Surrounding, view: InvitationView, link: str | None, note: Markup | None, following: Button
) -> Screen:
    t, party = around.t, view.party
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
