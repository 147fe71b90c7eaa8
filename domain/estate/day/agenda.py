"""What a manager's day is made of, counted in the database however many objects and leases there are."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from domain.estate.leases.lease import LeaseId
from domain.metering.window import Days, Window
from domain.money import Money
from domain.people.person import PersonId


@dataclass(frozen=True, slots=True)
class OpenDebt:
    """What should have been paid for a lease before today."""

    lease_id: LeaseId
    owed: Money


class Agenda(Protocol):
    """What there is to do about objects that somebody keeps."""

    async def debts(self, manager: PersonId, today: dt.date) -> list[OpenDebt]:
        """Every lease, ended or not, with something overdue: the largest sums first, currency by currency."""

    async def ending(self, manager: PersonId, first: dt.date, last: dt.date) -> list[LeaseId]:
        """Leases whose last day is from the first to the last of these, the soonest first."""

    async def reading_days(self, manager: PersonId) -> list[Days]:
        """Between which days of a month readings are taken at objects in use, each pair of days once."""

    async def unread(self, manager: PersonId, days: Days, window: Window) -> int:
        """How many objects with these days lack readings of the period while somebody rents there."""

    async def objects(self, manager: PersonId) -> int:
        """How many objects are kept and not in the archive."""
