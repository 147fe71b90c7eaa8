"""A series is cut in two where it goes on differently, and something done that it no longer has stands on its own."""

import datetime as dt

from domain.calendar.event import PLAIN, Event, Occurrence
from domain.calendar.making import settle
from domain.calendar.repetition import Repeat
from domain.work import Work


async def split(work: Work, event: Event, number: int) -> tuple[Event, list[Occurrence]]:
    """End the event before this number, and begin another that has what follows; returns that one."""
    slot = event.rule.nth(number)
    rows = await work.calendar.series(event.id, first=number)
    following = Event(
        owner_id=event.owner_id,
        created_at=work.now(),
        starts_on=slot,
        wanted_day=event.wanted_day,
        repeat=event.repeat,
        until=event.until,
        made=event.made - number,
        **{name: getattr(event, name) for name in PLAIN},
    )
    await work.calendar.keep(following)
    end_before(event, number)
    for row in rows:
        row.event_id, row.number = following.id, row.number - number
    await work.calendar.keep(event, *rows)
    return following, rows


def end_before(event: Event, number: int) -> None:
    """Let the event end before this number."""
    event.until = event.rule.nth(number) - dt.timedelta(days=1)
    event.made = number
    settle(event)


async def detach(work: Work, event: Event, row: Occurrence) -> None:
    """Make the occurrence an event of its own that happened once."""
    alone = Event(
        owner_id=event.owner_id,
        created_at=work.now(),
        starts_on=row.day,
        wanted_day=row.day.day,
        repeat=Repeat.NONE,
        until=None,
        made=1,
        **{name: getattr(row, name) for name in PLAIN},
    )
    await work.calendar.keep(alone)
    row.event_id, row.number = alone.id, 0
    await work.calendar.keep(row)
