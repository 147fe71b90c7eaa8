"""A manager books what a tenant has paid: all that is due or any other amount, today or on an earlier day."""

import datetime as dt

from domain.estate.leases.lease import LeaseId
from domain.estate.money.booking import MOST_NOTE, book_payment, tell_of_payment
from domain.files.sent_by import must_have_sent
from domain.files.stored_file import FileId
from domain.ledger.entry import EntryId, Method
from domain.people.person import Action, Person
from domain.typed.limits import tidy
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def add_payment(
    work: Work,
    actor: Person,
    lease_id: LeaseId,
    minor: int,
    on: dt.date,
    method: Method,
    *,
    note: str | None = None,
    receipt: FileId | None = None,
) -> EntryId:
    """Add it to the account of a lease that the actor keeps; the tenant is told."""
    lease = await work.estate.leases.managed_by(actor.id, lease_id, hold=True)
    await must_have_sent(work, actor, receipt)
    payment = await book_payment(
        work,
        lease,
        minor=minor,
        on=on,
        method=method,
        by=actor.id,
        receipt=receipt,
        note=tidy(note, MOST_NOTE),
    )
    await tell_of_payment(work, lease, payment, by=actor.id)
    return await work.commit(payment.id)
