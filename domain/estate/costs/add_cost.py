"""Whoever keeps an object notes what it has cost in a month."""

from domain.estate.costs.cost import CostId
from domain.estate.costs.draft import CostDraft
from domain.estate.objects.premises import PremisesId
from domain.files.sent_by import must_have_sent
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def add_cost(work: Work, actor: Person, premises_id: PremisesId, draft: CostDraft) -> CostId:
    """Book it in the object's currency."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id)
    await must_have_sent(work, actor, draft.receipt)
    cost = draft.on(premises.id, premises.currency, work.now(), actor.id)
    await work.estate.costs.add([cost])
    return await work.commit(cost.id)
