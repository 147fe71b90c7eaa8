"""Whether an invoice has been paid, for who was asked to pay it."""

import datetime as dt

from domain.estate.leases.lease import LeaseId
from domain.estate.money.invoice import InvoiceId
from domain.money import Money
from domain.people.person import Action, Person
from domain.refusal import NotFound
from domain.work import Work, query


@query(Action.RENT)
async def show_invoice(
    work: Work, actor: Person, lease_id: LeaseId, invoice_id: InvoiceId
) -> tuple[Money, dt.date] | None:
    """What was paid of the actor's invoice, and on which day; None while it is not paid."""
    lease = await work.estate.leases.rented_by(actor.id, lease_id)
    invoice = await work.estate.invoices.get(invoice_id)
    if invoice.person_id != actor.id or invoice.lease_id != lease.id:
        raise NotFound
    if invoice.entry_id is None:
        return None
    payment = await work.ledger.get(invoice.entry_id)
    return payment.money, payment.on
