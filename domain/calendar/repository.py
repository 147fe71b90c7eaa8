"""How use cases reach the stored calendar; a stranger's event is not found, a deleted one neither."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Protocol

from domain.calendar.event import Event, EventId, Occurrence, OccurrenceId, Removal, RemovalId
from domain.calendar.looking import DaySum, EventCursor, Filter
from domain.estate.objects.premises import PremisesId
from domain.people.person import PersonId


class Calendar(Protocol):
    """Stored events and their occurrences."""

    async def occurrence(self, owner: PersonId, occurrence_id: OccurrenceId, *, hold: bool = False) -> Occurrence:
        """The person's own occurrence, or `NotFound`; `hold` keeps others from changing it in this transaction."""

    async def many(self, owner: PersonId, ids: Collection[OccurrenceId]) -> list[Occurrence]:
        """Those of the person's own that are still there, by day."""

    async def event(self, owner: PersonId, event_id: EventId, *, hold: bool = False) -> Event:
        """The person's own event, or `NotFound`; held, nobody else changes it or its occurrences meanwhile."""

    async def events(self, owner: PersonId) -> list[Event]:
        """All of the person's own events."""

    async def series(self, event_id: EventId, *, first: int = 0) -> list[Occurrence]:
        """The occurrences of an event from a number on, in order."""

    async def keep(self, *rows: Event | Occurrence | Removal) -> None:
        """Keep new or changed rows; gives new ones their ids."""

    async def drop(self, *rows: Event | Occurrence) -> None:
        """Remove rows for good."""

    async def page(
        self, owner: PersonId, wanted: Filter, *, cursor: EventCursor | None, backwards: bool, limit: int
    ) -> list[Occurrence]:
        """What comes after the cursor in the filter's order (or before it), nearest to the cursor first."""

    async def count(self, owner: PersonId, wanted: Filter, *, before: EventCursor | None = None) -> int:
        """How many there are, or how many come before the cursor in the filter's order."""

    async def sums(
        self, owner: PersonId, first: dt.date, last: dt.date, premises_id: PremisesId | None
    ) -> list[DaySum]:
        """What comes in and goes out by day, object, currency and whether it is done."""

    async def count_planned(
        self, owner: PersonId, first: dt.date, last: dt.date, premises_id: PremisesId | None
    ) -> tuple[int, int]:
        """How many repeating events, and how many that happen once, have something planned on these days."""

    async def of_premises(self, premises_id: PremisesId) -> Sequence[Occurrence]:
        """Everybody's occurrences about an object, deleted ones among them."""

    async def events_of_premises(self, premises_id: PremisesId) -> Sequence[Event]:
        """Everybody's events about an object, deleted ones among them."""

    async def claim_due(self, now: dt.datetime, most_owners: int) -> list[Occurrence]:
        """What is to be reminded of by now, of some owners at a time; each row for one process only."""

    async def with_reminder(self, owner: PersonId) -> list[Occurrence]:
        """The person's occurrences of which a reminder is to come."""

    async def claim_short(self, until: dt.date, limit: int) -> list[Event]:
        """Repeating events that lack occurrences up to this day; each for one process only."""

    async def removal(self, owner: PersonId, removal_id: RemovalId) -> Removal | None:
        """The person's own deletion, if it can still be taken back."""

    async def restore(self, removal: Removal) -> list[Occurrence]:
        """Bring back what was deleted and forget the deletion; `Conflict` if the event has been changed since."""

    async def purge(self, before: dt.datetime, limit: int) -> int:
        """Remove for good what was deleted before this moment; returns how many deletions."""

    async def forget_all(self, owner: PersonId) -> None:
        """Remove the person's calendar."""
