"""A meter is replaced: the old one's last value and the new one's first count.

The use of that month is then what both of them counted. If the month before was not read yet, and the readings of this
one are not open, the old meter's last value is that month's reading, so that it is billed by that month's tariff. Other
months that nobody has read, and can read no more, get their equal part, marked as an average.
"""

import datetime as dt

from domain.estate.leases.lease import days_in_month, months_back, next_month
from domain.estate.objects.premises import Premises
from domain.metering.around import days_of, object_today
from domain.metering.book import book_month, books_of
from domain.metering.meter import MOST_NUMBER, Meter, MeterId, Values
from domain.metering.reading import Source
from domain.metering.record import expected, record
from domain.metering.turnover import added
from domain.metering.use import spread, turned_since
from domain.metering.window import Days
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.typed.limits import tidy
from domain.work import Work, effect

MOST_UNREAD = 12
"""Months for which the use is spread; what nobody has read for longer is billed with the last of them."""


async def _month_of(work: Work, old: Meter, days: Days, on: dt.date) -> dt.date:
    """The month whose reading the last value is."""
    month = on.replace(day=1)
    before = months_back(month, 2)[0]
    read = {one.month for one in await work.metering.meters.readings([old.id])}
    was_there = bool(read) or old.first_on <= days.of(before).closes
    is_late = before not in read and month not in read and was_there
    return before if is_late and on < days.of(month).opens else month


async def _unread(work: Work, premises: Premises, old: Meter, month: dt.date) -> list[dt.date]:
    """The months before this one since the last reading, if somebody who rented in one of them waits for its bill."""
    books = await books_of(work, premises)
    last = max((one.month for one in books.readings.get(old.id, ())), default=None)
    since = next_month(last) if last is not None else old.first_on.replace(day=1)
    months = [one for one in months_back(month, MOST_UNREAD + 1)[:-1] if one >= since]
    return months if any(old in books.missing(one) for one in months) else []


async def _fill(work: Work, old: Meter, unread: list[dt.date], month: dt.date, actor: Person) -> list[dt.date]:
    """Give every unread month its equal part of what was counted until the last value; returns the months changed."""
    readings = await work.metering.meters.readings([old.id])
    end = next(one for one in readings if one.slot == (month, None))
    known = expected(old, readings, month, end.on)
    if known.previous is None:
        return []
    counted = added(end.values, turned_since(known.beyond, end.beyond))
    changed: list[dt.date] = []
    for one, values in zip(unread, spread(known.previous, counted, len(unread), old.decimals), strict=True):
        day = one.replace(day=days_in_month(one))
        changed += await record(work, old, one, values, on=day, source=Source.AVERAGE, by=actor, sure=True)
    return changed


@effect(Action.MANAGE_OBJECTS)
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
    old = await work.metering.meters.managed_by(actor.id, meter_id, hold=True)
    old.must_be_active()
    premises = await work.estate.premises.get(old.premises_id)
    await work.metering.meters.hold(premises.id)
    if on > await object_today(work, premises):
        raise Refusal("That day has not come yet. On which day was the meter replaced?")
    if len(first_values) != old.zones:
        raise Refusal("This meter has {zones} zones, and each needs its value.", zones=old.zones)
    month = await _month_of(work, old, days_of(premises), on)
    unread = await _unread(work, premises, old, month)
    changed = await record(
        work, old, month, last_values, on=on, source=Source.MANAGER, by=actor, sure=sure, turned=turned
    )
    changed += await _fill(work, old, unread, month, actor)
    old.archive(work.now())
    await work.metering.meters.save(old)
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
    await work.metering.meters.save(new)
    for one in sorted(set(changed)):
        await book_month(work, premises, one, by=actor.id, changed=[old])
    return await work.commit(new.id)
