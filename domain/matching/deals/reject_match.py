"""A realtor turns a match down: the talk is closed, the colleague is told, and neither is shown the pair again."""

from domain.matching.deals.match import DealEnding, MatchId, OfferId
from domain.matching.deals.negotiation import has_seen, tell_rejected
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def reject_match(work: Work, actor: Person, match_id: MatchId, offer_id: OfferId) -> MatchId:
    """Close the talk, having seen the offer; `Conflict` as in `accept_offer`."""
    match = await work.matching.matches.hold(match_id)
    side = match.side_of(actor.id)
    match.must_be_answerable(side, offer_id)
    await has_seen(work, match, side)
    match.end(side, DealEnding.DECLINED, work.now())
    await tell_rejected(work, match)
    return await work.commit(match.id)
