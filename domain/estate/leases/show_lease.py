"""One lease with its object, its tenant and what is owed; the same for who keeps the object and who owns it."""

from dataclasses import dataclass

from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.money.account import LeaseAccount, account_of, accounts_of
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import Party, contacts_of
from domain.people.person import Action, Person
from domain.people.phone import Phone
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class LeaseView:
    """What is to be seen of a lease."""

    account: LeaseAccount
    may_manage: bool
    """Whether the reader keeps the object up to date, or only sees it."""
    phone: Phone | None
    """The tenant's."""

    @property
    def lease(self) -> Lease:
        """The lease itself."""
        return self.account.lease

    @property
    def premises(self) -> Premises:
        """What is rented."""
        return self.account.premises

    @property
    def tenant(self) -> Party:
        """Who rents it."""
        return self.account.tenant

    @property
    def area(self) -> int | None:
        """How much is rented; None while nobody has said how large the object is."""
        return self.premises.area if self.lease.area is None else self.lease.area


@query(Action.MANAGE_OBJECTS)
async def show_lease(work: Work, actor: Person, lease_id: LeaseId) -> LeaseView:
    """A lease of an object that the actor keeps or owns, or `NotFound`."""
    lease = await work.estate.leases.get(lease_id)
    premises = await work.estate.premises.seen_by(actor.id, lease.premises_id)
    account = await account_of(work, lease, work.now().astimezone(actor.zone).date())
    return await view_of(work, actor, premises, account)


@query(Action.MANAGE_OBJECTS)
async def leases_of_premises(work: Work, actor: Person, premises_id: PremisesId) -> list[LeaseView]:
    """Every lease of an object that the actor keeps or owns: those of today first, then by start, the latest first."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id)
    today = work.now().astimezone(actor.zone).date()
    leases = [one for one in await work.estate.leases.of_premises([premises.id]) if not one.is_void]
    leases.sort(key=lambda one: (one.covers(today), one.starts_on, one.id), reverse=True)
    accounts = await accounts_of(work, leases, today) if leases else []
    return [await view_of(work, actor, premises, one) for one in accounts]


async def view_of(work: Work, actor: Person, premises: Premises, account: LeaseAccount) -> LeaseView:
    """A lease that the actor may see, with the tenant's phone."""
    contacts = await work.vault.read(premises.manager_id, contacts_of(account.tenant.id))
    phone = Phone(contacts["phone"]) if "phone" in contacts else None
    return LeaseView(account, actor.may(Action.MANAGE_OBJECTS, at=premises), phone)
