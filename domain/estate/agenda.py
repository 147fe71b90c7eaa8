"""What a keeper's day is made of, counted in the database however many objects and leases there are."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from domain.estate.lease import LeaseId
from domain.money import Money
from domain.people.person import PersonId


@dataclass(frozen=True, slots=True)
class Debt:
    """What should have been paid for a lease before today."""

    lease_id: LeaseId
    owed: Money


class Agenda(Protocol):
    """What there is to do about objects that somebody keeps."""

    async def debts(self, keeper: PersonId, today: dt.date) -> list[Debt]:
        """Every lease, ended or not, with something overdue: the largest sums first, currency by currency."""

    async def ending(self, keeper: PersonId, first: dt.date, last: dt.date) -> list[LeaseId]:
        """Leases whose last day is from the first to the last of these, the soonest first."""

    async def objects(self, keeper: PersonId) -> int:
        """How many objects are kept and not in the archive."""
