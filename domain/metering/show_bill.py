"""The utility bills of a lease, month by month, for its tenant and for who keeps or owns the object."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.money.settling import statements_of
from domain.estate.objects.premises import Premises
from domain.files.stored_file import FileId
from domain.metering.around import object_today
from domain.metering.bill_view import BillView, bill_view
from domain.metering.book import books_of
from domain.metering.booked import months_booked
from domain.metering.meter import Meter
from domain.metering.reading import Reading, ReadingId
from domain.people.person import Action, Person
from domain.refusal import NotFound
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class BillsView:
    """The bills of a lease that were booked, the latest month first."""

    lease: Lease
    premises: Premises
    bills: tuple[BillView, ...]
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """A reading's photo, with what it shows."""

    meter: Meter
    reading: Reading
    photo: FileId


@query(Action.USE_BOT)
async def show_bill(work: Work, actor: Person, lease_id: LeaseId, month: dt.date) -> BillView:
    """The bill of a month: as it is booked, or as it would be by now."""
    lease = await work.estate.leases.seen_by(actor.id, lease_id)
    premises = await work.estate.premises.get(lease.premises_id)
    account = (await statements_of(work, [lease], await object_today(work, premises)))[lease.id]
    is_mine = await _is_tenant(work, actor, lease)
    return bill_view(await books_of(work, premises), lease, account, month, is_mine=is_mine)


@query(Action.USE_BOT)
async def list_bills(work: Work, actor: Person, lease_id: LeaseId) -> BillsView:
    """All bills of a lease."""
    lease = await work.estate.leases.seen_by(actor.id, lease_id)
    premises = await work.estate.premises.get(lease.premises_id)
    account = (await statements_of(work, [lease], await object_today(work, premises)))[lease.id]
    books = await books_of(work, premises)
    is_mine = await _is_tenant(work, actor, lease)
    bills = [bill_view(books, lease, account, month, is_mine=is_mine) for month in months_booked(account[1])]
    return BillsView(lease, premises, tuple(bills), is_mine)


@query(Action.USE_BOT)
async def show_proof(work: Work, actor: Person, lease_id: LeaseId, reading_id: ReadingId) -> Proof:
    """The photo of a reading that counts in the lease's bills."""
    lease = await work.estate.leases.seen_by(actor.id, lease_id)
    reading = await work.metering.meters.reading(reading_id)
    meter = await work.metering.meters.of_lease(lease.premises_id, lease.id, reading.meter_id)
    if reading.photo is None:
        raise NotFound
    return Proof(meter, reading, reading.photo)


async def _is_tenant(work: Work, actor: Person, lease: Lease) -> bool:
    return lease.tenant_id in {one.id for one in await work.estate.parties.acting(actor.id)}
