"""An owner takes the calendar out of here: the events of a year for a workbook, all of them for a phone's calendar."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.calendar.event import Event, Occurrence
from domain.calendar.looking import Filter
from domain.calendar.show_event import EventsView, objects_of
from domain.estate.objects.premises import Premises, PremisesId
from domain.people.person import Action, Person
from domain.work import Work, query

MOST = 5000
"""Rows of a workbook: more than anybody plans in a year."""


@dataclass(frozen=True, slots=True)
class EventSeries:
    """An event with all its occurrences that are there."""

    event: Event
    occurrences: Sequence[Occurrence]


@dataclass(frozen=True, slots=True)
class WholeCalendar:
    """Everything, and the objects it is about."""

    series: Sequence[EventSeries]
    premises: Mapping[PremisesId, Premises]


@query(Action.KEEP_CALENDAR)
async def events_between(
    work: Work, actor: Person, first: dt.date, last: dt.date, *, premises_id: PremisesId | None = None
) -> EventsView:
    """What these days hold, by day, of one object or of all."""
    today = work.now().astimezone(actor.zone).date()
    wanted = Filter(today=today, premises_id=premises_id, first=first, last=last)
    found = await work.calendar.page(actor.id, wanted, cursor=None, backwards=False, limit=MOST)
    return EventsView(tuple(found), await objects_of(work, actor), today)


@query(Action.KEEP_CALENDAR)
async def whole_calendar(work: Work, actor: Person, *, premises_id: PremisesId | None = None) -> WholeCalendar:
    """All events, of one object or of all."""
    events = [
        event
        for event in await work.calendar.events(actor.id)
        if premises_id is None or event.premises_id == premises_id
    ]
    series = [EventSeries(event, await work.calendar.series(event.id)) for event in events]
    return WholeCalendar([one for one in series if one.occurrences], await objects_of(work, actor))
