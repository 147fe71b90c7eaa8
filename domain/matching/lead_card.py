"""What other realtors see of a lead: everything it asks for, and nothing about whose it is."""

import datetime as dt
from dataclasses import dataclass, fields

from domain.matching.budget import Budget
from domain.matching.lead import Lead, LeadId
from domain.matching.status import RentPeriod, Status
from domain.matching.terms import Condition, Deal, PaymentMethod, PropertyClass, PropertyType


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadCard:
    """Fields as in `Lead`; without title, client and notes."""

    id: LeadId
    deal: Deal
    period: RentPeriod | None
    city: str
    districts: tuple[str, ...]
    metro_stations: tuple[str, ...]
    budget: Budget
    area_min: int | None
    area_max: int | None
    rooms: tuple[int, ...]
    property_type: PropertyType | None
    property_class: PropertyClass | None
    condition: Condition | None
    payment_method: PaymentMethod | None
    additional_requirements: str | None
    status: Status
    created_at: dt.datetime

    @classmethod
    def of(cls, lead: Lead) -> "LeadCard":
        """The card of a lead."""
        return cls(**{one.name: getattr(lead, one.name) for one in fields(cls)})
