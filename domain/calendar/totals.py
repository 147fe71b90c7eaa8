"""What a stretch of time comes to: done and still planned apart, by currency, month and object; never added across."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from domain.calendar.looking import DaySum
from domain.calendar.show_event import objects_of
from domain.estate.objects.premises import Premises, PremisesId
from domain.people.person import Action, Person
from domain.work import Work, query

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Total:
    """Sums in one currency, in minor units."""

    currency: str
    came: int = 0
    """Income that is done."""
    to_come: int = 0
    """Income that is planned, overdue or not."""
    went: int = 0
    """Expenses that are done."""
    to_go: int = 0
    """Expenses that are planned."""
    overdue_in: int = 0
    """Of what is to come, what should have come by now; like `overdue_out`."""
    overdue_out: int = 0
    overdue: int = 0
    """How many events are overdue."""
    count: int = 0

    @property
    def profit(self) -> int:
        """What is left of what is done."""
        return self.came - self.went

    @property
    def expected_profit(self) -> int:
        """What will be left when everything planned has happened."""
        return self.came + self.to_come - self.went - self.to_go

    def with_day(self, one: DaySum, today: dt.date) -> "Total":
        """The same and a day's sum."""
        if one.is_done:
            return replace(
                self, came=self.came + one.income, went=self.went + one.expense, count=self.count + one.count
            )
        late = one.day < today
        return replace(
            self,
            to_come=self.to_come + one.income,
            to_go=self.to_go + one.expense,
            overdue_in=self.overdue_in + (one.income if late else 0),
            overdue_out=self.overdue_out + (one.expense if late else 0),
            overdue=self.overdue + (one.count if late else 0),
            count=self.count + one.count,
        )


@dataclass(frozen=True, slots=True)
class Totals:
    """A stretch of time in figures; each mapping is by currency first."""

    first: dt.date
    last: dt.date
    today: dt.date
    overall: Mapping[str, Total]
    by_month: Mapping[str, Mapping[dt.date, Total]]
    """By the first day of the month, every month of the stretch being there."""
    by_object: Mapping[str, Mapping[PremisesId | None, Total]]
    premises: Mapping[PremisesId, Premises]


@query(Action.KEEP_CALENDAR)
async def show_totals(
    work: Work, actor: Person, first: dt.date, last: dt.date, *, premises_id: PremisesId | None = None
) -> Totals:
    """What the days from first to last come to, of one object or of all."""
    return await totals_of(work, actor, first, last, premises_id)


async def totals_of(work: Work, actor: Person, first: dt.date, last: dt.date, premises_id: PremisesId | None) -> Totals:
    """The same, as a part of another use case."""
    sums = await work.calendar.sums(actor.id, first, last, premises_id)
    today = work.now().astimezone(actor.zone).date()
    currencies = sorted({one.currency for one in sums}, key=lambda code: (code != actor.currency, code))
    months = months_between(first, last)

    def of(currency: str) -> list[DaySum]:
        return [one for one in sums if one.currency == currency]

    return Totals(
        first=first,
        last=last,
        today=today,
        overall={code: _total(of(code), code, today) for code in currencies},
        by_month={
            code: {month: Total(code) for month in months}
            | _grouped(of(code), code, today, lambda one: one.day.replace(day=1))
            for code in currencies
        },
        by_object={code: _grouped(of(code), code, today, lambda one: one.premises_id) for code in currencies},
        premises=await objects_of(work, actor),
    )


def months_between(first: dt.date, last: dt.date) -> list[dt.date]:
    """The first days of the months that the stretch touches."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [dt.date(number // 12, number % 12 + 1, 1) for number in numbers]


def _total(sums: Iterable[DaySum], currency: str, today: dt.date) -> Total:
    total = Total(currency)
    for one in sums:
        total = total.with_day(one, today)
    return total


def _grouped(sums: Iterable[DaySum], currency: str, today: dt.date, key: Callable[[DaySum], K]) -> dict[K, Total]:
    groups: dict[K, Total] = {}
    for one in sums:
        groups[key(one)] = groups.get(key(one), Total(currency)).with_day(one, today)
    return groups
