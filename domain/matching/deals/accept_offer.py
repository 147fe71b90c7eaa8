"""A realtor accepts the share that the colleague has offered: they have agreed, and see each other's contacts."""

from domain.matching.deals.match import MatchId, OfferId
from domain.matching.deals.negotiation import agree, has_seen
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def accept_offer(work: Work, actor: Person, match_id: MatchId, offer_id: OfferId) -> MatchId:
    """Agree on the offer that the person saw; `Conflict` if there is a newer one or it is not their turn."""
    match = await work.matching.matches.hold(match_id)
    side = match.side_of(actor.id)
    match.must_be_answerable(side, offer_id)
    await has_seen(work, match, side)
    await agree(work, match)
    return await work.commit(match.id)
