"""The utility bill of a month: every article's use at its tariff, shared among those who rented then.

A meter of one lease is that lease's alone, and so is what any meter counts between two readings while one lease has all
of the object; what else the others count, and what is asked for a month or a square metre, is shared by area and days.
What stood empty is left to the owner. Nothing is looked up here and nothing booked.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from domain.estate.lease import Lease, LeaseId
from domain.estate.premises import Premises
from domain.metering.charge import QUANTITY, cost, split
from domain.metering.line import Line, Lines
from domain.metering.meter import Meter, MeterId, in_order
from domain.metering.reading import Reading
from domain.metering.sharing import Part, alone, in_month, parts
from domain.metering.tariff import METERED, Basis, Tariff, in_force
from domain.metering.use import Use, uses
from domain.metering.window import Days

HUNDREDTHS_TO_THOUSANDTHS = 10


@dataclass(frozen=True, slots=True)
class ObjectBooks:
    """Everything that a month's bill is made from."""

    premises: Premises
    leases: Sequence[Lease]
    meters: Sequence[Meter]
    """Those out of use too: what they counted before is billed."""
    readings: Mapping[MeterId, Sequence[Reading]]
    """Those that count, of every month."""
    tariffs: Sequence[Tariff]

    def active(self) -> list[Meter]:
        """The meters that readings are taken from."""
        return in_order([one for one in self.meters if one.is_active])

    def has_reading(self, meter: Meter, month: dt.date) -> bool:
        """Whether the meter was read for this month."""
        return any(one.month == month for one in self.readings.get(meter.id, ()))

    def missing(self, month: dt.date, lease_id: LeaseId | None = None) -> list[Meter]:
        """The meters without a reading for the month: all of them, or those that count what the lease uses."""
        return [
            one
            for one in self.expected(month)
            if (lease_id is None or one.counts_for(lease_id)) and not self.has_reading(one, month)
        ]

    def expected(self, month: dt.date) -> list[Meter]:
        """The meters that are read for this month: they were there in time, and somebody rents what they count."""
        present = {one.id for one in in_month(self.leases, month)}
        closes = Days(self.premises.readings_from_day, self.premises.readings_until_day).of(month).closes
        return [
            one
            for one in self.active()
            if one.first_on <= closes and (one.lease_id in present if one.lease_id is not None else present)
        ]

    def read_in(self, month: dt.date) -> list[Meter]:
        """The meters that are read for this month, and those out of use by now that were."""
        expected = self.expected(month)
        return in_order([one for one in self.meters if one in expected or self.has_reading(one, month)])

    def use(self, meter: Meter, month: dt.date) -> Use | None:
        """What the meter counted up to this month's reading."""
        return uses(meter, self.readings.get(meter.id, ())).get(month)


def lines_for(books: ObjectBooks, month: dt.date, tariffs: Iterable[Tariff] | None = None) -> Lines:
    """The lines of every lease and of what stood empty; `tariffs` are others than the object's own."""
    shared = parts(books.leases, books.premises.area, month)
    found: dict[LeaseId | None, list[Line]] = defaultdict(list)
    for one in in_month(books.leases, month):
        found[one.id] = []
    for tariff in in_force(books.tariffs if tariffs is None else tariffs, month).values():
        for whole, among in _wholes(books, tariff, month, shared):
            shares = split(whole.whole, [one.part for one in among])
            for part, minor in zip(among, shares, strict=True):
                found[part.lease_id].append(_line(whole, part, minor))
    vacant = tuple(found.pop(None, ()))
    return Lines({lease_id: tuple(lines) for lease_id, lines in found.items() if lease_id is not None}, vacant)


def _wholes(
    books: ObjectBooks, tariff: Tariff, month: dt.date, shared: list[Part]
) -> Iterable[tuple[Line, list[Part]]]:
    """What the article costs at the whole object, each sum with those who share it."""
    currency = books.premises.currency
    area = shared[0].whole_area if shared and shared[0].whole_area else books.premises.area
    if tariff.basis is Basis.UNIT:
        yield from _counted(books, tariff, month, shared)
    elif tariff.basis is Basis.MONTH:
        yield _whole(tariff, QUANTITY, currency), shared
    elif tariff.basis is Basis.AREA and area is not None:
        yield _whole(tariff, area * HUNDREDTHS_TO_THOUSANDTHS, currency), shared


def _counted(
    books: ObjectBooks, tariff: Tariff, month: dt.date, shared: list[Part]
) -> Iterable[tuple[Line, list[Part]]]:
    present = {one.id: one for one in in_month(books.leases, month)}
    for meter in in_order(list(books.meters)):
        use = books.use(meter, month)
        if meter.kind not in METERED.get(tariff.article, ()) or use is None:
            continue
        own = present.get(meter.lease_id) if meter.lease_id is not None else _whole_tenant(books, use)
        among = shared if use.months == 1 else parts(books.leases, books.premises.area, month, use.months)
        among = [alone(own, month)] if own is not None else among
        for zone, amount in enumerate(use.amounts):
            whole = _whole(tariff, amount, books.premises.currency, zone)
            yield _read(whole, meter, use, zone), among


def _whole_tenant(books: ObjectBooks, use: Use) -> Lease | None:
    """The lease that has all of the object from the one reading to the other, the first at moving in for example."""
    first, last = use.previous_on, use.reading.on
    found = [one for one in books.leases if one.days_in(first, last) > 0]
    whole = books.premises.area
    if len(found) != 1 or found[0].days_in(first, last) != (last - first).days + 1:
        return None
    area = found[0].area
    return found[0] if area is None or (whole is not None and area >= whole) else None


def _whole(tariff: Tariff, quantity: int, currency: str, zone: int = 0) -> Line:
    price = tariff.price(zone)
    whole = cost(quantity, price, currency)
    return Line(
        article=tariff.article,
        basis=tariff.basis,
        quantity=quantity,
        price=price,
        whole=whole,
        minor=whole,
        part=1,
        of=1,
    )


def _read(line: Line, meter: Meter, use: Use, zone: int) -> Line:
    """With what the meter showed."""
    return replace(
        line,
        meter=meter.id,
        unit=meter.unit,
        zone=zone,
        zones=meter.zones,
        previous=use.previous[zone],
        current=use.reading.values[zone],
        turned=use.turned[zone] if use.turned else 0,
        previous_on=use.previous_on,
        on=use.reading.on,
        reading=use.reading.id,
        photo=use.reading.photo,
        by_average=use.reading.is_average,
        after_average=use.was_average,
    )


def _line(whole: Line, part: Part, minor: int) -> Line:
    return replace(
        whole,
        minor=minor,
        part=part.part,
        of=part.of,
        area=part.area,
        whole_area=part.whole_area,
        days=part.days,
        of_days=part.of_days,
    )
