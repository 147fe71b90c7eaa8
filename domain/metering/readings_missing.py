"""Which readings a manager still waits for: object by object, of the period that is open or has closed last."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from domain.estate.leases.lease import LeaseId, months_back
from domain.estate.objects.occupancy import by_premises
from domain.estate.objects.premises import Premises
from domain.metering.around import days_of
from domain.metering.reading import Slot
from domain.metering.sharing import in_month
from domain.metering.window import Window
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class Missing:
    """An object with readings still to come."""

    premises: Premises
    window: Window
    is_open: bool
    missing: int
    total: int


@query(Action.MANAGE_OBJECTS)
async def readings_missing(work: Work, actor: Person) -> list[Missing]:
    """The actor's objects in use that lack readings while somebody rents there, those that have closed first."""
    return await missing_readings(work, actor)


async def missing_readings(work: Work, actor: Person) -> list[Missing]:
    """The same in the present transaction."""
    today = work.now().astimezone(actor.zone).date()
    rows = await work.metering.meters.read_objects(actor.id, months_back(today, 3)[0])
    leases = by_premises(await work.estate.leases.of_premises({premises.id for premises, _, _ in rows}))
    found: dict[Premises, list[bool]] = {}
    for premises, meter, read in rows:
        window = days_of(premises).open_or_last(today)
        renting = [one.id for one in in_month(leases[premises.id], window.month) if meter.counts_for(one.id)]
        if renting and meter.first_on <= window.closes:
            found.setdefault(premises, []).append(_is_read(read, window.month, renting))
    missing = (_missing(premises, today, of) for premises, of in found.items() if not all(of))
    return sorted(missing, key=lambda one: one.is_open)


def _is_read(read: Collection[Slot], month: dt.date, renting: Iterable[LeaseId]) -> bool:
    """Whether the month has its reading, or each of those who rent has moved out with one of their own."""
    return (month, None) in read or all((month, one) in read for one in renting)


def _missing(premises: Premises, today: dt.date, are_read: list[bool]) -> Missing:
    window = days_of(premises).open_or_last(today)
    return Missing(premises, window, window.covers(today), are_read.count(False), len(are_read))
