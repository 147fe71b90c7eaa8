"""A property being filled in: every field is optional until it is saved, and then it has to make sense."""

import datetime as dt
from dataclasses import dataclass, fields, replace
from typing import Any

from domain.files.stored_file import FileId
from domain.matching.properties.property import Property
from domain.matching.status import RentPeriod
from domain.matching.terms import Condition, Deal, PropertyClass, PropertyType
from domain.money import Money
from domain.refusal import Refusal
from domain.typed import limits


@dataclass(kw_only=True)
class PropertyDraft:
    """Fields as in `Property`, any of them unknown."""

    deal: Deal | None = None
    period: RentPeriod | None = None
    property_type: PropertyType | None = None
    city: str | None = None
    district: str | None = None
    street: str | None = None
    house_number: str | None = None
    metro_station: str | None = None
    residential_complex: str | None = None
    price: Money | None = None
    area: int | None = None
    rooms: int | None = None
    floor: int | None = None
    total_floors: int | None = None
    year_built: int | None = None
    property_class: PropertyClass | None = None
    condition: Condition | None = None
    commission_share: int | None = None
    photos: tuple[FileId, ...] = ()
    description: str | None = None

    REQUIRED = ("deal", "property_type", "city", "price", "area", "rooms", "commission_share")
    """In the order in which they are asked for."""

    def missing(self) -> tuple[str, ...]:
        """Names of required fields that are still unknown, in the order of asking."""
        return tuple(name for name in self.REQUIRED if getattr(self, name) is None)

    def checked(self, now: dt.datetime) -> "PropertyDraft":
        """The same tidied up, or a `Refusal` about the first thing that cannot be."""
        tidied = replace(
            self,
            city=limits.tidy(self.city, limits.NAME),
            district=limits.tidy(self.district, limits.NAME),
            street=limits.tidy(self.street, limits.NAME),
            house_number=limits.tidy(self.house_number, limits.HOUSE_NUMBER),
            metro_station=limits.tidy(self.metro_station, limits.NAME),
            residential_complex=limits.tidy(self.residential_complex, limits.NAME),
            description=limits.tidy(self.description, limits.LONG_TEXT),
            photos=tuple(dict.fromkeys(self.photos)),
            period=(self.period or RentPeriod.MONTH) if self.deal is Deal.RENT else None,
        )
        tidied.check(now)
        if missing := tidied.missing():
            raise Refusal("Not everything is filled in yet.", missing=missing)
        return tidied

    def check(self, now: dt.datetime) -> None:
        """Refuse what cannot be, of what is known so far."""
        if self.price is not None:
            limits.check_money(self.price)
        if self.area is not None:
            limits.check_area(self.area)
        if self.rooms is not None:
            limits.check_rooms(self.rooms)
        limits.check_floors(self.floor, self.total_floors)
        if self.year_built is not None:
            limits.check_year(self.year_built, now)
        if self.commission_share is not None:
            limits.check_share(self.commission_share)
        if len(self.photos) > limits.MOST_PHOTOS:
            raise Refusal("At most {most} photos fit into one album.", most=limits.MOST_PHOTOS)

    @classmethod
    def of(cls, offered: Property) -> "PropertyDraft":
        """The draft that the property would have come from."""
        return cls(**{one.name: getattr(offered, one.name) for one in fields(cls)})

    def values(self) -> dict[str, Any]:
        """Field by field, as `Property` takes them."""
        return {one.name: getattr(self, one.name) for one in fields(self)}
