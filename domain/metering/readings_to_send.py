"""What a tenant has to read for a lease: the meters that count its use, what they showed last, and until when."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.lease import Lease, LeaseId
from domain.estate.premises import Premises
from domain.metering.around import days_of, object_today
from domain.metering.book import books_of
from domain.metering.meter import MeterId
from domain.metering.meter_row import MeterRow, meter_row
from domain.metering.window import Window
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class ToSend:
    """A lease's meters in the period that is open, or in the present month."""

    lease: Lease
    premises: Premises
    today: dt.date
    window: Window | None
    following: Window
    rows: tuple[MeterRow, ...]

    @property
    def month(self) -> dt.date:
        """The month whose readings these are."""
        return self.window.month if self.window is not None else self.today.replace(day=1)

    @property
    def missing(self) -> tuple[MeterRow, ...]:
        """Those without a reading of somebody who has looked."""
        return tuple(one for one in self.rows if one.current is None or one.current.is_average)

    @property
    def done(self) -> int:
        """How many were sent."""
        return len(self.rows) - len(self.missing)

    @property
    def may_send(self) -> bool:
        """Whether the tenant can send them now."""
        return self.window is not None and self.lease.covers(self.today)

    def row(self, meter_id: MeterId) -> MeterRow:
        """One of the meters; `Conflict` if it is no longer among them."""
        found = next((one for one in self.rows if one.meter.id == meter_id), None)
        if found is None:
            raise Conflict("This meter is no longer in use. Here are the meters as they are now.")
        return found


@query(Action.RENT)
async def readings_to_send(work: Work, actor: Person, lease_id: LeaseId) -> ToSend:
    """The meters of a lease that the actor rents by."""
    lease = await work.leases.rented_by(actor.id, lease_id)
    premises = await work.estate.get(lease.premises_id)
    today, days = await object_today(work, premises), days_of(premises)
    window = days.open_on(today)
    month = window.month if window is not None else today.replace(day=1)
    books = await books_of(work, premises)
    rows = tuple(
        meter_row(one, books.readings.get(one.id, ()), month) for one in books.active() if one.counts_for(lease.id)
    )
    return ToSend(lease, premises, today, window, days.next_after(today), rows)
