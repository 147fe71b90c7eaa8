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
    registry.routers += [
        add_party.router,
        invitation.router,
        lists.router,
        lists.SEARCH.router,
        card.router,
        edit_party.EDIT.router,
        remove_party.ARCHIVE.router,
    ]
    registry.forms.add(add_party.FORM)
    registry.forms.add(lists.SEARCH.form)
    registry.forms.add(edit_party.EDIT.form)
    notifications.register_people_notifications(registry.notification_views)
