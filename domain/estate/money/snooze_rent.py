"""A tenant puts a reminder off until tomorrow morning, by their own clock."""

import datetime as dt

from domain.delivery import Push
from domain.estate.leases.lease import LeaseId
from domain.estate.money.reminders import MORNING, SNOOZED, snooze_key
from domain.people.person import Action, Person
from domain.work import Work, effect

AFTER_OTHERS = 10
"""Minutes: a reminder that is due tomorrow anyway comes first, and takes this one back."""


@effect(Action.RENT)
async def snooze_rent(work: Work, actor: Person, lease_id: LeaseId) -> str:
    """Remind the actor again tomorrow of what they owe then; returns that day."""
    lease = await work.estate.leases.rented_by(actor.id, lease_id)
    day = work.now().astimezone(actor.zone).date() + dt.timedelta(days=1)
    morning = dt.datetime.combine(day, dt.time(MORNING, AFTER_OTHERS), tzinfo=actor.zone).astimezone(dt.UTC)
    await work.outbox.add(
        Push(
            to=actor.id,
            kind=SNOOZED,
            data={"lease_id": lease.id},
            dedup_key=snooze_key(lease.id, day),
            not_before=actor.quiet_ends(morning) or morning,
        )
    )
    return await work.commit(day.isoformat())
