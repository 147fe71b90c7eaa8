"""A lease's account as its manager and its owner see it, and as its tenant does."""

from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount, account_of
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.MANAGE_OBJECTS)
async def show_account(work: Work, actor: Person, lease_id: LeaseId) -> LeaseAccount:
    """The account of a lease of an object that the actor keeps or owns, or `NotFound`."""
    lease = await work.estate.leases.get(lease_id)
    await work.estate.premises.seen_by(actor.id, lease.premises_id)
    return await account_of(work, lease, work.now().astimezone(actor.zone).date())


@query(Action.MANAGE_OBJECTS)
async def show_managed_account(work: Work, actor: Person, lease_id: LeaseId) -> LeaseAccount:
    """The account of a lease of an object that the actor keeps, before something is booked; an owner only looks."""
    lease = await work.estate.leases.managed_by(actor.id, lease_id)
    return await account_of(work, lease, work.now().astimezone(actor.zone).date())


@query(Action.RENT)
async def show_my_account(work: Work, actor: Person, lease_id: LeaseId) -> LeaseAccount:
    """The account of a lease that the actor rents, or `NotFound`."""
    lease = await work.estate.leases.rented_by(actor.id, lease_id)
    return await account_of(work, lease, work.now().astimezone(actor.zone).date())
