"""An owner or tenant, present or removed, sees who it is that keeps them."""

from dataclasses import dataclass

from domain.estate.parties.party import Party, PartyId
from domain.people.names import Names, names_of
from domain.people.person import Action, Person
from domain.refusal import NotFound
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class KeptAs:
    """As whom somebody is kept, and by whom."""

    party: Party
    keeper: Names
    has_left: bool
    """Whether the keeper has erased themself since."""


@query(Action.USE_BOT)
async def who_keeps(work: Work, actor: Person, party_id: PartyId) -> KeptAs:
    """The keeper of a party that the actor acts as, or acted as until they were removed."""
    party = await work.estate.parties.get(party_id)
    if party.person_id != actor.id:
        raise NotFound
    keeper = await work.people.get(party.keeper_id)
    return KeptAs(party, await names_of(work, keeper), keeper.erased_at is not None)
