"""What whoever keeps objects can do, a manager or an owner alone: objects, leases, money, costs, readings."""

from handlers import Conversation


def register(_told: Conversation) -> None:
    """Hand in the conversations about objects."""
