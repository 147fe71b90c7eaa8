"""A second, independent calculation of rents: rows and loops over single days, as one would do it in a spreadsheet.

It shares no code with the product and knows nothing of it: what was agreed and what was paid goes in by hand, and every
figure is worked out anew from the single days.
"""

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

ONE_DAY = dt.timedelta(days=1)


def first_of_next(month: dt.date) -> dt.date:
    year, number = (month.year + 1, 1) if month.month == 12 else (month.year, month.month + 1)
    return dt.date(year, number, 1)


def last_of(month: dt.date) -> dt.date:
    return first_of_next(month) - ONE_DAY


def days_of(month: dt.date) -> Iterator[dt.date]:
    day = month.replace(day=1)
    while day.month == month.month:
        yield day
        day += ONE_DAY


def months_from(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = first_of_next(month)


def half_up(amount: Fraction) -> int:
    return int(amount + Fraction(1, 2))


@dataclass
class LeaseRow:
    """What was agreed."""

    object: str
    currency: str
    area: int
    starts: dt.date
    ends: dt.date | None
    due_day: int
    prices: list[tuple[dt.date, int]]
    """Since when a month costs how much."""
    reminders: tuple[int, ...] = (-3, 0, 1, 7)
    _worked_out: dict[tuple[Any, ...], int] = field(default_factory=dict)

    def runs(self, day: dt.date) -> bool:
        return self.starts <= day and (self.ends is None or day <= self.ends)

    def price(self, day: dt.date) -> int:
        known = self.prices[0][1]
        for since, minor in self.prices:
            if since <= day:
                known = minor
        return known

    def rent(self, month: dt.date) -> int:
        agreed = (month, self.ends, tuple(self.prices))
        if agreed not in self._worked_out:
            self._worked_out[agreed] = self._rent(month)
        return self._worked_out[agreed]

    def _rent(self, month: dt.date) -> int:
        size = calendar.monthrange(month.year, month.month)[1]
        return half_up(sum((Fraction(self.price(day), size) for day in days_of(month) if self.runs(day)), Fraction(0)))

    def due(self, month: dt.date) -> dt.date:
        return max(month.replace(day=min(self.due_day, last_of(month).day)), self.starts)

    def rents(self, until: dt.date) -> list[tuple[dt.date, int, dt.date]]:
        """Due day, amount and month of everything that has fallen due by a day."""
        rents = ((self.due(month), self.rent(month), month) for month in months_from(self.starts, until))
        return [(due, minor, month) for due, minor, month in rents if minor and due <= until]


@dataclass
class Line:
    """Something that was charged or paid besides the rent, in the order in which it was entered."""

    lease: str
    day: dt.date
    minor: int
    deposit: bool = False
    gone: bool = False


@dataclass
class Cell:
    """So much of a payment stands beside a charge, or beside the rent of a month."""

    payment: Line
    what: str
    minor: int


@dataclass
class Spreadsheet:
    """All of it."""

    added: dict[str, dt.date] = field(default_factory=dict)
    """On which day each object was entered."""
    leases: dict[str, LeaseRow] = field(default_factory=dict)
    charges: list[Line] = field(default_factory=list)
    payments: list[Line] = field(default_factory=list)
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    """What each payment of a lease was written beside, in the order in which it was."""
    told: dict[str, list[dt.date]] = field(default_factory=dict)
    """On which days the tenant of a lease was reminded."""
    _told: set[tuple[str, str, int]] = field(default_factory=set)

    def owed(self, name: str, until: dt.date) -> list[tuple[dt.date, int, str, bool]]:
        """Due day, amount, what for and whether it is a deposit, the oldest first."""
        rents = [(day, minor, f"{month:%Y-%m}", False) for day, minor, month in self.leases[name].rents(until)]
        others = [
            (one.day, one.minor, f"other {number}", one.deposit)
            for number, one in enumerate(self.charges)
            if one.lease == name and not one.gone and one.day <= until
        ]
        return sorted([*rents, *others], key=lambda one: one[0])

    def paid(self, name: str, until: dt.date = dt.date.max) -> list[Line]:
        of_lease = [one for one in self.payments if one.lease == name and not one.gone and one.day <= until]
        return sorted(of_lease, key=lambda one: one.day)

    def balance(self, name: str, today: dt.date) -> int:
        return sum(one.minor for one in self.paid(name)) - sum(minor for _, minor, _, _ in self.owed(name, today))

    def things(self, name: str, today: dt.date) -> list[tuple[dt.date, int, str, bool]]:
        """All that money can go into: what has been charged by a day, the oldest first, then month after month."""
        ahead = today + dt.timedelta(days=800)
        every = self.owed(name, ahead)
        here = [one for one in every if one[0] <= today or one[2].startswith("other")]
        return [*here, *(one for one in every if one not in here)]

    def settle(self, name: str, today: dt.date) -> None:
        """After each row: what is gone or too much is rubbed out, what is free is written where something is open."""
        things = self.things(name, today)
        cells = [one for one in self.cells.get(name, []) if not one.payment.gone]
        sizes = {what: minor for _, minor, what, _ in things}
        for cell in reversed(cells):
            beside = sum(one.minor for one in cells if one.what == cell.what)
            cell.minor -= min(cell.minor, max(0, beside - sizes.get(cell.what, 0)))
        for _, minor, what, _ in things:
            for payment in self.paid(name):
                free = payment.minor - sum(one.minor for one in cells if one.payment is payment)
                poured = min(free, minor - sum(one.minor for one in cells if one.what == what))
                if poured > 0:
                    cells.append(Cell(payment, what, poured))
            if sum(one.minor for one in cells) == sum(one.minor for one in self.paid(name)):
                break
        self.cells[name] = [one for one in cells if one.minor]

    def open(self, name: str, until: dt.date) -> list[tuple[dt.date, int, str]]:
        """What is left of everything that falls due by a day."""
        left = []
        for day, minor, what, _ in self.owed(name, until):
            written = sum(one.minor for one in self.cells.get(name, []) if one.what == what)
            if minor > written:
                left.append((day, minor - written, what))
        return left

    def into_deposits(self, name: str) -> dict[dt.date, int]:
        """How much of what was paid on each day went into deposits."""
        deposits = {f"other {number}" for number, one in enumerate(self.charges) if one.deposit}
        went: dict[dt.date, int] = {}
        for cell in self.cells.get(name, []):
            if cell.what in deposits:
                went[cell.payment.day] = went.get(cell.payment.day, 0) + cell.minor
        return went

    def received(self, names: Iterable[str], month: dt.date) -> int:
        total = 0
        for name in names:
            total += sum(one.minor for one in self.paid(name) if one.day.replace(day=1) == month)
            total -= sum(minor for day, minor in self.into_deposits(name).items() if day.replace(day=1) == month)
        return total

    def due(self, names: Iterable[str], month: dt.date) -> int:
        owed = [one for name in names for one in self.owed(name, last_of(month))]
        return sum(minor for day, minor, _, deposit in owed if day.replace(day=1) == month and not deposit)

    def let(self, whole: dict[str, int], month: dt.date, today: dt.date) -> tuple[int, int]:
        """The whole area of these objects and the part that was let, as averages over the days so far."""
        days = [day for day in days_of(month) if day <= today]
        area_days = let_days = 0
        for day in days:
            for name, area in whole.items():
                if not self.is_there(name, day):
                    continue
                running = sum(one.area for one in self.leases.values() if one.object == name and one.runs(day))
                area_days += area
                let_days += min(area, running)
        return half_up(Fraction(area_days, len(days))), half_up(Fraction(let_days, len(days)))

    def is_there(self, name: str, day: dt.date) -> bool:
        """Whether an object had been entered by a day, or was being let, or had been."""
        return self.added[name] <= day or any(one.object == name and one.starts <= day for one in self.leases.values())

    def tell(self, name: str, today: dt.date) -> None:
        """The tenant's morning: each step once, the latest of those that came in the last three days.

        What is late is told together, in steps counted from the first of it: on the agreed days after, then weekly;
        what is later by more than a week begins new steps. What is to come is told on the agreed days before, each for
        itself, but not in the first week of a debt. Nobody is reminded 120 days after the lease has ended.
        """
        row = self.leases[name]
        if row.ends is not None and today > row.ends + dt.timedelta(days=120):
            return
        things = self.open(name, today - dt.timedelta(days=min(row.reminders, default=0)))
        steps: list[tuple[str, int, list[int]]] = []
        late = sorted(day for day, _, _ in things if day < today)
        begun = late[0] if late else today
        for day in late:
            if day > begun + dt.timedelta(days=7):
                begun = day
        after = [one for one in row.reminders if one > 0]
        if late and after:
            age = (today - begun).days
            weekly = [after[-1] + 7 * number for number in range(1, 60) if 0 <= age - after[-1] - 7 * number <= 1]
            steps.append((f"late since {begun}", age, [*after, *weekly]))
        if not late or not after or today > begun + dt.timedelta(days=7):
            before = [one for one in row.reminders if one <= 0]
            steps += [(what, (today - day).days, before) for day, _, what in things if day >= today]
        new = False
        for what, age, days in steps:
            come = [one for one in days if 0 <= age - one <= 3]
            if come and (name, what, max(come)) not in self._told:
                self._told.add((name, what, max(come)))
                new = True
        if new:
            self.told.setdefault(name, []).append(today)
