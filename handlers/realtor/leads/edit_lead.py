"""A realtor changes any one field of a lead; who is late is told and shown how it is now."""

from dataclasses import fields, replace
from typing import Any

from aiogram import Router

from bot.confirm import outcome
from bot.forms.model import CompletedForm, Context, Form
from bot.forms.runner import Forms
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen, pairs
from domain.matching.leads.edit_lead import edit_lead
from domain.matching.leads.lead import LeadId
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.leads.show_lead import LeadView, show_lead
from domain.refusal import Conflict
from handlers.realtor.callbacks import EditLead, OpenLead
from handlers.realtor.leads.lead_questions import QUESTIONS
from handlers.realtor.leads.show_lead import lead_screen, show_card
from handlers.realtor.words import lead_line

router = Router(name="edit_lead")


async def _save(filled: CompletedForm[LeadDraft], ctx: Context) -> None:
    t, lead_id = ctx.t, LeadId(filled.context["lead"])
    before = await show_lead(ctx.work, ctx.me, lead_id)
    changes = _changed(_draft_of(before), filled.draft)
    await show_card(
        ctx,
        lead_id,
        await outcome(ctx, edit_lead(ctx.work, ctx.me, lead_id, filled.context["version"], changes), t("Saved.")),
    )


async def _back(filled: CompletedForm[LeadDraft], ctx: Context) -> None:
    await show_card(ctx, filled.context["lead"])


def _draft_of(view: LeadView) -> LeadDraft:
    """The lead with what only its owner sees."""
    draft = LeadDraft.of(view.lead)
    return replace(draft, client_name=view.client_name, client_contacts=view.client_contacts, notes=view.notes)


def _changed(before: LeadDraft, after: LeadDraft) -> dict[str, Any]:
    pairs_ = ((one.name, getattr(before, one.name), getattr(after, one.name)) for one in fields(after))
    return {name: new for name, old, new in pairs_ if old != new}


FORM = Form(
    name="edit_lead",
    title=label("Edit lead"),
    draft=LeadDraft,
    questions=QUESTIONS,
    done=_save,
    back=_back,
)


@router.callback_query(EditLead.filter())
async def edit(_query: object, callback_data: EditLead, ctx: Context, forms: Forms) -> None:
    """Show the fields, or ask about one."""
    t = ctx.t
    view = await show_lead(ctx.work, ctx.me, LeadId(callback_data.lead))
    if view.lead.version != callback_data.version:
        await ctx.chat.toast(t.refusal(Conflict()))
        await ctx.chat.show(lead_screen(t, view))
        return
    question = FORM.question(callback_data.field)
    if question is None:
        await ctx.chat.show(_fields(t, view))
        return
    context = {"lead": callback_data.lead, "version": callback_data.version}
    await forms.start(FORM, ctx, _draft_of(view), only=question.key, context=context)


def _fields(t: Localizer, view: LeadView) -> Screen:
    one = view.lead
    named = [
        Button(question.label(t), EditLead(lead=one.id, version=one.version, field=question.key))
        for question in FORM.applicable(_draft_of(view))
        if question.label is not None
    ]
    back = Button(t("‹ Back"), OpenLead(lead=one.id))
    text = lines(bold(t("What shall we change?")), lead_line(t, one))
    return Screen(text, [*pairs(named, 3), [back, menu_button(t)]])
