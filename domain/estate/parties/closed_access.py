"""Whoever asks for what they may no longer see is told who has ended their access, and when."""

from domain.estate.parties.join import ROLES
from domain.people.names import names_of
from domain.people.person import Action, Person
from domain.refusal import Forbidden
from domain.work import Work, query


@query(Action.USE_BOT)
async def why_forbidden(work: Work, actor: Person, plain: Forbidden) -> Forbidden:
    """The refusal itself, or a better one if a role has gone because the actor was removed."""
    lost = [one for one in await work.estate.parties.removed(actor.id) if ROLES[one.kind] not in actor.roles]
    if not lost:
        return plain
    manager = await work.people.get(lost[0].manager_id)
    return Forbidden(
        "{manager} ended your access on {date}. If this is a mistake, ask them to restore it.",
        manager=(await names_of(work, manager)).full,
        date=lost[0].removed_at,
    )
