"""An owner looks through events page by page; whatever is added or removed meanwhile, none is missed or shown twice."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from domain.calendar.event import Occurrence
from domain.calendar.looking import EventCursor, Filter
from domain.calendar.show_event import objects_of
from domain.estate.objects.premises import Premises, PremisesId
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class EventPage:
    """Some events in order, and where among all of them they stand."""

    items: tuple[Occurrence, ...]
    premises: Mapping[PremisesId, Premises]
    ahead: int
    """How many come before them."""
    total: int
    today: dt.date

    @property
    def has_more(self) -> bool:
        """Whether there is a page after this one."""
        return self.ahead + len(self.items) < self.total


@query(Action.KEEP_CALENDAR)
async def list_events(
    work: Work,
    actor: Person,
    wanted: Filter,
    *,
    cursor: EventCursor | None = None,
    backwards: bool = False,
    limit: int = 5,
) -> EventPage:
    """The page after the cursor, or before it; the first page without one."""
    calendar = work.calendar
    found = await calendar.page(actor.id, wanted, cursor=cursor, backwards=backwards, limit=limit)
    if backwards:
        found.reverse()
        if len(found) < limit:
            # what was removed meanwhile left room: the first page is shown whole
            found = await calendar.page(actor.id, wanted, cursor=None, backwards=False, limit=limit)
    elif not found and cursor is not None:
        # everything from there on was removed meanwhile: the last page there is
        found = await calendar.page(actor.id, wanted, cursor=cursor, backwards=True, limit=limit)
        found.reverse()
    ahead = await calendar.count(actor.id, wanted, before=EventCursor.at(found[0])) if found else 0
    return EventPage(
        items=tuple(found),
        premises=await objects_of(work, actor),
        ahead=ahead,
        total=await calendar.count(actor.id, wanted),
        today=work.now().astimezone(actor.zone).date(),
    )
