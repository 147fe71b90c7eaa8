"""A realtor answers an offer with another share of the commission; naming the same one is agreeing."""

from domain.matching.deals.match import MatchId, OfferId
from domain.matching.deals.negotiation import answer
from domain.matching.intake.contacts import note_without_contacts
from domain.people.person import Action, Person
from domain.typed import limits
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def counter_offer(
    work: Work, actor: Person, match_id: MatchId, offer_id: OfferId, share: int, note: str | None = None
) -> MatchId:
    """Put another share (hundredths of a percent) on the table; `Conflict` as in `accept_offer`."""
    limits.check_share(share)
    note = note_without_contacts(note)
    match = await work.matching.matches.hold(match_id)
    await answer(work, match, match.side_of(actor.id), offer_id, share, note)
    return await work.commit(match.id)
