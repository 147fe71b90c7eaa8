"""What a tenant has to read for a lease: the meters that count its use, what they showed last, and until when."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.objects.premises import Premises
from domain.metering.around import days_of, object_today
from domain.metering.bill import ObjectBooks
from domain.metering.book import books_of
from domain.metering.final import final_window
from domain.metering.meter import MeterId
from domain.metering.meter_row import MeterRow
from domain.metering.window import Window
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class ReadingsToSend:
    """A lease's meters in the period that is open, or in the present month, or at the end of the lease."""

    lease: Lease
    premises: Premises
    today: dt.date
    window: Window | None
    following: Window
    rows: tuple[MeterRow, ...]
    is_final: bool = False
    """Whether these are the readings at the end of the lease."""

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
        return self.window is not None and (self.is_final or self.lease.covers(self.today))

    @property
    def asks_for_final(self) -> bool:
        """Whether readings at the end of the lease are to be sent now."""
        return self.is_final and bool(self.missing)

    def row(self, meter_id: MeterId) -> MeterRow:
        """One of the meters; `Conflict` if it is no longer among them."""
        found = next((one for one in self.rows if one.meter.id == meter_id), None)
        if found is None:
            raise Conflict("This meter is no longer in use. Here are the meters as they are now.")
        return found


@query(Action.RENT)
async def readings_to_send(work: Work, actor: Person, lease_id: LeaseId) -> ReadingsToSend:
    """The meters of a lease that the actor rents by."""
    lease = await work.estate.leases.rented_by(actor.id, lease_id)
    premises = await work.estate.premises.get(lease.premises_id)
    today, days = await object_today(work, premises), days_of(premises)
    books = await books_of(work, premises)
    window, is_final = window_on(books, lease, today)
    month = window.month if window is not None else today.replace(day=1)
    rows = books.rows_of(lease, month, final=is_final)
    return ReadingsToSend(lease, premises, today, window, days.next_after(today), rows, is_final)


def window_on(books: ObjectBooks, lease: Lease, day: dt.date) -> tuple[Window | None, bool]:
    """The period in which a tenant may send readings on this day, and whether it is that of the end of the lease.

    Readings of an earlier month that are still missing come before the final ones.
    """
    usual, final = days_of(books.premises).open_on(day), final_window(lease)
    if final is None or not final.covers(day):
        return usual, False
    is_earlier = usual is not None and usual.month < final.month and lease.covers(day)
    if is_earlier and usual is not None and books.missing(usual.month, lease.id):
        return usual, False
    return final, True
