"""A conversation is between a manager and one party of theirs; only these two take part, on the side that is theirs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.disambiguation import told_apart
from domain.estate.objects.premises import Premises
from domain.estate.parties.party import Party, PartyId, contacts_of
from domain.people.names import names_of
from domain.people.person import Person, Role
from domain.people.phone import Phone
from domain.refusal import NotFound, Refusal
from domain.work import Work

MANAGER, LANDLORD = "manager", "landlord"


class WritingReach(StrEnum):
    """Whether the other side can be told."""

    TOLD = "told"
    NOT_JOINED = "not_joined"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A conversation as one of the two sees it."""

    party: Party
    manager: Person
    is_manager: bool
    """Whether it is the manager who looks."""
    name: str
    """What the other side is called."""
    kind: str
    """What the other side is: an owner or tenant, or for those a manager or landlord."""
    other: Person | None
    """The other side, if they have come to the bot."""
    facts: tuple[str | None, ...] = ()
    """What tells two of one name apart: the object that the two have to do with each other about, the phone's end."""

    @property
    def is_open(self) -> bool:
        """Whether the two may still write each other."""
        return self.party.is_present and self.manager.erased_at is None

    @property
    def reach(self) -> WritingReach:
        """Whether the other side can be told now."""
        if self.other is None:
            return WritingReach.NOT_JOINED
        return WritingReach.BLOCKED if self.other.blocked_at is not None else WritingReach.TOLD

    def must_be_open(self) -> None:
        """Refuse to write where the conversation has ended."""
        if not self.party.is_present and self.is_manager:
            raise Refusal("{name} has been removed, so this conversation can only be read.", name=self.name)
        if not self.is_open:
            raise Refusal("You and {name} do not work together any more: this can only be read.", name=self.name)


async def correspondence(work: Work, actor: Person, party_id: PartyId) -> Correspondence:
    """The conversation of these two as the actor sees it; `NotFound` for others, and with oneself."""
    party = await work.estate.parties.get(party_id)
    is_manager = party.manager_id == actor.id
    if is_manager == (party.person_id == actor.id):
        raise NotFound
    manager = actor if is_manager else await work.people.get(party.manager_id)
    if is_manager:
        other = await work.people.get(party.person_id) if party.person_id is not None else None
        return Correspondence(party, manager, is_manager, party.name, party.kind.value, other)
    kind = MANAGER if Role.MANAGER in manager.roles else LANDLORD
    name = (await names_of(work, manager)).full
    return Correspondence(party, manager, is_manager, name, kind, manager)


async def with_facts(work: Work, actor: Person, between: Correspondence) -> Correspondence:
    """The same with what tells it apart from another conversation with somebody of that name."""
    objects = await objects_between(work, between.party)
    known = await work.vault.read(actor.id, contacts_of(between.party.id)) if between.is_manager else {}
    digits = Phone(known["phone"]).last_digits if "phone" in known else None
    return replace(between, facts=(objects[0].name if objects else None, digits))


def names_apart(conversations: Iterable[Correspondence]) -> dict[PartyId, str]:
    """What the other side of each is called, with what differs beside it where two have one name."""
    return told_apart((one.party.id, one.name, one.facts) for one in conversations)


async def objects_between(work: Work, party: Party) -> list[Premises]:
    """The objects that the two have to do with each other about, by name."""
    owned = [one for one in await work.estate.premises.owned_by([party.id]) if one.manager_id == party.manager_id]
    leases = await work.estate.leases.of_tenants([party.id])
    rented = await work.estate.premises.many({one.premises_id for one in leases})
    found = {one.id: one for one in (*owned, *rented) if one.is_active}
    return sorted(found.values(), key=lambda one: (one.name, one.id))
