"""A manager removes an owner or tenant after being told what that means, and can bring them back (OT28)."""

from aiogram import Router

from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen
from domain.estate.parties.party import PartyId, PartyKind
from domain.estate.parties.remove_party import remove_party
from domain.estate.parties.restore_party import restore_party
from domain.estate.parties.show_party import PartyView, show_party
from domain.refusal import Conflict
from handlers.manager.callbacks import OpenParty, PeopleList
from handlers.manager.parties.callbacks import RemoveParty, RestoreParty
from handlers.manager.parties.card import show_card

router = Router(name="remove_party")


@router.callback_query(RemoveParty.filter())
async def remove(_query: object, callback_data: RemoveParty, ctx: Context) -> None:
    """Ask, or do it."""
    t, party_id = ctx.t, PartyId(callback_data.party)
    view = await show_party(ctx.work, ctx.me, party_id)
    if not callback_data.sure and view.party.is_present:
        await ctx.chat.show(_question(t, view))
        return
    try:
        await remove_party(ctx.work, ctx.me, party_id)
    except Conflict as conflict:
        await ctx.chat.toast(t.refusal(conflict))
        await show_card(ctx, party_id)
        return
    party = view.party
    back = Button(t("↩️ Bring them back"), RestoreParty(party=party_id))
    people = Button(t("👥 People"), PeopleList(kind=party.kind.value))
    told = t("Their access has ended, and they have been told.") if party.person_id is not None else None
    await ctx.chat.show(
        Screen(lines(bold(t("{name} is removed", name=party.name)), told), [[back, people], [menu_button(t)]])
    )


def _question(t: Localizer, view: PartyView) -> Screen:
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
async def restore(_query: object, callback_data: RestoreParty, ctx: Context) -> None:
    """Bring them back and show them."""
    t, party_id = ctx.t, PartyId(callback_data.party)
    try:
        await restore_party(ctx.work, ctx.me, party_id)
    except Conflict as conflict:
        await ctx.chat.toast(t.refusal(conflict))
        await show_card(ctx, party_id)
        return
    view = await show_party(ctx.work, ctx.me, party_id)
    if view.party.person_id is not None:
        notice = t("They have access again, and have been told.")
    else:
        notice = t("Back on the list. They need a new link to join.")
    await show_card(ctx, party_id, notice)
