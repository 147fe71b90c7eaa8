"""An owner deletes an event: this time, this and the following, or all of them; for a day it can be taken back."""

import datetime as dt

from domain.calendar.edit_event import Extent
from domain.calendar.event import Event, Occurrence, OccurrenceId, Removal, RemovalId
from domain.calendar.splitting import detach, end_before
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, effect

UNDONE_FOR = dt.timedelta(days=1)
"""How long a deletion can be taken back."""
BATCH = 50


@effect(Action.KEEP_CALENDAR)
async def delete_event(work: Work, actor: Person, occurrence_id: OccurrenceId, extent: Extent) -> RemovalId:
    """Delete it; returns what takes it back. What is done stays, except the one meant or with `ALL`."""
    seen = await work.calendar.occurrence(actor.id, occurrence_id)
    event = await work.calendar.event(actor.id, seen.event_id, hold=True)
    pivot = await work.calendar.occurrence(actor.id, occurrence_id, hold=True)
    removal = Removal(
        owner_id=actor.id,
        event_id=event.id,
        removed_at=work.now(),
        until=event.until,
        made=event.made,
        next_on=event.next_on,
    )
    await work.calendar.keep(removal)
    rows = await work.calendar.series(event.id)
    gone = await _remove(work, event, pivot, rows, extent if event.repeats else Extent.ALL)
    for row in gone:
        row.removal_id = removal.id
    if event.next_on is None and all(row in gone or row.event_id != event.id for row in rows):
        event.removal_id = removal.id
    await work.calendar.keep(event, *gone)
    removal.event_version = event.version
    await work.calendar.keep(removal)
    return await work.commit(removal.id)


async def _remove(
    work: Work, event: Event, pivot: Occurrence, rows: list[Occurrence], extent: Extent
) -> list[Occurrence]:
    if extent is Extent.ONE:
        return [pivot]
    if extent is Extent.ALL:
        event.next_on = None
        return rows
    later = [row for row in rows if row.number > pivot.number]
    end_before(event, pivot.number)
    for row in later:
        if row.is_done:
            await detach(work, event, row)
    return [pivot, *(row for row in later if not row.is_done)]


@effect(Action.KEEP_CALENDAR)
async def undo_deletion(work: Work, actor: Person, removal_id: RemovalId) -> int:
    """Bring back what was deleted; returns how many occurrences. `Conflict` once it is too late."""
    removal = await work.calendar.removal(actor.id, removal_id)
    if removal is None or removal.removed_at < work.now() - UNDONE_FOR:
        raise Conflict("This can no longer be undone.")
    restored = await work.calendar.restore(removal)
    now = work.now()
    for one in restored:
        one.plan_reminder(now, actor.zone)
    await work.calendar.keep(*restored)
    return await work.commit(len(restored))


async def purge_deleted(work: Work) -> int:
    """Remove for good what was deleted more than a day ago; returns how many deletions there were."""
    async with work.writing("purge_deleted"):
        purged = await work.calendar.purge(work.now() - UNDONE_FOR, BATCH)
        await work.commit(None)
        return purged
