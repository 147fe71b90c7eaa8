"""Who used an object in a month, and how much of it: square metres times days, with what stood empty as the rest."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.estate.leases.lease import Lease, LeaseId, days_in_month, months_back


@dataclass(frozen=True, slots=True)
class ShareOfUse:
    """A lease's part of a month of the object, or what stood empty."""

    lease_id: LeaseId | None
    part: int
    of: int
    area: int | None = None
    """Hundredths of a square metre; None while the area of the object is not known, and of what stood empty."""
    whole_area: int | None = None
    days: int = 0
    of_days: int = 0


def in_month(leases: Iterable[Lease], month: dt.date) -> list[Lease]:
    """The leases that run on at least one day of the month."""
    return [one for one in leases if one.days_in(*_ends(month)) > 0]


def parts(leases: Sequence[Lease], area: int | None, month: dt.date, months: int = 1) -> list[ShareOfUse]:
    """Each lease's part, and what stood empty if anything did; together they are the whole.

    `months` of use up to this one are shared, among those who rent in the last of them.
    """
    last = month.replace(day=days_in_month(month))
    return parts_between(in_month(leases, month), area, months_back(month, max(1, months))[0], last)


def parts_between(leases: Iterable[Lease], area: int | None, first: dt.date, last: dt.date) -> list[ShareOfUse]:
    """The same from the one day to the other, both included.

    Where more is let than there is, what is let is the whole.
    """
    present = [one for one in leases if one.days_in(first, last) > 0]
    areas = [one.area or area for one in present]
    if not all(areas):
        # while one of the areas is not known, everybody counts alike, and for their days alone
        return _shares(present, [None for _ in present], None, first, last)
    return _shares(present, areas, area or max((own for own in areas if own), default=None), first, last)


def _shares(
    leases: Sequence[Lease], areas: Sequence[int | None], whole: int | None, first: dt.date, last: dt.date
) -> list[ShareOfUse]:
    """Each lease's area times its days (an area that is not given counts as one), and what is left of the whole."""
    size = (last - first).days + 1
    days = [one.days_in(first, last) for one in leases]
    used = [(own or 1) * count for own, count in zip(areas, days, strict=True)]
    of = max(sum(used), (whole or 1) * size)
    found = [
        ShareOfUse(one.id, part, of, own, whole, count, size)
        for one, part, own, count in zip(leases, used, areas, days, strict=True)
    ]
    if of > sum(used):
        found.append(ShareOfUse(None, of - sum(used), of))
    return found


def alone(lease: Lease, month: dt.date) -> ShareOfUse:
    """All of it, for the one lease that a meter counts for."""
    size = days_in_month(month)
    return ShareOfUse(lease.id, 1, 1, None, None, size, size)


def _ends(month: dt.date) -> tuple[dt.date, dt.date]:
    return month, month.replace(day=days_in_month(month))
