"""Booking a payment of a lease and telling who should know; what every way to pay has in common."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from domain.estate.leases.lease import Lease
from domain.estate.leases.rent import managers_today
from domain.estate.money.settling import settle_account
from domain.files.stored_file import FileId
from domain.ledger.allocation import Allocation
from domain.ledger.entry import Entry, EntryKind, Method, account_of_lease
from domain.money import Money
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import PersonId
from domain.refusal import Refusal
from domain.work import Work

MOST_MINOR = 10_000_000_000_000
"""More than any month of any building costs."""
EARLIEST = dt.timedelta(days=366)
"""A payment, of a deposit for example, may have been made so long before the lease begins."""
HISTORY = dt.timedelta(days=31)
"""What a manager enters so long after its day is a record of the past, often one of several: it is news to nobody."""
MOST_NOTE = 300
"""Characters."""


def must_be_amount(minor: int, currency: str) -> None:
    """Refuse an amount that nobody pays."""
    if not 0 < minor <= MOST_MINOR:
        raise Refusal("An amount is more than nothing and at most {most}.", most=Money(MOST_MINOR, currency))


def must_be_past(on: dt.date, today: dt.date) -> None:
    """Refuse a payment of a day that has not come."""
    if on > today:
        raise Refusal("{day} has not come yet. A payment is of today or of an earlier day.", day=on)


async def book_payment(
    work: Work,
    lease: Lease,
    *,
    minor: int,
    on: dt.date,
    method: Method,
    by: PersonId | None,
    key: str | None = None,
    receipt: FileId | None = None,
    note: str | None = None,
    arithmetic: Mapping[str, Any] | None = None,
    settles: Entry | None = None,
) -> Entry:
    """Add the payment to the lease's account in the present transaction; a refusal says what cannot be.

    It goes into the oldest open charges, or into `settles`, a charge of the same amount that is added with it.
    """
    must_be_amount(minor, lease.currency)
    must_be_past(on, await managers_today(work, lease))
    if on < lease.starts_on - EARLIEST:
        raise Refusal("{day} is long before the lease began, {start}.", day=on, start=lease.starts_on)
    payment = Entry(
        account=account_of_lease(lease.id),
        kind=EntryKind.PAYMENT,
        on=on,
        minor=minor,
        currency=lease.currency,
        booked_at=work.now(),
        booked_by=by,
        method=method,
        key=key,
        receipt=receipt,
        note=note,
        arithmetic=dict(arithmetic or {}),
    )
    await work.ledger.add(payment)
    if settles is not None:
        await work.ledger.add(settles)
        await work.ledger.allocate([Allocation.of(payment, settles, minor, work.now())])
    await settle_account(work, lease)
    return payment


async def tell_of_payment(work: Work, lease: Lease, payment: Entry, *, by: PersonId | None) -> None:
    """Tell the tenant, the manager and the owner, but for who has done it; history is only seen in the account.

    What came by a report or by Telegram has a key, and who has paid waits for the answer, of whatever day it is.
    """
    if payment.key is None and payment.on < await managers_today(work, lease) - HISTORY:
        return
    data = {"lease_id": lease.id, "entry_id": payment.id}
    premises = await work.estate.premises.get(lease.premises_id)
    owner = await work.estate.parties.get(premises.owner_id)
    told = {by}
    tenant = await tenant_of(work, lease)
    if tenant is not None and tenant not in told:
        await tell(work, tenant, NotificationKind.PAYMENT_CONFIRMED, data, f"paid:{payment.id}:{tenant}")
        told.add(tenant)
    for person in (premises.manager_id, owner.person_id if owner.is_present else None):
        if person is not None and person not in told:
            await tell(work, person, NotificationKind.PAID, data, f"paid:{payment.id}:{person}")
            told.add(person)


async def tell_tenant_of_entry(
    work: Work, lease: Lease, kind: NotificationKind, entry: Entry, dedup_key: str, *, by: PersonId
) -> None:
    """Tell the tenant what has become of an entry, unless it is they who have done it."""
    tenant = await tenant_of(work, lease)
    if tenant is not None and tenant != by:
        await tell(work, tenant, kind, {"lease_id": lease.id, "entry_id": entry.id}, dedup_key)


async def tenant_of(work: Work, lease: Lease) -> PersonId | None:
    """The person who rents, if they have joined and still have access."""
    tenant = await work.estate.parties.get(lease.tenant_id)
    return tenant.person_id if tenant.is_present else None
