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
    registry.routers += [
        my_letters.router,
        conversation.router,
        one_letter.router,
        write_letter.router,
        choose_whom.router,
        tell_tenants.router,
    ]
    registry.forms.add(tell_tenants.FORM)
    registry.renderers[FILE_KIND] = notifications.render_letter_file
    notifications.register_letter_notifications(registry.notification_views)
