"""A realtor looks through the properties that fit a lead, one card at a time, the best first, then the newest.

Not shown: archived ones, what the realtor has turned down for this lead, what is already matched with it, and their
own ones unless they ask for them.
"""

from functools import partial

from domain.matching.deals.colleague import colleague_of
from domain.matching.deals.disclosure import Stage
from domain.matching.leads.lead import Lead, LeadId
from domain.matching.properties.property import PropertyId
from domain.matching.properties.property_card import PropertyCard
from domain.matching.recommendations.fit import fit
from domain.matching.recommendations.looking_through import look
from domain.matching.recommendations.recommendation import COUNTED, OnScreen, Recommended, Step, card
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.NEGOTIATE)
async def recommend_properties(
    work: Work,
    actor: Person,
    lead_id: LeadId,
    *,
    offset: int = 0,
    at: PropertyId | None = None,
    step: Step = Step.HERE,
    own: bool = False,
) -> Recommended[PropertyCard]:
    """The card at `offset`, or the one at or beside the card `at`; `Conflict` for an archived lead."""
    lead = await work.matching.leads.of(actor.id, lead_id)
    lead.must_be_active()
    find = partial(work.matching.matches.properties_for, lead, own=own)
    ahead = partial(work.matching.matches.properties_ahead, lead, own=own, at_most=COUNTED)
    on_screen = None if at is None else await _on_screen(work, lead, at)
    cursor = None if on_screen is None else on_screen.cursor
    found, place, has_next = await look(find, ahead, at=cursor, step=step, offset=offset)
    gone = on_screen.gone(found, work.matching.matches.rules.score) if on_screen and step is Step.HERE else None
    total = await work.matching.matches.count_properties_for(lead, own=own, at_most=COUNTED)
    with_own = total if own else await work.matching.matches.count_properties_for(lead, own=True, at_most=COUNTED)
    if found is None:
        return Recommended(None, place, total, has_next=False, row=lead, own=with_own - total, gone=gone)
    offered = await work.matching.properties.get(PropertyId(found.id))
    shown = card(
        PropertyCard.of(offered, Stage.RECOMMENDED),
        await colleague_of(work, offered.realtor_id, Stage.RECOMMENDED),
        found,
        fit(lead, offered, work.matching.matches.rules),
        is_own=offered.realtor_id == actor.id,
        share=offered.commission_share,
    )
    return Recommended(shown, place, total, has_next=has_next, row=lead, own=with_own - total, gone=gone)


async def _on_screen(work: Work, lead: Lead, at: PropertyId) -> OnScreen:
    offered = await work.matching.properties.get(at)
    return OnScreen(at, offered.is_active, fit(lead, offered, work.matching.matches.rules))
