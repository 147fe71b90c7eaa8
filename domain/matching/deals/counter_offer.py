"""A realtor answers an offer with another share of the commission; naming the same one is agreeing."""

from domain.matching.deals.match import MatchId, OfferId
from domain.matching.deals.negotiation import agree, has_seen, tell_offer
from domain.matching.intake.contacts import check_no_contacts
from domain.people.person import Action, Person
from domain.typed import limits
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def counter_offer(
    work: Work, actor: Person, match_id: MatchId, offer_id: OfferId, share: int, note: str | None = None
) -> MatchId:
    """Put another share (hundredths of a percent) on the table; `Conflict` as in `accept_offer`."""
    limits.check_share(share)
    note = limits.tidy(note, limits.NOTE)
    check_no_contacts(note)
    match = await work.matching.matches.hold(match_id)
    side = match.side_of(actor.id)
    match.must_be_answerable(side, offer_id)
    await has_seen(work, match, side)
    if match.last_offer.share == share:
        await agree(work, match)
    else:
        match.propose(side, share, note, work.now())
        await work.flush()
        await tell_offer(work, match, is_first=False)
    return await work.commit(match.id)
