"""A manager corrects what is known of a meter: its number, place, verification, whose use it counts, how it began."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.metering.meter import MeterId
from domain.metering.meter_draft import MeterDraft, must_be_of_object
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect

EDITABLE = ("number", "place", "verified_until", "lease_id", "first_values", "decimals", "unit")
COUNTED_FROM = ("first_values", "decimals", "unit")
"""What can no longer be changed once there are readings."""


@effect(Action.MANAGE_OBJECTS)
async def edit_meter(work: Work, actor: Person, meter_id: MeterId, version: int, changes: Mapping[str, Any]) -> int:
    """Set the fields of `MeterDraft` named in `changes`; returns the new version, `Conflict` if it was not this one."""
    meter = await work.metering.meters.managed_by(actor.id, meter_id, hold=True)
    if meter.version != version:
        raise Conflict
    meter.must_be_active()
    premises = await work.estate.premises.get(meter.premises_id)
    await must_be_of_object(work, premises, changes.get("lease_id"))
    counted = [name for name in COUNTED_FROM if name in changes and changes[name] != getattr(meter, name)]
    if counted and await work.metering.meters.history(meter.id, 1):
        raise Refusal("There are readings of this meter already, so it cannot begin anew. Replace it instead.")
    right = replace(MeterDraft.of(meter), **{name: changes[name] for name in EDITABLE if name in changes})
    fresh = right.meter(meter.premises_id, meter.first_on, meter.created_at)
    for name in EDITABLE:
        setattr(meter, name, getattr(fresh, name))
    await work.metering.meters.save(meter)
    return await work.commit(meter.version)
