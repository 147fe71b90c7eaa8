"""How a calendar is looked at: which events, from where on, and what they come to."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.calendar.event import Occurrence, OccurrenceId
from domain.estate.objects.premises import PremisesId


class What(StrEnum):
    """Which events of a list."""

    ALL = "all"
    INCOME = "income"
    EXPENSE = "expense"
    OVERDUE = "overdue"
    """Should have happened and have not."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows; None for any."""

    today: dt.date
    """The person's, by which something is overdue."""
    premises_id: PremisesId | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    what: What = What.ALL
    words: str | None = None
    """All of them in the description, or all of them in the object's name."""
    latest_first: bool = False


@dataclass(frozen=True, slots=True)
class EventCursor:
    """A place in a list, which stays where it is whatever is added or removed around it."""

    day: dt.date
    id: OccurrenceId

    @classmethod
    def at(cls, occurrence: Occurrence) -> "EventCursor":
        """The place of this one."""
        return cls(occurrence.day, occurrence.id)


@dataclass(frozen=True, slots=True)
class DaySum:
    """What one day comes to for one object, in one currency."""

    day: dt.date
    premises_id: PremisesId | None
    currency: str
    is_done: bool
    income: int
    expense: int
    planned_income: int
    """What was expected of it, which for what is done may be another sum; like `planned_expense`."""
    planned_expense: int
    count: int
