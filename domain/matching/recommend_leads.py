"""A realtor looks through the leads that a property fits, one card at a time, the best first, then the newest.

The client's name and contacts stay hidden. Not shown: archived leads, what the realtor has turned down for this
property, what is already matched with it, and their own ones unless they ask for them.
"""

from domain.matching.colleague import Colleague
from domain.matching.fit import fit
from domain.matching.found import Cursor
from domain.matching.lead import LeadId
from domain.matching.lead_card import LeadCard
from domain.matching.property import PropertyId
from domain.matching.recommendation import COUNTED, Recommended, card
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, query


@query(Action.NEGOTIATE)
async def recommend_leads(
    work: Work,
    actor: Person,
    property_id: PropertyId,
    *,
    offset: int = 0,
    after: Cursor | None = None,
    own: bool = False,
) -> Recommended[LeadCard]:
    """The card at `offset`, or the first one after the cursor; `Conflict` for an archived property."""
    offered = await work.properties.of(actor.id, property_id)
    if not offered.is_active:
        raise Conflict("This property has been in the archive since {date}.", date=offered.archived_at)
    found = await work.matches.leads_for(offered, own=own, after=after, offset=0 if after else offset, limit=2)
    total = await work.matches.count_leads_for(offered, own=own, at_most=COUNTED)
    if not found:
        return Recommended(None, offset, total, has_next=False)
    lead = await work.leads.get(LeadId(found[0].id))
    shown = card(
        LeadCard.of(lead),
        Colleague.of(await work.people.get(lead.realtor_id)),
        found[0],
        fit(lead, offered, work.matches.rules),
        is_own=lead.realtor_id == actor.id,
        share=offered.commission_share,
    )
    return Recommended(shown, offset, total, has_next=len(found) > 1)
