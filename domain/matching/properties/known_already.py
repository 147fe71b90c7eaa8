"""The same property or lead of a realtor is recognised when it is saved again, so that nobody is recommended it twice.

A property is the same at the same address with the same area, rooms and floor, whatever it costs now; one without an
address only if everything that is known of it is the same, as it is when the same text is sent again. A lead is the
same if all that is asked for is, and the client is.
"""

from domain.matching.leads.lead import Lead
from domain.matching.properties.property import Property
from domain.refusal import Conflict


class KnownAlready(Conflict):
    """The realtor has this among their active ones; `row` is its id."""

    def __init__(self, row: int) -> None:
        super().__init__("You have this already.")
        self.row = row


def is_same_property(one: Property, other: Property) -> bool:
    """Whether two properties of one realtor are one and the same."""
    shape = ("deal", "property_type", "area", "rooms", "floor")
    if not _equal(one, other, *shape) or _plain(one.city) != _plain(other.city):
        return False
    if one.street or other.street or one.house_number or other.house_number:
        return all(_plain(mine) == _plain(theirs) for mine, theirs in _addresses(one, other))
    rest = ("period", "price", "district", "metro_station", "residential_complex", "total_floors")
    return _equal(one, other, *rest) and _plain(one.description) == _plain(other.description)


def is_same_lead(one: Lead, other: Lead) -> bool:
    """Whether two leads of one realtor ask for the same; who the client is has to be compared besides."""
    wishes = (
        "deal", "period", "budget", "districts", "metro_stations", "area_min", "area_max", "rooms", "property_type",
        "property_class", "condition", "payment_method", "title",
    )  # fmt: skip
    texts = ((one.city, other.city), (one.additional_requirements, other.additional_requirements))
    return _equal(one, other, *wishes) and all(_plain(mine) == _plain(theirs) for mine, theirs in texts)


def _equal(one: object, other: object, *names: str) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _addresses(one: Property, other: Property) -> tuple[tuple[str | None, str | None], ...]:
    return (one.street, other.street), (one.house_number, other.house_number)


def _plain(text: str | None) -> str:
    """A text as it is compared: case, spaces and marks tell nothing apart."""
    return "".join(one for one in (text or "").casefold().replace("ё", "е") if one.isalnum())
