"""The rental flow: what tenants have paid in each month beside what was due in it (OT14, OT15).

Received in a month is what was paid on its days; due in a month are the charges whose due day is in it, and for the
days that are still to come, the rent that will fall due. Deposits are security, neither received nor due; one that is
kept for a debt counts as received when it settles the debt. Amounts of different currencies are never added up.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.estate.analytics.repository import MoneyRow
from domain.estate.analytics.whose import Scope, Whose, scope_of
from domain.estate.lease import Lease, days_in_month
from domain.estate.money.settling import statements_of
from domain.estate.premises import Premises, PremisesId
from domain.ledger.entry import Article, EntryKind, account_of_lease
from domain.ledger.statement import Statement
from domain.people.person import Action, Person
from domain.work import Work, query

MOST_DEBTORS = 3
"""Objects that are named beside the sum of what is overdue."""


@dataclass(frozen=True, slots=True)
class ObjectFlow:
    """What one object brought in the whole period."""

    premises: Premises
    received: int
    due: int


@dataclass(frozen=True, slots=True)
class Debt:
    """What is overdue for one object, and since when the oldest of it has been."""

    premises: Premises
    minor: int
    since: dt.date


@dataclass(frozen=True, slots=True)
class CurrencyFlow:
    """The flow in one currency, in minor units."""

    currency: str
    received: tuple[int, ...]
    """By month."""
    due: tuple[int, ...]
    objects: tuple[ObjectFlow, ...]
    """Those with anything in the period, the largest first."""
    overdue: int
    debts: tuple[Debt, ...]
    """The largest."""


@dataclass(frozen=True, slots=True)
class RentalFlow:
    """The flow over the objects that were asked for."""

    scope: Scope
    flows: tuple[CurrencyFlow, ...]
    """The currency with the largest amounts first; none while no lease has brought anything."""


@query(Action.KEEP_ESTATE)
async def rental_flow(work: Work, actor: Person, whose: Whose, count: int) -> RentalFlow:
    """The flow of the last `count` months, or of the present one (0)."""
    scope = await scope_of(work, actor, whose, count)
    leases = await work.leases.of_premises([one.id for one in scope.objects])
    books = _Books(scope, leases)
    accounts = list(books.leases)
    books.add(await work.figures.money(accounts, scope.months[0], _last_day(scope)))
    holding = await work.figures.with_deposits(accounts)
    books.leave_out_deposits(await _statements(work, books, holding, scope))
    books.add_what_will_fall_due()
    overdue = await work.figures.overdue(accounts, scope.today)
    worst = sorted(overdue, key=lambda account: overdue[account], reverse=True)[: MOST_DEBTORS * 2]
    return RentalFlow(scope, books.flows(overdue, await _statements(work, books, worst, scope)))


async def _statements(work: Work, books: "_Books", accounts: Collection[str], scope: Scope) -> Mapping[str, Statement]:
    leases = [books.leases[one] for one in accounts]
    found = await statements_of(work, leases, scope.today)
    return {account_of_lease(lease_id): statement for lease_id, (statement, _) in found.items()}


def _last_day(scope: Scope) -> dt.date:
    month = scope.months[-1]
    return month.replace(day=days_in_month(month))


class _Books:
    """What has been received and what was due, by lease and month."""

    def __init__(self, scope: Scope, leases: Sequence[Lease]) -> None:
        self._scope = scope
        self._objects = {one.id: one for one in scope.objects}
        self.leases: Mapping[str, Lease] = {account_of_lease(one.id): one for one in leases}
        self._sums: dict[tuple[str, EntryKind, dt.date], int] = defaultdict(int)

    def add(self, rows: Iterable[MoneyRow]) -> None:
        """Add what was booked."""
        for row in rows:
            self._sums[row.account, row.kind, row.on.replace(day=1)] += row.minor

    def leave_out_deposits(self, statements: Mapping[str, Statement]) -> None:
        """Take off what was paid into deposits: which part of a payment that was, only the statement can tell."""
        for account, statement in statements.items():
            for settled in statement.charges:
                if settled.charge.article is Article.DEPOSIT:
                    for part in settled.parts:
                        self._sums[account, EntryKind.PAYMENT, part.payment.on.replace(day=1)] -= part.minor

    def add_what_will_fall_due(self) -> None:
        """Add the rent of the period that is not charged yet."""
        last = _last_day(self._scope)
        for account, lease in self.leases.items():
            since = lease.next_charge_on
            if since is not None and since <= last:
                for one in lease.months(last, since):
                    self._sums[account, EntryKind.CHARGE, one.due_on.replace(day=1)] += one.minor

    def flows(self, overdue: Mapping[str, int], statements: Mapping[str, Statement]) -> tuple[CurrencyFlow, ...]:
        """By currency."""
        currencies = {lease.currency for lease in self.leases.values()}
        flows = [self._flow(currency, overdue, statements) for currency in sorted(currencies)]
        seen = [one for one in flows if any(one.received) or any(one.due) or one.overdue]
        return tuple(sorted(seen, key=lambda one: sum(one.received) + sum(one.due), reverse=True))

    def _flow(self, currency: str, overdue: Mapping[str, int], statements: Mapping[str, Statement]) -> CurrencyFlow:
        accounts = [account for account, lease in self.leases.items() if lease.currency == currency]
        months = self._scope.months
        totals: dict[PremisesId, list[int]] = defaultdict(lambda: [0, 0])
        by_month = {month: [0, 0] for month in months}
        for account in accounts:
            of_object = totals[self.leases[account].premises_id]
            for month in months:
                for at, kind in enumerate((EntryKind.PAYMENT, EntryKind.CHARGE)):
                    minor = self._sums.get((account, kind, month), 0)
                    by_month[month][at] += minor
                    of_object[at] += minor
        objects = [
            ObjectFlow(self._objects[premises], received, due)
            for premises, (received, due) in totals.items()
            if received or due
        ]
        debts = {account: overdue[account] for account in accounts if account in overdue}
        return CurrencyFlow(
            currency=currency,
            received=tuple(by_month[month][0] for month in months),
            due=tuple(by_month[month][1] for month in months),
            objects=tuple(sorted(objects, key=lambda one: (-max(one.due, one.received), one.premises.name))),
            overdue=sum(debts.values()),
            debts=tuple(self._debts(debts, statements)),
        )

    def _debts(self, debts: Mapping[str, int], statements: Mapping[str, Statement]) -> list[Debt]:
        found = []
        for account in sorted(debts, key=lambda one: debts[one], reverse=True)[:MOST_DEBTORS]:
            late = statements[account].overdue if account in statements else ()
            if late:
                premises = self._objects[self.leases[account].premises_id]
                found.append(Debt(premises, debts[account], late[0].charge.on))
        return found
