"""Before somebody erases themself: whether others lose what they keep here, and whether others keep what is theirs."""

from dataclasses import dataclass

from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class AtStake:
    """Which side of rented objects somebody is on; it may be both."""

    is_manager: bool
    """Whether they keep objects or people."""
    is_managed: bool
    """Whether somebody else keeps them as an owner or a tenant."""


@query(Action.USE_BOT)
async def at_stake(work: Work, actor: Person) -> AtStake:
    """What erasing oneself touches besides oneself."""
    people = [
        one
        for one in await work.estate.parties.all_managed_by(actor.id)
        if one.person_id != actor.id and one.is_present
    ]
    objects = await work.estate.premises.all_seen_by(actor.id)
    acting = await work.estate.parties.acting(actor.id)
    return AtStake(
        is_manager=bool(people) or any(one.manager_id == actor.id for one in objects),
        is_managed=any(one.manager_id != actor.id for one in acting),
    )
