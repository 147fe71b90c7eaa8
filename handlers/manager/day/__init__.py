"""A manager's day: what needs doing, as lists whose rows can do it."""

from handlers import Registry
from handlers.manager.day import ending, overdue, readings


def register(registry: Registry) -> None:
    """Hand in the conversations about what is to be done."""
    registry.include(overdue, readings, ending)
