"""A manager puts an object away once nobody rents it, and can bring it back; what has been booked stays."""

from domain.estate.objects.following import withdraw
from domain.estate.objects.premises import PremisesId
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def archive_premises(work: Work, actor: Person, premises_id: PremisesId) -> PremisesId:
    """Put it away, and what offers it to realtors with it; `Conflict` if it has been put away already."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id, hold=True)
    today = work.now().astimezone(actor.zone).date()
    for lease in await work.estate.leases.of_premises([premises.id]):
        if not lease.is_void and (lease.ends_on is None or lease.ends_on >= today):
            raise Refusal("It is let: end the lease first, and then put the object away.")
    premises.archive(work.now())
    await work.estate.premises.save(premises)
    await withdraw(work, premises)
    return await work.commit(premises.id)


@effect(Action.MANAGE_OBJECTS)
async def restore_premises(work: Work, actor: Person, premises_id: PremisesId) -> PremisesId:
    """Bring it back; `Conflict` if it is not in the archive."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id, hold=True)
    premises.restore()
    await work.estate.premises.save(premises)
    return await work.commit(premises.id)
