"""An object: a building or premises that an owner has, kept up to date by a manager or by the owner alone."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from domain.estate.parties.party import PartyId
from domain.files.stored_file import FileId
from domain.people.person import RIGHTS_OF_AN_OBJECTS_MANAGER, Action, PersonId
from domain.refusal import Conflict

PremisesId = NewType("PremisesId", int)
READINGS_FROM, READINGS_UNTIL = 20, 25
"""Days of the month on which readings may be sent unless an object says otherwise."""


class Category(StrEnum):
    """What kind of object it is."""

    FLAT = "flat"
    ROOM = "room"
    HOUSE = "house"
    OFFICE = "office"
    SHOP = "shop"
    WAREHOUSE = "warehouse"
    PRODUCTION = "production"
    GARAGE = "garage"
    LAND = "land"
    OTHER = "other"


@dataclass(eq=False, kw_only=True)
class Premises:
    """An object; the calendar's objects are the same ones, of which only name, area and address have to be known."""

    id: PremisesId = field(default=PremisesId(0), init=False)
    manager_id: PersonId
    """Who keeps it up to date: a manager, or the owner alone."""
    owner_id: PartyId
    created_at: dt.datetime
    name: str
    """How it is called in lists: "Лесная, 4" or "Студия на Арбате"."""
    address: str | None = None
    """Street and house."""
    city: str | None = None
    category: Category | None = None
    area: int | None = None
    """All of it, in hundredths of a square metre; None while nobody has said it."""
    currency: str
    """ISO 4217; rents, costs and bills of the object are in it."""
    balance_sheet_holder: str | None = None
    description: str | None = None
    photos: tuple[FileId, ...] = ()
    readings_from_day: int = READINGS_FROM
    """The day of the month on which readings may be sent for that month."""
    readings_until_day: int = READINGS_UNTIL
    property_id: int | None = None
    """The realtors' property by which it is offered while it is vacant."""
    archived_at: dt.datetime | None = None
    search_text: str = field(default="", init=False)
    """What the search looks in, kept by the repository."""
    version: int = field(default=0, init=False)

    @property
    def is_active(self) -> bool:
        """Whether it is not in the archive."""
        return self.archived_at is None

    def rights_of(self, person: PersonId) -> frozenset[Action]:
        """What the object gives the person the right to do: its manager runs it, its owner and tenant only look."""
        return RIGHTS_OF_AN_OBJECTS_MANAGER if person == self.manager_id else frozenset()

    def must_be_active(self) -> None:
        """Refuse what nothing can be done with while it is in the archive."""
        if not self.is_active:
            raise Conflict("This object has been in the archive since {date}.", date=self.archived_at)

    def archive(self, now: dt.datetime) -> None:
        """Put it away; what has been booked about it stays."""
        self.must_be_active()
        self.archived_at = now

    def restore(self) -> None:
        """Bring it back from the archive."""
        if self.archived_at is None:
            raise Conflict("This object is not in the archive.")
        self.archived_at = None
