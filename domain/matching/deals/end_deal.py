"""An agreement that nothing comes of is ended by either side, with a reason; the colleague is told.

Contacts close again, and both the lead and the property are recommended as before, to each other too.
"""

from domain.matching.deals.match import FallThrough, MatchId
from domain.matching.deals.negotiation import has_seen, tell_fell_through
from domain.matching.intake.contacts import note_without_contacts
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def end_deal(
    work: Work, actor: Person, match_id: MatchId, reason: FallThrough, note: str | None = None
) -> MatchId:
    """End it; another reason than the named ones needs a note. `Conflict` unless agreed and not completed."""
    note = note_without_contacts(note)
    if reason is FallThrough.OTHER and note is None:
        raise Refusal("Say in a few words why.")
    match = await work.matching.matches.hold(match_id)
    side = match.side_of(actor.id)
    match.must_be_agreed()
    await has_seen(work, match, side)
    match.fall_through(side, reason, note, work.now())
    await tell_fell_through(work, match, side.other)
    return await work.commit(match.id)
