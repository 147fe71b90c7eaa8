"""A repeating event gets its occurrences for two years ahead when it is entered, and the clock adds the next ones."""

import datetime as dt
from zoneinfo import ZoneInfo

from domain.calendar.event import AHEAD, PLAIN, Event, Occurrence
from domain.work import Work

BATCH = 50


def occurrences_due(event: Event, now: dt.datetime, zone: ZoneInfo) -> list[Occurrence]:
    """The occurrences that the event lacks, the first one in any case; the event knows that they are made."""
    rule = event.rule
    horizon = max(now.astimezone(zone).date() + AHEAD, event.starts_on)
    made = []
    for number, day in rule.days(event.made, horizon):
        one = _occurrence(event, number, day)
        one.plan_reminder(now, zone)
        made.append(one)
        event.made = number + 1
    settle(event)
    return made


def settle(event: Event) -> None:
    """Reckon when the event will need its next occurrence."""
    following = event.rule.nth(event.made)
    ends = event.until is not None and following > event.until
    event.next_on = following if event.repeats and not ends else None


def _occurrence(event: Event, number: int, day: dt.date) -> Occurrence:
    return Occurrence(
        event_id=event.id,
        owner_id=event.owner_id,
        number=number,
        day=day,
        **{name: getattr(event, name) for name in PLAIN},
    )


async def extend_calendars(work: Work) -> int:
    """Add what repeating events lack by now, some events at a time; returns how many events there were."""
    async with work.writing("extend_calendars"):
        now = work.now()
        short = await work.calendar.claim_short(now.date() + AHEAD, BATCH)
        for event in short:
            owner = await work.people.get(event.owner_id)
            await work.calendar.keep(*occurrences_due(event, now, owner.zone), event)
        await work.commit(None)
        return len(short)
