"""A realtor puts a lead into the archive: nobody sees it any more, and open talks about it are closed."""

from domain.matching.deals.match import DealSide
from domain.matching.deals.negotiation import close_for_archive
from domain.matching.leads.lead import LeadId
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.KEEP_LEADS)
async def archive_lead(work: Work, actor: Person, lead_id: LeadId) -> LeadId:
    """Archive it; agreed and completed deals stay as they are. `Conflict` if it has been archived already."""
    lead = await work.matching.leads.of(actor.id, lead_id, hold=True)
    lead.archive(work.now())
    await work.matching.leads.save(lead)
    await close_for_archive(work, DealSide.LEAD, lead.id)
    return await work.commit(lead.id)
