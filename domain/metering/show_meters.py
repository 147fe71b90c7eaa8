"""The meters of an object with what they showed last, for who keeps or owns it."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.leases.lease import Lease
from domain.estate.leases.tenants import tenants_of
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import Party
from domain.metering.around import days_of, object_today
from domain.metering.book import books_of
from domain.metering.meter import USUAL, Meter, MeterId
from domain.metering.meter_row import MeterRow, meter_row
from domain.metering.reading import Reading
from domain.metering.window import Window
from domain.people.person import Action, Person
from domain.work import Work, query

MOST_READINGS = 12


@dataclass(frozen=True, slots=True)
class MetersView:
    """An object's meters."""

    premises: Premises
    is_manager: bool
    today: dt.date
    window: Window | None
    """The period that is open."""
    following: Window
    rows: tuple[MeterRow, ...]
    """Those in use."""
    lacks_usual: bool
    """Whether one of the three that nearly every object has is missing."""


@dataclass(frozen=True, slots=True)
class MeterCard:
    """One meter with its readings."""

    row: MeterRow
    premises: Premises
    today: dt.date
    readings: tuple[Reading, ...]
    """The latest ones, also those that were replaced, the newest first."""
    counting: tuple[Reading, ...]
    """All that count, the earliest month first."""
    before: Meter | None
    """The one that it has replaced."""
    lease: Lease | None
    tenant: Party | None
    """Whose use alone it counts."""
    leases: tuple[tuple[Lease, Party], ...]
    """Who rents at the object now."""


@query(Action.MANAGE_OBJECTS)
async def show_meters(work: Work, actor: Person, premises_id: PremisesId) -> MetersView:
    """All meters in use of an object that the actor keeps or owns."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id)
    today, days = await object_today(work, premises), days_of(premises)
    books = await books_of(work, premises)
    window = days.open_on(today)
    month = window.month if window is not None else today.replace(day=1)
    rows = tuple(books.row(one, month) for one in books.active())
    from_usual = {one.meter.kind for one in rows if one.meter.kind in USUAL}
    is_manager = actor.may(Action.MANAGE_OBJECTS, at=premises)
    return MetersView(premises, is_manager, today, window, days.next_after(today), rows, len(from_usual) < len(USUAL))


@query(Action.MANAGE_OBJECTS)
async def show_meter(work: Work, actor: Person, meter_id: MeterId) -> MeterCard:
    """One meter of an object that the actor keeps."""
    meter = await work.metering.meters.managed_by(actor.id, meter_id)
    premises = await work.estate.premises.get(meter.premises_id)
    today = await object_today(work, premises)
    window = days_of(premises).open_on(today)
    counting = await work.metering.meters.readings([meter.id])
    row = meter_row(meter, counting, window.month if window else today.replace(day=1))
    of_object = await work.metering.meters.of_premises([premises.id])
    leases = await work.estate.leases.of_premises([premises.id])
    parties = await tenants_of(work, leases)
    lease = next((one for one in leases if one.id == meter.lease_id), None)
    return MeterCard(
        row,
        premises,
        today,
        tuple(await work.metering.meters.history(meter.id, MOST_READINGS)),
        tuple(counting),
        next((one for one in of_object if one.id == meter.replaces), None),
        lease,
        parties[lease.tenant_id] if lease is not None else None,
        tuple((one, parties[one.tenant_id]) for one in leases if one.covers(today)),
    )
