"""What the meters of a lease show at its end, for who keeps the object and may enter them."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.objects.premises import Premises
from domain.estate.parties.party import Party
from domain.metering.around import object_today
from domain.metering.book import books_of
from domain.metering.meter_row import MeterRow, meter_row
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class FinalReadings:
    """The meters that count what a lease uses, as of its end."""

    lease: Lease
    premises: Premises
    tenant: Party
    today: dt.date
    last: dt.date
    """The last day of the lease."""
    rows: tuple[MeterRow, ...]

    @property
    def missing(self) -> tuple[MeterRow, ...]:
        """Those that nobody has read for the end."""
        return tuple(one for one in self.rows if one.current is None)


@query(Action.KEEP_ESTATE)
async def show_final_readings(work: Work, actor: Person, lease_id: LeaseId) -> FinalReadings:
    """The meters of a lease that the actor keeps; `Conflict` if no last day has been agreed."""
    lease = await work.estate.leases.kept_by(actor.id, lease_id)
    if lease.ends_on is None or lease.is_void:
        raise Conflict("No last day of this lease has been agreed.")
    premises = await work.estate.premises.get(lease.premises_id)
    books = await books_of(work, premises)
    month = lease.ends_on.replace(day=1)
    rows = tuple(
        meter_row(one, books.readings.get(one.id, ()), month, lease.id)
        for one in books.active()
        if one.counts_for(lease.id)
    )
    tenant, today = await work.estate.parties.get(lease.tenant_id), await object_today(work, premises)
    return FinalReadings(lease, premises, tenant, today, lease.ends_on, rows)
