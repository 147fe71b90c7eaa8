"""Who has not paid is reminded before, on and after the due day, and the keeper hears once what became overdue.

Each person is told at nine of their own morning, or as soon as possible after it; each thing to pay once for each day
that the lease names. Who has paid it, or says so and waits for an answer, hears nothing.
"""

import datetime as dt
from collections.abc import Iterable

from domain.estate.lease import Lease, LeaseId
from domain.estate.money.account import LeaseAccount, account_of
from domain.estate.money.booking import tenant_of
from domain.estate.money.reminded import Reminded
from domain.estate.money.to_pay import ToPay
from domain.notifications.notification import Kind
from domain.notifications.tell import tell
from domain.people.person import Person, PersonId
from domain.work import Work

MORNING = 9
"""The hour of a person's own day from which they are reminded."""
LATE = dt.timedelta(days=3)
"""After a stop so long a reminder is no longer worth telling; the next one will be."""
KEEPER_AFTER = 1
"""Days after the due day on which the keeper is told."""
SNOOZED = "rent_again"
"""What the outbox calls a reminder that was put off."""


async def leases_to_look_at(work: Work, whom: Reminded, limit: int) -> list[LeaseId]:
    """Some of the leases that have not been looked at today, where it is past nine for whom they concern."""
    async with work.reading():
        now = work.now()
        mornings: dict[dt.date, list[str]] = {}
        for zone in await work.leases.zones_of(whom):
            local = now.astimezone(zone)
            if local.hour >= MORNING:
                mornings.setdefault(local.date(), []).append(zone.key)
        for today, zones in mornings.items():
            if found := await work.leases.not_looked_at(whom, zones, today, limit):
                return found
        return []


async def remind(work: Work, whom: Reminded, lease_id: LeaseId) -> bool:
    """Tell about the lease what is to be told by now; returns whether anything was."""
    async with work.writing(f"remind_{whom}"):
        lease = await work.leases.get(lease_id, hold=True)
        person = await _person(work, whom, lease)
        if person is None:
            return False
        now = work.now()
        today = now.astimezone(person.zone).date()
        account = await account_of(work, lease, today)
        told = await _remind(work, whom, account, person) if now.astimezone(person.zone).hour >= MORNING else False
        await work.leases.looked_at(whom, lease.id, today)
        await work.commit(None)
        return told


async def _person(work: Work, whom: Reminded, lease: Lease) -> Person | None:
    person_id: PersonId | None
    if whom is Reminded.TENANT:
        person_id = await tenant_of(work, lease)
    else:
        person_id = (await work.estate.get(lease.premises_id)).keeper_id
    return None if person_id is None else await work.people.get(person_id)


async def _remind(work: Work, whom: Reminded, account: LeaseAccount, person: Person) -> bool:
    lease, today = account.lease, account.today
    days = lease.reminders if whom is Reminded.TENANT else (KEEPER_AFTER,)
    things = account.to_pay(today - dt.timedelta(days=min(days, default=0)))
    due = [(one, day) for one in things if (day := _day_to_tell(one, days, today)) is not None]
    if not due or _says_to_have_paid(account, things, due[-1][0]):
        return False
    told = work.notifications
    new = [one for one, day in due if await told.first_time(person.id, f"{whom}:{lease.id}:{one.key}:{day}")]
    if not new:
        return False
    kind = Kind.TENANT_OVERDUE if whom is Reminded.KEEPER else _kind(new, today)
    data = {"lease_id": lease.id, "keys": [one.key for one in new]}
    await work.outbox.cancel(person.id, SNOOZED, snooze_key(lease.id, today))
    await tell(work, person.id, kind, data, f"{whom}:{lease.id}:{today}")
    return True


def _day_to_tell(one: ToPay, days: Iterable[int], today: dt.date) -> int | None:
    """The last of the days, counted from the due day, that has come, unless it was missed long ago."""
    come = [day for day in days if today - LATE <= one.on + dt.timedelta(days=day) <= today]
    return max(come, default=None)


def _says_to_have_paid(account: LeaseAccount, things: list[ToPay], last: ToPay) -> bool:
    """Whether reports that wait would pay everything up to the last thing to be reminded of."""
    return account.reported.minor >= sum(one.minor for one in things[: things.index(last) + 1])


def _kind(things: list[ToPay], today: dt.date) -> Kind:
    return Kind.RENT_OVERDUE if any(one.on < today for one in things) else Kind.RENT_DUE


def snooze_key(lease_id: LeaseId, day: dt.date) -> str:
    """The dedup key of the reminder of a lease that was put off to this day."""
    return f"{SNOOZED}:{lease_id}:{day}"
