"""A manager adds a meter to an object; from then on readings are asked for, on the object's days of the month."""

from domain.estate.objects.premises import PremisesId
from domain.metering.around import object_today, watch_object
from domain.metering.meter import USUAL, MeterId
from domain.metering.meter_draft import MeterDraft, must_be_of_object
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def add_meter(work: Work, actor: Person, premises_id: PremisesId, draft: MeterDraft) -> MeterId:
    """Keep it; a `Refusal` says what is missing or cannot be."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id)
    await must_be_of_object(work, premises, draft.lease_id)
    meter = draft.meter(premises.id, await object_today(work, premises), work.now())
    await work.metering.meters.save(meter)
    await watch_object(work, premises)
    return await work.commit(meter.id)


@effect(Action.MANAGE_OBJECTS)
async def add_usual_meters(work: Work, actor: Person, premises_id: PremisesId) -> int:
    """Keep those of electricity, hot and cold water that the object lacks; returns how many.

    What they show is not known yet, so their first readings are only where counting begins.
    """
    premises = await work.estate.premises.managed_by(actor.id, premises_id, hold=True)
    today = await object_today(work, premises)
    known = {one.kind for one in await work.metering.meters.of_premises([premises.id]) if one.is_active}
    missing = [kind for kind in USUAL if kind not in known]
    for kind in missing:
        await work.metering.meters.save(MeterDraft(kind=kind).meter(premises.id, today, work.now()))
    await watch_object(work, premises)
    return await work.commit(len(missing))
