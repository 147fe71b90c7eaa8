"""What an owner can do: see objects, money and tenants, keep them alone or through a manager, and the calendar."""

from handlers import Conversation


def register(_told: Conversation) -> None:
    """Hand in the owner's menu and conversations."""
