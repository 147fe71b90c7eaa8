"""What becomes of an object's events when the object is deleted: they stay without one, move to another, or go too.

These are parts of the use case that deletes the object, and run in its transaction.
"""

from collections.abc import Sequence
from typing import TypeVar

from domain.calendar.event import Event, Occurrence
from domain.calendar.splitting import detach
from domain.estate.objects.premises import PremisesId
from domain.people.person import PersonId
from domain.work import Work

R = TypeVar("R", Event, Occurrence)


async def count_events_of(work: Work, premises_id: PremisesId, owner: PersonId | None = None) -> int:
    """How many events the calendar (one person's, or everybody's) has about the object, a repetition counted once."""
    events = _owned(await work.calendar.events_of_premises(premises_id), owner)
    rows = _owned(await work.calendar.of_premises(premises_id), owner)
    present = {row.event_id for row in rows if row.removal_id is None}
    return len(present | {one.id for one in events if one.removal_id is None and one.next_on is not None})


async def release_events_of(work: Work, premises_id: PremisesId) -> None:
    """Keep the events without an object."""
    await _put(work, premises_id, None)


async def move_events(work: Work, premises_id: PremisesId, to: PremisesId, owner: PersonId | None = None) -> None:
    """Make them events of another object, in the currency they have; whose objects these are was checked before."""
    await _put(work, premises_id, to, owner)


async def delete_events_of(work: Work, premises_id: PremisesId, owner: PersonId | None = None) -> None:
    """Delete them for good; a single time that was moved to another object stays there."""
    events = _owned(await work.calendar.events_of_premises(premises_id), owner)
    for event in events:
        for row in await work.calendar.series(event.id):
            if row.premises_id != premises_id:
                await detach(work, event, row)
    await work.calendar.drop(*_owned(await work.calendar.of_premises(premises_id), owner))
    await work.calendar.drop(*events)


async def _put(work: Work, premises_id: PremisesId, to: PremisesId | None, owner: PersonId | None = None) -> None:
    rows: list[Event | Occurrence] = [
        *_owned(await work.calendar.of_premises(premises_id), owner),
        *_owned(await work.calendar.events_of_premises(premises_id), owner),
    ]
    for one in rows:
        one.premises_id = to
    await work.calendar.keep(*rows)


def _owned(rows: Sequence[R], owner: PersonId | None) -> list[R]:
    """Those in one person's calendar, or all of them."""
    return [one for one in rows if owner is None or one.owner_id == owner]
