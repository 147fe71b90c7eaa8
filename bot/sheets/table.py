"""A table as plain data: what the columns are called and what kind of thing stands in each."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from markupsafe import Markup

from domain.money import Money


class CellKind(Enum):
    """What stands in a column, and so how it is written."""

    TEXT = auto()
    MONEY = auto()
    """`OpenMoneyFigures`, each with the sign of its currency."""
    AREA = auto()
    """Hundredths of a square metre, shown in square metres."""
    DATE = auto()
    MONTH = auto()
    """A date, of which the month and the year are shown."""
    MOMENT = auto()
    """A moment with its zone, shown in the person's."""
    PERCENT = auto()
    """Hundredths of a percent."""
    NUMBER = auto()


Value = Markup | str | int | Decimal | Money | dt.date | dt.datetime | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column."""

    heading: Markup | str
    kind: CellKind = CellKind.TEXT
    is_summed: bool = False
    """Whether a total stands under it (sums of one currency only)."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook."""

    title: Markup | str
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[Value]]
    note: Markup | str | None = None
    """A sentence under the title."""
