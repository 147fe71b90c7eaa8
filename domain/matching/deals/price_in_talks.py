"""A changed price is told to the realtor who talks about it or has agreed on it: old, new, by how much."""

from domain.matching.deals.match import DealSide, MatchStatus
from domain.matching.deals.negotiation import about
from domain.matching.deals.reopening import change_in_percent, rounded
from domain.matching.properties.property import Property
from domain.money import Money
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.work import Work


async def tell_price_in_talks(work: Work, offered: Property, old_price: Money) -> None:
    """The property's price has changed from `old_price` to what it is now; every change counts for who is in a talk."""
    percent = rounded(change_in_percent(old_price, offered.price, work.matching.matches.rules.rates))
    for status in (MatchStatus.PENDING, MatchStatus.ACCEPTED):
        for match in await work.matching.matches.hold_of(DealSide.PROPERTY, offered.id, status):
            if match.within_one_realtor:
                continue
            data = {
                **about(match, DealSide.LEAD),
                "old": {"minor": old_price.minor, "currency": old_price.currency},
                "new": {"minor": offered.price.minor, "currency": offered.price.currency},
                "percent": percent,
            }
            key = f"price_in_talk:{match.id}:{offered.version}"
            await tell(work, match.lead_realtor_id, NotificationKind.PRICE_IN_TALK, data, key)
