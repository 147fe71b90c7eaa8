"""A reading is kept: never lower than the one before nor higher than the one after, the last one of a month counting.

What was billed by an average before is spread anew over its months when the meter turns out to show less.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from domain.estate.leases.lease import LeaseId
from domain.files.stored_file import FileId
from domain.metering.meter import THOUSANDTHS, Meter, Values
from domain.metering.reading import Reading, Source
from domain.metering.turnover import added, must_be_turns
from domain.metering.use import Use, is_unusual, spread, turned_since, uses, usual
from domain.people.person import Person
from domain.refusal import Conflict, Refusal
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Expected:
    """What is known of a meter before its reading of a month is entered."""

    previous: Values | None
    previous_on: dt.date
    usually: Values | None
    """What a month takes."""
    months: int
    """How many months have gone by since the reading before."""
    least: Values | None
    """What it cannot have fallen below: the last value that somebody has seen."""
    least_on: dt.date
    beyond: Values | None = None
    """What the meter had counted before it last began anew, as of the last value that somebody has seen."""

    def used(self, values: Values, turned: Values = ()) -> Values | None:
        """What was used up to these values; None where counting only begins, or an average was too high.

        `turned` is what whole turns have added to zones that have begun anew since.
        """
        shown = added(values, turned)
        if self.previous is None or any(now < before for now, before in zip(shown, self.previous, strict=True)):
            return None
        return tuple(now - before for now, before in zip(shown, self.previous, strict=True))

    def is_unusual(self, values: Values, turned: Values = ()) -> bool:
        """Whether it is so much that it is asked about before it is kept."""
        used = self.used(values, turned)
        return used is not None and is_unusual(used, self.usually, self.months)

    def check(self, values: Values, turned: Values = ()) -> None:
        """Refuse values, of all zones or the first ones, that are lower than somebody has seen already."""
        for zone, shown in enumerate(added(values, turned)):
            if self.least is not None and shown < self.least[zone]:
                raise Refusal(
                    "{value} is lower than {least}, which the meter showed on {date}. "
                    "Meters do not run back: please check it.",
                    value=in_units(values[zone]),
                    least=in_units(self.least[zone]),
                    date=self.least_on,
                )


def around(
    readings: Iterable[Reading], month: dt.date, on: dt.date | None = None, final_of: LeaseId | None = None
) -> tuple[list[Reading], list[Reading]]:
    """The readings before that of the month (or the final one of a lease), taken on this day or the latest, and after.

    The one that it would replace is in neither.
    """
    others = sorted((one for one in readings if one.slot != (month, final_of)), key=lambda one: one.place)
    place = (month, on or dt.date.max)
    return [one for one in others if one.place[:2] <= place], [one for one in others if one.place[:2] > place]


def expected(
    meter: Meter,
    readings: Iterable[Reading],
    month: dt.date,
    on: dt.date | None = None,
    final_of: LeaseId | None = None,
) -> Expected:
    """What is known before this reading (as in `around`); `readings` are those that count, of any month."""
    earlier, _ = around(readings, month, on, final_of)
    known: list[Use] = list(uses(meter, earlier).values())
    seen = next((one for one in reversed(earlier) if not one.is_average), None)
    last = earlier[-1] if earlier else None
    beyond = seen.beyond if seen is not None else None
    months = 1 if last is None else (month.year - last.month.year) * 12 + month.month - last.month.month
    return Expected(
        added(last.values, turned_since(beyond, last.beyond)) if last else meter.first_values,
        last.on if last else meter.first_on,
        usual(known, meter.decimals),
        months,
        seen.values if seen else meter.first_values,
        seen.on if seen else meter.first_on,
        beyond,
    )


async def record(
    work: Work,
    meter: Meter,
    month: dt.date,
    values: Values,
    *,
    on: dt.date,
    source: Source,
    by: Person | None,
    photo: FileId | None = None,
    sure: bool = False,
    turned: Values = (),
    final_of: LeaseId | None = None,
) -> list[dt.date]:
    """Keep the reading in the present transaction, after its object was held; returns the months whose use changes.

    `turned` is what whole turns have added, zone by zone, where the meter has begun anew since the reading before;
    `final_of` the lease at whose end the reading was taken.
    """
    readings = await work.metering.meters.readings([meter.id])
    known = expected(meter, readings, month, on, final_of)
    others = around(readings, month, on, final_of)
    if len(values) != meter.zones:
        raise Refusal("This meter has {zones} zones, and each needs its value.", zones=meter.zones)
    must_be_turns(turned, values, known.least)
    known.check(values, turned)
    reading = Reading(
        meter_id=meter.id, month=month, values=values, on=on, source=source,
        by=by.id if by is not None else None, at=work.now(), photo=photo, final_of=final_of,
        beyond=_beyond(turned, known),
    )  # fmt: skip
    _must_not_be_higher(reading.counted, others[1])
    if not sure and known.is_unusual(values, turned):
        raise Conflict("That is several times the usual. Is it right?")
    before = next((one for one in readings if one.slot == reading.slot), None)
    if before is not None and _repeats(before, reading):
        return []
    if photo is None:
        reading.photo = _photo_of_same(before, values)
    await _replace(work, before, reading)
    return await _put_right(work, meter, others, month, reading.counted, known.usually)


def _photo_of_same(before: Reading | None, values: Values) -> FileId | None:
    """The photo that shows these values already."""
    return before.photo if before is not None and before.values == values else None


def _beyond(turned: Values, known: Expected) -> Values | None:
    """What the meter had counted before it last began anew, which it may have done just now."""
    return added(turned, known.beyond or ()) if any(turned) else known.beyond


def _repeats(before: Reading, reading: Reading) -> bool:
    """Whether a reading says nothing that the one before it in its place did not."""
    is_same = before.counted == reading.counted and before.is_average is reading.is_average
    return is_same and reading.photo in (None, before.photo)


def in_units(thousandths: int) -> Decimal:
    """A value in the meter's unit."""
    return Decimal(thousandths) / THOUSANDTHS


