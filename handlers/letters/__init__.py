"""What owners, tenants and their managers write each other."""

from handlers import Conversation


def register(_told: Conversation) -> None:
    """Hand in the conversations between people."""
