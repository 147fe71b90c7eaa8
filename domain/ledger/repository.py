"""How use cases reach the ledger: entries and allocations are added and read, never changed."""

from collections.abc import Collection, Iterable
from typing import Protocol

from domain.ledger.allocation import Allocation
from domain.ledger.entry import Entry, EntryId


class Ledger(Protocol):
    """Stored entries."""

    async def get(self, entry_id: EntryId) -> Entry:
        """The entry, or `NotFound`."""

    async def of(self, accounts: Collection[str]) -> list[Entry]:
        """Every entry of these accounts, in the order of booking."""

    async def by_key(self, account: str, key: str) -> Entry | None:
        """The entry with this business key, reversed or not."""

    async def add(self, entry: Entry) -> None:
        """Keep a new entry, which gets its id; a key or reversal that exists makes the transaction try again."""

    async def allocations(self, accounts: Collection[str]) -> list[Allocation]:
        """Which payments of these accounts were booked to which charges, in the order of booking."""

    async def allocate(self, allocations: Iterable[Allocation]) -> None:
        """Keep what payments go into; each gets its id."""
