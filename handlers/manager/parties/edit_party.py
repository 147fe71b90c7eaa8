"""A manager corrects one field about an owner or tenant; another phone before they have joined brings another link."""

from aiogram import Router

from bot.forms.model import CompletedForm, Context, Form
from bot.forms.runner import Forms
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen, pairs
from domain.estate.parties.edit_party import edit_party
from domain.estate.parties.party import PartyId
from domain.estate.parties.party_draft import PartyDraft
from domain.estate.parties.show_party import PartyView, show_party
from domain.refusal import Conflict
from handlers.manager.callbacks import OpenParty
from handlers.manager.parties.callbacks import EditParty
from handlers.manager.parties.card import party_screen, show_card
from handlers.manager.parties.invitation import show_invitation_of
from handlers.manager.parties.questions import KNOWN

router = Router(name="edit_party")


async def _save(filled: CompletedForm[PartyDraft], ctx: Context) -> None:
    t, party_id = ctx.t, PartyId(filled.context["party"])
    before = _draft_of(await show_party(ctx.work, ctx.me, party_id))
    changes = before.differs(filled.draft)
    try:
        is_invited_anew = await edit_party(ctx.work, ctx.me, party_id, filled.context["version"], changes)
    except Conflict as conflict:
        await show_card(ctx, party_id, t.refusal(conflict))
        return
    if is_invited_anew:
        note = t("Saved. The earlier link works no longer, here is the new one.")
        await show_invitation_of(ctx, party_id, note=note)
        return
    await show_card(ctx, party_id, t("Saved."))


async def _back(filled: CompletedForm[PartyDraft], ctx: Context) -> None:
    await show_card(ctx, PartyId(filled.context["party"]))


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
async def edit(_query: object, callback_data: EditParty, ctx: Context, forms: Forms) -> None:
    """Show the fields, or ask about one."""
    t = ctx.t
    view = await show_party(ctx.work, ctx.me, PartyId(callback_data.party))
    if view.party.version != callback_data.version:
        await ctx.chat.toast(t.refusal(Conflict()))
        await ctx.chat.show(party_screen(t, view))
        return
    question = FORM.question(callback_data.field)
    if question is None:
        await ctx.chat.show(_fields(t, view))
        return
    context = {"party": callback_data.party, "version": callback_data.version}
    await forms.start(FORM, ctx, _draft_of(view), only=question.key, context=context)


def _fields(t: Localizer, view: PartyView) -> Screen:
    party = view.party
    named = [
        Button(one.label(t), EditParty(party=party.id, version=party.version, field=one.key))
        for one in KNOWN
        if one.label is not None
    ]
    back = Button(t("‹ Back"), OpenParty(party=party.id))
    return Screen(lines(bold(t("What shall we change?")), party.name), [*pairs(named), [back, menu_button(t)]])
