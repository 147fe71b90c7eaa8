"""What a manager's day is made of, by one query each."""

import datetime as dt

from sqlalchemy import String, cast, exists, func, literal, or_, select

from domain.estate.day.agenda import OpenDebt
from domain.estate.leases.lease import LeaseId, days_in_month
from domain.ledger.entry import EntryKind, account_of_lease
from domain.metering.window import Days, Window
from domain.money import Money
from domain.people.person import PersonId
from storage.estate.tables import lease, premises
from storage.ledger import allocation, entry
from storage.metering.tables import meter, reading
from storage.scope import Scope

ACCOUNT = literal(account_of_lease(0).removesuffix("0")) + cast(lease.c.id, String)
"""The account in which a lease is settled."""


class SqlAgenda:
    """What there is to do about objects that somebody keeps."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def debts(self, manager: PersonId, today: dt.date) -> list[OpenDebt]:
        """Every lease, ended or not, with something overdue: the largest sums first, currency by currency."""
        # what was taken back cancels itself out: a reversal has the day and the kind of what it reverses
        # account by account, because sorting all entries to group them takes three times as long
        due = select(func.coalesce(func.sum(entry.c.minor), 0)).where(
            entry.c.account == ACCOUNT, entry.c.kind == EntryKind.CHARGE, entry.c.on < today
        )
        paid = select(func.coalesce(func.sum(allocation.c.minor), 0)).where(
            allocation.c.account == ACCOUNT, allocation.c.due_on < today
        )
        owed = due.correlate(lease).scalar_subquery() - paid.correlate(lease).scalar_subquery()
        each = (
            select(lease.c.id, lease.c.currency, owed.label("owed"))
            .join(premises, premises.c.id == lease.c.premises_id)
            .where(premises.c.manager_id == manager)
            .subquery()
        )
        query = select(each).where(each.c.owed > 0).order_by(each.c.currency, each.c.owed.desc(), each.c.id)
        rows = await self._scope.session.execute(query)
        return [OpenDebt(LeaseId(number), Money(int(minor), currency)) for number, currency, minor in rows]

    async def ending(self, manager: PersonId, first: dt.date, last: dt.date) -> list[LeaseId]:
        """Leases whose last day is from the first to the last of these, the soonest first."""
        query = (
            select(lease.c.id)
            .join(premises, premises.c.id == lease.c.premises_id)
            .where(premises.c.manager_id == manager, lease.c.ends_on.between(first, last))
            .where(lease.c.starts_on <= lease.c.ends_on)
            .order_by(lease.c.ends_on, lease.c.id)
        )
        return [LeaseId(number) for number in await self._scope.session.scalars(query)]

    async def reading_days(self, manager: PersonId) -> list[Days]:
        """Between which days of a month readings are taken at objects in use, each pair of days once."""
        pair = (premises.c.readings_from_day, premises.c.readings_until_day)
        query = select(*pair).distinct().where(premises.c.manager_id == manager, premises.c.archived_at.is_(None))
        return [Days(first, last) for first, last in await self._scope.session.execute(query.order_by(*pair))]

    async def unread(self, manager: PersonId, days: Days, window: Window) -> int:
        """How many objects with these days lack readings of the period while somebody rents there."""
        first, last = window.month, window.month.replace(day=days_in_month(window.month))
        is_read = (
            exists()
            .where(reading.c.meter_id == meter.c.id, reading.c.month == window.month, reading.c.replaced_at.is_(None))
            .where(or_(reading.c.final_of.is_(None), reading.c.final_of == lease.c.id))
            .correlate(meter, lease)
        )
        is_unread = exists().where(
            ~is_read,
            lease.c.premises_id == premises.c.id,
            or_(meter.c.lease_id.is_(None), meter.c.lease_id == lease.c.id),
            lease.c.starts_on <= last,
            or_(lease.c.ends_on.is_(None), lease.c.ends_on >= first),
            or_(lease.c.ends_on.is_(None), lease.c.ends_on >= lease.c.starts_on),
        )
        query = (
            select(func.count(premises.c.id.distinct()))
            .join(meter, meter.c.premises_id == premises.c.id)
            .where(premises.c.manager_id == manager, premises.c.archived_at.is_(None), meter.c.archived_at.is_(None))
            .where(premises.c.readings_from_day == days.first, premises.c.readings_until_day == days.last)
            .where(meter.c.first_on <= window.closes, is_unread)
        )
        return await self._scope.session.scalar(query) or 0

    async def objects(self, manager: PersonId) -> int:
        """How many objects are kept and not in the archive."""
        query = select(func.count()).where(premises.c.manager_id == manager, premises.c.archived_at.is_(None))
        return await self._scope.session.scalar(query) or 0
