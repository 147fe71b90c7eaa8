"""A platform admin gives somebody a role, or takes it away; what it allowed is refused from the next tap on."""

from domain.people.person import AVAILABLE_ROLES, Action, Person, PersonId, Role
from domain.refusal import NotFound, Refusal
from domain.work import Work, effect


@effect(Action.ADMINISTER)
async def grant(work: Work, _actor: Person, whom: PersonId, role: Role) -> PersonId:
    """Give the person the role; it comes to the front."""
    person = await work.people.get(whom)
    _give(person, role)
    return await work.commit(person.id)


@effect(Action.ADMINISTER)
async def revoke(work: Work, _actor: Person, whom: PersonId, role: Role) -> PersonId:
    """Take the role away."""
    person = await work.people.get(whom)
    person.lose_role(role)
    return await work.commit(person.id)


async def grant_from_outside(work: Work, telegram_id: int, role: Role, *, take_away: bool) -> str:
    """The same from the command line of the server, whose user is the operator; returns the name."""
    async with work.writing("grant_from_outside"):
        person = await work.people.by_telegram(telegram_id)
        if person is None:
            raise NotFound("Nobody with the Telegram id {id} has talked to the bot yet.", id=telegram_id)
        if take_away:
            person.lose_role(role)
        else:
            _give(person, role)
        await work.commit(None)
        return person.name


def _give(person: Person, role: Role) -> None:
    if role not in AVAILABLE_ROLES:
        raise Refusal("There is no such role here yet.")
    person.take_role(role)
