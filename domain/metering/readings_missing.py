"""Which readings a manager still waits for: object by object, of the period that is open or has closed last."""

from dataclasses import dataclass

from domain.estate.leases.lease import months_back
from domain.estate.objects.occupancy import by_premises
from domain.estate.objects.premises import Premises
from domain.metering.around import days_of
from domain.metering.meter import Meter
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
    found: dict[Premises, list[tuple[Meter, bool]]] = {}
    windows: dict[Premises, Window] = {}
    for premises, meter, read in rows:
        days = days_of(premises)
        window = days.open_on(today) or days.last_closed(today)
        renting = [one.id for one in in_month(leases[premises.id], window.month) if meter.counts_for(one.id)]
        if renting and meter.first_on <= window.closes:
            windows[premises] = window
            is_read = (window.month, None) in read or all((window.month, one) in read for one in renting)
            found.setdefault(premises, []).append((meter, is_read))
    missing = [
        Missing(one, windows[one], windows[one].covers(today), sum(not read for _, read in of), len(of))
        for one, of in found.items()
    ]
    return sorted((one for one in missing if one.missing), key=lambda one: one.is_open)
