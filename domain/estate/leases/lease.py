"""A lease: who rents how much of an object, from when until when, for how much, due on which day."""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import NewType

from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId
from domain.files.stored_file import FileId
from domain.money import Money
from domain.people.person import PersonId

LeaseId = NewType("LeaseId", int)

UTILITIES_DUE = 10
"""The day of the following month on which utilities are due unless the lease says otherwise."""

REMINDED = (-3, 0, 1, 7)
"""Days from the due day on which a tenant is reminded unless the lease says otherwise: before, on, and after it."""


TOLD_BEFORE = (60, 30, 7)
"""Days before its last one on which the manager, the owner and the tenant are told that it ends."""


@dataclass(frozen=True, slots=True)
class RentStep:
    """What a month costs from a day on; the first step is what was agreed at the start."""

    since: dt.date
    minor: int


@dataclass(frozen=True, slots=True)
class MonthOfRent:
    """The rent of one calendar month of a lease, whole or for the days that it covers."""

    month: dt.date
    """Its first day."""
    due_on: dt.date
    minor: int
    days: int
    days_in_month: int
    shares: tuple[tuple[int, int], ...] = ()
    """How it came about: so many days at so much a month, in minor units."""


@dataclass(frozen=True, slots=True)
class RentToBook:
    """A lease whose next month falls due on this day of its manager."""

    lease_id: LeaseId
    on: dt.date
    manager_id: PersonId


@dataclass(eq=False, kw_only=True)
class Lease:
    """A lease; both its days are included, and an ended one keeps what is still owed."""

    id: LeaseId = field(default=LeaseId(0), init=False)
    premises_id: PremisesId
    tenant_id: PartyId
    created_at: dt.datetime
    starts_on: dt.date
    ends_on: dt.date | None = None
    """The last day; None while no end has been agreed."""
    ended_early: bool = False
    """Whether the last day was moved by ending it."""
    area: int | None = None
    """The rented part, in hundredths of a square metre; None: all of the object."""
    currency: str
    rent: tuple[RentStep, ...]
    """At least one step, the earliest first."""
    due_day: int
    """1-31; in a shorter month its last day."""
    contract_number: str | None = None
    contract_date: dt.date | None = None
    contract_file: FileId | None = None
    deposit: int | None = None
    """In minor units; what was taken as a security, not income."""
    utilities_due_day: int = UTILITIES_DUE
    """The day of the following month on which the utilities of a month are due."""
    reminders: tuple[int, ...] = REMINDED
    """Days from the due day, negative before it; empty: never reminded."""
    next_charge_on: dt.date | None = field(default=None, init=False)
    """When the first month that has not been charged yet falls due; None once all have been. Kept by `rent`."""
    notice_on: dt.date | None = field(default=None, init=False)
    """When those concerned are next told that it ends; None if there is nothing to tell."""
    version: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        """Have the first month charged when it falls due, and its end told in good time."""
        self.notice_on = self.next_notice(self.created_at.date())
        self.next_charge_on = self.month(self.starts_on.replace(day=1)).due_on

    def rent_on(self, day: dt.date) -> Money:
        """What a whole month costs as of this day."""
        step = next((one for one in reversed(self.rent) if one.since <= day), self.rent[0])
        return Money(step.minor, self.currency)

    def covers(self, day: dt.date) -> bool:
        """Whether it runs on this day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def next_notice(self, after: dt.date) -> dt.date | None:
        """The first day after this one on which its end is told."""
        if self.ends_on is None or self.is_void:
            return None
        days = [self.ends_on - dt.timedelta(days=one) for one in TOLD_BEFORE]
        return min((day for day in days if day > after and day >= self.starts_on), default=None)

    @property
    def is_void(self) -> bool:
        """Whether it was called off: it never ran."""
        return self.ends_on is not None and self.ends_on < self.starts_on

    def days_in(self, first: dt.date, last: dt.date) -> int:
        """How many days from `first` to `last`, both included, it runs."""
        start = max(first, self.starts_on)
        end = last if self.ends_on is None else min(last, self.ends_on)
        return max(0, (end - start).days + 1)

    def months(self, until: dt.date, since: dt.date | None = None) -> Iterator[MonthOfRent]:
        """The rent of every month (or of those from the one of `since` on) that is due by `until`.

        It is pro rata by days in a month that the lease covers in part. A month is due on the due day, or on the first
        day of the lease when that is later. Within a month in which the rent changes, each day costs its own step's
        share. Halves of the minor unit are rounded up.
        """
        month = max(self.starts_on, since or self.starts_on).replace(day=1)
        while self.ends_on is None or month <= self.ends_on:
            one = self.month(month)
            if one.due_on > until:
                return
            yield one
            month = next_month(month)

    def month(self, month: dt.date) -> MonthOfRent:
        """The rent of this month, which may be nothing."""
        size = days_in_month(month)
        last = month.replace(day=size)
        due_on = max(month.replace(day=min(self.due_day, size)), self.starts_on)
        shares = []
        for number, step in enumerate(self.rent):
            begins = month if number == 0 else max(month, step.since)
            ends = self.rent[number + 1].since - dt.timedelta(days=1) if number + 1 < len(self.rent) else last
            if days := self.days_in(begins, min(last, ends)):
                shares.append((days, step.minor))
        total = Decimal(sum(days * minor for days, minor in shares)) / size
        minor = int(total.quantize(Decimal(1), ROUND_HALF_UP))
        return MonthOfRent(month, due_on, minor, sum(days for days, _ in shares), size, tuple(shares))


def days_in_month(day: dt.date) -> int:
    """How long the month of this day is."""
    return calendar.monthrange(day.year, day.month)[1]


def next_month(month: dt.date) -> dt.date:
    """The first day of the month after."""
    return (month.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def months_back(month: dt.date, count: int) -> list[dt.date]:
    """The first days of `count` months, ending with this one, the oldest first."""
    number = month.year * 12 + month.month - 1
    return [dt.date(one // 12, one % 12 + 1, 1) for one in range(number - count + 1, number + 1)]
