"""A realtor's properties, active or archived, in pages, each with its commission share and how many matches it has."""

from domain.matching.listing import Listed, Page, Sort
from domain.matching.properties.property import Property
from domain.matching.status import CardStatus
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.KEEP_PROPERTIES)
async def list_properties(
    work: Work,
    actor: Person,
    *,
    status: CardStatus = CardStatus.ACTIVE,
    search: str | None = None,
    sort: Sort = Sort.NEWEST,
    offset: int = 0,
    limit: int = 8,
) -> Page[Listed[Property]]:
    """A page; `search` looks for all its words in the address, the complex and the description."""
    return await work.matching.properties.listed(
        actor.id, status=status, search=search, sort=sort, offset=offset, limit=limit
    )
