"""An owner's figures: money, areas, costs and occupancy, now and over months, as a picture, in words, as a workbook."""

from handlers import Registry
from handlers.owner.figures import areas, costs, money, occupancy


def register(registry: Registry) -> None:
    """Hand in the conversations about figures."""
    registry.include(money, areas, costs, occupancy)
