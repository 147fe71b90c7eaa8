"""A manager closes a month without all its readings: by the average of three months, without them, or counted anew."""

import datetime as dt

from domain.estate.objects.premises import Premises, PremisesId
from domain.metering.around import object_today
from domain.metering.book import Counting, book_month, books_of
from domain.metering.meter import Meter
from domain.metering.reading import Source
from domain.metering.record import expected, record
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def bill_by_average(work: Work, actor: Person, premises_id: PremisesId, month: dt.date) -> int:
    """Take the usual use for every reading that is missing, marked as such, and book; returns for how many.

    The next real reading puts it right.
    """
    premises = await _kept(work, actor, premises_id, month)
    books = await books_of(work, premises)
    guessed: list[Meter] = []
    for meter in books.missing(month):
        known = expected(meter, list(books.readings.get(meter.id, ())), month)
        if known.previous is None or known.usually is None:
            continue
        values = tuple(before + one * known.months for before, one in zip(known.previous, known.usually, strict=True))
        on = min(await object_today(work, premises), _last_day(month))
        await record(work, meter, month, values, on=on, source=Source.AVERAGE, by=actor, sure=True)
        guessed.append(meter)
    if not guessed:
        raise Refusal("There is nothing to take an average of yet. Enter the readings, or bill without them.")
    await book_month(work, premises, month, Counting.WHEN_COMPLETE, by=actor.id, changed=guessed)
    return await work.commit(len(guessed))


@effect(Action.MANAGE_OBJECTS)
async def bill_as_it_is(work: Work, actor: Person, premises_id: PremisesId, month: dt.date) -> int:
    """Book what is known, without the readings that are missing; returns how many leases got a bill or another one."""
    premises = await _kept(work, actor, premises_id, month)
    booked = await book_month(work, premises, month, Counting.AS_IT_IS, by=actor.id)
    return await work.commit(len(booked))


@effect(Action.MANAGE_OBJECTS)
async def count_anew(work: Work, actor: Person, premises_id: PremisesId, month: dt.date) -> int:
    """Book the month by the tariffs and leases as they are now; returns how many leases' bills have changed."""
    premises = await _kept(work, actor, premises_id, month)
    booked = await book_month(work, premises, month, Counting.ANEW, by=actor.id)
    return await work.commit(len(booked))


async def _kept(work: Work, actor: Person, premises_id: PremisesId, month: dt.date) -> Premises:
    premises = await work.estate.premises.managed_by(actor.id, premises_id)
    await work.metering.meters.hold(premises.id)
    if month > await object_today(work, premises):
        raise Refusal("That month has not begun yet.")
    return premises


def _last_day(month: dt.date) -> dt.date:
    return (month + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)
