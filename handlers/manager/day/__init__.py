"""A manager's day: what needs doing, as lists whose rows can do it."""

from handlers import Registry
from handlers.manager.day import ending, overdue, readings, remind_all


def register(registry: Registry) -> None:
    """Hand in the conversations about what is to be done."""
    registry.include(overdue, remind_all, readings, ending)
