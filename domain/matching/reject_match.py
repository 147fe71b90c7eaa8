"""A realtor turns a match down: the talk is closed, the colleague is told, and neither is shown the pair again."""

from domain.matching.match import Ending, MatchId
from domain.matching.negotiation import tell_rejected
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def reject_match(work: Work, actor: Person, match_id: MatchId) -> MatchId:
    """Close the talk; `Conflict` if it is over already or it is the colleague's turn."""
    match = await work.matches.hold(match_id)
    side = match.side_of(actor.id)
    match.must_be_pending()
    match.must_be_answerable(side, match.last_offer.id)
    match.end(side, Ending.DECLINED, work.now())
    await tell_rejected(work, match)
    return await work.commit(match.id)
