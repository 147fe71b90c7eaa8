"""Who has not paid is reminded before and on the due day, then in steps; the manager hears once what became overdue.

Each person is told at nine of their own morning, or as soon as possible after it, but not so late that quiet hours
would hold it until another day. What is to come is told once for each day that the lease names. What is overdue is told
together: on the days after that the lease names, counted from the first of it, then once a week; what becomes overdue
within a week of that begins no steps of its own, and what is to come meanwhile is told with it. Who has paid, or says
so and waits for an answer, hears nothing.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.money.account import LeaseAccount, account_of, accounts_of
from domain.estate.money.booking import tenant_of
from domain.estate.money.reminded import Reminded
from domain.estate.money.to_pay import ToPay
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Person, PersonId
from domain.work import Work

MORNING = 9
"""The hour of a person's own day from which they are reminded."""
LATE = dt.timedelta(days=3)
"""After a stop so long a reminder is no longer worth telling; the next one will be."""
MANAGER_AFTER = 1
"""Days after the due day on which the manager is told."""
A_WEEKLY_ONE = 1
"""Days after which a weekly reminder is no longer worth telling: the next one is not far."""
WEEK = 7
"""Days between reminders of an old debt; so long, too, a debt's first reminders stand for whatever falls due."""
SNOOZED = "rent_again"
"""What the outbox calls a reminder that was put off."""


@dataclass(frozen=True, slots=True)
class Looked:
    """Leases that were looked at for the day of those whom they concern."""

    whom: Reminded
    today: dt.date
    to_tell: tuple[LeaseId, ...]
    """Something is to be told about them, unless it has been already."""
    quiet: tuple[LeaseId, ...]


async def look_at_leases(work: Work, whom: Reminded, limit: int) -> Looked | None:
    """Look at some leases where it is past nine and nobody has looked today; None if there are no more of them."""
    async with work.reading():
        now = work.now()
        mornings: dict[dt.date, list[str]] = {}
        for zone in await work.estate.leases.zones_of(whom):
            local = now.astimezone(zone)
            if local.hour >= MORNING:
                mornings.setdefault(local.date(), []).append(zone.key)
        for today, zones in mornings.items():
            found = await work.estate.leases.many(await work.estate.leases.not_looked_at(whom, zones, today, limit))
            if found:
                return await _looked(work, whom, today, found)
        return None


async def _looked(work: Work, whom: Reminded, today: dt.date, leases: Sequence[Lease]) -> Looked:
    accounts = await accounts_of(work, sorted(leases, key=lambda one: one.id), today)
    due = {one.lease.id: {about for about, _ in _to_tell(whom, one)} for one in accounts}
    abouts: set[str] = set().union(*due.values())
    told = await work.notifications.noted(_people(whom, accounts), abouts) if abouts else set()
    to_tell = tuple(lease_id for lease_id, some in due.items() if some - told)
    return Looked(whom, today, to_tell, tuple(lease_id for lease_id in due if lease_id not in to_tell))


def _people(whom: Reminded, accounts: Iterable[LeaseAccount]) -> set[PersonId]:
    """Tenants who are in the bot, or managers."""
    if whom is Reminded.MANAGER:
        return {one.premises.manager_id for one in accounts}
    return {one.tenant.person_id for one in accounts if one.tenant.person_id is not None}


async def nothing_to_tell(work: Work, looked: Looked) -> None:
    """Leave the quiet ones alone until tomorrow."""
    async with work.writing("nothing_to_tell"):
        await work.estate.leases.looked_at(looked.whom, looked.quiet, looked.today)
        await work.commit(None)


async def remind(work: Work, whom: Reminded, lease_id: LeaseId) -> bool:
    """Tell about the lease what is to be told by now; returns whether anything was."""
    async with work.writing(f"remind_{whom}"):
        lease = await work.estate.leases.get(lease_id, hold=True)
        person = await _person(work, whom, lease)
        if person is None:
            return False
        local = work.now().astimezone(person.zone)
        account = await account_of(work, lease, local.date())
        is_day = local.hour >= MORNING and not _is_night(person, work.now())
        told = is_day and await _remind(work, whom, account, person)
        await work.estate.leases.looked_at(whom, [lease.id], local.date())
        await work.commit(None)
        return told


async def _person(work: Work, whom: Reminded, lease: Lease) -> Person | None:
    person_id: PersonId | None
    if whom is Reminded.TENANT:
        person_id = await tenant_of(work, lease)
    else:
        person_id = (await work.estate.premises.get(lease.premises_id)).manager_id
    return None if person_id is None else await work.people.get(person_id)


