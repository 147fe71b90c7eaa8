"""Only a platform admin reaches these conversations; to anybody else they do not exist."""

from domain.people.person import Action, Person


async def is_admin(_event: object, me: Person | None = None) -> bool:
    """Whether the person may administer; who may not is answered as if the command were unknown."""
    return me is not None and me.may(Action.ADMINISTER)
