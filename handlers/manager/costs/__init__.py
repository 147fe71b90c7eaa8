"""Costs of objects: month by month, noted, corrected, taken back, loaded from a table."""

from handlers import Registry
from handlers.manager.costs import add_cost, import_costs, month, said_cost


def register(registry: Registry) -> None:
    """Hand in the conversations about costs."""
    registry.include(month, add_cost, import_costs, said_cost)
    registry.forms.kinds.add(said_cost.KIND)
