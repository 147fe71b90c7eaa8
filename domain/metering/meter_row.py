"""What a list says about a meter: what it showed last, whether this month's reading is there, and what is usual."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from domain.estate.leases.lease import LeaseId
from domain.metering.meter import Meter, Values
from domain.metering.reading import Reading
from domain.metering.record import Expected, expected
from domain.metering.use import turned_since


@dataclass(frozen=True, slots=True)
class MeterRow:
    """One meter, as of a month."""

    meter: Meter
    latest: Reading | None
    """Its last reading of any month."""
    current: Reading | None
    """That of the month."""
    expected: Expected
    """What is known before the month's reading."""

    @property
    def last_values(self) -> Values | None:
        """What it is known to have shown last."""
        return self.latest.values if self.latest is not None else self.meter.first_values

    @property
    def used(self) -> Values | None:
        """What was used up to the month's reading."""
        if self.current is None:
            return None
        return self.expected.used(self.current.values, turned_since(self.expected.beyond, self.current.beyond))


def meter_row(meter: Meter, readings: Sequence[Reading], month: dt.date, final_of: LeaseId | None = None) -> MeterRow:
    """The meter with these readings, as of the month, or as of the end of a lease in that month."""
    known = sorted(readings, key=lambda one: one.place)
    current = next((one for one in known if one.slot == (month, final_of)), None)
    on = current.on if current is not None else None
    return MeterRow(meter, known[-1] if known else None, current, expected(meter, known, month, on, final_of))
