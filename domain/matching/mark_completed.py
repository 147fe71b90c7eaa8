"""A realtor says that the deal has been done; the first to say so asks the colleague, who completes it by agreeing."""

from domain.matching.match import MatchId
from domain.matching.negotiation import has_seen, tell_completed, tell_completion_asked
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def mark_completed(work: Work, actor: Person, match_id: MatchId) -> MatchId:
    """Ask for or give the confirmation; `Conflict` unless the commission is agreed, or after one's own question."""
    match = await work.matches.hold(match_id)
    side = match.side_of(actor.id)
    match.must_be_agreed()
    await has_seen(work, match, side)
    if match.within_one_realtor or match.completion_asked_by is side.other:
        match.complete(work.now())
        await tell_completed(work, match)
    elif match.completion_asked_by is side:
        raise Conflict("You have said so; your colleague has not confirmed it yet.")
    else:
        match.ask_completion(side, work.now())
        await tell_completion_asked(work, match, side.other)
    return await work.commit(match.id)
