"""A lead being filled in: every field is optional but deal, city and budget."""

from dataclasses import dataclass, fields, replace
from typing import Any

from domain.matching.leads.lead import Lead
from domain.matching.recommendations.budget import Budget
from domain.matching.status import RentPeriod
from domain.matching.terms import Condition, Deal, PaymentMethod, PropertyClass, PropertyType
from domain.refusal import Refusal
from domain.typed import limits

PRIVATE = ("client_name", "client_contacts", "notes")
"""What only the vault keeps."""


@dataclass(kw_only=True)
class LeadDraft:
    """Fields as in `Lead`, any of them unknown, and the private ones."""

    deal: Deal | None = None
    period: RentPeriod | None = None
    city: str | None = None
    districts: tuple[str, ...] = ()
    metro_stations: tuple[str, ...] = ()
    budget: Budget | None = None
    area_min: int | None = None
    area_max: int | None = None
    rooms: tuple[int, ...] = ()
    property_type: PropertyType | None = None
    property_class: PropertyClass | None = None
    condition: Condition | None = None
    payment_method: PaymentMethod | None = None
    additional_requirements: str | None = None
    title: str | None = None
    client_name: str | None = None
    client_contacts: str | None = None
    notes: str | None = None

    REQUIRED = ("deal", "city", "budget")
    """In the order in which they are asked for."""

    def missing(self) -> tuple[str, ...]:
        """Names of required fields that are still unknown, in the order of asking."""
        return tuple(name for name in self.REQUIRED if getattr(self, name) is None)

    def checked(self) -> "LeadDraft":
        """The same tidied up, or a `Refusal` about the first thing that cannot be."""
        tidied = replace(
            self,
            city=limits.tidy(self.city, limits.NAME),
            districts=limits.tidy_all(self.districts),
            metro_stations=limits.tidy_all(self.metro_stations),
            rooms=tuple(sorted(set(self.rooms))),
            additional_requirements=limits.tidy(self.additional_requirements, limits.LONG_TEXT),
            title=limits.tidy(self.title, limits.TITLE),
            client_name=limits.tidy(self.client_name, limits.NAME),
            client_contacts=limits.tidy(self.client_contacts, limits.NOTE),
            notes=limits.tidy(self.notes, limits.LONG_TEXT),
            period=(self.period or RentPeriod.MONTH) if self.deal is Deal.RENT else None,
        )
        tidied.check()
        if missing := tidied.missing():
            raise Refusal("Not everything is filled in yet.", missing=missing)
        return tidied

    def check(self) -> None:
        """Refuse what cannot be, of what is known so far."""
        if self.budget is not None:
            self._check_budget(self.budget)
        for area in (self.area_min, self.area_max):
            if area is not None:
                limits.check_area(area)
        if self.area_min is not None and self.area_max is not None and self.area_min > self.area_max:
            raise Refusal("The smallest area wanted is larger than the largest.")
        for rooms in self.rooms:
            limits.check_rooms(rooms)

    @staticmethod
    def _check_budget(budget: Budget) -> None:
        if budget.least is None and budget.most is None:
            raise Refusal("A budget needs at least one bound: from, or up to.")
        for bound in (budget.from_, budget.to):
            if bound is not None:
                limits.check_money(bound)
        if budget.from_ is not None and budget.to is not None and budget.from_ > budget.to:
            raise Refusal("The budget begins above its end: {least} and {most}.", least=budget.from_, most=budget.to)

    @classmethod
    def of(cls, lead: Lead) -> "LeadDraft":
        """The draft that the lead would have come from, without what the vault keeps."""
        return cls(**{one.name: getattr(lead, one.name) for one in fields(cls) if one.name not in PRIVATE})

    def values(self) -> dict[str, Any]:
        """Field by field, as `Lead` takes them."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name not in PRIVATE}

    def private(self) -> dict[str, str | None]:
        """What goes to the vault."""
        return {name: getattr(self, name) for name in PRIVATE}
