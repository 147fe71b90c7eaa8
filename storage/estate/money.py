"""Stored reports of payments and invoices; that a report or a charge of Telegram's is booked once is the ledger's."""

import datetime as dt
import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, Date, Dialect, ForeignKey, Index, Integer, Select, String, Table, Text, func, select
from sqlalchemy.types import TypeDecorator

from domain.estate.leases.lease import LeaseId
from domain.estate.money.invoice import InvoiceId, LeaseInvoice
from domain.estate.money.report import PaymentReport, ReportId, ReportStatus
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage.database import mapping, metadata
from storage.estate.tables import lease, premises
from storage.scope import Scope
from storage.types import Choice, RowId, UtcTime


class AskedFor(TypeDecorator[tuple[tuple[str, int], ...]]):
    """For what an invoice asks and how much of it, kept as JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[tuple[str, int], ...] | None, _dialect: Dialect) -> str | None:
        """Write pairs."""
        return None if value is None else json.dumps(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[tuple[str, int], ...] | None:
        """Read pairs."""
        return None if value is None else tuple((key, minor) for key, minor in json.loads(value))


payment_report = Table(
    "payment_report",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("lease_id", RowId, ForeignKey("lease.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("minor", RowId, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("on", Date, nullable=False),
    Column("receipt", RowId, ForeignKey("stored_file.id", ondelete="SET NULL")),
    Column("note", Text),
    Column("created_at", UtcTime, nullable=False),
    Column("status", Choice(ReportStatus), nullable=False),
    Column("decided_at", UtcTime),
    Column("entry_id", RowId, ForeignKey("ledger_entry.id", ondelete="SET NULL")),
    Column("reason", Text),
    Column("version", Integer, nullable=False),
    Index("ix_payment_report_lease", "lease_id", "status", "id"),
    Index("ix_payment_report_person", "person_id", "id"),
)

lease_invoice = Table(
    "lease_invoice",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("lease_id", RowId, ForeignKey("lease.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("minor", RowId, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("asked_for", AskedFor, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("approved_at", UtcTime),
    Column("entry_id", RowId, ForeignKey("ledger_entry.id", ondelete="SET NULL")),
    Index("ix_lease_invoice_lease", "lease_id", "approved_at"),
)

mapping.map_imperatively(PaymentReport, payment_report, version_id_col=payment_report.c.version)
mapping.map_imperatively(LeaseInvoice, lease_invoice)


class SqlPaymentReports:
    """Stored reports of payments."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, report_id: ReportId, *, hold: bool = False) -> PaymentReport:
        """Anybody's report, or `NotFound`."""
        query = select(PaymentReport).where(payment_report.c.id == report_id)
        found: PaymentReport | None = await self._scope.one(query, hold=hold)
        if found is None:
            raise NotFound
        return found

    async def pending(self, lease_ids: Collection[LeaseId]) -> list[PaymentReport]:
        """Those about these leases that nobody has decided on, the oldest first."""
        query = select(PaymentReport).where(
            payment_report.c.lease_id.in_(lease_ids), payment_report.c.status == ReportStatus.PENDING
        )
        return list(await self._scope.session.scalars(query.order_by(payment_report.c.id)))

    async def waiting_for(self, manager: PersonId, *, offset: int = 0, limit: int = 100) -> list[PaymentReport]:
        """Those that the manager has to decide on, the oldest first."""
        query = _waiting(select(PaymentReport), manager).order_by(payment_report.c.id).offset(offset).limit(limit)
        return list(await self._scope.session.scalars(query))

    async def count_waiting_for(self, manager: PersonId) -> int:
        """How many the manager has to decide on."""
        query = _waiting(select(func.count()).select_from(payment_report), manager)
        return await self._scope.session.scalar(query) or 0

    async def made_by(self, person: PersonId) -> list[PaymentReport]:
        """Every report that the person has made, the oldest first."""
        query = select(PaymentReport).where(payment_report.c.person_id == person).order_by(payment_report.c.id)
        return list(await self._scope.session.scalars(query))

    async def save(self, saved: PaymentReport) -> None:
        """Keep a new or changed report; gives a new one its id."""
        await self._scope.keep(saved)


def _waiting(query: Select[Any], manager: PersonId) -> Select[Any]:
    kept = (
        select(lease.c.id).join(premises, premises.c.id == lease.c.premises_id).where(premises.c.manager_id == manager)
    )
    return query.where(payment_report.c.lease_id.in_(kept), payment_report.c.status == ReportStatus.PENDING)


class SqlLeaseInvoices:
    """Stored invoices."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, invoice_id: InvoiceId, *, hold: bool = False) -> LeaseInvoice:
        """Anybody's invoice, or `NotFound`."""
        found: LeaseInvoice | None = await self._scope.one(
            select(LeaseInvoice).where(lease_invoice.c.id == invoice_id), hold=hold
        )
        if found is None:
            raise NotFound
        return found

    async def in_hand(self, lease_id: LeaseId, since: dt.datetime) -> list[LeaseInvoice]:
        """Those of the lease that were let through since then and have not been paid yet."""
        query = select(LeaseInvoice).where(
            lease_invoice.c.lease_id == lease_id,
            lease_invoice.c.approved_at >= since,
            lease_invoice.c.entry_id.is_(None),
        )
        return list(await self._scope.session.scalars(query.order_by(lease_invoice.c.id)))

    async def save(self, saved: LeaseInvoice) -> None:
        """Keep a new or changed invoice; gives a new one its id."""
        await self._scope.keep(saved)
