"""A manager looks through the leases that end soon, the soonest first."""

from dataclasses import dataclass

from domain.estate.day.today import SOON
from domain.estate.leases.lease import Lease
from domain.estate.leases.tenants import tenants_of
from domain.estate.objects.premises import Premises
from domain.estate.parties.party import Party
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class EndingLease:
    """A lease that ends soon."""

    lease: Lease
    premises: Premises
    tenant: Party


@dataclass(frozen=True, slots=True)
class EndingPage:
    """Some of them, and how many there are."""

    items: tuple[EndingLease, ...]
    total: int


@query(Action.MANAGE_OBJECTS)
async def list_ending(work: Work, actor: Person, *, offset: int = 0, limit: int = 5) -> EndingPage:
    """A page of those that the actor keeps."""
    day = work.now().astimezone(actor.zone).date()
    ending = await work.estate.agenda.ending(actor.id, day, day + SOON)
    shown = ending[offset : offset + limit]
    leases = {one.id: one for one in await work.estate.leases.many(shown)}
    premises = {one.id: one for one in await work.estate.premises.many({one.premises_id for one in leases.values()})}
    tenants = await tenants_of(work, leases.values())
    items = (leases[one] for one in shown)
    return EndingPage(
        tuple(EndingLease(one, premises[one.premises_id], tenants[one.tenant_id]) for one in items), len(ending)
    )
