"""Costs of objects: month by month, noted, corrected, taken back, loaded from a table."""

from handlers import Conversation
from handlers.keeper.costs import add_cost, import_costs, month, said_cost


def register(told: Conversation) -> None:
    """Hand in the conversations about costs."""
    told.routers += [month.router, add_cost.router, import_costs.router, said_cost.router]
    told.forms.kinds.add(said_cost.KIND)
    told.forms.add(add_cost.FORM)
