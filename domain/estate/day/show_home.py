"""What an owner begins with besides the flow of money: how much is let, which lease ends next, who looks after it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.estate.analytics.let_areas import AreaShare, let_on
from domain.estate.analytics.whose import Whose, scope_of
from domain.estate.leases.lease import Lease
from domain.estate.objects.occupancy import by_premises, running
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import Party, PartyKind
from domain.people.names import names_of
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class EstateHome:
    """As of today, over the owner's objects that are not in the archive."""

    today: dt.date
    objects: int
    archived: int
    """Objects that have been put away."""
    let: int
    """Objects of which something is let."""
    area: AreaShare
    """Of those whose area is known."""
    next_end: tuple[Lease, Premises] | None
    """The lease of today that ends first."""
    managed_by: tuple[tuple[Party, str], ...]
    """As whom the person is looked after, and the manager's name."""
    manages_any: bool
    """Whether any of the objects is kept by the person alone."""


@query(Action.MANAGE_OBJECTS)
async def show_home(work: Work, actor: Person) -> EstateHome:
    """Over the actor's own objects, kept alone or by a manager."""
    scope = await scope_of(work, actor, Whose(), 0)
    here = {one.id: one for one in scope.objects if one.is_active}
    leases = running(await work.estate.leases.of_premises(here.keys()), scope.today) if here else []
    of_each = by_premises(leases)
    ending = min((one for one in leases if one.ends_on is not None), key=_end, default=None)
    return EstateHome(
        today=scope.today,
        objects=len(here),
        archived=len(scope.objects) - len(here),
        let=len(of_each),
        area=_area(here.values(), of_each, scope.today),
        next_end=(ending, here[ending.premises_id]) if ending is not None else None,
        managed_by=await _managers(work, actor),
        manages_any=any(one.manager_id == actor.id for one in here.values()),
    )


async def _managers(work: Work, actor: Person) -> tuple[tuple[Party, str], ...]:
    """As whom the actor is looked after by others, and by whom."""
    parties = await work.estate.parties.acting(actor.id, PartyKind.OWNER)
    return tuple([(one, await _manager_name(work, one)) for one in parties if one.manager_id != actor.id])


def _area(objects: Iterable[Premises], leases: Mapping[PremisesId, Sequence[Lease]], today: dt.date) -> AreaShare:
    """How much there is, and how much of it is let, of the objects whose area is known."""
    known = [one for one in objects if one.area]
    let = sum(let_on(one, leases.get(one.id, ()), today) for one in known)
    return AreaShare(sum(one.area or 0 for one in known), let)


async def _manager_name(work: Work, party: Party) -> str:
    return (await names_of(work, await work.people.get(party.manager_id))).full


def _end(lease: Lease) -> dt.date:
    return lease.ends_on or dt.date.max
