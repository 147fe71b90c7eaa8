"""What of a lead and a property decides how well they fit, in whole numbers.

Prices are in minor units of the base currency, areas in hundredths of a square metre. Places are compared by
a key of their name in which letter case, ё and spacing do not matter.
"""

from dataclasses import dataclass
from hashlib import blake2b

from domain.matching.leads.lead import Lead
from domain.matching.properties.property import Property
from domain.matching.recommendations.wanted_places import with_parts
from domain.matching.status import RentPeriod
from domain.matching.terms import Condition, Deal, PropertyClass, PropertyType
from domain.money import Money, Rates

KEY_MASK = (1 << 62) - 1
"""A key fits a signed 64-bit column; among thousands of names two alike are less likely than a bad disk."""
MOST_PRICE = 10**14
"""Minor units of the base currency; points of any price up to this stay within 64 bits."""


def place_key(name: str) -> int:
    """The same positive number for the same place, however it is written."""
    plain = " ".join(name.casefold().replace("ё", "е").split())
    return int.from_bytes(blake2b(plain.encode(), digest_size=8).digest(), "big") & KEY_MASK | 1


def gate_key(deal: Deal, period: RentPeriod | None, city: str) -> int:
    """What has to be the same in both: the deal, what the rent is paid for, and the city."""
    return place_key(f"{deal} {period or '-'} {city}")


def base_price(price: Money, rates: Rates) -> int | None:
    """The price in the base currency, or None for a currency without a rate."""
    if price.currency != rates.base and price.currency not in rates.worth:
        return None
    return min(rates.in_base(price), MOST_PRICE)


@dataclass(frozen=True, slots=True)
class Wish:
    """A lead's side; an empty set or None means that it does not matter."""

    gate: int
    price_min: int | None
    price_max: int | None
    price_known: bool
    """False if the budget's currency has no rate; both bounds are None then."""
    districts: frozenset[int]
    metros: frozenset[int]
    rooms: frozenset[int]
    area_min: int | None
    area_max: int | None
    property_type: PropertyType | None
    property_class: PropertyClass | None
    condition: Condition | None


@dataclass(frozen=True, slots=True)
class Offering:
    """A property's side; None means that nobody has said."""

    gate: int
    price: int | None
    district: int | None
    metro: int | None
    rooms: int
    area: int
    property_type: PropertyType
    property_class: PropertyClass | None
    condition: Condition | None


def wish_of(lead: Lead, rates: Rates) -> Wish:
    """What the lead asks for."""
    least = None if lead.budget.from_ is None else base_price(lead.budget.from_, rates)
    most = None if lead.budget.to is None else base_price(lead.budget.to, rates)
    return Wish(
        gate=gate_key(lead.deal, lead.period, lead.city),
        price_min=least,
        price_max=most,
        price_known=least is not None or most is not None,
        districts=frozenset(map(place_key, with_parts(lead.districts, lead.city))),
        metros=frozenset(map(place_key, lead.metro_stations)),
        rooms=frozenset(lead.rooms),
        area_min=lead.area_min,
        area_max=lead.area_max,
        property_type=lead.property_type,
        property_class=lead.property_class,
        condition=lead.condition,
    )


def offering_of(offered: Property, rates: Rates) -> Offering:
    """What the property offers."""
    return Offering(
        gate=gate_key(offered.deal, offered.period, offered.city),
        price=base_price(offered.price, rates),
        district=place_key(offered.district) if offered.district else None,
        metro=place_key(offered.metro_station) if offered.metro_station else None,
        rooms=offered.rooms,
        area=offered.area,
        property_type=offered.property_type,
        property_class=offered.property_class,
        condition=offered.condition,
    )
