"""The days and the area of a lease are refused where others rent: who they are, and what can be done about it."""

import datetime as dt
from collections.abc import Sequence

from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.objects.occupancy import must_fit
from domain.estate.objects.premises import Premises, PremisesId
from domain.people.person import Action, Person
from domain.work import Work, query

A_LITTLE = 1
"""Hundredths of a square metre: as long as it is not said how much is let, no more has to be free."""


async def must_be_free(
    work: Work,
    premises: Premises,
    leases: Sequence[Lease],
    *,
    area: int | None,
    first: dt.date,
    last: dt.date | None,
    itself: LeaseId | None = None,
) -> None:
    """Refuse, in the present transaction, what is not free on every day of the term; the other tenants are named."""
    tenants = await work.estate.parties.many({one.tenant_id for one in leases})
    names = {one.id: one.name for one in tenants}
    must_fit(premises, leases, area=area, first=first, last=last, itself=itself, names=names)


@query(Action.MANAGE_OBJECTS)
async def check_term(
    work: Work,
    actor: Person,
    premises_id: PremisesId,
    first: dt.date,
    last: dt.date | None,
    *,
    area: int | None,
    may_be_part: bool = False,
) -> None:
    """Refuse days, or an area (None: all of it), that another lease of the actor's object has already.

    With `may_be_part` it is enough that something is free: how much is wanted will be said later.
    """
    premises = await work.estate.premises.managed_by(actor.id, premises_id)
    wanted = A_LITTLE if area is None and may_be_part and premises.area is not None else area
    leases = await work.estate.leases.of_premises([premises.id])
    await must_be_free(work, premises, leases, area=wanted, first=first, last=last)
