"""A manager enters what a meter showed on any day, for any month that has begun, also long after the period closed."""

import datetime as dt

from domain.estate.leases.lease import Lease, LeaseId
from domain.files.sent_by import must_have_sent
from domain.files.stored_file import FileId
from domain.metering.around import object_today
from domain.metering.book import book_month
from domain.metering.final import agreed_end, final_day
from domain.metering.meter import Meter, MeterId, Values
from domain.metering.reading import Source
from domain.metering.record import record
from domain.people.person import Action, Person
from domain.refusal import NotFound, Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def enter_reading(
    work: Work,
    actor: Person,
    meter_id: MeterId,
    month: dt.date,
    on: dt.date,
    values: Values,
    *,
    photo: FileId | None = None,
    sure: bool = False,
    turned: Values = (),
    final_of: LeaseId | None = None,
) -> None:
    """Keep the reading; bills that were booked from another one are put right.

    With `final_of` it is what the meter showed at the end of that lease, on its last day at the latest.
    Refused: what is lower than somebody has seen; a `Conflict`: several times the usual, unless they are `sure`.
    """
    meter = await work.metering.meters.managed_by(actor.id, meter_id)
    premises = await work.estate.premises.get(meter.premises_id)
    await work.metering.meters.hold(premises.id)
    meter.must_be_active()
    await must_have_sent(work, actor, photo, as_photos=True)
    today = await object_today(work, premises)
    if on > today:
        raise Refusal("{date} has not come yet. On which day did the meter show this?", date=on)
    if month > today:
        raise Refusal("That month has not begun yet.")
    month = month.replace(day=1)
    if final_of is not None:
        lease = await _lease_of(work, meter, final_of)
        month, on = agreed_end(lease).replace(day=1), final_day(lease, on)
    changed = await record(
        work,
        meter,
        month,
        values,
        on=on,
        source=Source.MANAGER,
        by=actor,
        photo=photo,
        sure=sure,
        turned=turned,
        final_of=final_of,
    )
    for one in changed:
        await book_month(work, premises, one, by=actor.id, changed=[meter])
    return await work.commit(None)


async def _lease_of(work: Work, meter: Meter, lease_id: LeaseId) -> Lease:
    """A lease whose use the meter counts, or `NotFound`."""
    lease = await work.estate.leases.get(lease_id)
    if lease.premises_id != meter.premises_id or not meter.counts_for(lease.id):
        raise NotFound
    return lease
