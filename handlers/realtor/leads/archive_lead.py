"""A realtor puts a lead into the archive after being asked, and can take it back at once or later."""

from bot.archiving import Archiving, archive_question, archived
from bot.screen import Button
from domain.matching.leads.archive_lead import archive_lead
from domain.matching.leads.lead import LeadId
from domain.matching.leads.restore_lead import restore_lead
from domain.matching.leads.show_lead import show_lead
from handlers.realtor.callbacks import ArchiveLead, MyLeads, OpenLead, RestoreLead
from handlers.realtor.leads.show_lead import show_card
from handlers.realtor.restored import active_again, closes_talks
from handlers.realtor.words import lead_line

ARCHIVE = Archiving(
    name="archive_lead",
    archive=ArchiveLead,
    restore=RestoreLead,
    load=lambda ctx, press: show_lead(ctx.work, ctx.me, LeadId(press.lead)),
    is_active=lambda view: view.lead.is_active,
    question=lambda t, view: archive_question(t, lead_line(t, view.lead), closes_talks(t)),
    done=lambda t, view: archived(t, lead_line(t, view.lead)),
    do=lambda ctx, press: archive_lead(ctx.work, ctx.me, LeadId(press.lead)),
    undo=lambda ctx, press: restore_lead(ctx.work, ctx.me, LeadId(press.lead)),
    restored=active_again,
    show=lambda ctx, press, notice: show_card(ctx, press.lead, notice),
    card=lambda press: OpenLead(lead=press.lead),
    listed=lambda t, _view: Button(t("👤 My leads"), MyLeads()),
)
