"""Costs of objects: month by month, noted, corrected, taken back, loaded from a table."""

from handlers import Registry
from handlers.manager.costs import add_cost, import_costs, month, said_cost


def register(registry: Registry) -> None:
    """Hand in the conversations about costs."""
    registry.routers += [month.router, add_cost.router, import_costs.router, said_cost.router]
    registry.forms.kinds.add(said_cost.KIND)
    registry.forms.add(add_cost.FORM)
