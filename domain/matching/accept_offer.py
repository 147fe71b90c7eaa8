"""A realtor accepts the share that the colleague has offered: they have agreed, and see each other's contacts."""

from domain.matching.match import MatchId, OfferId
from domain.matching.negotiation import agree
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def accept_offer(work: Work, actor: Person, match_id: MatchId, offer_id: OfferId) -> MatchId:
    """Agree on the offer that the person saw; `Conflict` if there is a newer one or it is not their turn."""
    match = await work.matches.hold(match_id)
    match.must_be_answerable(match.side_of(actor.id), offer_id)
    await agree(work, match)
    return await work.commit(match.id)
