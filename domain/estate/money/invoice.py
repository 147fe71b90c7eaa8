"""An invoice asks for a payment through Telegram; it is paid once, and only while what it asks for is still owed."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NewType

from domain.estate.leases.lease import LeaseId
from domain.ledger.entry import EntryId
from domain.people.person import PersonId

InvoiceId = NewType("InvoiceId", int)
PAID_TWICE = "paid_twice"
"""In the arithmetic of a payment of an invoice that had been paid already."""
IN_HAND = dt.timedelta(minutes=1)
"""How long a payment that we have let through may be on its way."""


@dataclass(eq=False, kw_only=True)
class LeaseInvoice:
    """What a tenant was asked to pay, in minor units."""

    id: InvoiceId = field(default=InvoiceId(0), init=False)
    lease_id: LeaseId
    person_id: PersonId
    """Only they may pay it."""
    minor: int
    currency: str
    asked_for: tuple[tuple[str, int], ...]
    """For what (`ToPay.key`) and how much of it; what is more than that is paid ahead on purpose."""
    created_at: dt.datetime
    approved_at: dt.datetime | None = None
    """When the payment was let through the last time."""
    entry_id: EntryId | None = None
    """The payment, once it has arrived."""
