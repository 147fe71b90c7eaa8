"""Whoever planned something is reminded of it once, by their own clock: all that is due goes into one message.

What has no time of its own and falls into quiet hours waits until they end, and then comes together; a time that was
said outranks them.
"""

from itertools import groupby

from domain.calendar.event import Occurrence, heard_at
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Person
from domain.work import Work

OWNERS = 20
"""How many people one transaction looks after."""


async def remind_due(work: Work) -> int:
    """Tell some of the people what is due for them by now; returns of how many occurrences."""
    async with work.writing("remind_due"):
        now = work.now()
        due = sorted(await work.calendar.claim_due(now, OWNERS), key=lambda one: (one.owner_id, one.day, one.id))
        for owner_id, group in groupby(due, key=lambda one: one.owner_id):
            mine = list(group)
            owner = await work.people.get(owner_id)
            to_tell = [one for one in mine if heard_at(now, one.at, owner) == now]
            for one in mine:
                if one not in to_tell:
                    one.remind_at = heard_at(now, one.at, owner)
            if to_tell:
                await _remind(work, owner, to_tell)
        await work.calendar.keep(*due)
        await work.commit(None)
        return len(due)


async def _remind(work: Work, owner: Person, due: list[Occurrence]) -> None:
    now = work.now()
    key = f"calendar:{due[0].id}:{due[0].remind_at.isoformat() if due[0].remind_at else ''}"
    for one in due:
        one.plan_reminder(now, owner.zone)
    await tell(
        work, owner.id, NotificationKind.CALENDAR_EVENT, {"occurrence_ids": [one.id for one in due]}, key, at_once=True
    )


async def follow_time_zone(work: Work, person: Person) -> None:
    """Move the reminders that are to come to the clock of the person's new time zone, in the present transaction."""
    now = work.now()
    for one in await work.calendar.with_reminder(person.id):
        if one.remind_at is not None and one.remind_at > now:
            one.plan_reminder(now, person.zone)
            await work.calendar.keep(one)