def _must_not_be_higher(values: Values, later: list[Reading]) -> None:
    after = next((one for one in later if not one.is_average), None)
    if after is None:
        return
    for value, most in zip(values, after.counted, strict=True):
        if value > most:
            raise Refusal(
                "{value} is higher than {most}, which the meter showed on {date}.",
                value=in_units(value),
                most=in_units(most),
                date=after.on,
            )


async def _replace(work: Work, before: Reading | None, new: Reading) -> None:
    if before is not None:
        before.replaced_at = work.now()
        await work.flush()
    await work.metering.meters.add_reading(new)


async def _put_right(
    work: Work,
    meter: Meter,
    others: tuple[list[Reading], list[Reading]],
    month: dt.date,
    values: Values,
    usually: Values | None,
) -> list[dt.date]:
    """Spread anew the averages that do not agree with a reading; returns the months whose use it changes."""
    before, start = _averages(list(reversed(others[0])))
    after, end = _averages(others[1])
    changed = {month, *(one.month for one in (*after[:1], end) if one is not None)}
    first = start.counted if start is not None else meter.first_values
    if before and first is not None and _is_lower(values, before[0].counted):
        changed.update(await _spread(work, meter, before[::-1], first, values))
    if after and _is_lower(after[0].counted, values):
        last = end.counted if end is not None else _later(values, usually or (0,) * meter.zones, len(after) + 1)
        changed.update(await _spread(work, meter, after, values, last))
    return sorted(changed)


async def _spread(work: Work, meter: Meter, averages: list[Reading], start: Values, end: Values) -> list[dt.date]:
    """Equal steps of what was counted in all; an average is said beyond the turn that somebody has seen last."""
    for one, counted in zip(averages, spread(start, end, len(averages), meter.decimals), strict=True):
        values = tuple(now - before for now, before in zip(counted, one.beyond, strict=True)) if one.beyond else counted
        await _replace(work, one, Reading(
            meter_id=meter.id, month=one.month, values=values, on=one.on, source=Source.AVERAGE, by=one.by,
            at=work.now(), beyond=one.beyond,
        ))  # fmt: skip
    return [one.month for one in averages]


def _averages(readings: list[Reading]) -> tuple[list[Reading], Reading | None]:
    """Those that nobody has looked at, up to the first one that somebody has, and that one."""
    found = list(takewhile(lambda one: one.is_average, readings))
    return found, next((one for one in readings if not one.is_average), None)


def _is_lower(one: Values, other: Values) -> bool:
    return any(mine < its for mine, its in zip(one, other, strict=True))


def _later(values: Values, usually: Values, times: int) -> Values:
    return tuple(value + times * one for value, one in zip(values, usually, strict=True))
