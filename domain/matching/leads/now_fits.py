"""Who was promised to be told when something fits is told of the first that does, once. Parts of use cases."""

from domain.matching.deals.match import DealSide
from domain.matching.leads.lead import Lead, LeadId
from domain.matching.properties.property import Property, PropertyId
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.work import Work

MOST_TOLD = 100
"""How many realtors (the best fits first) one new row is told to."""


async def tell_who_awaits_property(work: Work, offered: Property) -> None:
    """A property is new, or fits otherwise than before: tell realtors whose leads have nothing yet."""
    found = await work.matching.matches.leads_awaiting(offered, limit=MOST_TOLD)
    await work.matching.matches.stop_awaiting(DealSide.LEAD, [one.id for one in found])
    for lead in await work.matching.leads.many([LeadId(one.id) for one in found]):
        await _tell(work, DealSide.LEAD, lead, offered)


async def tell_who_awaits_lead(work: Work, lead: Lead) -> None:
    """A lead is new, or asks for something else than before: tell realtors whose properties have nothing yet."""
    found = await work.matching.matches.properties_awaiting(lead, limit=MOST_TOLD)
    await work.matching.matches.stop_awaiting(DealSide.PROPERTY, [one.id for one in found])
    for offered in await work.matching.properties.many([PropertyId(one.id) for one in found]):
        await _tell(work, DealSide.PROPERTY, lead, offered)


async def _tell(work: Work, side: DealSide, lead: Lead, offered: Property) -> None:
    person = lead.realtor_id if side is DealSide.LEAD else offered.realtor_id
    data = {"lead_id": lead.id, "property_id": offered.id, "side": side}
    await tell(
        work,
        person,
        NotificationKind.NOW_FITS,
        data,
        f"now_fits:{side}:{lead.id}:{offered.id}:{work.now().isoformat()}",
    )
