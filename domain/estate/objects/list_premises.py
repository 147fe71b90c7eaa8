"""Whoever keeps or owns objects looks through them: by name, the largest first, or what is free first (OT4, IC6)."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from domain.estate.leases.lease import Lease
from domain.estate.leases.tenants import tenants_of
from domain.estate.objects.occupancy import by_premises, free_area, running
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import Party, PartyKind
from domain.people.person import Action, Person, Role
from domain.work import Work, query


class PremisesSort(StrEnum):
    """In which order."""

    NAME = "name"
    AREA = "area"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class ListedPremises:
    """A line of the list."""

    premises: Premises
    running: tuple[Lease, ...]
    """The leases of today."""
    tenants: tuple[Party, ...]
    """Whose they are, in the same order."""
    free: int
    """How much is free today; 0 for an object of which nobody has said how large it is, let or not."""

    @property
    def is_free(self) -> bool:
        """Whether nobody rents any of it today."""
        return not self.running

    @property
    def until(self) -> dt.date | None:
        """When the lease of today that ends first ends."""
        return min((one.ends_on for one in self.running if one.ends_on is not None), default=None)


@dataclass(frozen=True, slots=True)
class PremisesPage:
    """A page of the list, and how many there are in all."""

    items: tuple[ListedPremises, ...]
    total: int
    archived: int
    """How many are in the archive, whatever is searched for."""


@query(Action.MANAGE_OBJECTS)
async def list_premises(
    work: Work,
    actor: Person,
    *,
    archived: bool = False,
    search: str | None = None,
    sort: PremisesSort = PremisesSort.NAME,
    offset: int = 0,
    limit: int = 5,
) -> PremisesPage:
    """A page of the objects that the actor keeps or owns, active or put away; as an owner in front, of their own."""
    everything = await _seen(work, actor, None)
    found = await _seen(work, actor, search) if search else everything
    shown = [one for one in found if one.is_active is not archived]
    today = work.now().astimezone(actor.zone).date()
    of_each = by_premises(await work.estate.leases.of_premises([one.id for one in shown]) if shown else [])
    shown.sort(key=lambda one: _place(one, of_each[one.id], sort, today))
    items = await _listed(work, shown[offset : offset + limit], of_each, today)
    return PremisesPage(items, len(shown), sum(not one.is_active for one in everything))


async def _listed(
    work: Work, page: Sequence[Premises], leases: Mapping[PremisesId, Sequence[Lease]], today: dt.date
) -> tuple[ListedPremises, ...]:
    """The objects with who rents them today."""
    here = {one.id: running(leases[one.id], today) for one in page}
    tenants = await tenants_of(work, chain.from_iterable(here.values()))
    return tuple(
        ListedPremises(
            one,
            tuple(here[one.id]),
            tuple(tenants[lease.tenant_id] for lease in here[one.id]),
            free_area(one, here[one.id], today),
        )
        for one in page
    )


async def _seen(work: Work, actor: Person, search: str | None) -> list[Premises]:
    seen = await work.estate.premises.all_seen_by(actor.id, archived=True, search=search)
    if actor.active_role is not Role.OWNER:
        return seen
    own = {one.id for one in await work.estate.parties.acting(actor.id, PartyKind.OWNER)}
    return [one for one in seen if one.owner_id in own]


def _place(premises: Premises, leases: Sequence[Lease], sort: PremisesSort, today: dt.date) -> tuple[object, ...]:
    match sort:
        case PremisesSort.AREA:
            return (-(premises.area or 0), natural(premises.name), premises.id)
        case PremisesSort.FREE:
            is_let = bool(running(leases, today))
            return (is_let, -free_area(premises, leases, today), natural(premises.name), premises.id)
        case _:
            return (natural(premises.name), premises.id)


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """So that house 4 stands before house 12."""
    parts = re.findall(r"\d+|\D+", name.casefold().replace("ё", "е"))
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
