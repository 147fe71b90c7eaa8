"""A realtor's leads, active or archived, in pages, each with its date and how many matches it has."""

from domain.matching.leads.lead import Lead
from domain.matching.listing import Listed, Page, Sort
from domain.matching.status import CardStatus
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.KEEP_LEADS)
async def list_leads(
    work: Work,
    actor: Person,
    *,
    status: CardStatus = CardStatus.ACTIVE,
    search: str | None = None,
    sort: Sort = Sort.NEWEST,
    offset: int = 0,
    limit: int = 8,
) -> Page[Listed[Lead]]:
    """A page; `search` looks for all its words in title, places and requirements."""
    return await work.matching.leads.listed(
        actor.id, status=status, search=search, sort=sort, offset=offset, limit=limit
    )
