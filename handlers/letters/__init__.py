"""What owners, tenants and their managers write each other."""

from domain.letters.send_letter import FILE_KIND
from handlers import Registry
from handlers.letters import (
    ahead,
    choose_whom,
    conversation,
    my_letters,
    notifications,
    one_letter,
    tell_tenants,
    write_letter,
)


def register_ahead(registry: Registry) -> None:
    """Hand in what is asked before any command: what ends writing a letter, and letters that are corrected."""
    registry.routers.append(ahead.router)


def register(registry: Registry) -> None:
    """Hand in the conversations between people."""
    registry.include(my_letters, conversation, one_letter, write_letter, choose_whom, tell_tenants)
    registry.renderers[FILE_KIND] = notifications.render_letter_file
    notifications.register_letter_notifications(registry.notification_views)
