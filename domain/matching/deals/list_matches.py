"""A realtor's matches: of one lead, of one property, or all of them, by status, in pages, the most recent first."""

from domain.matching.deals.match import MatchStatus
from domain.matching.deals.match_view import MatchView, view
from domain.matching.leads.lead import LeadId
from domain.matching.listing import Page
from domain.matching.properties.property import PropertyId
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.NEGOTIATE)
async def list_matches(
    work: Work,
    actor: Person,
    *,
    lead_id: LeadId | None = None,
    property_id: PropertyId | None = None,
    status: MatchStatus | None = None,
    offset: int = 0,
    limit: int = 8,
) -> Page[MatchView]:
    """A page; a lead or property that is not the actor's own is `NotFound`."""
    if lead_id is not None:
        await work.matching.leads.of(actor.id, lead_id)
    if property_id is not None:
        await work.matching.properties.of(actor.id, property_id)
    found = await work.matching.matches.listed(
        actor.id, lead_id=lead_id, property_id=property_id, status=status, offset=offset, limit=limit
    )
    leads = {lead.id: lead for lead in await work.matching.leads.many({match.lead_id for match in found.items})}
    offered = {one.id: one for one in await work.matching.properties.many({match.property_id for match in found.items})}
    views = [await view(work, actor, match, leads[match.lead_id], offered[match.property_id]) for match in found.items]
    return Page(tuple(views), found.offset, found.total)


@query(Action.NEGOTIATE)
async def count_matches(
    work: Work, actor: Person, *, lead_id: LeadId | None = None, property_id: PropertyId | None = None
) -> dict[MatchStatus, int]:
    """How many of the actor's matches there are by status, each status being named."""
    return await work.matching.matches.tally(actor.id, lead_id=lead_id, property_id=property_id)
