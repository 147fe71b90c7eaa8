"""What was used between two readings of a meter, what is usual, and what is too much to be taken without asking."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.estate.leases.lease import LeaseId
from domain.metering.meter import MOST_DECIMALS, Meter, Values
from domain.metering.reading import Reading, Slot
from domain.metering.turnover import added

USUAL_MONTHS = 3
"""What is usual is the average of so many."""
UNUSUAL = 3
"""So many times the usual is asked about."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a meter counted up to a reading."""

    reading: Reading
    previous: Values
    previous_on: dt.date
    was_average: bool
    """Whether the reading before was only an average."""
    months: int
    """How many months it is the use of: more than 1 after a month without a reading, 0 after one of the same month."""
    after_final_of: LeaseId | None = None
    """The lease whose final reading the one before was: it has no part in this use."""
    turned: Values = ()
    """What a whole turn has added to a zone that has begun anew between the two readings; empty: none has."""

    @property
    def amounts(self) -> Values:
        """Zone by zone."""
        shown = added(self.reading.values, self.turned)
        return tuple(now - before for now, before in zip(shown, self.previous, strict=True))

    @property
    def total(self) -> int:
        """Of all zones."""
        return sum(self.amounts)


def uses(meter: Meter, readings: Iterable[Reading]) -> dict[Slot, Use]:
    """The use up to every reading that can be told, by what the reading counts for.

    Without a first value the first reading only begins it.
    """
    found: dict[Slot, Use] = {}
    before: Reading | None = None
    for one in sorted(readings, key=lambda one: one.place):
        if before is not None:
            found[one.slot] = _between(before, one)
        elif meter.first_values is not None:
            turned = turned_since(None, one.beyond)
            found[one.slot] = Use(one, meter.first_values, meter.first_on, was_average=False, months=1, turned=turned)
        before = one
    return found


def _between(before: Reading, one: Reading) -> Use:
    return Use(
        one,
        before.values,
        before.on,
        before.is_average,
        months=_number(one.month) - _number(before.month),
        after_final_of=before.final_of,
        turned=turned_since(before.beyond, one.beyond),
    )


def turned_since(before: Values | None, now: Values | None) -> Values:
    """What whole turns have added between two readings; empty if none has."""
    if before == now:
        return ()
    zones = len(now or before or ())
    return tuple(one - other for one, other in zip(now or (0,) * zones, before or (0,) * zones, strict=True))


def usual(known: Iterable[Use], decimals: int = MOST_DECIMALS) -> Values | None:
    """What a month usually takes, zone by zone: the average of the last three that were read, None if none was."""
    latest = sorted((one for one in known if not one.reading.is_average), key=lambda one: one.reading.place)
    latest = latest[-USUAL_MONTHS:]
    if not latest:
        return None
    months = max(1, sum(one.months for one in latest))
    sums = [sum(zone) for zone in zip(*(one.amounts for one in latest), strict=True)]
    return tuple(_rounded(total, months, decimals) for total in sums)


def is_unusual(amounts: Sequence[int], usually: Sequence[int] | None, months: int = 1) -> bool:
    """Whether it is at least three times what so many months usually take."""
    return usually is not None and sum(usually) > 0 and sum(amounts) >= UNUSUAL * sum(usually) * max(1, months)


def spread(before: Values, after: Values, steps: int, decimals: int) -> list[Values]:
    """What a meter showed at `steps` equal steps between two readings."""
    ends = list(zip(before, after, strict=True))
    return [
        tuple(start + _rounded((end - start) * step, steps + 1, decimals) for start, end in ends)
        for step in range(1, steps + 1)
    ]


def _rounded(total: int, parts: int, decimals: int) -> int:
    """A part of what was counted, half up, to the digits that the meter shows."""
    step: int = 10 ** (MOST_DECIMALS - decimals)
    return (2 * total + parts * step) // (2 * parts * step) * step


def _number(month: dt.date) -> int:
    return month.year * 12 + month.month
