"""What everybody can do: start, the menu, help, settings, language, cancel, privacy, who am I, notifications."""

from handlers import Conversation
from handlers.common import fallback, start


def commands(told: Conversation) -> None:
    """Hand in what is asked first: commands work in the middle of everything."""
    told.routers.append(start.router)


def fallbacks(told: Conversation) -> None:
    """Hand in what is asked last: whatever nobody understood still gets an answer."""
    told.routers.append(fallback.router)
