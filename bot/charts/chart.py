"""A chart as plain data: what stands where, already in the person's words; two equal charts are the same picture."""

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """What a colour means; all of them differ for colour-blind people too, in hue and in lightness."""

    MAIN = "main"
    """What there is: received, occupied."""
    BASE = "base"
    """What it is measured by: expected, free."""
    GAIN = "gain"
    LOSS = "loss"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One line of the legend; the total stands beside its name."""

    name: str
    tone: Tone
    total: str = ""


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """One place on the horizontal axis: a value for each series, and what is written above."""

    label: str
    values: tuple[int, ...]
    notes: tuple[str, ...]
    """Above each bar; above a stack the first one."""
    below: str = ""
    """A second line under the label: the year where it changes."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Upright columns by month, side by side or stacked."""

    title: str
    subtitle: str
    series: tuple[ChartSeries, ...]
    columns: tuple[ChartColumn, ...]
    ticks: tuple[tuple[int, str], ...]
    """Where lines go across, with what they stand for; written only where there is no room above the columns."""
    is_stacked: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of a strip: the hundredths of a percent that are filled, and what stands under it."""

    label: str
    filled: int
    note: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """A calendar-like strip: how much of each month is filled."""

    title: str
    subtitle: str
    series: tuple[ChartSeries, ...]
    """What filled and empty mean."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One line: a name, a bar as long as its value, and where it is to get to, if that is known."""

    name: str
    value: int
    text: str
    goal: int | None = None


@dataclass(frozen=True, slots=True)
class LineChart:
    """Lying bars, one a line, the name above it."""

    title: str
    subtitle: str
    series: tuple[ChartSeries, ...]
    lines: tuple[ChartLine, ...]


Chart = Columns | Strip | LineChart
