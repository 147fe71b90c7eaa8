"""Stored costs; that one is taken back once, and a row of a table booked once, are constraints here."""

import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table, Text, UniqueConstraint, func, select, update

from domain.estate.costs.cost import MOST_ARTICLE, Cost, CostId, CostKind
from domain.estate.costs.repository import CostSum
from domain.estate.objects.premises import PremisesId
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage.database import mapping, metadata
from storage.estate.tables import premises
from storage.scope import Scope
from storage.types import Choice, RowId, UtcTime

cost = Table(
    "cost",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("premises_id", RowId, ForeignKey("premises.id", ondelete="CASCADE"), nullable=False),
    Column("article", String(MOST_ARTICLE), nullable=False),
    Column("kind", Choice(CostKind), nullable=False),
    Column("month", Date, nullable=False),
    Column("minor", RowId, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("booked_at", UtcTime, nullable=False),
    Column("booked_by", RowId, ForeignKey("person.id", ondelete="SET NULL")),
    Column("note", Text),
    Column("receipt", RowId, ForeignKey("stored_file.id", ondelete="SET NULL")),
    Column("reverses", RowId, ForeignKey("cost.id", ondelete="CASCADE"), unique=True),
    Column("key", String(60)),
    UniqueConstraint("premises_id", "key"),
    Index("ix_cost_premises", "premises_id", "month"),
    Index("ix_cost_booked_by", "booked_by"),
)

mapping.map_imperatively(Cost, cost)


class SqlCosts:
    """Stored costs."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, cost_id: CostId) -> Cost:
        """Anybody's cost, or `NotFound`."""
        found = await self._scope.session.get(Cost, cost_id)
        if found is None:
            raise NotFound
        return found

    async def of_month(self, premises_id: PremisesId, month: dt.date) -> list[Cost]:
        """Every row of the month, reversed ones and reversals too, in the order of booking."""
        query = select(Cost).where(cost.c.premises_id == premises_id, cost.c.month == month).order_by(cost.c.id)
        return list(await self._scope.session.scalars(query))

    async def reversal_of(self, cost_id: CostId) -> Cost | None:
        """The row that takes it back, if there is one."""
        found: Cost | None = await self._scope.session.scalar(select(Cost).where(cost.c.reverses == cost_id))
        return found

    async def has_any(self, premises_id: PremisesId) -> bool:
        """Whether anything was ever noted for the object."""
        query = select(cost.c.id).where(cost.c.premises_id == premises_id).limit(1)
        return await self._scope.session.scalar(query) is not None

    async def articles(self, manager: PersonId, limit: int) -> list[tuple[str, CostKind]]:
        """What the manager notes costs for, the last used first."""
        query = (
            select(cost.c.article, cost.c.kind)
            .join(premises, premises.c.id == cost.c.premises_id)
            .where(premises.c.manager_id == manager, cost.c.reverses.is_(None))
            .group_by(cost.c.article, cost.c.kind)
            .order_by(func.max(cost.c.id).desc())
            .limit(limit)
        )
        return [(article, kind) for article, kind in await self._scope.session.execute(query)]

    async def loaded(self, premises_ids: Collection[PremisesId]) -> set[tuple[PremisesId, str]]:
        """The keys of rows that have come from tables, with their objects."""
        query = select(cost.c.premises_id, cost.c.key).where(
            cost.c.premises_id.in_(premises_ids), cost.c.key.is_not(None)
        )
        return {(PremisesId(number), key) for number, key in await self._scope.session.execute(query)}

    async def summed(self, premises_ids: Collection[PremisesId], since: dt.date, until: dt.date) -> list[CostSum]:
        """What each article came to in each month from `since` to `until` (first days, both included)."""
        of = (cost.c.premises_id, cost.c.month, cost.c.kind, cost.c.article, cost.c.currency)
        query = (
            select(*of, func.sum(cost.c.minor))
            .where(cost.c.premises_id.in_(premises_ids), cost.c.month.between(since, until))
            .group_by(*of)
            .having(func.sum(cost.c.minor) != 0)
            .order_by(*of)
        )
        rows = await self._scope.session.execute(query)
        return [
            CostSum(PremisesId(number), month, kind, article, currency, int(minor))
            for number, month, kind, article, currency, minor in rows
        ]

    async def booked_by(self, person: PersonId) -> list[Cost]:
        """Every row that the person has booked, in that order."""
        query = select(Cost).where(cost.c.booked_by == person).order_by(cost.c.id)
        return list(await self._scope.session.scalars(query))

    async def add(self, costs: Sequence[Cost]) -> None:
        """Keep new rows, which get their ids; a key or reversal that exists makes the transaction try again."""
        self._scope.session.add_all(costs)
        await self._scope.session.flush()

    async def forget_words(self, person: PersonId) -> None:
        """Take the notes and receipts off what the person has booked; the sums stay."""
        await self._scope.session.execute(
            update(cost).where(cost.c.booked_by == person).values(note=None, receipt=None)
        )
