"""A changed price is told once to each realtor whom it concerns: old, new, by how much, and for which of their leads.

Who talks about the property, or has agreed on it, hears of every change; who only has a lead that it newly fits is told
of that. Somebody with several such leads gets one message that names them all.
"""

from collections.abc import Mapping, Sequence

from domain.matching.deals.match import DealSide, Match, MatchStatus
from domain.matching.deals.negotiation import about
from domain.matching.deals.reopening import change_in_percent, rounded
from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import Property
from domain.money import Money
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import PersonId
from domain.work import Work


async def tell_new_price(
    work: Work, offered: Property, old_price: Money, newly: Mapping[PersonId, Sequence[LeadId]]
) -> None:
    """The price has changed from `old_price` to what it is now; `newly` are the leads that it fits only now."""
    change = {
        "old": {"minor": old_price.minor, "currency": old_price.currency},
        "new": {"minor": offered.price.minor, "currency": offered.price.currency},
        "percent": rounded(change_in_percent(old_price, offered.price, work.matching.matches.rules.rates)),
    }
    talks = await _talks_of_each(work, offered)
    for realtor, matches in talks.items():
        leads = list(dict.fromkeys((*(one.lead_id for one in matches), *newly.get(realtor, ()))))
        data = {**about(matches[0], DealSide.LEAD), "lead_ids": leads, **change}
        key = f"price_in_talk:{matches[0].id}:{offered.version}"
        await tell(work, realtor, NotificationKind.PRICE_IN_TALK, data, key)
    for realtor, fitting in newly.items():
        if realtor not in talks:
            data = {"property_id": offered.id, "lead_id": fitting[0], "lead_ids": list(fitting), **change}
            key = f"price:{offered.id}:{offered.price.minor}{offered.price.currency}:{fitting[0]}"
            await tell(work, realtor, NotificationKind.PRICE_CHANGED, data, key)


async def _talks_of_each(work: Work, offered: Property) -> dict[PersonId, list[Match]]:
    """Talks about the property by the realtor of the lead, what is agreed on first."""
    talks: dict[PersonId, list[Match]] = {}
    for status in (MatchStatus.ACCEPTED, MatchStatus.PENDING):
        for match in await work.matching.matches.hold_of(DealSide.PROPERTY, offered.id, status):
            if not match.within_one_realtor:
                talks.setdefault(match.lead_realtor_id, []).append(match)
    return talks
