"""A cost is taken back by a row of the same month with the other sign; both stay readable."""

from domain.estate.costs.cost import Cost, CostId
from domain.people.person import Person
from domain.refusal import Conflict, NotFound
from domain.work import Work


async def reversal(work: Work, actor: Person, cost_id: CostId) -> Cost:
    """The row that takes the cost back, for an object that the actor keeps; refused for what is taken back already."""
    cost = await work.estate.costs.get(cost_id)
    await work.estate.premises.managed_by(actor.id, cost.premises_id, hold=True)
    if cost.reverses is not None:
        raise NotFound
    before = await work.estate.costs.reversal_of(cost.id)
    if before is not None:
        raise Conflict("This cost was taken back on {date}.", date=before.booked_at)
    return Cost(
        premises_id=cost.premises_id,
        article=cost.article,
        kind=cost.kind,
        month=cost.month,
        minor=-cost.minor,
        currency=cost.currency,
        booked_at=work.now(),
        booked_by=actor.id,
        reverses=cost.id,
    )
