"""A keeper corrects one field about an owner or tenant; another phone before they have joined brings another link."""

from aiogram import Router

from bot.asking import label
from bot.forms import Filled, Form, Forms, Surrounding, menu_button
from bot.screen import Button, Screen, pairs
from bot.speech import Speech, bold, lines
from domain.estate.edit_party import edit_party
from domain.estate.party import PartyId
from domain.estate.party_draft import PartyDraft
from domain.estate.show_party import PartyView, show_party
from domain.refusal import Conflict
from handlers.keeper.people.card import party_screen, show_card
from handlers.keeper.people.invitation import show_invitation_of
from handlers.keeper.people.presses import EditParty
from handlers.keeper.people.questions import KNOWN
from handlers.keeper.presses import OpenParty

router = Router(name="edit_party")


async def _save(filled: Filled[PartyDraft], around: Surrounding) -> None:
    t, party_id = around.t, PartyId(filled.context["party"])
    before = _draft_of(await show_party(around.work, around.me, party_id))
    changes = before.differs(filled.draft)
    try:
        is_invited_anew = await edit_party(around.work, around.me, party_id, filled.context["version"], changes)
    except Conflict as conflict:
        await show_card(around, party_id, t.refusal(conflict))
        return
    if is_invited_anew:
        note = t("Saved. The earlier link works no longer, here is the new one.")
        await show_invitation_of(around, party_id, note=note)
        return
    await show_card(around, party_id, t("Saved."))


async def _back(filled: Filled[PartyDraft], around: Surrounding) -> None:
    await show_card(around, PartyId(filled.context["party"]))


def _draft_of(view: PartyView) -> PartyDraft:
    phone = view.phone.number if view.phone is not None else None
    return PartyDraft.of(view.party, phone, view.email)


FORM = Form(
    name="edit_party",
    title=label("Edit client"),
    draft=PartyDraft,
    questions=KNOWN,
    done=_save,
    back=_back,
)


@router.callback_query(EditParty.filter())
async def edit(_query: object, callback_data: EditParty, around: Surrounding, forms: Forms) -> None:
    """Show the fields, or ask about one."""
    t = around.t
    view = await show_party(around.work, around.me, PartyId(callback_data.party))
    if view.party.version != callback_data.version:
        await around.chat.toast(t.refusal(Conflict()))
        await around.chat.show(party_screen(t, view))
        return
    question = FORM.question(callback_data.field)
    if question is None:
        await around.chat.show(_fields(t, view))
        return
    context = {"party": callback_data.party, "version": callback_data.version}
    await forms.leave(around.state)
    await forms.start(FORM, around, _draft_of(view), only=question.key, context=context)


def _fields(t: Speech, view: PartyView) -> Screen:
    party = view.party
    named = [
        Button(one.label(t), EditParty(party=party.id, version=party.version, field=one.key))
        for one in KNOWN
        if one.label is not None
    ]
    back = Button(t("‹ Back"), OpenParty(party=party.id))
    return Screen(lines(bold(t("What shall we change?")), party.name), [*pairs(named), [back, menu_button(t)]])
