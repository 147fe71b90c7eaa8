"""A cost that should not be there is taken back; it stays readable, and its object's month no longer counts it."""

from domain.estate.costs.cost import CostId
from domain.estate.costs.reversing import reversal
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def take_back_cost(work: Work, actor: Person, cost_id: CostId) -> None:
    """Book the reversal."""
    await work.estate.costs.add([await reversal(work, actor, cost_id)])
    return await work.commit(None)
