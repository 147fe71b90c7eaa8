"""A realtor looks through the leads that a property fits, one card at a time, the best first, then the newest.

The client's name and contacts stay hidden. Not shown: archived leads, what the realtor has turned down for this
property, what is already matched with it, and their own ones unless they ask for them.
"""

from functools import partial

from domain.matching.deals.colleague import colleague_of
from domain.matching.deals.disclosure import Stage
from domain.matching.leads.lead import LeadId
from domain.matching.leads.lead_card import LeadCard
from domain.matching.properties.property import Property, PropertyId
from domain.matching.recommendations.fit import fit
from domain.matching.recommendations.looking_through import look
from domain.matching.recommendations.recommendation import COUNTED, OnScreen, Recommended, Step, card
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.NEGOTIATE)
async def recommend_leads(
    work: Work,
    actor: Person,
    property_id: PropertyId,
    *,
    offset: int = 0,
    at: LeadId | None = None,
    step: Step = Step.HERE,
    own: bool = False,
) -> Recommended[LeadCard]:
    """The card at `offset`, or the one at or beside the card `at`; `Conflict` for an archived property."""
    offered = await work.matching.properties.of(actor.id, property_id)
    offered.must_be_active()
    find = partial(work.matching.matches.leads_for, offered, own=own)
    ahead = partial(work.matching.matches.leads_ahead, offered, own=own, at_most=COUNTED)
    on_screen = None if at is None else await _on_screen(work, offered, at)
    cursor = None if on_screen is None else on_screen.cursor
    found, place, has_next = await look(find, ahead, at=cursor, step=step, offset=offset)
    gone = on_screen.gone(found, work.matching.matches.rules.score) if on_screen and step is Step.HERE else None
    total = await work.matching.matches.count_leads_for(offered, own=own, at_most=COUNTED)
    with_own = total if own else await work.matching.matches.count_leads_for(offered, own=True, at_most=COUNTED)
    if found is None:
        return Recommended(None, place, total, has_next=False, row=offered, own=with_own - total, gone=gone)
    lead = await work.matching.leads.get(LeadId(found.id))
    shown = card(
        LeadCard.of(lead, Stage.RECOMMENDED, {}),
        await colleague_of(work, lead.realtor_id, Stage.RECOMMENDED),
        found,
        fit(lead, offered, work.matching.matches.rules),
        is_own=lead.realtor_id == actor.id,
        share=offered.commission_share,
    )
    return Recommended(shown, place, total, has_next=has_next, row=offered, own=with_own - total, gone=gone)


async def _on_screen(work: Work, offered: Property, at: LeadId) -> OnScreen:
    lead = await work.matching.leads.get(at)
    return OnScreen(at, lead.is_active, fit(lead, offered, work.matching.matches.rules))
