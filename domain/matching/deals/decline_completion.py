"""A realtor says that the deal has not been done after all; the colleague who thought so is told."""

from domain.matching.deals.match import MatchId
from domain.matching.deals.negotiation import has_seen, tell_completion_declined
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def decline_completion(work: Work, actor: Person, match_id: MatchId) -> MatchId:
    """Answer the colleague's question with no, or take one's own back; `Conflict` if nobody has asked."""
    match = await work.matching.matches.hold(match_id)
    side = match.side_of(actor.id)
    match.must_be_agreed()
    await has_seen(work, match, side)
    if match.completion_asked_by is None:
        raise Conflict("Nobody has marked this deal as completed.")
    asked_by = match.completion_asked_by
    match.withdraw_completion()
    if asked_by is not side:
        await tell_completion_declined(work, match, asked_by)
    return await work.commit(match.id)
