"""An object's utilities in a month, for who keeps or owns it: readings, every lease's bill, what stood empty."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.money.settling import statements_of
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import Party
from domain.metering.around import days_of, object_today
from domain.metering.bill import lines_for
from domain.metering.bill_view import BillView, bill_view
from domain.metering.book import books_of
from domain.metering.booked import months_booked
from domain.metering.line import BillLine
from domain.metering.meter_row import MeterRow
from domain.metering.sharing import in_month
from domain.metering.window import Window
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class ObjectMonth:
    """One month of an object."""

    premises: Premises
    is_manager: bool
    month: dt.date
    today: dt.date
    window: Window
    rows: tuple[MeterRow, ...]
    """The meters that are read for the month, or were."""
    bills: tuple[tuple[Party, BillView], ...]
    vacant: tuple[BillLine, ...]
    """What falls to the owner because nobody rented it."""
    has_tariffs: bool

    @property
    def missing(self) -> tuple[MeterRow, ...]:
        """Those without a reading."""
        return tuple(one for one in self.rows if one.current is None)

    @property
    def is_booked(self) -> bool:
        """Whether every lease has its bill."""
        return bool(self.bills) and all(bill.is_booked for _, bill in self.bills)

    @property
    def total(self) -> int:
        """What all bills come to."""
        return sum(bill.total for _, bill in self.bills)


@query(Action.MANAGE_OBJECTS)
async def show_object_month(work: Work, actor: Person, premises_id: PremisesId, month: dt.date | None) -> ObjectMonth:
    """A month of an object that the actor keeps or owns; None: the one whose period is open or has closed last."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id)
    today, days = await object_today(work, premises), days_of(premises)
    month = month or days.open_or_last(today).month
    books = await books_of(work, premises)
    bills = []
    present = in_month(books.leases, month)
    accounts = await statements_of(work, present, today)
    for lease in present:
        party = await work.estate.parties.get(lease.tenant_id)
        bills.append((party, bill_view(books, lease, accounts[lease.id], month, is_mine=False)))
    return ObjectMonth(
        premises,
        actor.may(Action.MANAGE_OBJECTS, at=premises),
        month,
        today,
        days.of(month),
        tuple(books.row(one, month) for one in books.read_in(month)),
        tuple(bills),
        lines_for(books, month).vacant,
        bool(books.tariffs),
    )


@query(Action.MANAGE_OBJECTS)
async def show_object_year(
    work: Work, actor: Person, premises_id: PremisesId, year: int
) -> tuple[Premises, list[tuple[Party, BillView]]]:
    """Every bill that was booked for a month of the year, with its tenant."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id)
    today, books = await object_today(work, premises), await books_of(work, premises)
    found = []
    accounts = await statements_of(work, books.leases, today)
    for lease in books.leases:
        party = await work.estate.parties.get(lease.tenant_id)
        months = [one for one in months_booked(accounts[lease.id][1]) if one.year == year]
        found += [(party, bill_view(books, lease, accounts[lease.id], one, is_mine=False)) for one in months]
    return premises, found
