"""The utility bill of a month: every article's use at its tariff, shared among those who rented then.

A meter of one lease is that lease's alone, and so is what any meter counts between two readings while one lease has all
of the object; what else the others count, and what is asked for a month or a square metre, is shared by area and days.
A lease with a final reading has no part in what is counted after it.
What stood empty is left to the owner. Nothing is looked up here and nothing booked.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from domain.estate.leases.lease import Lease, LeaseId, days_in_month, months_back
from domain.estate.objects.premises import Premises
from domain.metering.charge import QUANTITY, cost, split
from domain.metering.line import BillLine, BillLines
from domain.metering.meter import Meter, MeterId, in_order
from domain.metering.meter_row import MeterRow, meter_row
from domain.metering.reading import Reading
from domain.metering.sharing import ShareOfUse, alone, in_month, parts, parts_between
from domain.metering.tariff import METERED, Basis, Tariff, in_force
from domain.metering.use import Use, uses
from domain.metering.window import ONE_DAY, Days

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
        present = in_month(self.leases, month)
        return [
            one
            for one in self.expected(month)
            if any(self._lacks(one, month, lease.id) for lease in present if lease_id in (None, lease.id))
        ]

    def _lacks(self, meter: Meter, month: dt.date, lease_id: LeaseId) -> bool:
        """Whether neither the month's reading is there nor a final one, of what the lease uses."""
        read = {one.final_of for one in self.readings.get(meter.id, ()) if one.month == month}
        return meter.counts_for(lease_id) and not read & {None, lease_id}

    def lacking_final(self, lease: Lease) -> list[Meter]:
        """The meters that count what the lease uses and were not read for its end."""
        return [
            one
            for one in self.active()
            if one.counts_for(lease.id) and all(read.final_of != lease.id for read in self.readings.get(one.id, ()))
        ]

    def rows_of(self, lease: Lease, month: dt.date, *, final: bool = False) -> tuple[MeterRow, ...]:
        """The meters that count what the lease uses, as of the month or, if `final`, of the lease's end in it."""
        final_of = lease.id if final else None
        return tuple(
            meter_row(one, self.readings.get(one.id, ()), month, final_of)
            for one in self.active()
            if one.counts_for(lease.id)
        )

    def row(self, meter: Meter, month: dt.date) -> MeterRow:
        """The meter as of the month: with its reading, or the last final one if no other is missing."""
        readings = [one for one in self.readings.get(meter.id, ()) if one.month == month]
        finals = sorted((one for one in readings if one.final_of is not None), key=lambda one: one.place)
        is_over = len(finals) == len(readings) > 0 and meter not in self.missing(month)
        return meter_row(meter, self.readings.get(meter.id, ()), month, finals[-1].final_of if is_over else None)

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

    def uses(self, meter: Meter, month: dt.date) -> list[Use]:
        """What the meter counted up to this month's readings."""
        return [one for (of, _), one in uses(meter, self.readings.get(meter.id, ())).items() if of == month]

    def concerned(self, meter: Meter, use: Use) -> list[Lease]:
        """Those who may have a part in the use: not who had a final reading before."""
        settled = {
            one.final_of
            for one in self.readings.get(meter.id, ())
            if one.final_of is not None and one.on <= use.previous_on and one.place < use.reading.place
        }
        return [one for one in self.leases if one.id not in settled or _runs_on(one, use)]


def lines_for(books: ObjectBooks, month: dt.date, tariffs: Iterable[Tariff] | None = None) -> BillLines:
    """The lines of every lease and of what stood empty; `tariffs` are others than the object's own."""
    shared = parts(books.leases, books.premises.area, month)
    found: dict[LeaseId | None, list[BillLine]] = defaultdict(list)
    for one in in_month(books.leases, month):
        found[one.id] = []
    for tariff in in_force(books.tariffs if tariffs is None else tariffs, month).values():
        for whole, among in _wholes(books, tariff, month, shared):
            shares = split(whole.whole, [one.part for one in among])
            for part, minor in zip(among, shares, strict=True):
                found[part.lease_id].append(_line(whole, part, minor))
    vacant = tuple(found.pop(None, ()))
    return BillLines({lease_id: tuple(lines) for lease_id, lines in found.items() if lease_id is not None}, vacant)


