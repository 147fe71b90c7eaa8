"""A line of a bill is one multiplication that anybody can check: a quantity, a price, a share, an amount."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from domain.estate.leases.lease import LeaseId
from domain.ledger.entry import Article
from domain.metering.meter import Unit
from domain.metering.tariff import Basis

LINES = "lines"
"""Where a booked charge keeps them in its arithmetic."""
NOT_COUNTED = ("photo", "on", "previous_on")
"""What may change without making the bill another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillLine:
    """One multiplication: `quantity` x `price` is the `whole`, of which `part` in `of` makes `minor`."""

    article: Article
    basis: Basis
    quantity: int
    """Thousandths of what is counted: of the meter's unit, of a square metre, of a month."""
    price: int
    """Ten-thousandths of the currency's unit."""
    whole: int
    minor: int
    """Minor units: of the whole object, and of this lease."""
    part: int
    of: int
    area: int | None = None
    whole_area: int | None = None
    days: int = 0
    of_days: int = 0
    meter: int | None = None
    unit: Unit | None = None
    turned: int = 0
    """What a whole turn has added to the present value of a zone that has begun anew since the reading before."""
    zone: int = 0
    zones: int = 1
    previous: int | None = None
    current: int | None = None
    previous_on: dt.date | None = None
    on: dt.date | None = None
    reading: int | None = None
    photo: int | None = None
    by_average: bool = False
    """Whether nobody has looked at the meter."""
    after_average: bool = False
    """Whether nobody had the time before, so that this reading has put it right."""

    @property
    def is_shared(self) -> bool:
        """Whether the lease pays only a part of the whole."""
        return self.part != self.of

    def plain(self) -> dict[str, Any]:
        """Ready for JSON, without what says nothing."""
        empty = {one.name: one.default for one in fields(self)}
        said = {name: value for name, value in asdict(self).items() if value != empty[name]}
        return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in said.items()}

    @classmethod
    def of_plain(cls, said: Mapping[str, Any]) -> "BillLine":
        """The line that was kept so."""
        known = {one.name for one in fields(cls)}
        kept = {name: value for name, value in said.items() if name in known}
        for name in ("previous_on", "on"):
            if name in kept:
                kept[name] = dt.date.fromisoformat(kept[name])
        kept |= {"article": Article(kept["article"]), "basis": Basis(kept["basis"])}
        return cls(**{**kept, "unit": Unit(kept["unit"]) if "unit" in kept else None})


@dataclass(frozen=True, slots=True)
class BillLines:
    """What every lease of an object is to pay for a month, and what nobody does."""

    of_lease: Mapping[LeaseId, tuple[BillLine, ...]]
    vacant: tuple[BillLine, ...]


def arithmetic(lines: Iterable[BillLine]) -> dict[str, Any]:
    """How a booked charge came about."""
    return {LINES: [one.plain() for one in lines]}


def lines_of(arithmetic: Mapping[str, Any]) -> tuple[BillLine, ...]:
    """The lines of a booked charge."""
    return tuple(BillLine.of_plain(one) for one in arithmetic.get(LINES, ()))


def is_same(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether two bills count the same."""
    return _counted(before) == _counted(after)


def _counted(arithmetic: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in line.items() if name not in (*NOT_COUNTED, "reading")}
        for line in arithmetic.get(LINES, ())
    ]


def total(lines: Iterable[BillLine]) -> int:
    """Minor units."""
    return sum(one.minor for one in lines)
