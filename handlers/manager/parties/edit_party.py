"""A manager corrects one field about an owner or tenant; another phone before they have joined brings another link."""

from bot.forms.field_edit import FieldEdit
from bot.forms.model import Context
from bot.forms.wording import label
from domain.estate.parties.edit_party import edit_party
from domain.estate.parties.party import PartyId
from domain.estate.parties.party_draft import PartyDraft
from domain.estate.parties.show_party import PartyView, show_party
from handlers.manager.callbacks import OpenParty
from handlers.manager.parties.callbacks import EditParty
from handlers.manager.parties.card import show_card
from handlers.manager.parties.invitation import show_invitation_of
from handlers.manager.parties.questions import KNOWN


def _draft_of(view: PartyView) -> PartyDraft:
    phone = view.phone.number if view.phone is not None else None
    return PartyDraft.of(view.party, phone, view.email)


async def _new_link(ctx: Context, party: int, *, is_invited_anew: bool) -> bool:
    if is_invited_anew:
        note = ctx.t("Saved. The earlier link works no longer, here is the new one.")
        await show_invitation_of(ctx, PartyId(party), note=note)
    return is_invited_anew


EDIT = FieldEdit(
    name="edit_party",
    title=label("Edit client"),
    press=EditParty,
    draft=PartyDraft,
    questions=KNOWN,
    load=lambda ctx, press: show_party(ctx.work, ctx.me, PartyId(press.party)),
    version=lambda view: view.party.version,
    as_draft=_draft_of,
    about=lambda _t, view, _press: view.party.name,
    save=lambda ctx, press, changes: edit_party(ctx.work, ctx.me, PartyId(press.party), press.version, changes),
    after=lambda ctx, press, is_invited_anew: _new_link(ctx, press.party, is_invited_anew=is_invited_anew),
    show=lambda ctx, press, notice: show_card(ctx, PartyId(press.party), notice),
    back=lambda press: OpenParty(party=press.party),
)
