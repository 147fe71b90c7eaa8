"""A manager takes a meter out of use: no more readings are asked for, and what it counted stays in the bills."""

from domain.metering.meter import MeterId
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def archive_meter(work: Work, actor: Person, meter_id: MeterId) -> None:
    """Take it out of use; `Conflict` if it is already."""
    meter = await work.metering.meters.managed_by(actor.id, meter_id, hold=True)
    meter.archive(work.now())
    await work.metering.meters.save(meter)
    return await work.commit(None)
