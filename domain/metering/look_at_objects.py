"""Once a day an object's readings are looked at: who is reminded, what is booked, which meter is to be verified.

The day is the manager's; people are told on their own morning, each thing once. A day on which nothing ran is made good
by the next one: what is told depends on where the day stands in the object's period, not on when it was looked at last.
"""

import datetime as dt

from domain.estate.leases.lease import Lease
from domain.estate.money.booking import tenant_of
from domain.estate.money.reminders import MORNING
from domain.estate.objects.premises import Premises, PremisesId
from domain.ledger.entry import account_of_lease
from domain.metering.around import days_of, object_today, watch_object
from domain.metering.bill import ObjectBooks
from domain.metering.book import book_month, books_of
from domain.metering.booked import booked_in
from domain.metering.meter import TOLD_BEFORE
from domain.metering.readings_to_send import window_on
from domain.metering.sharing import in_month
from domain.metering.window import Window
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Person, PersonId
from domain.work import Work

EVENING = 21
"""The hour of a person's own day from which a reminder waits until the next morning."""
SAID_AFTER = dt.timedelta(days=3)
"""Who could not be told within so long after a period has closed need not be any more."""


async def objects_to_look_at(work: Work, limit: int) -> list[PremisesId]:
    """Those whose day has begun, the longest waiting first."""
    async with work.reading():
        return await work.metering.meters.to_look_at(work.now(), limit)


async def look_at_object(work: Work, premises_id: PremisesId) -> None:
    """Tell and book what the day brings, and look again tomorrow."""
    async with work.writing("look_at_object"):
        if not await work.metering.meters.is_due(premises_id, work.now()):
            return
        premises = await work.estate.premises.get(premises_id)
        today, days = await object_today(work, premises), days_of(premises)
        books = await books_of(work, premises)
        window = days.open_on(today)
        if window is not None:
            await _remind_tenants(work, books, window, today)
        await _ask_for_final_readings(work, books, today)
        closed = days.last_closed(today)
        await _close(work, premises, books, closed, today)
        await _remind_of_verification(work, premises, books, today)
        await watch_object(work, premises)
        await work.commit(None)


async def _remind_tenants(work: Work, books: ObjectBooks, window: Window, today: dt.date) -> None:
    kind = NotificationKind.READINGS_OPEN
    if window.last_call is not None and today >= window.last_call:
        kind = NotificationKind.READINGS_CLOSING
    for lease in books.leases:
        is_asked = window_on(books, lease, today) == (window, False)
        if is_asked and lease.covers(today) and books.missing(window.month, lease.id):
            await _tell_tenant(work, lease, window, kind)


async def _ask_for_final_readings(work: Work, books: ObjectBooks, today: dt.date) -> None:
    """Ask the tenant in the last days of a lease, and the manager from its last day on, while something is missing."""
    for lease in books.leases:
        window, is_final = window_on(books, lease, today)
        if window is None or not is_final or not books.lacking_final(lease):
            continue
        await _tell_tenant(work, lease, window, NotificationKind.FINAL_READINGS)
        if lease.ends_on is not None and today >= lease.ends_on:
            about = f"{NotificationKind.FINAL_READINGS_OF.value}:{lease.id}:{lease.ends_on.isoformat()}"
            await _once(
                work, books.premises.manager_id, NotificationKind.FINAL_READINGS_OF, {"lease_id": lease.id}, about
            )


async def _close(work: Work, premises: Premises, books: ObjectBooks, closed: Window, today: dt.date) -> None:
    """Book what is complete; tell those whose readings did not come, and the manager."""
    waits = False
    for lease in in_month(books.leases, closed.month):
        missing = books.missing(closed.month, lease.id)
        entries = await work.ledger.of([account_of_lease(lease.id)])
        waits |= bool(missing) and not booked_in(entries, closed.month)
        if missing and today - closed.closes <= SAID_AFTER and lease.covers(today):
            await _tell_tenant(work, lease, closed, NotificationKind.READINGS_CLOSED)
    await book_month(work, premises, closed.month, by=None)
    if waits and today - closed.closes <= SAID_AFTER:
        about = f"readings:{premises.id}:{closed.month:%Y-%m}"
        data = {"premises_id": premises.id, "month": f"{closed.month:%Y-%m}"}
        await _once(work, premises.manager_id, NotificationKind.READINGS_MISSING, data, about)


async def _remind_of_verification(work: Work, premises: Premises, books: ObjectBooks, today: dt.date) -> None:
    for meter in books.active():
        if meter.verified_until is not None and today >= meter.verified_until - TOLD_BEFORE:
            about = f"verify:{meter.id}:{meter.verified_until.isoformat()}"
            await _once(work, premises.manager_id, NotificationKind.METER_CHECK, {"meter_id": meter.id}, about)


async def _tell_tenant(work: Work, lease: Lease, window: Window, kind: NotificationKind) -> None:
    tenant = await tenant_of(work, lease)
    if tenant is None:
        return
    about = f"{kind.value}:{lease.id}:{window.month:%Y-%m}"
    if kind is NotificationKind.FINAL_READINGS:
        about += f":{window.closes.isoformat()}"
    data = {"lease_id": lease.id, "month": f"{window.month:%Y-%m}", "closes": window.closes.isoformat()}
    await _once(work, tenant, kind, data, about)


async def _once(work: Work, person_id: PersonId, kind: NotificationKind, data: dict[str, object], about: str) -> None:
    if await work.notifications.first_time(person_id, about):
        morning = _morning(await work.people.get(person_id), work.now())
        await tell(work, person_id, kind, data, f"{about}:{person_id}", not_before=morning)


def _morning(person: Person, now: dt.datetime) -> dt.datetime | None:
    """When the person is told: now, if it is day for them, else at nine of their own clock."""
    local = now.astimezone(person.zone)
    if MORNING <= local.hour < EVENING:
        return None
    day = local.date() if local.hour < MORNING else local.date() + dt.timedelta(days=1)
    return dt.datetime.combine(day, dt.time(MORNING), tzinfo=person.zone).astimezone(dt.UTC)
