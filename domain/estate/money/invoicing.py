"""Paying through Telegram: an invoice is made, checked again before the money moves, and booked once when it has."""

import datetime as dt

from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.leases.rent import managers_today
from domain.estate.money.account import A_YEAR, account_of
from domain.estate.money.booking import book_payment, must_be_amount, tell_of_payment
from domain.estate.money.invoice import IN_HAND, PAID_TWICE, InvoiceId, LeaseInvoice
from domain.estate.money.to_pay import spread
from domain.ledger.entry import Method, account_of_lease
from domain.people.person import Action, Person
from domain.refusal import Conflict, NotFound, Refusal
from domain.work import Work, effect


@effect(Action.RENT)
async def issue_invoice(work: Work, actor: Person, lease_id: LeaseId, minor: int) -> InvoiceId:
    """Ask the actor for an amount: for the oldest things to pay, as payments settle them, and the rest ahead."""
    lease = await work.estate.leases.rented_by(actor.id, lease_id)
    must_be_amount(minor, lease.currency)
    today = work.now().astimezone(actor.zone).date()
    things = (await account_of(work, lease, today)).to_pay(today + A_YEAR)
    invoice = LeaseInvoice(
        lease_id=lease.id,
        person_id=actor.id,
        minor=minor,
        currency=lease.currency,
        asked_for=tuple((one.key, part) for one, part in spread(minor, things)),
        created_at=work.now(),
    )
    await work.estate.invoices.save(invoice)
    return await work.commit(invoice.id)


@effect(Action.RENT)
async def approve_payment(work: Work, actor: Person, invoice_id: InvoiceId, minor: int, currency: str) -> InvoiceId:
    """Let the payment of an invoice through, just before it is made; a `Refusal` says why it must not be."""
    invoice = await work.estate.invoices.get(invoice_id)
    if invoice.person_id != actor.id:
        raise NotFound("This invoice is not yours.")
    lease = await work.estate.leases.rented_by(actor.id, invoice.lease_id, hold=True)
    invoice = await work.estate.invoices.get(invoice_id, hold=True)
    if invoice.entry_id is not None:
        raise Conflict("This invoice has been paid already.")
    if invoice.approved_at is not None and invoice.approved_at > work.now() - IN_HAND:
        raise Conflict("A payment of this invoice is on its way. Please look in a minute whether it has arrived.")
    if (minor, currency) != (invoice.minor, invoice.currency) or currency != lease.currency:
        raise Conflict("The amount has changed. Please open “Pay” again.")
    left = await _left_to_pay(work, lease, invoice, work.now().astimezone(actor.zone).date())
    if any(left.get(key, 0) < part for key, part in invoice.asked_for):
        raise Conflict("Less is owed by now than this invoice asks for. Please open “Pay” again.")
    invoice.approved_at = work.now()
    await work.estate.invoices.save(invoice)
    return await work.commit(invoice.id)


async def _left_to_pay(work: Work, lease: Lease, invoice: LeaseInvoice, today: dt.date) -> dict[str, int]:
    """What there is to pay, without what other invoices ask for whose payment is on its way."""
    left = {one.key: one.minor for one in (await account_of(work, lease, today)).to_pay(today + A_YEAR)}
    for other in await work.estate.invoices.in_hand(lease.id, work.now() - IN_HAND):
        for key, part in other.asked_for if other.id != invoice.id else ():
            left[key] = left.get(key, 0) - part
    return left


@effect(Action.USE_BOT)
async def book_telegram_payment(
    work: Work,
    actor: Person,
    lease_id: LeaseId,
    invoice_id: InvoiceId,
    minor: int,
    currency: str,
    paid_at: dt.datetime,
    charge_id: str,
    provider_charge_id: str,
) -> dict[str, int | bool]:
    """Book money that has arrived, whatever has become of the lease and its tenant meanwhile; `new`: not known before.

    It has been taken from somebody already, so nothing about the actor's rights or the invoice may stop it. A second
    payment of one invoice says so in its arithmetic: who keeps the object has to return it at the provider, or keep it.
    """
    lease = await work.estate.leases.get(lease_id, hold=True)
    if currency != lease.currency:
        raise ValueError(f"lease {lease_id} is in {lease.currency}, and {currency} has arrived: {charge_id}")
    key = f"telegram:{charge_id}"
    known = await work.ledger.by_key(account_of_lease(lease.id), key)
    if known is not None:
        return await work.commit({"entry_id": known.id, "new": False})
    premises = await work.estate.premises.get(lease.premises_id)
    manager = await work.people.get(premises.manager_id)
    arithmetic: dict[str, object] = {"telegram": charge_id, "provider": provider_charge_id}
    if await _is_paid(work, invoice_id):
        arithmetic[PAID_TWICE] = True
    payment = await book_payment(
        work,
        lease,
        minor=minor,
        on=min(paid_at.astimezone(manager.zone).date(), await managers_today(work, lease)),
        method=Method.TELEGRAM,
        by=actor.id,
        key=key,
        arithmetic=arithmetic,
    )
    await _mark_paid(work, invoice_id, payment.id)
    await tell_of_payment(work, lease, payment, by=actor.id)
    return await work.commit({"entry_id": payment.id, "new": True})


async def _is_paid(work: Work, invoice_id: InvoiceId) -> bool:
    try:
        return (await work.estate.invoices.get(invoice_id, hold=True)).entry_id is not None
    except Refusal:
        return False


async def _mark_paid(work: Work, invoice_id: InvoiceId, entry_id: int) -> None:
    try:
        invoice = await work.estate.invoices.get(invoice_id, hold=True)
    except Refusal:
        # the invoice has gone with a restored backup; the money has not
        return
    invoice.entry_id = invoice.entry_id or entry_id  # type: ignore[assignment]
    await work.estate.invoices.save(invoice)
