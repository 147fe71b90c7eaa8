"""What becomes of an object's events when the object is deleted: they stay without one, move to another, or go too.

These are parts of the use case that deletes the object, and run in its transaction.
"""

from domain.calendar.event import Event, Occurrence
from domain.calendar.splitting import detach
from domain.estate.premises import PremisesId
from domain.work import Work


async def count_events_of(work: Work, premises_id: PremisesId) -> int:
    """How many events the calendar has about the object, each repetition counted once."""
    events = await work.calendar.events_of_premises(premises_id)
    rows = await work.calendar.of_premises(premises_id)
    present = {row.event_id for row in rows if row.removal_id is None}
    return len(present | {one.id for one in events if one.removal_id is None and one.next_on is not None})


async def release_events_of(work: Work, premises_id: PremisesId) -> None:
    """Keep the events without an object."""
    await _put(work, premises_id, None)


async def move_events(work: Work, premises_id: PremisesId, to: PremisesId) -> None:
    """Make them events of another object, in the currency they have; whose objects these are was checked before."""
    await _put(work, premises_id, to)


async def delete_events_of(work: Work, premises_id: PremisesId) -> None:
    """Delete them for good; a single time that was moved to another object stays there."""
    events = await work.calendar.events_of_premises(premises_id)
    for event in events:
        for row in await work.calendar.series(event.id):
            if row.premises_id != premises_id:
                await detach(work, event, row)
    await work.calendar.drop(*await work.calendar.of_premises(premises_id))
    await work.calendar.drop(*events)


async def _put(work: Work, premises_id: PremisesId, to: PremisesId | None) -> None:
    rows: list[Event | Occurrence] = [
        *await work.calendar.of_premises(premises_id),
        *await work.calendar.events_of_premises(premises_id),
    ]
    for one in rows:
        one.premises_id = to
    await work.calendar.keep(*rows)
