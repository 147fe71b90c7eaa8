"""A realtor proposes to bring a lead and a property together, naming the share of the commission and maybe a note.

The first like makes a match and is its first offer, pushed to the other realtor. A like by the other side is an answer:
with the same share both have agreed at once, with another it is a counter-offer. A pair that was turned down can be
taken up by the side that did so, or by anybody once a changed price or the archive's undoing has reopened it.
"""

from domain.matching.deals.match import DealEnding, DealSide, Match, MatchId, MatchStatus, Reaction, Verdict
from domain.matching.deals.negotiation import agree, answer, tell_offer
from domain.matching.intake.contacts import note_without_contacts
from domain.matching.leads.lead import Lead, LeadId
from domain.matching.properties.property import Property, PropertyId
from domain.matching.recommendations.fit import fit
from domain.people.person import Action, Person
from domain.refusal import Conflict, NotFound
from domain.typed import limits
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def like(
    work: Work,
    actor: Person,
    side: DealSide,
    lead_id: LeadId,
    property_id: PropertyId,
    share: int,
    note: str | None = None,
) -> MatchId:
    """Like for one's own lead (`side` LEAD) a property, or for one's own property a lead; returns the match.

    `share` is what the client's realtor gets, in hundredths of a percent. `Conflict` says why it is too late.
    """
    limits.check_share(share)
    note = note_without_contacts(note)
    lead, offered = await hold_pair(work, actor, side, lead_id, property_id)
    score = must_fit(work, lead, offered)
    match = await work.matching.matches.hold_pair(lead.id, offered.id)
    if match is None:
        match = Match(
            lead_id=lead.id,
            property_id=offered.id,
            lead_realtor_id=lead.realtor_id,
            property_realtor_id=offered.realtor_id,
            score=score,
            created_at=work.now(),
        )
        match.propose(side, share, note, work.now())
        await work.matching.matches.add(match)
        await _tell_or_agree(work, match, is_first=True)
    elif match.status is MatchStatus.REJECTED:
        await _take_up(work, match, side, share, note, score)
    else:
        match.must_be_pending()
        await answer(work, match, side, match.last_offer.id, share, note)
    await work.matching.matches.react(
        Reaction(lead_id=lead.id, property_id=offered.id, side=side, verdict=Verdict.LIKE, reacted_at=work.now())
    )
    return await work.commit(match.id)


async def hold_pair(
    work: Work, actor: Person, side: DealSide, lead_id: LeadId, property_id: PropertyId
) -> tuple[Lead, Property]:
    """Both rows, which nobody can archive meanwhile; the one on `side` has to be the actor's own."""
    lead = await work.matching.leads.get(lead_id, hold=True)
    offered = await work.matching.properties.get(property_id, hold=True)
    if actor.id != (lead.realtor_id if side is DealSide.LEAD else offered.realtor_id):
        raise NotFound
    return lead, offered


def must_fit(work: Work, lead: Lead, offered: Property) -> int:
    """The score of the pair, or a `Conflict` that says why they cannot be brought together."""
    lead.must_be_active()
    offered.must_be_active()
    now = fit(lead, offered, work.matching.matches.rules)
    if not now.outcomes:
        raise Conflict("They no longer fit each other: the city or the kind of deal differs.")
    if not now.points:
        raise Conflict("They no longer fit each other: the price or the area is far from what is wanted.")
    return now.score


async def _take_up(work: Work, match: Match, side: DealSide, share: int, note: str | None, score: int) -> None:
    by_colleague = match.ending is DealEnding.DECLINED and match.ended_by is not side
    if by_colleague and match.reopened_at is None:
        raise Conflict("Your colleague has turned this down.")
    match.begin_again()
    match.score = score
    match.propose(side, share, note, work.now())
    await work.flush()
    await _tell_or_agree(work, match, is_first=True)


async def _tell_or_agree(work: Work, match: Match, *, is_first: bool) -> None:
    if match.within_one_realtor:
        await agree(work, match)
    else:
        await tell_offer(work, match, is_first=is_first)
