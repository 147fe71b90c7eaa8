"""Stored entries of the ledger; that one fact is booked once, and taken back once, are constraints here."""

from collections.abc import Collection, Iterable

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table, Text, UniqueConstraint, select

from domain.ledger.allocation import Allocation
from domain.ledger.entry import Article, Entry, EntryId, EntryKind, Method
from domain.refusal import NotFound
from storage.database import mapping, metadata
from storage.scope import Scope
from storage.types import Choice, Json, RowId, UtcTime

entry = Table(
    "ledger_entry",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("account", String(40), nullable=False),
    Column("kind", Choice(EntryKind), nullable=False),
    Column("on", Date, nullable=False),
    Column("minor", RowId, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("booked_at", UtcTime, nullable=False),
    Column("booked_by", RowId, ForeignKey("person.id", ondelete="SET NULL")),
    Column("article", Choice(Article)),
    Column("month", Date),
    Column("method", Choice(Method)),
    Column("key", String(120)),
    Column("reverses", RowId, ForeignKey("ledger_entry.id", ondelete="CASCADE"), unique=True),
    Column("receipt", RowId, ForeignKey("stored_file.id", ondelete="SET NULL")),
    Column("arithmetic", Json, nullable=False),
    Column("note", Text),
    UniqueConstraint("account", "key"),
    Index("ix_ledger_entry_account", "account", "id"),
    # has all that a sum of what is owed needs, so that the rows themselves are not read
    Index("ix_ledger_entry_owed", "account", "kind", "on", "minor"),
)

allocation = Table(
    "ledger_allocation",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("account", String(40), nullable=False),
    Column("payment", RowId, ForeignKey("ledger_entry.id", ondelete="CASCADE"), nullable=False),
    Column("charge", RowId, ForeignKey("ledger_entry.id", ondelete="CASCADE")),
    Column("month", Date),
    Column("due_on", Date),
    Column("minor", RowId, nullable=False),
    Column("booked_at", UtcTime, nullable=False),
    Index("ix_ledger_allocation_account", "account", "id"),
    Index("ix_ledger_allocation_paid", "account", "due_on", "minor"),
    Index("ix_ledger_allocation_payment", "payment"),
    Index("ix_ledger_allocation_charge", "charge"),
)
"""What payments go into; `due_on` is the charge's, so that what is overdue is one sum."""

mapping.map_imperatively(Entry, entry)
mapping.map_imperatively(Allocation, allocation)


class SqlLedger:
    """Stored entries."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, entry_id: EntryId) -> Entry:
        """The entry, or `NotFound`."""
        found = await self._scope.session.get(Entry, entry_id)
        if found is None:
            raise NotFound
        return found

    async def of(self, accounts: Collection[str]) -> list[Entry]:
        """Every entry of these accounts, in the order of booking."""
        query = select(Entry).where(entry.c.account.in_(accounts)).order_by(entry.c.id)
        return list(await self._scope.session.scalars(query))

    async def by_key(self, account: str, key: str) -> Entry | None:
        """The entry with this business key, reversed or not."""
        query = select(Entry).where(entry.c.account == account, entry.c.key == key)
        found: Entry | None = await self._scope.session.scalar(query)
        return found

    async def add(self, added: Entry) -> None:
        """Keep a new entry, which gets its id; a key or reversal that exists makes the transaction try again."""
        await self._scope.keep(added)

    async def allocations(self, accounts: Collection[str]) -> list[Allocation]:
        """Which payments of these accounts were booked to which charges, in the order of booking."""
        query = select(Allocation).where(allocation.c.account.in_(accounts)).order_by(allocation.c.id)
        return list(await self._scope.session.scalars(query))

    async def allocate(self, allocations: Iterable[Allocation]) -> None:
        """Keep what payments go into; each gets its id."""
        self._scope.session.add_all(allocations)
        await self._scope.session.flush()
