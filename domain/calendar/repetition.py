"""An event comes back every so many weeks on its weekday, or every so many months on its day of the month.

Where a month is too short for the day, it is on the last one.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.typed.repetitions import Every


class Repeat(StrEnum):
    """How often an event comes back."""

    NONE = "none"
    WEEKLY = "weekly"
    TWO_WEEKS = "two_weeks"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


WEEKS = {Repeat.WEEKLY: 1, Repeat.TWO_WEEKS: 2}
MONTHS = {Repeat.MONTHLY: 1, Repeat.QUARTERLY: 3, Repeat.HALF_YEARLY: 6, Repeat.YEARLY: 12}


def repeat_of(every: Every | None) -> Repeat | None:
    """What an event can do of what was said; None if it cannot."""
    kinds = MONTHS if every is not None and every.unit == "m" else WEEKS
    return next((one for one, count in kinds.items() if every is not None and count == every.count), None)


@dataclass(frozen=True, slots=True)
class Rule:
    """The days of an event: the first one, how it goes on, and until when."""

    start: dt.date
    repeat: Repeat
    wanted_day: int
    """The day of the month that is meant: 31 for what began on a 30th of April but belongs to the last day."""
    until: dt.date | None = None
    """The last day on which it may still happen."""

    def nth(self, number: int) -> dt.date:
        """The day of this number, counted from 0, whether or not it is past `until`."""
        if number == 0 or self.repeat is Repeat.NONE:
            return self.start
        return self._moved(self.start, number, self.wanted_day)

    def days(self, first: int, last_day: dt.date) -> Iterator[tuple[int, dt.date]]:
        """The numbers from `first` on with their days, as far as `last_day` and `until` go."""
        end = last_day if self.until is None else min(last_day, self.until)
        number = first
        while (number == 0 or self.repeat is not Repeat.NONE) and (day := self.nth(number)) <= end:
            yield number, day
            number += 1

    def begun_so_that(self, number: int, day: dt.date) -> "Rule":
        """The same repetition moved, so that this number falls on this day."""
        if self.repeat is Repeat.NONE:
            return Rule(day, self.repeat, day.day, self.until)
        start = self._moved(day, -number, day.day)
        return Rule(start, self.repeat, day.day, self.until)

    def _moved(self, day: dt.date, times: int, wanted_day: int) -> dt.date:
        if self.repeat in WEEKS:
            return day + dt.timedelta(weeks=times * WEEKS[self.repeat])
        return month_day(day, times * MONTHS[self.repeat], wanted_day)


def month_day(day: dt.date, months: int, wanted_day: int) -> dt.date:
    """So many months on from `day` (or back), the wanted day of that month or its last one."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return dt.date(year, month, min(wanted_day, calendar.monthrange(year, month)[1]))
