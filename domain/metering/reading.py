"""A reading is what a meter shows for a month: the latest one counts, those before it are kept as its history.

A lease that ends has a final reading of its own beside that of the month.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from domain.estate.leases.lease import LeaseId
from domain.files.stored_file import FileId
from domain.metering.meter import MeterId, Values
from domain.metering.turnover import added
from domain.people.person import PersonId

ReadingId = NewType("ReadingId", int)
Slot = tuple[dt.date, LeaseId | None]
"""A month, and the lease at whose end the reading was taken if it is not that of the month."""


class Source(StrEnum):
    """Where a reading comes from."""

    TENANT = "tenant"
    MANAGER = "manager"
    AVERAGE = "average"
    """Nobody has looked at the meter: it is what the usual use would make of it."""


@dataclass(eq=False, kw_only=True)
class Reading:
    """One reading; never changed but for being replaced by a later one of the same month."""

    id: ReadingId = field(default=ReadingId(0), init=False)
    meter_id: MeterId
    month: dt.date
    """The first day of the month that it is for."""
    values: Values
    on: dt.date
    """The day on which the meter showed this."""
    source: Source
    by: PersonId | None
    """None when they have left."""
    at: dt.datetime
    photo: FileId | None = None
    final_of: LeaseId | None = None
    """The lease at whose end it was taken; None: it is that of the month."""
    beyond: Values | None = None
    """What the meter had counted, zone by zone, before it last began anew from zero; None: it never has."""
    replaced_at: dt.datetime | None = None
    """Since when a later reading counts instead."""

    @property
    def is_average(self) -> bool:
        """Whether nobody has looked at the meter."""
        return self.source is Source.AVERAGE

    @property
    def slot(self) -> Slot:
        """What only one reading of a meter counts for."""
        return self.month, self.final_of

    @property
    def place(self) -> tuple[dt.date, dt.date, ReadingId]:
        """Where it stands among those of its meter."""
        return self.month, self.on, self.id

    @property
    def counted(self) -> Values:
        """What it has counted in all: never less than before, also where it has begun anew."""
        return added(self.values, self.beyond or ())
