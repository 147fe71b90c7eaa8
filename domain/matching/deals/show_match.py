"""A realtor looks at one match: the state of the talk, every offer with its time, and who the colleague is."""

from domain.matching.deals.match import MatchId
from domain.matching.deals.match_view import MatchView, view, with_price_before
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.NEGOTIATE)
async def show_match(work: Work, actor: Person, match_id: MatchId) -> MatchView:
    """A match in which the actor has a side, or `NotFound`."""
    match = await work.matching.matches.get(match_id)
    match.side_of(actor.id)
    lead, offered = await work.matching.leads.get(match.lead_id), await work.matching.properties.get(match.property_id)
    return await with_price_before(work, await view(work, actor, match, lead, offered))
