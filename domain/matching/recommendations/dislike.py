"""A realtor turns a recommendation down: it is not shown again for this lead or property, unless that is undone."""

from domain.matching.deals.match import DealSide, MatchStatus, Reaction, Verdict
from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.matching.recommendations.like import hold_pair
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def dislike(work: Work, actor: Person, side: DealSide, lead_id: LeadId, property_id: PropertyId) -> None:
    """Hide the pair from this side; `Conflict` if the two are already being brought together."""
    lead, offered = await hold_pair(work, actor, side, lead_id, property_id)
    match = await work.matching.matches.hold_pair(lead.id, offered.id)
    if match is not None and match.status is not MatchStatus.REJECTED:
        raise Conflict("You are already talking about this one with your colleague.")
    await work.matching.matches.react(
        Reaction(lead_id=lead.id, property_id=offered.id, side=side, verdict=Verdict.DISLIKE, reacted_at=work.now())
    )
    await work.commit(None)
