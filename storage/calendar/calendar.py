"""Stored events and their occurrences."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import delete, func, select

from domain.calendar.event import Event, EventId, Occurrence, OccurrenceId, Removal, RemovalId
from domain.calendar.looking import DaySum, EventCursor, Filter
from domain.estate.objects.premises import PremisesId
from domain.people.person import PersonId
from domain.refusal import Conflict, NotFound
from storage import words
from storage.calendar.looking import conditions, page_query, planned_query, sums_query
from storage.calendar.tables import event, occurrence, removal
from storage.scope import Scope


class SqlCalendar:
    """Stored events and their occurrences."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def occurrence(self, owner: PersonId, occurrence_id: OccurrenceId, *, hold: bool = False) -> Occurrence:
        """The person's own occurrence, or `NotFound`."""
        query = select(Occurrence).where(
            occurrence.c.id == occurrence_id, occurrence.c.owner_id == owner, occurrence.c.removal_id.is_(None)
        )
        found: Occurrence | None = await self._scope.one(query, hold=hold)
        if found is None:
            raise NotFound
        return found

    async def many(self, owner: PersonId, ids: Collection[OccurrenceId]) -> list[Occurrence]:
        """Those of the person's own that are still there, by day."""
        query = (
            select(Occurrence)
            .where(occurrence.c.id.in_(ids), occurrence.c.owner_id == owner, occurrence.c.removal_id.is_(None))
            .order_by(occurrence.c.day, occurrence.c.id)
        )
        return list(await self._scope.session.scalars(query))

    async def event(self, owner: PersonId, event_id: EventId, *, hold: bool = False) -> Event:
        """The person's own event, or `NotFound`."""
        query = select(Event).where(event.c.id == event_id, event.c.owner_id == owner, event.c.removal_id.is_(None))
        found: Event | None = await self._scope.one(query, hold=hold)
        if found is None:
            raise NotFound
        return found

    async def events(self, owner: PersonId) -> list[Event]:
        """All of the person's own events."""
        query = select(Event).where(event.c.owner_id == owner, event.c.removal_id.is_(None)).order_by(event.c.id)
        return list(await self._scope.session.scalars(query))

    async def series(self, event_id: EventId, *, first: int = 0) -> list[Occurrence]:
        """The occurrences of an event from a number on, in order."""
        query = (
            select(Occurrence)
            .where(occurrence.c.event_id == event_id, occurrence.c.number >= first, occurrence.c.removal_id.is_(None))
            .order_by(occurrence.c.number)
        )
        return list(await self._scope.session.scalars(query))

    async def keep(self, *rows: Event | Occurrence | Removal) -> None:
        """Keep new or changed rows; gives new ones their ids."""
        for row in rows:
            if isinstance(row, Occurrence):
                row.search_text = words.searchable(row.description)
        self._scope.session.add_all(rows)
        await self._scope.session.flush()

    async def drop(self, *rows: Event | Occurrence) -> None:
        """Remove rows for good."""
        for row in rows:
            await self._scope.session.delete(row)
        await self._scope.session.flush()

    async def page(
        self, owner: PersonId, wanted: Filter, *, cursor: EventCursor | None, backwards: bool, limit: int
    ) -> list[Occurrence]:
        """What comes after the cursor in the filter's order (or before it), nearest to the cursor first."""
        query = page_query(owner, wanted, cursor, backwards=backwards).limit(limit)
        return list(await self._scope.session.scalars(query))

    async def count(self, owner: PersonId, wanted: Filter, *, before: EventCursor | None = None) -> int:
        """How many there are, or how many come before the cursor in the filter's order."""
        query = select(func.count()).select_from(occurrence).where(*conditions(owner, wanted, before, backwards=True))
        return await self._scope.session.scalar(query) or 0

    async def sums(
        self, owner: PersonId, first: dt.date, last: dt.date, premises_id: PremisesId | None
    ) -> list[DaySum]:
        """What comes in and goes out by day, object, currency and whether it is done."""
        rows = await self._scope.session.execute(sums_query(owner, first, last, premises_id))
        # PostgreSQL adds up whole numbers to decimal ones
        return [DaySum(day, about, currency, bool(done), *map(int, sums)) for day, about, currency, done, *sums in rows]

    async def count_planned(
        self, owner: PersonId, first: dt.date, last: dt.date, premises_id: PremisesId | None
    ) -> tuple[int, int]:
        """How many repeating events, and how many that happen once, have something planned on these days."""
        rows = await self._scope.session.execute(planned_query(owner, first, last, premises_id))
        counts = {bool(repeats): int(count) for repeats, count in rows}
        return counts.get(True, 0), counts.get(False, 0)

    async def of_premises(self, premises_id: PremisesId) -> list[Occurrence]:
        """Everybody's occurrences about an object, deleted ones among them."""
        return list(
            await self._scope.session.scalars(select(Occurrence).where(occurrence.c.premises_id == premises_id))
        )

    async def events_of_premises(self, premises_id: PremisesId) -> list[Event]:
        """Everybody's events about an object, deleted ones among them."""
        return list(await self._scope.session.scalars(select(Event).where(event.c.premises_id == premises_id)))

    async def claim_due(self, now: dt.datetime, most_owners: int) -> list[Occurrence]:
        """What is to be reminded of by now, of some owners at a time; each row for one process only."""
        due = (occurrence.c.remind_at <= now, occurrence.c.removal_id.is_(None))
        owners = (
            select(occurrence.c.owner_id)
            .where(*due)
            .group_by(occurrence.c.owner_id)
            .order_by(func.min(occurrence.c.remind_at))
            .limit(most_owners)
        )
        waiting = (await self._scope.session.scalars(owners)).all()
        query = select(Occurrence).where(occurrence.c.owner_id.in_(waiting), *due).with_for_update(skip_locked=True)
        return list(await self._scope.session.scalars(query))

    async def with_reminder(self, owner: PersonId) -> list[Occurrence]:
        """The person's occurrences of which a reminder is to come."""
        query = select(Occurrence).where(occurrence.c.owner_id == owner, occurrence.c.remind_at.is_not(None))
        return list(await self._scope.session.scalars(query))

    async def claim_short(self, until: dt.date, limit: int) -> list[Event]:
        """Repeating events that lack occurrences up to this day; each for one process only."""
        query = (
            select(Event)
            .where(event.c.next_on <= until, event.c.removal_id.is_(None))
            .order_by(event.c.next_on)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return list(await self._scope.session.scalars(query))

    async def removal(self, owner: PersonId, removal_id: RemovalId) -> Removal | None:
        """The person's own deletion, if it can still be taken back."""
        query = select(Removal).where(removal.c.id == removal_id, removal.c.owner_id == owner).with_for_update()
        return await self._scope.session.scalar(query)

    async def restore(self, restored: Removal) -> list[Occurrence]:
        """Bring back what was deleted and forget the deletion; `Conflict` if the event has been changed since."""
        session = self._scope.session
        whole = await session.scalar(select(Event).where(event.c.id == restored.event_id).with_for_update())
        if whole is None or whole.version != restored.event_version:
            raise Conflict("The event has been changed since, so this can no longer be undone.")
        rows = list(await session.scalars(select(Occurrence).where(occurrence.c.removal_id == restored.id)))
        for row in rows:
            row.removal_id = None
        whole.removal_id = None
        whole.until, whole.made, whole.next_on = restored.until, restored.made, restored.next_on
        await session.flush()
        await session.delete(restored)
        await session.flush()
        return rows

    async def purge(self, before: dt.datetime, limit: int) -> int:
        """Remove for good what was deleted before this moment; returns how many deletions."""
        old = select(removal.c.id).where(removal.c.removed_at < before).limit(limit)
        found = (await self._scope.session.scalars(old)).all()
        await self._scope.session.execute(delete(removal).where(removal.c.id.in_(found)))
        return len(found)

    async def forget_all(self, owner: PersonId) -> None:
        """Remove the person's calendar."""
        for table in (occurrence, event, removal):
            await self._scope.session.execute(delete(table).where(table.c.owner_id == owner))
