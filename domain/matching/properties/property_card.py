"""What other realtors see of a property, at the stage at which they look at it."""

import datetime as dt
from dataclasses import dataclass, fields

from domain.files.stored_file import FileId
from domain.matching.deals.disclosure import PROPERTY, Stage, shown
from domain.matching.properties.property import Property, PropertyId
from domain.matching.status import CardStatus, RentPeriod
from domain.matching.terms import Condition, Deal, PropertyClass, PropertyType
from domain.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyCard:
    """Fields as in `Property`."""

    id: PropertyId
    deal: Deal
    property_type: PropertyType
    city: str
    price: Money
    area: int
    rooms: int
    commission_share: int
    period: RentPeriod | None
    district: str | None
    street: str | None
    house_number: str | None
    metro_station: str | None
    residential_complex: str | None
    floor: int | None
    total_floors: int | None
    year_built: int | None
    property_class: PropertyClass | None
    condition: Condition | None
    photos: tuple[FileId, ...]
    description: str | None
    status: CardStatus
    created_at: dt.datetime

    @classmethod
    def of(cls, offered: Property, stage: Stage) -> "PropertyCard":
        """The card of a property as a colleague sees it."""
        return cls(**{one.name: shown(PROPERTY, one.name, getattr(offered, one.name), stage) for one in fields(cls)})
