"""How figures over many leases are read: as plain rows, few queries however many leases there are."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from domain.ledger.entry import Article, EntryKind


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """What an account was charged (due on that day) or was paid on a day, without what was taken back."""

    account: str
    kind: EntryKind
    article: Article | None
    on: dt.date
    minor: int


@dataclass(frozen=True, slots=True)
class SettledRow:
    """How much of what was paid on a day is for what falls due on another, deposits left out."""

    account: str
    paid_on: dt.date
    due_on: dt.date | None
    """None while it is kept for the rent of a month that is still to be charged."""
    month: dt.date | None
    """That month."""
    article: Article | None
    minor: int


class Figures(Protocol):
    """Sums over stored entries."""

    async def money(self, accounts: Collection[str], since: dt.date, until: dt.date) -> list[MoneyRow]:
        """What was charged, deposits left out, and paid on each day from `since` to `until`, both included."""

    async def settled(self, accounts: Collection[str], since: dt.date, until: dt.date) -> list[SettledRow]:
        """What was paid, or falls due, on the days from `since` to `until`, both included, and is settled."""

    async def with_deposits(self, accounts: Collection[str]) -> set[str]:
        """Those of the accounts in which a deposit was ever charged."""

    async def overdue(self, accounts: Collection[str], today: dt.date) -> dict[str, int]:
        """How much of what fell due before today is not paid, where something is not.

        It is what fell due before today less what payments were booked to of it.
        """
