"""A report is a tenant's word that they have paid; it becomes a payment only when the manager confirms it."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from domain.estate.leases.lease import LeaseId
from domain.files.stored_file import FileId
from domain.ledger.entry import EntryId
from domain.money import Money
from domain.people.person import PersonId
from domain.refusal import Conflict

ReportId = NewType("ReportId", int)


class ReportStatus(StrEnum):
    """What has become of a report."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    """By the tenant, before anybody has decided on it."""


@dataclass(eq=False, kw_only=True)
class PaymentReport:
    """So much was paid on this day, says the tenant."""

    id: ReportId = field(default=ReportId(0), init=False)
    lease_id: LeaseId
    person_id: PersonId
    minor: int
    currency: str
    on: dt.date
    receipt: FileId | None = None
    note: str | None = None
    created_at: dt.datetime
    status: ReportStatus = ReportStatus.PENDING
    decided_at: dt.datetime | None = None
    entry_id: EntryId | None = None
    """The payment that was booked when it was confirmed."""
    reason: str | None = None
    """Why it was declined."""
    version: int = field(default=0, init=False)

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money(self.minor, self.currency)

    def must_be_open(self) -> None:
        """Raise `Conflict` if it was confirmed or withdrawn; one that was declined may still turn out to be true."""
        if self.status is ReportStatus.CONFIRMED:
            raise Conflict("This payment has been confirmed already, {moment}.", moment=self.decided_at)
        if self.status is ReportStatus.WITHDRAWN:
            raise Conflict("The tenant has withdrawn this report, {moment}.", moment=self.decided_at)
