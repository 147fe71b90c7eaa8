"""A tenant sends what a meter shows while the object's period is open; the last one counts, the others are kept."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.objects.premises import Premises
from domain.files.sent_by import must_have_sent
from domain.files.stored_file import FileId
from domain.metering.around import days_of, object_today
from domain.metering.book import book_month, books_of
from domain.metering.final import final_day
from domain.metering.meter import Meter, MeterId, Values
from domain.metering.reading import Source
from domain.metering.readings_to_send import window_on
from domain.metering.record import record
from domain.metering.window import Window
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect


@dataclass(frozen=True, slots=True)
class Metered:
    """A meter with the lease and object it is read for."""

    lease: Lease
    premises: Premises
    meter: Meter


@effect(Action.RENT)
async def send_reading(
    work: Work,
    actor: Person,
    lease_id: LeaseId,
    meter_id: MeterId,
    values: Values,
    *,
    photo: FileId | None = None,
    sure: bool = False,
    turned: Values = (),
) -> None:
    """Keep the reading of the open period, or of the lease's end, dated today; the last one missing books the bill.

    Refused: what is lower than somebody has seen; a `Conflict`: several times the usual, unless they are `sure`.
    """
    found = await _metered(work, actor, lease_id, meter_id)
    today = await object_today(work, found.premises)
    window, is_final = await _open_window(work, found, today)
    await must_have_sent(work, actor, photo, as_photos=True)
    changed = await record(
        work,
        found.meter,
        window.month,
        values,
        on=final_day(found.lease, today) if is_final else today,
        source=Source.TENANT,
        by=actor,
        photo=photo,
        sure=sure,
        turned=turned,
        final_of=found.lease.id if is_final else None,
    )
    for month in changed:
        await book_month(work, found.premises, month, by=actor.id, changed=[found.meter])
    return await work.commit(None)


@effect(Action.RENT)
async def report_meter(work: Work, actor: Person, lease_id: LeaseId, meter_id: MeterId) -> None:
    """Tell the manager that the meter was replaced or has begun anew; once a month of readings."""
    found = await _metered(work, actor, lease_id, meter_id)
    window = days_of(found.premises).last_closed(await object_today(work, found.premises))
    manager, about = found.premises.manager_id, f"meter:{meter_id}:reported:{window.month:%Y-%m}"
    if await work.notifications.first_time(manager, about):
        data = {"meter_id": meter_id, "lease_id": lease_id}
        await tell(work, manager, NotificationKind.METER_REPORTED, data, f"{about}:{manager}")
    return await work.commit(None)


async def _metered(work: Work, actor: Person, lease_id: LeaseId, meter_id: MeterId) -> Metered:
    lease = await work.estate.leases.rented_by(actor.id, lease_id)
    premises = await work.estate.premises.get(lease.premises_id)
    await work.metering.meters.hold(premises.id)
    meter = await work.metering.meters.of_lease(premises.id, lease.id, meter_id, hold=True)
    meter.must_be_active()
    return Metered(lease, premises, meter)


async def _open_window(work: Work, found: Metered, today: dt.date) -> tuple[Window, bool]:
    """The period that is open, and whether it is that of the end of the lease."""
    days = days_of(found.premises)
    window, is_final = window_on(await books_of(work, found.premises), found.lease, today)
    if window is None:
        raise Refusal(
            "Readings are taken again from {date}. Until then your landlord or manager can enter them: write to them.",
            date=days.next_after(today).opens,
        )
    if not is_final and not found.lease.covers(today):
        raise Refusal("This lease does not run today, so readings are not needed.")
    return window, is_final
