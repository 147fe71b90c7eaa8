"""The days of a month on which an object's readings are sent: from the one day to the other, both included.

A day that a month does not have is its last day; a period that ends before it begins goes on into the next month.
"""

import datetime as dt
from dataclasses import dataclass

from domain.estate.leases.lease import days_in_month, months_back, next_month

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """When readings of one month are taken."""

    month: dt.date
    opens: dt.date
    closes: dt.date

    def covers(self, day: dt.date) -> bool:
        """Whether readings may be sent on this day."""
        return self.opens <= day <= self.closes

    @property
    def last_call(self) -> dt.date | None:
        """The day before it closes, or its last day if that is the first one too; None if it is one day long."""
        if self.closes == self.opens:
            return None
        return max(self.closes - ONE_DAY, self.opens + ONE_DAY)


@dataclass(frozen=True, slots=True)
class Days:
    """The days of every month between which readings are taken."""

    first: int
    last: int

    def of(self, month: dt.date) -> Window:
        """When the readings of this month are taken."""
        month = month.replace(day=1)
        end = month if self.last >= self.first else next_month(month)
        return Window(month, _day_of(month, self.first), _day_of(end, self.last))

    def open_on(self, day: dt.date) -> Window | None:
        """The period that is open on this day."""
        return next((one for one in self._around(day) if one.covers(day)), None)

    def last_closed(self, day: dt.date) -> Window:
        """The latest period that was over by this day."""
        return [one for one in self._around(day) if one.closes < day][-1]

    def open_or_last(self, day: dt.date) -> Window:
        """The period that is open on this day, else the latest one."""
        return self.open_on(day) or self.last_closed(day)

    def next_after(self, day: dt.date) -> Window:
        """The next period to open."""
        return next(one for one in self._around(day) if one.opens > day)

    def _around(self, day: dt.date) -> list[Window]:
        this = day.replace(day=1)
        return [self.of(month) for month in (*months_back(this, 3), next_month(this))]


def _day_of(month: dt.date, number: int) -> dt.date:
    return month.replace(day=min(number, days_in_month(month)))
