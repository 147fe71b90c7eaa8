"""A keeper removes an owner or tenant after being told what that means, and can bring them back (OT28)."""

from aiogram import Router

from bot.confirm import confirm_screen
from bot.forms import Surrounding, menu_button
from bot.screen import Button, Screen
from bot.speech import Speech, bold, lines
from domain.estate.party import PartyId, PartyKind
from domain.estate.remove_party import remove_party
from domain.estate.restore_party import restore_party
from domain.estate.show_party import PartyView, show_party
from domain.refusal import Conflict
from handlers.keeper.people.card import show_card
from handlers.keeper.people.presses import RemoveParty, RestoreParty
from handlers.keeper.presses import OpenParty, PeopleList

router = Router(name="remove_party")


@router.callback_query(RemoveParty.filter())
async def remove(_query: object, callback_data: RemoveParty, around: Surrounding) -> None:
    """Ask, or do it."""
    t, party_id = around.t, PartyId(callback_data.party)
    view = await show_party(around.work, around.me, party_id)
    if not callback_data.sure and view.party.is_present:
        await around.chat.show(_question(t, view))
        return
    try:
        await remove_party(around.work, around.me, party_id)
    except Conflict as conflict:
        await around.chat.toast(t.refusal(conflict))
        await show_card(around, party_id)
        return
    party = view.party
    back = Button(t("↩️ Bring them back"), RestoreParty(party=party_id))
    people = Button(t("👥 People"), PeopleList(kind=party.kind.value))
    told = t("Their access has ended, and they have been told.") if party.person_id is not None else None
    await around.chat.show(
        Screen(lines(bold(t("{name} is removed", name=party.name)), told), [[back, people], [menu_button(t)]])
    )


def _question(t: Speech, view: PartyView) -> Screen:
    party = view.party
    running = (
        t.n(
            "{count} lease runs on and stays booked: end it on its own card.",
            "{count} leases run on and stay booked: end them on their own cards.",
            view.running,
        )
        if view.running
        else None
    )
    question = lines(
        bold(t("Remove {name}?", name=party.name)),
        "",
        t("Their access ends at once, and they are told.") if party.joined_at is not None else t("The link dies."),
        t("The objects and all that is booked on them stay with you.")
        if party.kind is PartyKind.OWNER
        else t("Leases, payments and letters stay with you."),
        running,
    )
    keep = (t("‹ Keep"), OpenParty(party=party.id))
    return confirm_screen(question, keep=keep, go=(t("🗑 Remove"), RemoveParty(party=party.id, sure=True)))


@router.callback_query(RestoreParty.filter())
async def restore(_query: object, callback_data: RestoreParty, around: Surrounding) -> None:
    """Bring them back and show them."""
    t, party_id = around.t, PartyId(callback_data.party)
    try:
        await restore_party(around.work, around.me, party_id)
    except Conflict as conflict:
        await around.chat.toast(t.refusal(conflict))
        await show_card(around, party_id)
        return
    view = await show_party(around.work, around.me, party_id)
    if view.party.person_id is not None:
        notice = t("They have access again, and have been told.")
    else:
        notice = t("Back on the list. They need a new link to join.")
    await show_card(around, party_id, notice)
