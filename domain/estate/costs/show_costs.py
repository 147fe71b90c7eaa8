"""What an object has cost in a month, row by row, for who keeps or owns it (OT9)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from domain.estate.costs.cost import Cost, CostId, CostKind
from domain.estate.objects.premises import Premises, PremisesId
from domain.money import Money
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, query

LAST_USED = 8
"""Articles offered when a cost is noted."""


@dataclass(frozen=True, slots=True)
class NotedCost:
    """A cost, and the row that has taken it back, if one has."""

    cost: Cost
    reversal: Cost | None

    @property
    def stands(self) -> bool:
        """Whether it counts."""
        return self.reversal is None


@dataclass(frozen=True, slots=True)
class MonthOfCosts:
    """A month of an object."""

    premises: Premises
    month: dt.date
    costs: tuple[NotedCost, ...]
    """The last booked first; reversals stand beside what they take back."""
    is_manager: bool

    def totals(self) -> dict[str, dict[CostKind, Money]]:
        """What the kinds that there are come to, by currency (an object's may have been changed)."""
        found: dict[str, dict[CostKind, Money]] = {}
        for kind in CostKind:
            for one in self.costs:
                if one.stands and one.cost.kind is kind:
                    of_currency = found.setdefault(one.cost.currency, {})
                    before = of_currency[kind].minor if kind in of_currency else 0
                    of_currency[kind] = Money(before + one.cost.minor, one.cost.currency)
        return found


@query(Action.MANAGE_OBJECTS)
async def show_costs(work: Work, actor: Person, premises_id: PremisesId, month: dt.date | None = None) -> MonthOfCosts:
    """This month of the object, or the present one."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id)
    first = (month or work.now().astimezone(actor.zone).date()).replace(day=1)
    rows = await work.estate.costs.of_month(premises.id, first)
    return MonthOfCosts(premises, first, noted(rows), actor.may(Action.MANAGE_OBJECTS, at=premises))


@query(Action.MANAGE_OBJECTS)
async def show_cost(work: Work, actor: Person, cost_id: CostId) -> tuple[Premises, NotedCost, bool]:
    """One cost with its object, and whether the actor keeps that; a reversal leads to what it takes back."""
    cost = await work.estate.costs.get(cost_id)
    premises = await work.estate.premises.seen_by(actor.id, cost.premises_id)
    if cost.reverses is not None:
        cost = await work.estate.costs.get(cost.reverses)
    one = NotedCost(cost, await work.estate.costs.reversal_of(cost.id))
    return premises, one, actor.may(Action.MANAGE_OBJECTS, at=premises)


@query(Action.MANAGE_OBJECTS)
async def last_articles(work: Work, actor: Person) -> list[tuple[str, CostKind]]:
    """What the actor notes costs for, the last used first."""
    return await work.estate.costs.articles(actor.id, LAST_USED)


@query(Action.MANAGE_OBJECTS)
async def managed_objects(work: Work, actor: Person) -> list[Premises]:
    """The objects of which the actor may note costs, by name; those in the archive are left out."""
    return await work.estate.premises.all_managed_by(actor.id)


@query(Action.MANAGE_OBJECTS)
async def objects_for_costs(work: Work, actor: Person) -> list[Premises]:
    """The same; with none of them, what comes first is said in a refusal."""
    if found := await work.estate.premises.all_managed_by(actor.id):
        return found
    if await work.estate.premises.all_managed_by(actor.id, archived=True):
        raise Refusal("All your objects are in the archive. Bring one back, or add another, then its costs.")
    raise Refusal("There is no object to note a cost of yet. Add your first object, then its costs.")


def noted(rows: Sequence[Cost]) -> tuple[NotedCost, ...]:
    """The costs among these rows, the last booked first, each with the row that takes it back."""
    reversals = {row.reverses: row for row in rows if row.reverses is not None}
    return tuple(NotedCost(row, reversals.get(row.id)) for row in reversed(rows) if row.reverses is None)
