"""What a realtor can do: keep leads and properties, look at what fits, negotiate, and be told of it."""

from handlers import Conversation


def register(told: Conversation) -> None:
    """Hand in the realtor's menu and conversations."""
    _cards(told)
    _deals(told)


def _cards(told: Conversation) -> None:
    """Adding, listing, showing and editing leads and properties."""


def _deals(told: Conversation) -> None:
    """Recommendations, matches and the talk about the commission."""
