"""A cost of an object for a month: its article, its kind and its amount. It is never changed, only taken back."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from domain.estate.objects.premises import PremisesId
from domain.files.stored_file import FileId
from domain.money import Money
from domain.people.person import PersonId

CostId = NewType("CostId", int)

MOST_ARTICLE = 60
"""Characters."""


class CostKind(StrEnum):
    """Which of three heaps a cost falls on."""

    UTILITY = "utility"
    OPERATING = "operating"
    OTHER = "other"


@dataclass(eq=False, kw_only=True)
class Cost:
    """One row. `minor` is positive, and negative in a reversal."""

    id: CostId = field(default=CostId(0), init=False)
    premises_id: PremisesId
    article: str
    """As its manager calls it: "Вода", "Уборка"."""
    kind: CostKind
    month: dt.date
    """The first day of the month that it is of."""
    minor: int
    currency: str
    booked_at: dt.datetime
    booked_by: PersonId | None = None
    note: str | None = None
    receipt: FileId | None = None
    reverses: CostId | None = None
    """The cost that this row takes back; a cost is taken back once."""
    key: str | None = None
    """What was in the row of a table it came from, unique in its object, so that it is loaded once."""

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money(self.minor, self.currency)
