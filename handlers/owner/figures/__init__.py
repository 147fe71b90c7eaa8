"""An owner's figures: money, areas, costs and occupancy, now and over months, as a picture, in words, as a workbook."""

from handlers import Conversation
from handlers.owner.figures import areas, costs, money, occupancy


def register(told: Conversation) -> None:
    """Hand in the conversations about figures."""
    told.routers += [money.router, areas.router, costs.router, occupancy.router]
