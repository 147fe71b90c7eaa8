"""An event being entered: every field may still be unknown; object, day and sums have to be known in the end."""

import datetime as dt
from dataclasses import dataclass, fields, replace
from typing import Any

from domain.calendar.event import MOST_BEFORE, Event, Occurrence
from domain.calendar.repetition import Repeat
from domain.money import CURRENCIES, Money
from domain.refusal import Refusal
from domain.typed.limits import MOST_MONEY, tidy

MOST_DESCRIPTION = 300
"""Characters; with five of them on a screen a message stays within Telegram's 4096."""
YEARS = 10
"""How far from today a day may lie, either way: further is a slip of the finger."""
DAY = 24 * 60


@dataclass(kw_only=True)
class EventDraft:
    """Fields as in `PushContent`; `day` is the first one."""

    premises_id: int | None = None
    day: dt.date | None = None
    income: int | None = None
    expense: int | None = None
    currency: str | None = None
    """That of the object unless the sums name another."""
    description: str | None = None
    at: int | None = None
    repeat: Repeat = Repeat.NONE
    until: dt.date | None = None
    remind_before: int = 0
    month_day: int | None = None
    """The day of the month that is meant, if the first one is in a month too short for it: 31 for the last day."""
    done: bool = False
    """Whether what lies in the past has happened."""
    receipt: int | None = None
    """A file that its owner has sent; of a repeating event, that of the first time."""

    def missing(self) -> tuple[str, ...]:
        """Names of what has to be known and is not, in the order of asking."""
        sums = self.income is None and self.expense is None
        return tuple(
            name
            for name, lacks in (
                ("premises_id", self.premises_id is None),
                ("day", self.day is None),
                ("income", sums),
            )
            if lacks
        )

    def checked(self, today: dt.date) -> "EventDraft":
        """The same tidied up, or a `Refusal` about the first thing that cannot be."""
        if missing := self.missing():
            raise Refusal("Not everything is filled in yet.", missing=missing)
        tidied = replace(
            self,
            income=self.income or 0,
            expense=self.expense or 0,
            description=tidy(self.description, MOST_DESCRIPTION),
            until=self.until if self.repeat is not Repeat.NONE else None,
        )
        tidied.check(today)
        return tidied

    def check(self, today: dt.date) -> None:
        """Refuse what cannot be, of what is known so far."""
        for sum_ in (self.income, self.expense):
            if sum_ is not None:
                check_sum(sum_, self.currency)
        if self.currency is not None and self.currency not in CURRENCIES:
            raise Refusal("I do not know this currency.")
        self._check_days(today)
        if self.at is not None and not 0 <= self.at < DAY:
            raise Refusal("A time is from 0:00 to 23:59.")
        if not 0 <= self.remind_before <= MOST_BEFORE:
            raise Refusal("A reminder can come on the day, or up to {most} days before.", most=MOST_BEFORE)

    def _check_days(self, today: dt.date) -> None:
        for day in (self.day, self.until):
            if day is not None:
                check_day(day, today)
        if self.day is not None and self.until is not None and self.until < self.day:
            raise Refusal("It would end on {until}, before it begins on {day}.", until=self.until, day=self.day)

    @classmethod
    def of(cls, occurrence: Occurrence, event: Event) -> "EventDraft":
        """The draft that this occurrence would have come from."""
        own = ("premises_id", "income", "expense", "currency", "description", "at", "remind_before", "receipt")
        values: dict[str, Any] = {name: getattr(occurrence, name) for name in own}
        return cls(**values, day=occurrence.day, repeat=event.repeat, until=event.until, done=occurrence.is_done)

    def values(self, *without: str) -> dict[str, Any]:
        """Field by field."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name not in without}


def check_sum(minor: int, currency: str | None) -> None:
    """Refuse what cannot be income or an expense."""
    if minor < 0:
        raise Refusal("A sum is not less than nothing.")
    if minor > MOST_MONEY:
        raise Refusal("That is too much: at most {most}.", most=Money(MOST_MONEY, currency or "RUB"))


def check_day(day: dt.date, today: dt.date) -> None:
    """Refuse a day that nobody plans for."""
    if abs(day.year - today.year) > YEARS:
        raise Refusal("Days can be at most {years} years away from today.", years=YEARS)
