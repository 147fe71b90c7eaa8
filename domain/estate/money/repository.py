"""How use cases reach reports of payments and invoices."""

import datetime as dt
from collections.abc import Collection
from typing import Protocol

from domain.estate.leases.lease import LeaseId
from domain.estate.money.invoice import InvoiceId, LeaseInvoice
from domain.estate.money.report import PaymentReport, ReportId
from domain.people.person import PersonId


class PaymentReports(Protocol):
    """Stored reports of payments."""

    async def get(self, report_id: ReportId, *, hold: bool = False) -> PaymentReport:
        """Anybody's report, or `NotFound`."""

    async def pending(self, lease_ids: Collection[LeaseId]) -> list[PaymentReport]:
        """Those about these leases that nobody has decided on, the oldest first."""

    async def waiting_for(self, manager: PersonId, *, offset: int = 0, limit: int = 100) -> list[PaymentReport]:
        """Those that the manager has to decide on, the oldest first."""

    async def count_waiting_for(self, manager: PersonId) -> int:
        """How many the manager has to decide on."""

    async def made_by(self, person: PersonId) -> list[PaymentReport]:
        """Every report that the person has made, the oldest first."""

    async def save(self, report: PaymentReport) -> None:
        """Keep a new or changed report; gives a new one its id."""


class LeaseInvoices(Protocol):
    """Stored invoices."""

    async def get(self, invoice_id: InvoiceId, *, hold: bool = False) -> LeaseInvoice:
        """Anybody's invoice, or `NotFound`."""

    async def in_hand(self, lease_id: LeaseId, since: dt.datetime) -> list[LeaseInvoice]:
        """Those of the lease that were let through since then and have not been paid yet."""

    async def save(self, invoice: LeaseInvoice) -> None:
        """Keep a new or changed invoice; gives a new one its id."""
