"""An owner looks at one event, or at those a reminder names: with the object, how it repeats, and what is past."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from domain.calendar.event import Event, Occurrence, OccurrenceId
from domain.estate.objects.premises import Premises, PremisesId
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class EventView:
    """One occurrence and the event it belongs to."""

    occurrence: Occurrence
    event: Event
    premises: Premises | None
    today: dt.date


@dataclass(frozen=True, slots=True)
class EventsView:
    """Some occurrences, with the objects they are about."""

    occurrences: tuple[Occurrence, ...]
    premises: Mapping[PremisesId, Premises]
    today: dt.date


async def objects_of(work: Work, person: Person) -> dict[PremisesId, Premises]:
    """The objects that the person sees now, archived ones among them."""
    return {one.id: one for one in await work.estate.premises.all_seen_by(person.id, archived=True)}


@query(Action.KEEP_CALENDAR)
async def show_event(work: Work, actor: Person, occurrence_id: OccurrenceId) -> EventView:
    """The actor's own, or `NotFound`."""
    one = await work.calendar.occurrence(actor.id, occurrence_id)
    event = await work.calendar.event(actor.id, one.event_id)
    objects = await objects_of(work, actor)
    premises = objects.get(one.premises_id) if one.premises_id is not None else None
    return EventView(one, event, premises, work.now().astimezone(actor.zone).date())


@query(Action.KEEP_CALENDAR)
async def show_events(work: Work, actor: Person, ids: Collection[OccurrenceId]) -> EventsView:
    """Those of the actor's own that are still there, by day."""
    found = await work.calendar.many(actor.id, ids)
    return EventsView(tuple(found), await objects_of(work, actor), work.now().astimezone(actor.zone).date())


@query(Action.KEEP_CALENDAR)
async def objects_for_events(work: Work, actor: Person) -> list[Premises]:
    """The objects that a new event can be about, by name."""
    return await work.estate.premises.all_seen_by(actor.id)
