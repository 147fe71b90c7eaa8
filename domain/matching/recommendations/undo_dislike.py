"""A realtor takes a dislike back, and the recommendation is shown again."""

from domain.matching.deals.match import DealSide, Verdict
from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.matching.recommendations.like import hold_pair
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def undo_dislike(work: Work, actor: Person, side: DealSide, lead_id: LeadId, property_id: PropertyId) -> None:
    """Forget this side's dislike; nothing happens if there is none."""
    lead, offered = await hold_pair(work, actor, side, lead_id, property_id)
    reaction = await work.matching.matches.reaction(lead.id, offered.id, side)
    if reaction is not None and reaction.verdict is Verdict.DISLIKE:
        await work.matching.matches.forget_reaction(reaction)
    await work.commit(None)
