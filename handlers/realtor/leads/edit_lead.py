"""A realtor changes any one field of a lead; who is late is told and shown how it is now."""

from dataclasses import replace

from bot.forms.field_edit import FieldEdit
from bot.forms.wording import label
from bot.screen import pairs
from domain.matching.leads.edit_lead import edit_lead
from domain.matching.leads.lead import LeadId
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.leads.show_lead import LeadView, show_lead
from handlers.realtor.callbacks import EditLead, OpenLead
from handlers.realtor.leads.lead_questions import QUESTIONS
from handlers.realtor.leads.show_lead import show_card
from handlers.realtor.words import lead_line


def _draft_of(view: LeadView) -> LeadDraft:
    """The lead with what only its owner sees."""
    draft = LeadDraft.of(view.lead)
    return replace(draft, client_name=view.client_name, client_contacts=view.client_contacts, notes=view.notes)


EDIT = FieldEdit(
    name="edit_lead",
    title=label("Edit lead"),
    press=EditLead,
    draft=LeadDraft,
    questions=QUESTIONS,
    load=lambda ctx, press: show_lead(ctx.work, ctx.me, LeadId(press.lead)),
    version=lambda view: view.lead.version,
    as_draft=_draft_of,
    about=lambda t, view, _press: lead_line(t, view.lead),
    save=lambda ctx, press, changes: edit_lead(ctx.work, ctx.me, LeadId(press.lead), press.version, changes),
    show=lambda ctx, press, notice: show_card(ctx, press.lead, notice),
    back=lambda press: OpenLead(lead=press.lead),
    layout=lambda named: pairs(named, 3),
)
