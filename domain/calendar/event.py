"""An event is money that comes in or goes out on a day, once or again and again; each time is an occurrence of its own.

An occurrence carries everything that is shown and counted, so that one of them can be moved, paid in part or taken out
without the others. They are kept as rows for two years ahead, and the clock adds the next ones.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import NewType
from zoneinfo import ZoneInfo

from domain.calendar.repetition import Repeat, Rule
from domain.estate.objects.premises import PremisesId
from domain.files.stored_file import FileId
from domain.people.person import Person, PersonId
from domain.refusal import Conflict

EventId = NewType("EventId", int)
OccurrenceId = NewType("OccurrenceId", int)
RemovalId = NewType("RemovalId", int)

MORNING = 9 * 60
"""When people are reminded of what has no time of its own, in minutes after midnight."""
AHEAD = dt.timedelta(days=750)
"""How far ahead repeating events are there as rows: two years and a little."""
PLAIN = ("premises_id", "description", "currency", "income", "expense", "at", "remind_before")
"""The fields that an event gives to each of its occurrences, where they may be changed for one alone."""
REMINDED = (0, 1, 3, 7)
"""How many days before an early reminder is offered; 0 is none besides that of the day itself."""
MOST_BEFORE = 31
"""Days before, at most, for who says another number."""


@dataclass(eq=False, kw_only=True)
class Event:
    """What was entered once: how it repeats, and what its next occurrences will look like."""

    id: EventId = field(default=EventId(0), init=False)
    owner_id: PersonId
    created_at: dt.datetime
    premises_id: PremisesId | None
    """The object; None only when that was deleted."""
    description: str | None
    currency: str
    income: int
    """In minor units, like `expense`; both may be something, and both may be nothing."""
    expense: int
    at: int | None
    """Minutes after midnight; None for the morning."""
    remind_before: int
    starts_on: dt.date
    wanted_day: int
    """See `Rule.wanted_day`."""
    repeat: Repeat
    until: dt.date | None
    made: int = 0
    """How many numbers of the repetition have been looked at: their occurrences exist or were deleted."""
    next_on: dt.date | None = None
    """The day of the first number not looked at yet; None when there will be no more."""
    removal_id: RemovalId | None = None
    """Set while it is deleted and can still be brought back."""
    version: int = field(default=0, init=False)

    @property
    def rule(self) -> Rule:
        """Its days."""
        return Rule(self.starts_on, self.repeat, self.wanted_day, self.until)

    @rule.setter
    def rule(self, rule: Rule) -> None:
        self.starts_on, self.repeat = rule.start, rule.repeat
        self.wanted_day, self.until = rule.wanted_day, rule.until

    @property
    def repeats(self) -> bool:
        """Whether it comes back."""
        return self.repeat is not Repeat.NONE


@dataclass(eq=False, kw_only=True)
class Occurrence:
    """One time that an event happens: planned, or done."""

    id: OccurrenceId = field(default=OccurrenceId(0), init=False)
    event_id: EventId
    owner_id: PersonId
    number: int
    """Its place in the repetition, counted from 0."""
    premises_id: PremisesId | None
    description: str | None
    currency: str
    income: int
    """What is expected, like `expense`."""
    expense: int
    at: int | None
    remind_before: int
    day: dt.date
    done_on: dt.date | None = None
    """When it happened; None while it is planned."""
    done_income: int | None = None
    """What really came, once it is done; like `done_expense`."""
    done_expense: int | None = None
    snoozed_until: dt.datetime | None = None
    remind_at: dt.datetime | None = None
    """When the next reminder is due; None if there is none to come."""
    search_text: str = field(default="", init=False)
    """What the search looks in, kept by the repository."""
    receipt: FileId | None = None
    """What shows that this one was paid, kept sealed; that of a repeating event belongs to the one time alone."""
    removal_id: RemovalId | None = None
    """Set while it is deleted and can still be brought back."""
    version: int = field(default=0, init=False)

    @property
    def is_done(self) -> bool:
        """Whether it has happened."""
        return self.done_on is not None

    def is_overdue(self, today: dt.date) -> bool:
        """Whether it should have happened and has not."""
        return not self.is_done and self.day < today

    @property
    def comes_in(self) -> int:
        """What has come in, or is expected to."""
        return self.income if self.done_income is None else self.done_income

    @property
    def goes_out(self) -> int:
        """What has gone out, or is expected to."""
        return self.expense if self.done_expense is None else self.done_expense

    def finish(self, on: dt.date, income: int, expense: int) -> None:
        """It has happened on that day, with these sums."""
        if self.done_on is not None:
            raise Conflict("This was marked as done already, on {date}.", date=self.done_on)
        self.done_on, self.done_income, self.done_expense = on, income, expense
        self.snoozed_until, self.remind_at = None, None

    def reopen(self, now: dt.datetime, zone: ZoneInfo) -> None:
        """It has not happened after all."""
        if self.done_on is None:
            raise Conflict("This is not done yet.")
        self.done_on, self.done_income, self.done_expense = None, None, None
        self.plan_reminder(now, zone)

    def snooze(self, days: int, now: dt.datetime, owner: Person) -> None:
        """Remind again in so many days, at its hour, or when quiet hours end."""
        zone = owner.zone
        if self.done_on is not None:
            raise Conflict("This was marked as done already, on {date}.", date=self.done_on)
        later = now.astimezone(zone).date() + dt.timedelta(days=days)
        moment = wall_time(later, MORNING if self.at is None else self.at, zone)
        self.snoozed_until = heard_at(moment, self.at, owner)
        self.plan_reminder(now, zone)

    def plan_reminder(self, after: dt.datetime, zone: ZoneInfo) -> None:
        """Find the next moment to remind of it: what is over by `after` is not caught up."""
        if self.done_on is not None:
            self.remind_at = None
            return
        moments = [moment for _, moment in reminders(self.day, self.at, self.remind_before, zone)]
        if self.snoozed_until is not None:
            moments.append(self.snoozed_until)
        self.remind_at = min((one for one in moments if one > after), default=None)


def reminders(day: dt.date, at: int | None, before: int, zone: ZoneInfo) -> list[tuple[dt.date, dt.datetime]]:
    """The days and moments on which something of this day is reminded of: early, if so wanted, and on the day."""
    days = sorted({day - dt.timedelta(days=before), day})
    return [(one, wall_time(one, MORNING if at is None else at, zone)) for one in days]


def heard_at(moment: dt.datetime, at: int | None, owner: Person) -> dt.datetime:
    """When a reminder of this moment really comes: a time that was said outranks quiet hours, the morning does not."""
    if at is not None:
        return moment
    return owner.quiet_ends(moment) or moment


def wall_time(day: dt.date, minutes: int, zone: ZoneInfo) -> dt.datetime:
    """When the clocks of the zone show this time on this day.

    A time that they skip comes as much later as they skip; of one that they show twice, the first.
    """
    local = dt.datetime.combine(day, dt.time(minutes // 60, minutes % 60), tzinfo=zone)
    return local.astimezone(dt.UTC)


@dataclass(eq=False, kw_only=True)
class Removal:
    """A deletion that can be taken back for a day; after that, what was deleted is gone for good."""

    id: RemovalId = field(default=RemovalId(0), init=False)
    owner_id: PersonId
    event_id: EventId
    removed_at: dt.datetime
    until: dt.date | None
    """The end of the repetition before, like `made` and `next_on`."""
    made: int
    next_on: dt.date | None
    event_version: int = 0
    """What the event's version was right after; anything changed since cannot be undone blindly."""
