"""An owner or tenant, present or removed, sees who it is that keeps them."""

from dataclasses import dataclass

from domain.estate.parties.party import Party, PartyId
from domain.people.names import Names, names_of
from domain.people.person import Action, Person
from domain.refusal import NotFound
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class ManagedAs:
    """As whom somebody is kept, and by whom."""

    party: Party
    manager: Names
    has_left: bool
    """Whether the manager has erased themself since."""


@query(Action.USE_BOT)
async def who_manages(work: Work, actor: Person, party_id: PartyId) -> ManagedAs:
    """The manager of a party that the actor acts as, or acted as until they were removed."""
    party = await work.estate.parties.get(party_id)
    if party.person_id != actor.id:
        raise NotFound
    manager = await work.people.get(party.manager_id)
    return ManagedAs(party, await names_of(work, manager), manager.erased_at is not None)
