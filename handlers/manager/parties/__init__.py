"""A manager's people: owners and tenants on lists and cards, invited by a link, corrected, removed and brought back."""

from handlers import Registry
from handlers.manager.parties import (
    add_party,
    card,
    edit_party,
    invitation,
    lists,
    notifications,
    remove_party,
)


def register(registry: Registry) -> None:
    """Hand in the conversations about people."""
    registry.include(add_party, invitation, lists, card, edit_party, remove_party)
    notifications.register_people_notifications(registry.notification_views)
