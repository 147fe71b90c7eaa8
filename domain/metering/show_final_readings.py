"""What the meters of a lease show at its end, for who keeps the object and may enter them."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.objects.premises import Premises
from domain.estate.parties.party import Party
from domain.metering.around import object_today
from domain.metering.book import books_of
from domain.metering.final import agreed_end
from domain.metering.meter_row import MeterRow
from domain.people.person import Action, Person
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


@query(Action.MANAGE_OBJECTS)
async def show_final_readings(work: Work, actor: Person, lease_id: LeaseId) -> FinalReadings:
    """The meters of a lease that the actor keeps; `Conflict` if no last day has been agreed."""
    lease = await work.estate.leases.managed_by(actor.id, lease_id)
    last = agreed_end(lease)
    premises = await work.estate.premises.get(lease.premises_id)
    rows = (await books_of(work, premises)).rows_of(lease, last.replace(day=1), final=True)
    tenant, today = await work.estate.parties.get(lease.tenant_id), await object_today(work, premises)
    return FinalReadings(lease, premises, tenant, today, last, rows)
