"""A lead is what a realtor's client is looking for; who the client is stays with that realtor."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NewType

from domain.matching.recommendations.budget import Budget
from domain.matching.status import CardStatus, RentPeriod
from domain.matching.terms import Condition, Deal, PaymentMethod, PropertyClass, PropertyType
from domain.people.person import PersonId
from domain.refusal import Conflict

LeadId = NewType("LeadId", int)


def private_notes(lead_id: LeadId) -> str:
    """Under what the vault keeps the client's name, contacts and the notes of a lead."""
    return f"lead:{lead_id}"


@dataclass(eq=False, kw_only=True)
class Lead:
    """A request; an empty tuple or None means that the client does not mind.

    The client's name, contacts and the realtor's notes are not here but in the vault of the realtor.
    """

    id: LeadId = field(default=LeadId(0), init=False)
    realtor_id: PersonId
    created_at: dt.datetime
    deal: Deal
    city: str
    budget: Budget
    period: RentPeriod | None = None
    districts: tuple[str, ...] = ()
    metro_stations: tuple[str, ...] = ()
    area_min: int | None = None
    """In hundredths of a square metre, like `area_max`."""
    area_max: int | None = None
    rooms: tuple[int, ...] = ()
    """0 is a studio."""
    property_type: PropertyType | None = None
    property_class: PropertyClass | None = None
    condition: Condition | None = None
    payment_method: PaymentMethod | None = None
    additional_requirements: str | None = None
    title: str | None = None
    """How the owner calls it; never shown to anybody else, because people put names into it."""
    has_client: bool = False
    """Whether the vault knows the client's name or contacts."""
    status: CardStatus = CardStatus.ACTIVE
    archived_at: dt.datetime | None = None
    deal_done: bool = False
    """Whether it is in the archive because its deal was completed."""
    search_text: str = field(default="", init=False)
    """What the search looks in, kept by the repository."""
    version: int = field(default=0, init=False)

    @property
    def is_active(self) -> bool:
        """Whether it takes part in recommendations."""
        return self.status is CardStatus.ACTIVE

    def must_be_active(self) -> None:
        """Refuse what nothing can be done with while it is in the archive."""
        if not self.is_active:
            raise Conflict("This lead has been in the archive since {date}.", date=self.archived_at)

    def archive(self, now: dt.datetime, *, deal_done: bool = False) -> None:
        """Take it out of every recommendation; `deal_done` says that its deal has been completed."""
        self.must_be_active()
        self.status, self.archived_at, self.deal_done = CardStatus.ARCHIVED, now, deal_done

    def restore(self) -> None:
        """Bring it back from the archive."""
        if self.is_active:
            raise Conflict("This lead is not in the archive.")
        self.status, self.archived_at, self.deal_done = CardStatus.ACTIVE, None, False
