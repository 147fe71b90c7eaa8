"""Whom a person can write to: a manager their owners and tenants, those their managers; found by a part of the name."""

from dataclasses import dataclass

from domain.estate.parties.party import Party, ShownParties
from domain.letters.correspondence import Correspondence, correspondence, with_facts
from domain.people.person import Action, Person
from domain.work import Work, query

LISTS = (ShownParties.TENANTS, ShownParties.OWNERS)
"""A manager's people in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Correspondents:
    """Some of those one can write to, and how many there are."""

    items: tuple[Correspondence, ...]
    total: int


@query(Action.WRITE_LETTERS)
async def find_correspondents(
    work: Work, actor: Person, *, search: str | None = None, offset: int = 0, limit: int = 6
) -> Correspondents:
    """Everybody whom the actor may write to now: first their own managers, then their people by name."""
    above = [await correspondence(work, actor, one.id) for one in await _above(work, actor)]
    if search is not None:
        above = [one for one in above if _is_like(one.name, search)]
    counts = await work.estate.parties.counted(actor.id, search=search)
    items = above[offset : offset + limit]
    skipped, left = max(0, offset - len(above)), limit - len(items)
    for shown in LISTS:
        listed = await work.estate.parties.listed(actor.id, shown, search=search, offset=skipped, limit=left)
        items += [await correspondence(work, actor, one.id) for one in listed]
        skipped, left = max(0, skipped - counts[shown]), left - len(listed)
    items = [await with_facts(work, actor, one) for one in items]
    return Correspondents(tuple(items), len(above) + sum(counts[shown] for shown in LISTS))


async def _above(work: Work, actor: Person) -> list[Party]:
    """The parties that the actor is to a manager who is not the actor."""
    return [one for one in await work.estate.parties.acting(actor.id) if one.manager_id != actor.id]


def _is_like(name: str, search: str) -> bool:
    known = name.casefold().replace("ё", "е")
    return all(word in known for word in search.casefold().replace("ё", "е").split())
