"""A realtor takes back their own offer before it is answered: the colleague's earlier one stands, if any."""

from domain.matching.deals.match import MatchId, OfferId
from domain.matching.deals.negotiation import has_seen, take_back_notification, tell_withdrawn
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def withdraw_offer(work: Work, actor: Person, match_id: MatchId, offer_id: OfferId) -> MatchId:
    """Take it back; `Conflict` if it has been answered, or is not the last one. Told only to who had heard of it."""
    match = await work.matching.matches.hold(match_id)
    side = match.side_of(actor.id)
    offer = match.must_be_mine(side, offer_id)
    await has_seen(work, match, side)
    was_waiting = await take_back_notification(work, match, offer)
    match.withdraw(offer, work.now())
    if not was_waiting:
        await tell_withdrawn(work, match, offer)
    return await work.commit(match.id)
