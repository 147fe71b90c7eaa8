"""A manager removes an owner or tenant after being told what that means, and can bring them back (OT28)."""

from markupsafe import Markup

from bot.archiving import Archiving
from bot.forms.model import Context
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.screen import Button
from domain.estate.parties.party import PartyId, PartyKind
from domain.estate.parties.remove_party import remove_party
from domain.estate.parties.restore_party import restore_party
from domain.estate.parties.show_party import PartyView, show_party
from handlers.manager.callbacks import OpenParty, PeopleList
from handlers.manager.parties.callbacks import RemoveParty, RestoreParty
from handlers.manager.parties.card import show_card


def _question(t: Localizer, view: PartyView) -> Markup:
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
    return lines(
        bold(t("Remove {name}?", name=party.name)),
        "",
        t("Their access ends at once, and they are told.") if party.joined_at is not None else t("The link dies."),
        t("The objects and all that is booked on them stay with you.")
        if party.kind is PartyKind.OWNER
        else t("Leases, payments and letters stay with you."),
        running,
    )


def _removed(t: Localizer, view: PartyView) -> Markup:
    party = view.party
    told = t("Their access has ended, and they have been told.") if party.person_id is not None else None
    return lines(bold(t("{name} is removed", name=party.name)), told)


async def _back_again(ctx: Context, press: RestoreParty, _given: object) -> Markup:
    view = await show_party(ctx.work, ctx.me, PartyId(press.party))
    if view.party.person_id is not None:
        return ctx.t("They have access again, and have been told.")
    return ctx.t("Back on the list. They need a new link to join.")


ARCHIVE = Archiving(
    name="remove_party",
    archive=RemoveParty,
    restore=RestoreParty,
    load=lambda ctx, press: show_party(ctx.work, ctx.me, PartyId(press.party)),
    is_active=lambda view: view.party.is_present,
    question=_question,
    done=_removed,
    do=lambda ctx, press: remove_party(ctx.work, ctx.me, PartyId(press.party)),
    undo=lambda ctx, press: restore_party(ctx.work, ctx.me, PartyId(press.party)),
    restored=_back_again,
    show=lambda ctx, press, notice: show_card(ctx, PartyId(press.party), notice),
    card=lambda press: OpenParty(party=press.party),
    listed=lambda t, view: Button(t("👥 People"), PeopleList(kind=view.party.kind.value)),
    keep=label("‹ Keep"),
    go=label("🗑 Remove"),
    back=label("↩️ Bring them back"),
)
