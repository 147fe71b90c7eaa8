"""Areas: how much of the whole area is let and how much stands empty, now and over months (OT16, OT17).

Now is what is under lease today, of objects that are not in the archive. The let area of a month is its average: the
area-days under lease divided by the days of the month, of the present month by the days up to today. A lease without an
area of its own takes the whole object; an object is never let beyond its area. An object whose area nobody has said
counts for nothing, and how many such there are is said. An object counts from the day it was added, or from the start
of its earliest lease where that was earlier; an archived one up to the day it was put away.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.estate.analytics.whose import FiguresScope, Whose, scope_of
from domain.estate.leases.lease import Lease, days_in_month
from domain.estate.objects.occupancy import by_premises, let_area
from domain.estate.objects.premises import Premises, PremisesId
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class AreaShare:
    """A whole area and what of it is let, in hundredths of a square metre."""

    whole: int
    let: int

    @property
    def free(self) -> int:
        """What stands empty."""
        return self.whole - self.let

    @property
    def share(self) -> int:
        """How much is let, in hundredths of a percent."""
        return (self.let * 10_000 + self.whole // 2) // self.whole if self.whole else 0


@dataclass(frozen=True, slots=True)
class ObjectArea:
    """One object's area today."""

    premises: Premises
    area: AreaShare


@dataclass(frozen=True, slots=True)
class LetAreas:
    """Areas over the objects that were asked for."""

    scope: FiguresScope
    now: AreaShare
    objects: tuple[ObjectArea, ...]
    """Today, the largest first."""
    months: tuple[AreaShare, ...]
    unknown: int
    """How many objects have no area."""


@query(Action.MANAGE_OBJECTS)
async def let_areas(work: Work, actor: Person, whose: Whose, count: int) -> LetAreas:
    """Today's areas, and the averages of the last `count` months (of the present one for 0)."""
    scope = await scope_of(work, actor, whose, count)
    zone = actor.zone
    of_object = by_premises(await work.estate.leases.of_premises([one.id for one in scope.objects]))
    here_since = {one.id: there_since(one, of_object.get(one.id, ()), zone) for one in scope.objects}
    until = {one.id: one.archived_at.astimezone(zone).date() if one.archived_at else None for one in scope.objects}
    here = [one for one in scope.objects if one.is_active]
    today = _today(here, of_object, scope.today)
    return LetAreas(
        scope=scope,
        now=AreaShare(sum(one.area.whole for one in today), sum(one.area.let for one in today)),
        objects=tuple(sorted(today, key=lambda one: (-one.area.whole, one.premises.name))),
        months=tuple(_average(scope, of_object, here_since, until, month) for month in scope.months),
        unknown=len(here) - len(today),
    )


def _today(
    objects: Iterable[Premises], leases: Mapping[PremisesId, Sequence[Lease]], today: dt.date
) -> list[ObjectArea]:
    """Of the objects whose area is known."""
    known = ((one, one.area) for one in objects if one.area)
    return [ObjectArea(one, AreaShare(area, let_on(one, leases.get(one.id, ()), today))) for one, area in known]


def let_on(premises: Premises, leases: Sequence[Lease], day: dt.date) -> int:
    """How much of an object is let on a day."""
    whole = premises.area or 0
    return min(whole, let_area(premises, leases, day))


def there_since(premises: Premises, leases: Sequence[Lease], zone: dt.tzinfo) -> dt.date:
    """The first day on which the object is known to have been there: nobody has said that it stood empty before."""
    return min([premises.created_at.astimezone(zone).date(), *(one.starts_on for one in leases if not one.is_void)])


def _average(
    scope: FiguresScope,
    of_object: Mapping[PremisesId, Sequence[Lease]],
    here_since: Mapping[PremisesId, dt.date],
    until: Mapping[PremisesId, dt.date | None],
    month: dt.date,
) -> AreaShare:
    last = min(month.replace(day=days_in_month(month)), scope.today)
    days = (last - month).days + 1
    whole = let = 0
    for one in scope.objects:
        begin, end = max(month, here_since[one.id]), until[one.id]
        present = last if end is None else min(last, end)
        if one.area and present >= begin:
            whole += one.area * ((present - begin).days + 1)
            let += _area_days(one, of_object.get(one.id, ()), begin, present)
    return AreaShare((whole + days // 2) // days, (let + days // 2) // days)


def _area_days(premises: Premises, leases: Sequence[Lease], first: dt.date, last: dt.date) -> int:
    whole = premises.area or 0
    spans = [(one.days_in(first, last), whole if one.area is None else one.area) for one in leases]
    running = [(days, area) for days, area in spans if days]
    if sum(area for _, area in running) <= whole:
        return sum(days * area for days, area in running)
    # several leases that may not run at once: only the single days tell
    every = ((first + dt.timedelta(days=shift)) for shift in range((last - first).days + 1))
    return sum(let_on(premises, leases, day) for day in every)
