"""A realtor's properties, active or archived, in pages, each with its commission share and how many matches it has."""

from domain.matching.listing import Listed, Page, Sort
from domain.matching.property import Property
from domain.matching.status import Status
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.KEEP_PROPERTIES)
async def list_properties(
    work: Work,
    actor: Person,
    *,
    status: Status = Status.ACTIVE,
    search: str | None = None,
    sort: Sort = Sort.NEWEST,
    offset: int = 0,
    limit: int = 8,
) -> Page[Listed[Property]]:
    """A page; `search` looks for all its words in the address, the complex and the description."""
    return await work.properties.listed(actor.id, status=status, search=search, sort=sort, offset=offset, limit=limit)
