"""A changed price is told to the realtor who talks about it or has agreed on it: old, new, by how much."""

from domain.matching.match import MatchStatus, Side
from domain.matching.negotiation import about
from domain.matching.property import Property
from domain.matching.reopening import change_in_percent, rounded
from domain.money import Money
from domain.notifications.notification import Kind
from domain.notifications.tell import tell
from domain.work import Work


async def tell_price_in_talks(work: Work, offered: Property, old_price: Money) -> None:
    """The property's price has changed from `old_price` to what it is now; every change counts for who is in a talk."""
    percent = rounded(change_in_percent(old_price, offered.price, work.matches.rules.rates))
    for status in (MatchStatus.PENDING, MatchStatus.ACCEPTED):
        for match in await work.matches.hold_of(Side.PROPERTY, offered.id, status):
            if match.within_one_realtor:
                continue
            data = {
                **about(match, Side.LEAD),
                "old": {"minor": old_price.minor, "currency": old_price.currency},
                "new": {"minor": offered.price.minor, "currency": offered.price.currency},
                "percent": percent,
            }
            key = f"price_in_talk:{match.id}:{offered.version}"
            await tell(work, match.lead_realtor_id, Kind.PRICE_IN_TALK, data, key)
