"""What everybody can do: start, the menu, help, settings, language, cancel, privacy, who am I, notifications."""

from handlers import Conversation
from handlers.common import fallback, notifications, start, tell_news


def commands(told: Conversation) -> None:
    """Hand in what is asked first: commands work in the middle of everything."""
    told.routers += [start.router, notifications.router]
    told.renderers["notification"] = tell_news.render_notification(told.notices)
    told.renderers["digest"] = tell_news.render_digest(told.notices)


def fallbacks(told: Conversation) -> None:
    """Hand in what is asked last: whatever nobody understood still gets an answer."""
    told.routers.append(fallback.router)
