"""What whoever keeps objects can do, a manager or an owner alone: objects, leases, people, money, costs, readings."""

from handlers import Conversation
from handlers.keeper import day, money, people


def register(told: Conversation) -> None:
    """Hand in the conversations about objects."""
    people.register(told)
    day.register(told)
    money.register(told)
