"""A realtor looks through the properties that fit a lead, one card at a time, the best first, then the newest.

Not shown: archived ones, what the realtor has turned down for this lead, what is already matched with it, and their
own ones unless they ask for them.
"""

from domain.matching.colleague import Colleague
from domain.matching.fit import fit
from domain.matching.found import Cursor
from domain.matching.lead import LeadId
from domain.matching.property import Property, PropertyId
from domain.matching.recommendation import COUNTED, Recommended, card
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, query


@query(Action.NEGOTIATE)
async def recommend_properties(
    work: Work,
    actor: Person,
    lead_id: LeadId,
    *,
    offset: int = 0,
    after: Cursor | None = None,
    own: bool = False,
) -> Recommended[Property]:
    """The card at `offset`, or the first one after the cursor; `Conflict` for an archived lead."""
    lead = await work.leads.of(actor.id, lead_id)
    if not lead.is_active:
        raise Conflict("This lead has been in the archive since {date}.", date=lead.archived_at)
    found = await work.matches.properties_for(lead, own=own, after=after, offset=0 if after else offset, limit=2)
    total = await work.matches.count_properties_for(lead, own=own, at_most=COUNTED)
    if not found:
        return Recommended(None, offset, total, has_next=False)
    offered = await work.properties.get(PropertyId(found[0].id))
    shown = card(
        offered,
        Colleague.of(await work.people.get(offered.realtor_id)),
        found[0],
        fit(lead, offered, work.matches.rules),
        is_own=offered.realtor_id == actor.id,
        share=offered.commission_share,
    )
    return Recommended(shown, offset, total, has_next=len(found) > 1)
