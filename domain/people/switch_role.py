"""A person with several roles puts another one in front; all of them stay."""

from domain.people.person import Action, Person, Role
from domain.work import Work, effect


@effect(Action.USE_BOT)
async def switch_role(work: Work, actor: Person, role: Role) -> None:
    """Put one of one's own roles in front; `Forbidden` for another."""
    actor.switch_role(role)
    return await work.commit(None)
