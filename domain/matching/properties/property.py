"""A property is what a realtor offers, with the commission share for the colleague who brings a client."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NewType

from domain.files.stored_file import FileId
from domain.matching.status import CardStatus, RentPeriod
from domain.matching.terms import Condition, Deal, PropertyClass, PropertyType
from domain.money import Money
from domain.people.person import PersonId
from domain.refusal import Conflict

PropertyId = NewType("PropertyId", int)


@dataclass(eq=False, kw_only=True)
class Property:
    """What is offered; everything here may be shown to any realtor.

    Places are kept by name (the gazetteer's Russian name where it knows the place, else as typed).
    A rent has a period, a sale has none.
    """

    id: PropertyId = field(default=PropertyId(0), init=False)
    realtor_id: PersonId
    created_at: dt.datetime
    deal: Deal
    property_type: PropertyType
    city: str
    price: Money
    area: int
    """In hundredths of a square metre."""
    rooms: int
    """0 is a studio."""
    commission_share: int
    """Of the commission, for the client's realtor, in hundredths of a percent."""
    period: RentPeriod | None = None
    district: str | None = None
    street: str | None = None
    house_number: str | None = None
    metro_station: str | None = None
    residential_complex: str | None = None
    floor: int | None = None
    total_floors: int | None = None
    year_built: int | None = None
    property_class: PropertyClass | None = None
    condition: Condition | None = None
    photos: tuple[FileId, ...] = ()
    description: str | None = None
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
            raise Conflict("This property has been in the archive since {date}.", date=self.archived_at)

    def archive(self, now: dt.datetime, *, deal_done: bool = False) -> None:
        """Take it out of every recommendation; `deal_done` says that its deal has been completed."""
        self.must_be_active()
        self.status, self.archived_at, self.deal_done = CardStatus.ARCHIVED, now, deal_done

    def restore(self) -> None:
        """Bring it back from the archive."""
        if self.is_active:
            raise Conflict("This property is not in the archive.")
        self.status, self.archived_at, self.deal_done = CardStatus.ACTIVE, None, False


@dataclass(eq=False, kw_only=True)
class PriceChange:
    """What a property cost from a moment on; the first entry is the price it was added with."""

    id: int = field(default=0, init=False)
    property_id: PropertyId
    price: Money
    since: dt.datetime
