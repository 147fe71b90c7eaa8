"""A meter is replaced: the old one's last value and the new one's first count.

The use of that month is then what both of them counted. If the month before was not read yet, and the readings of this
one are not open, the old meter's last value is that month's reading, so that it is billed by that month's tariff.
"""

import datetime as dt

from domain.estate.lease import months_back
from domain.matching.limits import tidy
from domain.metering.around import days_of, object_today
from domain.metering.book import book_month
from domain.metering.meter import MOST_NUMBER, Meter, MeterId, Values
from domain.metering.reading import Source
from domain.metering.record import record
from domain.metering.window import Days
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect


async def _month_of(work: Work, old: Meter, days: Days, on: dt.date) -> dt.date:
    """The month whose reading the last value is."""
    month = on.replace(day=1)
    before = months_back(month, 2)[0]
    read = {one.month for one in await work.meters.readings([old.id])}
    was_there = bool(read) or old.first_on <= days.of(before).closes
    is_late = before not in read and month not in read and was_there
    return before if is_late and on < days.of(month).opens else month


@effect(Action.KEEP_ESTATE)
async def replace_meter(
    work: Work,
    actor: Person,
    meter_id: MeterId,
    last_values: Values,
    first_values: Values,
    on: dt.date,
    number: str | None = None,
    *,
    sure: bool = False,
    turned: Values = (),
) -> MeterId:
    """Take the old meter's last values on that day, and put a new one in its place; returns the new one.

    A `Conflict` if they make several times the usual use, unless the actor is `sure`.
    """
    old = await work.meters.kept_by(actor.id, meter_id, hold=True)
    old.must_be_active()
    premises = await work.estate.get(old.premises_id)
    await work.meters.hold(premises.id)
    if on > await object_today(work, premises):
        raise Refusal("That day has not come yet. On which day was the meter replaced?")
    if len(first_values) != old.zones:
        raise Refusal("This meter has {zones} zones, and each needs its value.", zones=old.zones)
    month = await _month_of(work, old, days_of(premises), on)
    changed = await record(
        work, old, month, last_values, on=on, source=Source.KEEPER, by=actor, sure=sure, turned=turned
    )
    old.archive(work.now())
    await work.meters.save(old)
    new = Meter(
        premises_id=old.premises_id,
        lease_id=old.lease_id,
        kind=old.kind,
        unit=old.unit,
        decimals=old.decimals,
        zones=old.zones,
        number=tidy(number, MOST_NUMBER),
        place=old.place,
        first_values=first_values,
        first_on=on,
        replaces=old.id,
        created_at=work.now(),
    )
    await work.meters.save(new)
    for one in changed:
        await book_month(work, premises, one, by=actor.id, changed=[old])
    return await work.commit(new.id)
