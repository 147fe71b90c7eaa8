"""The rental flow: what tenants have paid in each month beside what was due in it (OT14, OT15).

Received in a month is what was paid on its days, for whatever; due in a month are the charges whose due day is in it,
and for the days that are still to come, the rent that will fall due. Beside what is due stands what was paid of just
that, whenever it was, rent and the rest told apart. Deposits are security, neither received nor due; one that is kept
for a debt counts as received when it settles the debt. Amounts of different currencies are never added up.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.estate.analytics.repository import MoneyRow, SettledRow
from domain.estate.analytics.whose import FiguresScope, Whose, scope_of
from domain.estate.leases.lease import Lease, days_in_month
from domain.estate.money.settling import statements_of
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import PartyId
from domain.ledger.entry import Article, EntryKind, account_of_lease
from domain.ledger.statement import Statement
from domain.people.person import Action, Person
from domain.work import Work, query

MOST_DEBTORS = 3
"""Leases that are named beside the sum of what is overdue."""


@dataclass(frozen=True, slots=True)
class ObjectFlow:
    """What one object brought in the whole period."""

    premises: Premises
    received: int
    due: int
    paid: int
    """Of what is due, whenever it was paid."""


@dataclass(frozen=True, slots=True)
class Debt:
    """What is overdue for one lease, who owes it, and since when the oldest of it has been."""

    premises: Premises
    tenant: str
    minor: int
    since: dt.date


@dataclass(frozen=True, slots=True)
class CurrencyFlow:
    """The flow in one currency, in minor units."""

    currency: str
    received: tuple[int, ...]
    """By month, as everything here."""
    due: tuple[int, ...]
    paid: tuple[int, ...]
    """Of what is due, whenever it was paid."""
    rent_due: tuple[int, ...]
    rent_paid: tuple[int, ...]
    elsewhere: tuple[int, ...]
    """Of what was received, what is for other months, or for nothing yet."""
    objects: tuple[ObjectFlow, ...]
    """Those with anything in the period, the largest first."""
    overdue: int
    debts: tuple[Debt, ...]
    """The largest."""
    debtors: int
    """Leases with something overdue."""


@dataclass(frozen=True, slots=True)
class RentalFlow:
    """The flow over the objects that were asked for."""

    scope: FiguresScope
    flows: tuple[CurrencyFlow, ...]
    """The currency with the largest amounts first; none while no lease has brought anything."""


@query(Action.MANAGE_OBJECTS)
async def rental_flow(work: Work, actor: Person, whose: Whose, count: int) -> RentalFlow:
    """The flow of the last `count` months, or of the present one (0)."""
    scope = await scope_of(work, actor, whose, count)
    leases = await work.estate.leases.of_premises([one.id for one in scope.objects])
    books = _Books(scope, leases)
    accounts = list(books.leases)
    books.add(await work.estate.figures.money(accounts, scope.months[0], _last_day(scope)))
    books.add_settled(await work.estate.figures.settled(accounts, scope.months[0], _last_day(scope)))
    holding = await work.estate.figures.with_deposits(accounts)
    books.leave_out_deposits(await _statements(work, books, holding, scope))
    books.add_what_will_fall_due()
    overdue = await work.estate.figures.overdue(accounts, scope.today)
    worst = sorted(overdue, key=lambda account: overdue[account], reverse=True)[: MOST_DEBTORS * 2]
    tenants = await work.estate.parties.many({books.leases[one].tenant_id for one in worst})
    names = {one.id: one.name for one in tenants}
    return RentalFlow(scope, books.flows(overdue, await _statements(work, books, worst, scope), names))


async def _statements(
    work: Work, books: "_Books", accounts: Collection[str], scope: FiguresScope
) -> Mapping[str, Statement]:
    leases = [books.leases[one] for one in accounts]
    found = await statements_of(work, leases, scope.today)
    return {account_of_lease(lease_id): statement for lease_id, (statement, _) in found.items()}


def _last_day(scope: FiguresScope) -> dt.date:
    month = scope.months[-1]
    return month.replace(day=days_in_month(month))


class _Books:
    """What has been received and what was due, by lease and month."""

    def __init__(self, scope: FiguresScope, leases: Sequence[Lease]) -> None:
        self._scope = scope
        self._objects = {one.id: one for one in scope.objects}
        self.leases: Mapping[str, Lease] = {account_of_lease(one.id): one for one in leases}
        self._booked: dict[EntryKind, dict[tuple[str, dt.date], int]] = {kind: defaultdict(int) for kind in EntryKind}
        self._rent_due: dict[tuple[str, dt.date], int] = defaultdict(int)
        self._paid: dict[tuple[str, dt.date], int] = defaultdict(int)
        self._rent_paid: dict[tuple[str, dt.date], int] = defaultdict(int)
        self._in_its_month: dict[tuple[str, dt.date], int] = defaultdict(int)

    def add(self, rows: Iterable[MoneyRow]) -> None:
        """Add what was booked."""
        for row in rows:
            month = row.on.replace(day=1)
            self._booked[row.kind][row.account, month] += row.minor
            if row.article is Article.RENT:
                self._rent_due[row.account, month] += row.minor

    def add_settled(self, rows: Iterable[SettledRow]) -> None:
        """Add what was paid of what is due."""
        for row in rows:
            due_on = row.due_on
            if due_on is None and row.month is not None:
                due_on = self.leases[row.account].month(row.month).due_on
            if due_on is None:
                continue
            month = due_on.replace(day=1)
            self._paid[row.account, month] += row.minor
            if row.article in (Article.RENT, None):
                self._rent_paid[row.account, month] += row.minor
            if row.paid_on.replace(day=1) == month:
                self._in_its_month[row.account, month] += row.minor

    def leave_out_deposits(self, statements: Mapping[str, Statement]) -> None:
        """Take off what was paid into deposits: which part of a payment that was, only the statement can tell."""
        for account, statement in statements.items():
            for settled in statement.charges:
                if settled.charge.article is Article.DEPOSIT:
                    for part in settled.parts:
                        self._booked[EntryKind.PAYMENT][account, part.payment.on.replace(day=1)] -= part.minor

    def add_what_will_fall_due(self) -> None:
        """Add the rent of the period that is not charged yet."""
        last = _last_day(self._scope)
        for account, lease in self.leases.items():
            since = lease.next_charge_on
            if since is not None and since <= last:
                for one in lease.months(last, since):
                    month = one.due_on.replace(day=1)
                    self._booked[EntryKind.CHARGE][account, month] += one.minor
                    self._rent_due[account, month] += one.minor

    def flows(
        self, overdue: Mapping[str, int], statements: Mapping[str, Statement], names: Mapping[PartyId, str]
    ) -> tuple[CurrencyFlow, ...]:
        """By currency."""
        currencies = {lease.currency for lease in self.leases.values()}
        flows = [self._flow(currency, overdue, statements, names) for currency in sorted(currencies)]
        seen = [one for one in flows if any(one.received) or any(one.due) or one.overdue]
        return tuple(sorted(seen, key=lambda one: sum(one.received) + sum(one.due), reverse=True))

    def _flow(
        self,
        currency: str,
        overdue: Mapping[str, int],
        statements: Mapping[str, Statement],
        names: Mapping[PartyId, str],
    ) -> CurrencyFlow:
        accounts = [account for account, lease in self.leases.items() if lease.currency == currency]
        received = self._by_months(accounts, self._booked[EntryKind.PAYMENT])
        in_its_month = self._by_months(accounts, self._in_its_month)
        debts = {account: overdue[account] for account in accounts if account in overdue}
        return CurrencyFlow(
            currency=currency,
            received=received,
            due=self._by_months(accounts, self._booked[EntryKind.CHARGE]),
            paid=self._by_months(accounts, self._paid),
            rent_due=self._by_months(accounts, self._rent_due),
            rent_paid=self._by_months(accounts, self._rent_paid),
            elsewhere=tuple(every - here for every, here in zip(received, in_its_month, strict=True)),
            objects=self._by_object(accounts),
            overdue=sum(debts.values()),
            debts=tuple(self._debts(debts, statements, names)),
            debtors=len(debts),
        )

    def _by_months(self, accounts: Collection[str], known: Mapping[tuple[str, dt.date], int]) -> tuple[int, ...]:
        return tuple(sum(known.get((account, month), 0) for account in accounts) for month in self._scope.months)

    def _by_object(self, accounts: Iterable[str]) -> tuple[ObjectFlow, ...]:
        """The objects with anything received or due, those with the most first."""
        of_object: dict[PremisesId, list[str]] = defaultdict(list)
        for account in accounts:
            of_object[self.leases[account].premises_id].append(account)
        kinds = (self._booked[EntryKind.PAYMENT], self._booked[EntryKind.CHARGE], self._paid)
        flows = (
            ObjectFlow(self._objects[premises], *(sum(self._by_months(some, known)) for known in kinds))
            for premises, some in of_object.items()
        )
        seen = (one for one in flows if one.received or one.due)
        return tuple(sorted(seen, key=lambda one: (-max(one.due, one.received), one.premises.name)))

    def _debts(
        self, debts: Mapping[str, int], statements: Mapping[str, Statement], names: Mapping[PartyId, str]
    ) -> list[Debt]:
        found = []
        for account in sorted(debts, key=lambda one: debts[one], reverse=True)[:MOST_DEBTORS]:
            late = statements[account].overdue if account in statements else ()
            if late:
                lease = self.leases[account]
                premises = self._objects[lease.premises_id]
                found.append(Debt(premises, names[lease.tenant_id], debts[account], late[0].charge.on))
        return found
