"""A platform admin gives somebody a role, or takes it away; what it allowed is refused from the next tap on."""

from domain.delivery import Push
from domain.people.handle import Handle, find_person
from domain.people.person import AVAILABLE_ROLES, Action, Person, PersonId, Role
from domain.refusal import NotFound, Refusal
from domain.work import Work, effect, query

PUSH_KIND = "role_changed"
"""What the outbox calls the push to the person concerned."""


@effect(Action.ADMINISTER)
async def grant(work: Work, _actor: Person, whom: Handle, role: Role) -> PersonId:
    """Give the person the role; it comes to the front, and they are told."""
    person = await find_person(work.people, whom)
    _give(person, role)
    await _tell(work, person, role, given=True)
    return await work.commit(person.id)


@effect(Action.ADMINISTER)
async def revoke(work: Work, _actor: Person, whom: Handle, role: Role) -> PersonId:
    """Take the role away; the person is told."""
    person = await find_person(work.people, whom)
    person.lose_role(role)
    await _tell(work, person, role, given=False)
    return await work.commit(person.id)


@query(Action.ADMINISTER)
async def look_up(work: Work, _actor: Person, person_id: PersonId) -> Person:
    """The person whose roles have been changed, as they are now."""
    return await work.people.get(person_id)


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
        await _tell(work, person, role, given=not take_away)
        await work.commit(None)
        return person.name


def _give(person: Person, role: Role) -> None:
    if role not in AVAILABLE_ROLES:
        raise Refusal("There is no such role here yet.")
    if role in person.roles:
        raise Refusal("{name} has this role already.", name=person.name)
    person.take_role(role)


async def _tell(work: Work, person: Person, role: Role, *, given: bool) -> None:
    now = work.now()
    verb = "given" if given else "taken"
    await work.outbox.add(
        Push(
            to=person.id,
            kind=PUSH_KIND,
            data={"role": role, "given": given},
            dedup_key=f"role:{person.id}:{role}:{verb}:{now.isoformat()}",
            not_before=person.quiet_ends(now),
        )
    )
