"""What a realtor can do."""

from handlers import Conversation


def register(told: Conversation) -> None:
    """Hand in the realtor's menu and conversations."""
