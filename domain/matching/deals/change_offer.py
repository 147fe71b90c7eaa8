"""A realtor puts another share in place of their own offer before it is answered; naming the colleague's agrees."""

from domain.matching.deals.match import MatchId, OfferId
from domain.matching.deals.negotiation import agree, has_seen, propose, take_back_notification
from domain.matching.intake.contacts import note_without_contacts
from domain.people.person import Action, Person
from domain.typed import limits
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def change_offer(
    work: Work, actor: Person, match_id: MatchId, offer_id: OfferId, share: int, note: str | None = None
) -> MatchId:
    """Offer `share` (hundredths of a percent) instead; `Conflict` if the offer has been answered meanwhile."""
    limits.check_share(share)
    note = note_without_contacts(note)
    match = await work.matching.matches.hold(match_id)
    side = match.side_of(actor.id)
    offer = match.must_be_mine(side, offer_id)
    await has_seen(work, match, side)
    was_waiting = await take_back_notification(work, match, offer)
    offer.withdrawn_at = work.now()
    theirs = match.last_offer
    if theirs.side is side.other and theirs.withdrawn_at is None and theirs.share == share:
        await agree(work, match)
    else:
        is_first = was_waiting and all(one.side is side for one in match.offers)
        await propose(work, match, side, share, note, is_first=is_first)
    return await work.commit(match.id)
