"""How much of an object is let on a day, and whether one more lease fits in: never more than is free on any day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import PartyId
from domain.metres import Metres
from domain.refusal import Refusal

A_DAY = dt.timedelta(days=1)
SOON = dt.timedelta(days=30)
"""An object that will be let within this time is not looked for a tenant any more."""


def by_premises(leases: Iterable[Lease]) -> dict[PremisesId, list[Lease]]:
    """The leases of each object; none for an object that was never let."""
    found: dict[PremisesId, list[Lease]] = defaultdict(list)
    for one in leases:
        found[one.premises_id].append(one)
    return found


def running(leases: Iterable[Lease], day: dt.date) -> list[Lease]:
    """Those that run on this day."""
    return [one for one in leases if one.covers(day)]


def let_area(premises: Premises, leases: Iterable[Lease], day: dt.date) -> int:
    """How much is let on this day, in hundredths of a square metre."""
    return sum(_area(premises, one) for one in running(leases, day))


def free_area(premises: Premises, leases: Collection[Lease], day: dt.date) -> int:
    """How much is free on this day; nothing while all of it is let, though nobody has said how much that is."""
    if any(one.area is None for one in running(leases, day)):
        return 0
    return max(0, (premises.area or 0) - let_area(premises, leases, day))


def most_let_in_parts(leases: Collection[Lease]) -> int:
    """How much is, was or will be let in parts at one time."""
    parts = [one for one in leases if one.area is not None]
    return max((sum(one.area or 0 for one in running(parts, day.starts_on)) for day in parts), default=0)


def is_vacant(leases: Iterable[Lease], day: dt.date) -> bool:
    """Whether nobody rents any of it, nor has agreed to soon."""
    return not any(
        one.starts_on <= day + SOON and (one.ends_on is None or one.ends_on >= max(day, one.starts_on))
        for one in leases
    )


def vacant_since(leases: Iterable[Lease], day: dt.date) -> dt.date | None:
    """The first day after the last lease that has ended; None if there was none."""
    ended = [one.ends_on for one in leases if one.ends_on is not None and one.starts_on <= one.ends_on < day]
    return max(ended) + A_DAY if ended else None


def must_fit(
    premises: Premises,
    leases: Collection[Lease],
    *,
    area: int | None,
    first: dt.date,
    last: dt.date | None,
    itself: LeaseId | None = None,
    names: Mapping[PartyId, str],
) -> None:
    """Refuse an area (None: all of it) that is not free on every day of the term.

    The refusal says who rents it (by `names`), from when how much is free, and what can be done.
    """
    if area is not None:
        _must_be_part(premises, area)
    others = [one for one in leases if one.id != itself and _meets(one, first, last)]
    starts = sorted({max(first, one.starts_on) for one in others})
    tight = next((day for day in starts if not _fits(premises, others, area, day)), None)
    if tight is not None:
        raise _taken(premises, others, area, first, tight, _named(running(others, tight), names))


def _must_be_part(premises: Premises, area: int) -> None:
    if premises.area is None:
        raise Refusal("To let a part of it, say first how large the whole object is.")
    if area > premises.area:
        raise Refusal("The whole object has {whole}; a part cannot be larger.", whole=Metres(premises.area))


def _fits(premises: Premises, others: Sequence[Lease], area: int | None, day: dt.date) -> bool:
    """Whether so much (None: all of it) is free on this day."""
    there = running(others, day)
    return not there if area is None else free_area(premises, there, day) >= area


def _taken(
    premises: Premises, others: Sequence[Lease], area: int | None, first: dt.date, tight: dt.date, tenants: str
) -> Refusal:
    """Why it cannot be let from `first` on, and what can be: `tight` is the first day on which it does not fit."""
    free = free_area(premises, others, tight)
    if area is not None and free > 0:
        return Refusal(
            "From {day} only {free} are free, the rest is let: {tenants}.",
            day=tight,
            free=Metres(free),
            tenants=tenants,
        )
    if tight > first:
        return Refusal(
            "From {day} on it is let: {tenants}. Let it until {before} at the latest, or move or end that lease first.",
            day=tight,
            tenants=tenants,
            before=tight - A_DAY,
        )
    ends = sorted(one.ends_on + A_DAY for one in others if one.ends_on is not None and one.ends_on >= tight)
    free_from = next((day for day in ends if _fits(premises, others, area, day)), None)
    if free_from is None:
        return Refusal("It is let open-ended: {tenants}. End that lease first.", tenants=tenants)
    return Refusal(
        "It is let on {day}: {tenants}. It is free from {free_from}: begin then, or end that lease first.",
        day=tight,
        tenants=tenants,
        free_from=free_from,
    )


def _named(leases: Iterable[Lease], names: Mapping[PartyId, str]) -> str:
    return ", ".join(dict.fromkeys(names[one.tenant_id] for one in leases))


def _meets(lease: Lease, first: dt.date, last: dt.date | None) -> bool:
    begins_before_end = last is None or lease.starts_on <= last
    return begins_before_end and (lease.ends_on is None or lease.ends_on >= max(first, lease.starts_on))


def _area(premises: Premises, lease: Lease) -> int:
    return (premises.area or 0) if lease.area is None else lease.area
