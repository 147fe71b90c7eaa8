"""What a realtor has on the desk: how many active leads and properties, how many talks are open, how much is unread."""

from dataclasses import dataclass

from domain.matching.deals.match import MatchStatus
from domain.matching.listing import Sort
from domain.matching.status import CardStatus
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class Desk:
    """Counts for the menu."""

    leads: int
    properties: int
    talks: int
    """Matches that wait for an answer from either side."""
    unread: int


@query(Action.KEEP_LEADS)
async def show_desk(work: Work, actor: Person) -> Desk:
    """The actor's own."""
    leads = await work.matching.leads.listed(
        actor.id, status=CardStatus.ACTIVE, search=None, sort=Sort.NEWEST, offset=0, limit=1
    )
    properties = await work.matching.properties.listed(
        actor.id, status=CardStatus.ACTIVE, search=None, sort=Sort.NEWEST, offset=0, limit=1
    )
    tally = await work.matching.matches.tally(actor.id)
    return Desk(
        leads=leads.total,
        properties=properties.total,
        talks=tally[MatchStatus.PENDING],
        unread=await work.notifications.count(actor.id, unread_only=True),
    )
