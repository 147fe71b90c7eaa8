"""A realtor brings a lead back from the archive, with the talks that archiving had closed."""

from domain.matching.deals.match import DealSide
from domain.matching.deals.negotiation import reopen_from_archive
from domain.matching.leads.lead import LeadId
from domain.matching.leads.now_fits import tell_who_awaits_lead
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.KEEP_LEADS)
async def restore_lead(work: Work, actor: Person, lead_id: LeadId) -> int:
    """Make it active again; returns how many talks go on. `Conflict` if it is not in the archive."""
    lead = await work.matching.leads.of(actor.id, lead_id, hold=True)
    lead.restore()
    await work.matching.leads.save(lead)
    await tell_who_awaits_lead(work, lead)
    reopened = await reopen_from_archive(work, DealSide.LEAD, lead.id)
    return await work.commit(reopened)
