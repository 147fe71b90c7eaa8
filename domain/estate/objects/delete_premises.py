"""A manager deletes an object about which nothing has been booked, and says what becomes of its calendar events.

An object with leases that ran, costs or readings is put away instead, so that every figure keeps its rows (IC10).
"""

from dataclasses import dataclass
from enum import StrEnum

from domain.calendar.of_premises import count_events_of, delete_events_of, move_events, release_events_of
from domain.estate.objects.following import withdraw
from domain.estate.objects.premises import Premises, PremisesId
from domain.ledger.entry import account_of_lease
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect, query


class EventsFate(StrEnum):
    """What becomes of the calendar's events about the object."""

    KEEP = "keep"
    """They stay, without an object."""
    MOVE = "move"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Deletion:
    """What would be deleted."""

    premises: Premises
    events: int
    """How many the actor's calendar has about it, each repetition counted once."""
    is_booked: bool
    """Whether it can only be put away."""


@query(Action.MANAGE_OBJECTS)
async def look_at_deletion(work: Work, actor: Person, premises_id: PremisesId) -> Deletion:
    """What would become of the actor's own object."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id)
    return Deletion(premises, await count_events_of(work, premises.id, actor.id), await _is_booked(work, premises))


@effect(Action.MANAGE_OBJECTS)
async def delete_premises(
    work: Work, actor: Person, premises_id: PremisesId, fate: EventsFate, move_to: PremisesId | None = None
) -> None:
    """Remove it for good."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id, hold=True)
    if await _is_booked(work, premises):
        raise Refusal("Something has been booked about this object, so it can only be put into the archive.")
    if fate is EventsFate.MOVE and move_to is not None:
        target = await work.estate.premises.seen_by(actor.id, move_to)
        await move_events(work, premises.id, target.id, actor.id)
    elif fate is EventsFate.DELETE:
        await delete_events_of(work, premises.id, actor.id)
    # whatever is left, also in the calendars of others, stays without an object
    await release_events_of(work, premises.id)
    await withdraw(work, premises)
    await work.estate.premises.remove(premises)
    return await work.commit(None)


async def _is_booked(work: Work, premises: Premises) -> bool:
    leases = await work.estate.leases.of_premises([premises.id])
    if any(not one.is_void for one in leases):
        return True
    if leases and await work.ledger.of([account_of_lease(one.id) for one in leases]):
        return True
    meters = await work.metering.meters.of_premises([premises.id])
    has_readings = bool(meters) and bool(await work.metering.meters.readings([one.id for one in meters]))
    return has_readings or await work.estate.costs.has_any(premises.id)