async def _remind(work: Work, whom: Reminded, account: LeaseAccount, person: Person) -> bool:
    lease, today = account.lease, account.today
    due = _to_tell(whom, account)
    noted = {
        about: await work.notifications.first_time(person.id, about)
        for about in dict.fromkeys(about for about, _ in due)
    }
    new = [one for about, one in due if noted[about]]
    if not new:
        return False
    kind = NotificationKind.TENANT_OVERDUE if whom is Reminded.MANAGER else _kind(new, today)
    data = {"lease_id": lease.id, "keys": [one.key for one in new]}
    await work.outbox.cancel(person.id, SNOOZED, snooze_key(lease.id, today))
    await tell(work, person.id, kind, data, f"{whom}:{lease.id}:{today}")
    return True


def _is_night(person: Person, now: dt.datetime) -> bool:
    """Whether what is told now would be held until another day: by then there is another reminder, or none."""
    ends = person.quiet_ends(now)
    return ends is not None and ends.astimezone(person.zone).date() > now.astimezone(person.zone).date()


def _to_tell(whom: Reminded, account: LeaseAccount) -> list[tuple[str, ToPay]]:
    """What is to be told by now, each with the key under which it is noted as told."""
    days = account.lease.reminders if whom is Reminded.TENANT else (MANAGER_AFTER,)
    things = account.to_pay(account.today - dt.timedelta(days=min(days, default=0)))
    told_for = f"{whom}:{account.lease.id}"
    if whom is Reminded.MANAGER:
        due = _each(told_for, things, days, account.today)
    else:
        due = _to_tell_tenant(told_for, things, days, account.today)
    return [] if due and _says_to_have_paid(account, things, due[-1][1]) else due


def _to_tell_tenant(
    told_for: str, things: Sequence[ToPay], days: Sequence[int], today: dt.date
) -> list[tuple[str, ToPay]]:
    late = [one for one in things if one.on < today]
    coming = [one for one in things if one.on >= today]
    after = [one for one in days if one > 0]
    due = _of_debt(told_for, late, after, today)
    if late and after and (today - _begun(late)).days <= WEEK:
        return due
    return due + _each(told_for, coming, [one for one in days if one <= 0], today)


def _each(told_for: str, things: Sequence[ToPay], days: Sequence[int], today: dt.date) -> list[tuple[str, ToPay]]:
    """Each thing for the last of the days, counted from its due day, that has come."""
    found = ((one, _last_of(days, (today - one.on).days)) for one in things)
    return [(f"{told_for}:{one.key}:{day}", one) for one, day in found if day is not None]


def _of_debt(told_for: str, late: Sequence[ToPay], days: Sequence[int], today: dt.date) -> list[tuple[str, ToPay]]:
    """All that is overdue, for the last of the steps that has come."""
    if not late or not days:
        return []
    begun = _begun(late)
    age = (today - begun).days
    step = _last_of(days, age)
    weekly = (age - max(days)) // WEEK * WEEK + max(days)
    if max(days) < weekly and age - weekly <= A_WEEKLY_ONE:
        step = weekly
    return [] if step is None else [(f"{told_for}:late:{begun}:{step}", one) for one in late]


def _begun(late: Sequence[ToPay]) -> dt.date:
    """The due day from which the steps are counted: the latest that is more than a week after the one before it."""
    due_days = sorted(one.on for one in late)
    begun = due_days[0]
    for day in due_days:
        if (day - begun).days > WEEK:
            begun = day
    return begun


def _last_of(days: Sequence[int], age: int) -> int | None:
    """The last of the days, counted from the due day, that has come, unless it was missed long ago."""
    return max((day for day in days if age - LATE.days <= day <= age), default=None)


def _says_to_have_paid(account: LeaseAccount, things: list[ToPay], last: ToPay) -> bool:
    """Whether reports that wait would pay everything up to the last thing to be reminded of."""
    return account.reported.minor >= sum(one.minor for one in things[: things.index(last) + 1])


def _kind(things: list[ToPay], today: dt.date) -> NotificationKind:
    return NotificationKind.RENT_OVERDUE if any(one.on < today for one in things) else NotificationKind.RENT_DUE


def snooze_key(lease_id: LeaseId, day: dt.date) -> str:
    """The dedup key of the reminder of a lease that was put off to this day."""
    return f"{SNOOZED}:{lease_id}:{day}"
