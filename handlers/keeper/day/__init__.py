"""A keeper's day: what needs doing, as lists whose rows can do it."""

from handlers import Conversation
from handlers.keeper.day import ending, overdue, readings, remind_all


def register(told: Conversation) -> None:
    """Hand in the conversations about what is to be done."""
    told.routers += [overdue.router, remind_all.router, readings.router, ending.router]
