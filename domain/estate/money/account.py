"""A lease's account as of today: whose it is, what is owed, what has been paid and what waits to be confirmed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from domain.estate.leases.lease import Lease
from domain.estate.leases.tenants import tenants_of
from domain.estate.money.report import PaymentReport
from domain.estate.money.settling import statements_of
from domain.estate.money.to_pay import ToPay, paid_until, to_pay
from domain.estate.objects.premises import Premises
from domain.estate.parties.party import Party
from domain.ledger.entry import Article, Entry, EntryId, Method
from domain.ledger.statement import Statement
from domain.money import Money
from domain.work import Work

A_YEAR = dt.timedelta(days=366)
HANDED_BACK = "handed_back"
"""In the arithmetic of a charge that gives a deposit back in money."""


@dataclass(frozen=True, slots=True)
class LeaseAccount:
    """The account of one lease."""

    lease: Lease
    premises: Premises
    tenant: Party
    statement: Statement
    entries: tuple[Entry, ...]
    """Every row, in the order of booking."""
    pending: tuple[PaymentReport, ...]
    """What the tenant says to have paid and the manager has not decided on."""

    @property
    def today(self) -> dt.date:
        """The day as of which it is shown."""
        return self.statement.today

    def money(self, minor: int) -> Money:
        """An amount of this account."""
        return Money(minor, self.lease.currency)

    def to_pay(self, until: dt.date | None = None) -> list[ToPay]:
        """What falls due by this day (else by today) and is not paid, in the order of payment."""
        return to_pay(self.lease, self.statement, until or self.today)

    @property
    def payable(self) -> tuple[ToPay, ...]:
        """All that is due by today, and what falls due next."""
        return (*self.to_pay(), *self.coming)

    @property
    def owed(self) -> Money:
        """What is due by today and not paid."""
        return self.money(sum(one.minor for one in self.to_pay()))

    @property
    def overdue(self) -> Money:
        """What should have been paid before today."""
        return self.money(sum(one.minor for one in self.to_pay() if one.on < self.today))

    @property
    def billed_ahead(self) -> Money:
        """What has been charged already, falls due after today and is not paid; the deposit itself apart."""
        later = [one for one in self.statement.charges if one.charge.on > self.today]
        return self.money(sum(one.owed for one in later if one.charge.article is not Article.DEPOSIT))

    @property
    def coming(self) -> tuple[ToPay, ...]:
        """All that falls due on the next day after today on which anything does, and is not paid ahead."""
        later = [one for one in self.ahead if one.on > self.today]
        following = min((one.on for one in later), default=None)
        return tuple(one for one in later if one.on == following)

    @property
    def ahead(self) -> tuple[ToPay, ...]:
        """All that falls due within a year and is not paid, in the order in which payments settle it."""
        return tuple(self.to_pay(max(self.today, self.lease.starts_on) + A_YEAR))

    @property
    def next_payment(self) -> tuple[Money, dt.date] | None:
        """What is to be paid on that day, altogether, and the day."""
        coming = self.coming
        return (self.money(sum(one.minor for one in coming)), coming[0].on) if coming else None

    @property
    def paid_until(self) -> dt.date | None:
        """The last day for which the rent is paid."""
        return paid_until(self.lease, self.statement)

    @property
    def reported(self) -> Money:
        """What the tenant says to have paid and the manager has not decided on."""
        return self.money(sum(one.minor for one in self.pending))

    @property
    def deposit_held(self) -> Money:
        """What was paid as a deposit and has not been settled."""
        deposits = [one for one in self.statement.charges if one.charge.article is Article.DEPOSIT]
        taken = sum(one.paid for one in deposits if HANDED_BACK not in one.charge.arithmetic)
        settled = sum(one.minor for one in self.statement.payments if one.method is Method.DEPOSIT)
        return self.money(taken - settled)

    @property
    def deposit_for_debt(self) -> Money:
        """How much of the deposit that is held can be set against what is due by today and not paid."""
        return self.money(min(self.deposit_held.minor, self.statement.owed))

    def entry(self, entry_id: EntryId) -> Entry | None:
        """The row with this id."""
        return next((one for one in self.entries if one.id == entry_id), None)

    def reversal(self, entry: Entry) -> Entry | None:
        """The row that takes this one back."""
        return next((one for one in self.entries if one.reverses == entry.id), None)


async def account_of(work: Work, lease: Lease, today: dt.date) -> LeaseAccount:
    """The account of a lease that the caller may see."""
    return (await accounts_of(work, [lease], today))[0]


async def accounts_of(work: Work, leases: Sequence[Lease], today: dt.date) -> list[LeaseAccount]:
    """The accounts of leases that the caller may see, in their order, by a handful of queries however many they are."""
    premises = {one.id: one for one in await work.estate.premises.many({one.premises_id for one in leases})}
    tenants = await tenants_of(work, leases)
    statements = await statements_of(work, leases, today)
    reports: dict[int, list[PaymentReport]] = {one.id: [] for one in leases}
    for report in await work.estate.payment_reports.pending([one.id for one in leases]):
        reports[report.lease_id].append(report)
    return [
        LeaseAccount(
            lease,
            premises[lease.premises_id],
            tenants[lease.tenant_id],
            *statements[lease.id],
            tuple(reports[lease.id]),
        )
        for lease in leases
    ]
