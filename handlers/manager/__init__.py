"""What a manager can do: see what needs doing today, and keep owners and tenants."""

from handlers import Conversation


def register(_told: Conversation) -> None:
    """Hand in the manager's menu and conversations."""
