"""A manager looks at one of their people: contacts, state, and their objects, or their leases with what is owed."""

from dataclasses import dataclass

from domain.estate.leases.lease import Lease
from domain.estate.money.settling import statements_of
from domain.estate.objects.premises import Premises
from domain.estate.parties.invitation import Invitation
from domain.estate.parties.party import Party, PartyId, contacts_of
from domain.money import Money
from domain.people.person import Action, Person
from domain.people.phone import Phone
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class LeaseOfParty:
    """A lease of a tenant, the object it is of, and what is owed now."""

    lease: Lease
    premises: Premises
    owed: Money
    is_running: bool


@dataclass(frozen=True, slots=True)
class PartyView:
    """All there is to know about one of a manager's people."""

    party: Party
    phone: Phone | None
    email: str | None
    invitation: Invitation | None
    objects: tuple[Premises, ...]
    leases: tuple[LeaseOfParty, ...]
    """Those that run now first, then those that are ahead or over, the latest first."""

    @property
    def running(self) -> int:
        """How many leases run now."""
        return sum(one.is_running for one in self.leases)


@query(Action.MANAGE_OBJECTS)
async def show_party(work: Work, actor: Person, party_id: PartyId) -> PartyView:
    """One of the actor's own people."""
    party = await work.estate.parties.managed_by(actor.id, party_id)
    contacts = await work.vault.read(actor.id, contacts_of(party.id))
    return PartyView(
        party=party,
        phone=Phone(contacts["phone"]) if "phone" in contacts else None,
        email=contacts.get("email"),
        invitation=(await work.estate.invitations.latest([party.id])).get(party.id),
        objects=tuple(one for one in await work.estate.premises.owned_by([party.id]) if one.is_active),
        leases=await _leases(work, actor, party),
    )


async def _leases(work: Work, actor: Person, party: Party) -> tuple[LeaseOfParty, ...]:
    today = work.now().astimezone(actor.zone).date()
    leases = await work.estate.leases.of_tenants([party.id])
    premises = {one.id: one for one in await work.estate.premises.many({one.premises_id for one in leases})}
    accounts = await statements_of(work, leases, today)
    seen = []
    for lease in sorted(leases, key=lambda one: (one.covers(today), one.starts_on, one.id), reverse=True):
        owed = Money(accounts[lease.id][0].owed, lease.currency)
        seen.append(LeaseOfParty(lease, premises[lease.premises_id], owed, lease.covers(today)))
    return tuple(seen)
