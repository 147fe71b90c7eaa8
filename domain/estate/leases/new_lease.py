"""What there is to know before a lease is agreed: the object, the tenant, how much is free now and from when."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.objects.occupancy import A_DAY, free_area, running
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import Party, PartyId, PartyKind
from domain.people.person import Action, Person
from domain.refusal import NotFound
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class NewLease:
    """The surroundings of a lease to be."""

    premises: Premises
    tenant: Party
    today: dt.date
    free: int
    """How much is free today."""
    free_from: dt.date | None
    """The first day on which something becomes free, if nothing is today; None if that is not known, or today."""
    is_unlet: bool
    """Whether nobody rents it, nor will by what is agreed."""


@query(Action.MANAGE_OBJECTS)
async def begin_lease(work: Work, actor: Person, premises_id: PremisesId, tenant_id: PartyId) -> NewLease:
    """Of the actor's own object with the actor's own tenant."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id)
    tenant = await work.estate.parties.managed_by(actor.id, tenant_id)
    if tenant.kind is not PartyKind.TENANT:
        raise NotFound
    today = work.now().astimezone(actor.zone).date()
    leases = await work.estate.leases.of_premises([premises.id])
    here = running(leases, today)
    free = free_area(premises, here, today)
    ends = [one.ends_on + A_DAY for one in here if one.ends_on is not None]
    is_unlet = all(one.ends_on is not None and one.ends_on < max(today, one.starts_on) for one in leases)
    return NewLease(premises, tenant, today, free, min(ends) if ends and not free else None, is_unlet)
