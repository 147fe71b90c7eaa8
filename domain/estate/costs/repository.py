"""How use cases reach stored costs: rows are added and read, never changed."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.estate.costs.cost import Cost, CostId, CostKind
from domain.estate.objects.premises import PremisesId
from domain.people.person import PersonId


@dataclass(frozen=True, slots=True)
class CostSum:
    """What one article of an object came to in a month, reversals taken off."""

    premises_id: PremisesId
    month: dt.date
    kind: CostKind
    article: str
    currency: str
    minor: int


class Costs(Protocol):
    """Stored costs."""

    async def get(self, cost_id: CostId) -> Cost:
        """Anybody's cost, or `NotFound`."""

    async def of_month(self, premises_id: PremisesId, month: dt.date) -> list[Cost]:
        """Every row of the month, reversed ones and reversals too, in the order of booking."""

    async def reversal_of(self, cost_id: CostId) -> Cost | None:
        """The row that takes it back, if there is one."""

    async def has_any(self, premises_id: PremisesId) -> bool:
        """Whether anything was ever noted for the object."""

    async def articles(self, manager: PersonId, limit: int) -> list[tuple[str, CostKind]]:
        """What the manager notes costs for, the last used first."""

    async def loaded(self, premises_ids: Collection[PremisesId]) -> set[tuple[PremisesId, str]]:
        """The keys of rows that have come from tables, with their objects."""

    async def summed(self, premises_ids: Collection[PremisesId], since: dt.date, until: dt.date) -> list[CostSum]:
        """What each article came to in each month from `since` to `until` (first days, both included)."""

    async def booked_by(self, person: PersonId) -> list[Cost]:
        """Every row that the person has booked, in that order."""

    async def add(self, costs: Sequence[Cost]) -> None:
        """Keep new rows, which get their ids; a key or reversal that exists makes the transaction try again."""

    async def forget_words(self, person: PersonId) -> None:
        """Take the notes and receipts off what the person has booked; the sums stay."""
