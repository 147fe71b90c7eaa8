"""A keeper enters what a meter showed on any day, for any month that has begun, also long after the period closed."""

import datetime as dt

from domain.files.sent_by import must_have_sent
from domain.files.stored_file import FileId
from domain.metering.around import object_today
from domain.metering.book import book_month
from domain.metering.meter import MeterId, Values
from domain.metering.reading import Source
from domain.metering.record import record
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect


@effect(Action.KEEP_ESTATE)
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
) -> None:
    """Keep the reading; bills that were booked from another one are put right.

    Refused: what is lower than somebody has seen; a `Conflict`: several times the usual, unless they are `sure`.
    """
    meter = await work.meters.kept_by(actor.id, meter_id)
    premises = await work.estate.get(meter.premises_id)
    await work.meters.hold(premises.id)
    meter.must_be_active()
    await must_have_sent(work, actor, photo, as_photos=True)
    today = await object_today(work, premises)
    if on > today:
        raise Refusal("{date} has not come yet. On which day did the meter show this?", date=on)
    if month > today:
        raise Refusal("That month has not begun yet.")
    month = month.replace(day=1)
    changed = await record(
        work, meter, month, values, on=on, source=Source.KEEPER, by=actor, photo=photo, sure=sure, turned=turned
    )
    for one in changed:
        await book_month(work, premises, one, by=actor.id, changed=[meter])
    return await work.commit(None)
