"""Whoever keeps an object notes what it has cost in a month."""

from domain.estate.costs.cost import Cost, CostId
from domain.estate.costs.draft import CostDraft
from domain.estate.costs.show_costs import noted
from domain.estate.objects.premises import PremisesId
from domain.files.sent_by import must_have_sent
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, effect


class NotedAlready(Conflict):
    """The same sum for the same article is noted for this month already; `row` is that cost."""

    def __init__(self, row: CostId) -> None:
        super().__init__("The same is noted already.")
        self.row = row


@effect(Action.MANAGE_OBJECTS)
async def add_cost(
    work: Work, actor: Person, premises_id: PremisesId, draft: CostDraft, *, again: bool = False
) -> CostId:
    """Book it in the object's currency; `NotedAlready` names the same one, unless it shall be booked `again`."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id)
    await must_have_sent(work, actor, draft.receipt)
    cost = draft.on(premises.id, premises.currency, work.now(), actor.id)
    if not again and (other := await _same(work, cost)) is not None:
        raise NotedAlready(other.id)
    await work.estate.costs.add([cost])
    return await work.commit(cost.id)


async def _same(work: Work, cost: Cost) -> Cost | None:
    """One of the month that stands, of this article and sum."""
    month = noted(await work.estate.costs.of_month(cost.premises_id, cost.month))
    alike = (one.cost for one in reversed(month) if one.stands)
    return next((one for one in alike if (_named(one), one.minor) == (_named(cost), cost.minor)), None)


def _named(cost: Cost) -> str:
    return cost.article.casefold()
