"""A cost that was noted wrong is taken back and noted anew; nothing that is booked is edited."""

from domain.estate.costs.cost import CostId
from domain.estate.costs.draft import CostDraft
from domain.estate.costs.reversing import reversal
from domain.files.sent_by import must_have_sent
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def correct_cost(work: Work, actor: Person, cost_id: CostId, draft: CostDraft) -> CostId:
    """Take the cost back and book the draft in its place; returns the new one."""
    taken_back = await reversal(work, actor, cost_id)
    if draft.receipt != (await work.estate.costs.get(cost_id)).receipt:
        await must_have_sent(work, actor, draft.receipt)
    cost = draft.on(taken_back.premises_id, taken_back.currency, work.now(), actor.id)
    await work.estate.costs.add([taken_back, cost])
    return await work.commit(cost.id)