def _wholes(
    books: ObjectBooks, tariff: Tariff, month: dt.date, shared: list[ShareOfUse]
) -> Iterable[tuple[BillLine, list[ShareOfUse]]]:
    """What the article costs at the whole object, each sum with those who share it."""
    currency = books.premises.currency
    area = shared[0].whole_area if shared and shared[0].whole_area else books.premises.area
    if tariff.basis is Basis.UNIT:
        yield from _counted(books, tariff, month)
    elif tariff.basis is Basis.MONTH:
        yield _whole(tariff, QUANTITY, currency), shared
    elif tariff.basis is Basis.AREA and area is not None:
        yield _whole(tariff, area * HUNDREDTHS_TO_THOUSANDTHS, currency), shared


def _counted(books: ObjectBooks, tariff: Tariff, month: dt.date) -> Iterable[tuple[BillLine, list[ShareOfUse]]]:
    present = {one.id: one for one in in_month(books.leases, month)}
    for meter in in_order(list(books.meters)):
        if meter.kind not in METERED.get(tariff.article, ()):
            continue
        for use in books.uses(meter, month):
            concerned = books.concerned(meter, use)
            own = present.get(meter.lease_id) if meter.lease_id is not None else _whole_tenant(books, concerned, use)
            among = [alone(own, month)] if own is not None else _sharing(books, concerned, use)
            for zone, amount in enumerate(use.amounts):
                whole = _whole(tariff, amount, books.premises.currency, zone)
                yield _read(whole, meter, use, zone), among


def _sharing(books: ObjectBooks, concerned: Sequence[Lease], use: Use) -> list[ShareOfUse]:
    """Who shares what was counted, by area and days: of whole months, or from and to a lease's final reading."""
    month, area = use.reading.month, books.premises.area
    if use.reading.final_of is None and use.after_final_of is None:
        return parts(concerned, area, month, use.months)
    is_after = use.after_final_of is not None
    first = _first_day(books, use) if is_after else months_back(month, max(1, use.months))[0]
    last = use.reading.on if use.reading.final_of is not None else month.replace(day=days_in_month(month))
    return parts_between(in_month(concerned, month), area, min(first, last), last)


def _first_day(books: ObjectBooks, use: Use) -> dt.date:
    """From when on it was used: a final reading stands for the end of its lease, also if it was taken days before."""
    if use.after_final_of is None:
        return use.previous_on
    ends = [one.ends_on for one in books.leases if one.id == use.after_final_of and not _runs_on(one, use)]
    return max(use.previous_on, *(one for one in ends if one is not None and one < use.reading.on)) + ONE_DAY


def _runs_on(lease: Lease, use: Use) -> bool:
    """Whether the lease goes on in another month, though readings were once taken for its end."""
    return lease.ends_on is None or lease.ends_on.replace(day=1) > use.reading.month


def _whole_tenant(books: ObjectBooks, concerned: Sequence[Lease], use: Use) -> Lease | None:
    """The lease that has all of the object from the one reading to the other, the first at moving in for example."""
    first, last = _first_day(books, use), use.reading.on
    found = [one for one in concerned if one.days_in(first, last) > 0]
    whole = books.premises.area
    if len(found) != 1 or found[0].days_in(first, last) != (last - first).days + 1:
        return None
    area = found[0].area
    return found[0] if area is None or (whole is not None and area >= whole) else None


def _whole(tariff: Tariff, quantity: int, currency: str, zone: int = 0) -> BillLine:
    price = tariff.price(zone)
    whole = cost(quantity, price, currency)
    return BillLine(
        article=tariff.article,
        basis=tariff.basis,
        quantity=quantity,
        price=price,
        whole=whole,
        minor=whole,
        part=1,
        of=1,
    )


def _read(line: BillLine, meter: Meter, use: Use, zone: int) -> BillLine:
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


def _line(whole: BillLine, part: ShareOfUse, minor: int) -> BillLine:
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
