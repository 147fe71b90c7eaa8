"""What a keeper's day is made of, by one query each."""

import datetime as dt

from sqlalchemy import String, and_, case, cast, func, literal, select

from domain.estate.agenda import Debt
from domain.estate.lease import LeaseId
from domain.ledger.entry import EntryKind, account_of_lease
from domain.money import Money
from domain.people.person import PersonId
from storage.estate.tables import lease, premises
from storage.ledger import entry
from storage.scope import Scope

ACCOUNT = literal(account_of_lease(0).removesuffix("0")) + cast(lease.c.id, String)
"""The account in which a lease is settled."""


class SqlAgenda:
    """What there is to do about objects that somebody keeps."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def debts(self, keeper: PersonId, today: dt.date) -> list[Debt]:
        """Every lease, ended or not, with something overdue: the largest sums first, currency by currency."""
        # what was taken back cancels itself out: a reversal has the day and the kind of what it reverses
        is_due = and_(entry.c.kind == EntryKind.CHARGE, entry.c.on < today)
        owed = func.sum(case((is_due, entry.c.minor), (entry.c.kind == EntryKind.PAYMENT, -entry.c.minor), else_=0))
        # account by account, because sorting all entries to group them takes three times as long
        of_account = select(owed).where(entry.c.account == ACCOUNT).correlate(lease).scalar_subquery()
        each = (
            select(lease.c.id, lease.c.currency, of_account.label("owed"))
            .join(premises, premises.c.id == lease.c.premises_id)
            .where(premises.c.keeper_id == keeper)
            .subquery()
        )
        query = select(each).where(each.c.owed > 0).order_by(each.c.currency, each.c.owed.desc(), each.c.id)
        rows = await self._scope.session.execute(query)
        return [Debt(LeaseId(number), Money(int(minor), currency)) for number, currency, minor in rows]

    async def ending(self, keeper: PersonId, first: dt.date, last: dt.date) -> list[LeaseId]:
        """Leases whose last day is from the first to the last of these, the soonest first."""
        query = (
            select(lease.c.id)
            .join(premises, premises.c.id == lease.c.premises_id)
            .where(premises.c.keeper_id == keeper, lease.c.ends_on.between(first, last))
            .where(lease.c.starts_on <= lease.c.ends_on)
            .order_by(lease.c.ends_on, lease.c.id)
        )
        return [LeaseId(number) for number in await self._scope.session.scalars(query)]

    async def objects(self, keeper: PersonId) -> int:
        """How many objects are kept and not in the archive."""
        query = select(func.count()).where(premises.c.keeper_id == keeper, premises.c.archived_at.is_(None))
        return await self._scope.session.scalar(query) or 0
