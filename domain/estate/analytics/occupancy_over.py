"""Whether one object is let, by whom and until when, and how it was over months (OT6, OT7).

A month counts as occupied if the object, or a part of it, was let on at least one of its days; how many of its days it
was is told with it, of the present month up to today. Before it was added, or first let, there is nothing to tell.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from domain.estate.analytics.let_areas import AreaShare, let_on, there_since
from domain.estate.analytics.whose import Whose, scope_of
from domain.estate.leases.lease import Lease, days_in_month, next_month
from domain.estate.leases.tenants import tenants_of
from domain.estate.objects.occupancy import running
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import Party
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class MonthLet:
    """A month of an object."""

    month: dt.date
    let_days: int
    days: int

    @property
    def is_occupied(self) -> bool:
        """Whether it was let at all."""
        return self.let_days > 0


@dataclass(frozen=True, slots=True)
class Tenancy:
    """A lease and who the tenant is."""

    lease: Lease
    tenant: Party


@dataclass(frozen=True, slots=True)
class Occupancy:
    """An object's occupancy."""

    premises: Premises
    today: dt.date
    now: tuple[Tenancy, ...]
    """Who has it today; nobody: it is vacant."""
    coming: Tenancy | None
    """Who will have it next, while it is vacant."""
    area: AreaShare
    """Today; of nothing if the object's area is not known."""
    months: tuple[MonthLet, ...]
    """Those in which the object was there, the present one last."""


@query(Action.MANAGE_OBJECTS)
async def occupancy_over(work: Work, actor: Person, premises_id: PremisesId, count: int) -> Occupancy:
    """Today, and the last `count` months (the present one for 0)."""
    scope = await scope_of(work, actor, Whose(premises=premises_id), count)
    premises = scope.objects[0]
    leases = await work.estate.leases.of_premises([premises.id])
    since = there_since(premises, leases, actor.zone)
    now = await _tenancies(work, running(leases, scope.today))
    ahead = [one for one in leases if one.starts_on > scope.today and not one.is_void][:1]
    coming = await _tenancies(work, ahead) if not now else ()
    return Occupancy(
        premises=premises,
        today=scope.today,
        now=now,
        coming=next(iter(coming), None),
        area=AreaShare(premises.area or 0, let_on(premises, leases, scope.today)),
        months=tuple(_month(leases, month, since, scope.today) for month in scope.months if next_month(month) > since),
    )


async def _tenancies(work: Work, leases: Sequence[Lease]) -> tuple[Tenancy, ...]:
    tenants = await tenants_of(work, leases)
    return tuple(Tenancy(one, tenants[one.tenant_id]) for one in leases)


def _month(leases: Sequence[Lease], month: dt.date, since: dt.date, today: dt.date) -> MonthLet:
    first, last = max(month, since), min(month.replace(day=days_in_month(month)), today)
    days = [first + dt.timedelta(days=shift) for shift in range((last - first).days + 1)]
    return MonthLet(month, sum(any(one.covers(day) for one in leases) for day in days), len(days))
