"""What a platform admin can do."""

from handlers import Conversation


def register(told: Conversation) -> None:
    """Hand in the admin's commands."""
