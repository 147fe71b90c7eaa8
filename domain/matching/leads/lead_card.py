"""What other realtors see of a lead: everything it asks for; whose it is, once both have agreed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields

from domain.matching.deals.disclosure import LEAD, Stage, shown
from domain.matching.leads.lead import Lead, LeadId
from domain.matching.recommendations.budget import Budget
from domain.matching.status import CardStatus, RentPeriod
from domain.matching.terms import Condition, Deal, PaymentMethod, PropertyClass, PropertyType


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadCard:
    """Fields as in `Lead` and in its private part."""

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
    status: CardStatus
    created_at: dt.datetime
    client_name: str | None
    client_contacts: str | None

    @classmethod
    def of(cls, lead: Lead, stage: Stage, private: Mapping[str, str | None]) -> "LeadCard":
        """The card of a lead as a colleague sees it; `private` is what the vault keeps of it, where that is open."""

        def value(name: str) -> object:
            return private.get(name) if name.startswith("client_") else getattr(lead, name)

        return cls(**{one.name: shown(LEAD, one.name, value(one.name), stage) for one in fields(cls)})
