"""How use cases reach stored meters, readings and tariffs."""

import datetime as dt
from collections.abc import Collection
from typing import Protocol

from domain.estate.leases.lease import LeaseId
from domain.estate.objects.premises import Premises, PremisesId
from domain.metering.meter import Meter, MeterId
from domain.metering.reading import Reading, ReadingId, Slot
from domain.metering.tariff import Tariff
from domain.people.person import PersonId


class Meters(Protocol):
    """Stored meters with their readings."""

    async def managed_by(self, manager: PersonId, meter_id: MeterId, *, hold: bool = False) -> Meter:
        """A meter of an object that the person keeps, or `NotFound`."""

    async def of_lease(self, premises: PremisesId, lease: LeaseId, meter_id: MeterId, *, hold: bool = False) -> Meter:
        """A meter that counts what the lease of this object uses, or `NotFound`."""

    async def of_premises(self, premises_ids: Collection[PremisesId]) -> list[Meter]:
        """Every meter of these objects, out of use or not, by kind and age."""

    async def save(self, meter: Meter) -> None:
        """Keep a new or changed meter; gives a new one its id."""

    async def readings(self, meter_ids: Collection[MeterId]) -> list[Reading]:
        """Those that count, the earliest month first."""

    async def history(self, meter_id: MeterId, limit: int) -> list[Reading]:
        """The latest readings of a meter, also those that others have replaced, the newest first."""

    async def reading(self, reading_id: ReadingId) -> Reading:
        """Anybody's reading, or `NotFound`."""

    async def add_reading(self, reading: Reading) -> None:
        """Keep a new reading; a second one that counts for the same slot makes the transaction try again."""

    async def sent_by(self, person: PersonId) -> list[Reading]:
        """Every reading that the person has entered, the oldest first."""

    async def hold(self, premises_id: PremisesId) -> None:
        """Let nobody else change the readings of this object in the present transaction."""

    async def watch(self, premises_id: PremisesId, at: dt.datetime) -> None:
        """Look at the object's readings at this moment, and not before."""

    async def to_look_at(self, now: dt.datetime, limit: int) -> list[PremisesId]:
        """Objects in use whose moment has come, the longest waiting first."""

    async def is_due(self, premises_id: PremisesId, now: dt.datetime) -> bool:
        """Whether the object's moment has come; then it is held for the present transaction."""

    async def read_objects(self, manager: PersonId, since: dt.date) -> list[tuple[Premises, Meter, frozenset[Slot]]]:
        """The manager's objects in use, each with its meters in use and what was read since then."""


class Tariffs(Protocol):
    """Stored tariffs."""

    async def of_premises(self, premises_ids: Collection[PremisesId]) -> list[Tariff]:
        """Every tariff of these objects, the earliest first."""

    async def save(self, tariff: Tariff) -> None:
        """Keep a new or changed tariff; gives a new one its id."""
