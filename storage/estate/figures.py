"""Sums over stored entries; a reversal has the day of what it takes back, so the two come to nothing."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import func, or_, select

from domain.estate.analytics.repository import MoneyRow, SettledRow
from domain.ledger.entry import Article, EntryKind
from storage.ledger import allocation, entry
from storage.scope import Scope


class SqlFigures:
    """Sums over stored entries."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def money(self, accounts: Collection[str], since: dt.date, until: dt.date) -> list[MoneyRow]:
        """What was charged, deposits left out, and paid on each day from `since` to `until`, both included."""
        of = (entry.c.account, entry.c.kind, entry.c.article, entry.c.on)
        is_income = or_(entry.c.article.is_(None), entry.c.article != Article.DEPOSIT)
        query = (
            select(*of, func.sum(entry.c.minor))
            .where(entry.c.account.in_(accounts), entry.c.on.between(since, until), is_income)
            .group_by(*of)
        )
        rows = await self._scope.session.execute(query)
        return [
            MoneyRow(account, kind, article, day, int(minor)) for account, kind, article, day, minor in rows if minor
        ]

    async def settled(self, accounts: Collection[str], since: dt.date, until: dt.date) -> list[SettledRow]:
        """What was paid, or falls due, on the days from `since` to `until`, both included, and is settled."""
        payment, charge = entry.alias("payment"), entry.alias("charge")
        of = (allocation.c.account, payment.c.on, allocation.c.due_on, allocation.c.month, charge.c.article)
        is_near = or_(
            payment.c.on.between(since, until),
            allocation.c.due_on.between(since, until),
            allocation.c.month.between(since, until),
        )
        is_income = or_(charge.c.article.is_(None), charge.c.article != Article.DEPOSIT)
        query = (
            select(*of, func.sum(allocation.c.minor))
            .join(payment, payment.c.id == allocation.c.payment)
            .outerjoin(charge, charge.c.id == allocation.c.charge)
            .where(allocation.c.account.in_(accounts), is_near, is_income)
            .group_by(*of)
        )
        rows = await self._scope.session.execute(query)
        return [SettledRow(*row[:5], int(row[5])) for row in rows if row[5]]

    async def with_deposits(self, accounts: Collection[str]) -> set[str]:
        """Those of the accounts in which a deposit was ever charged."""
        query = select(entry.c.account).distinct()
        query = query.where(entry.c.account.in_(accounts), entry.c.article == Article.DEPOSIT)
        return set(await self._scope.session.scalars(query))

    async def overdue(self, accounts: Collection[str], today: dt.date) -> dict[str, int]:
        """How much of what fell due before today is not paid, where something is not."""
        due = (
            select(entry.c.account, func.sum(entry.c.minor))
            .where(entry.c.account.in_(accounts), entry.c.kind == EntryKind.CHARGE, entry.c.on < today)
            .group_by(entry.c.account)
        )
        paid = (
            select(allocation.c.account, func.sum(allocation.c.minor))
            .where(allocation.c.account.in_(accounts), allocation.c.due_on < today)
            .group_by(allocation.c.account)
        )
        settled = {account: int(minor) for account, minor in await self._scope.session.execute(paid)}
        rows = await self._scope.session.execute(due)
        owed = {account: int(minor) - settled.get(account, 0) for account, minor in rows}
        return {account: minor for account, minor in owed.items() if minor > 0}
