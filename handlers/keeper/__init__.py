"""What whoever keeps objects can do, a manager or an owner alone: objects, leases, people, money, costs, readings."""

from handlers import Conversation
from handlers.keeper import (
    add_party,
    edit_party,
    find_party,
    invitation,
    party_card,
    people,
    people_news,
    remove_party,
)


def register(told: Conversation) -> None:
    """Hand in the conversations about objects."""
    _people(told)


def _people(told: Conversation) -> None:
    """Owners and tenants: lists, cards, invitations."""
    told.routers += [
        add_party.router,
        invitation.router,
        people.router,
        find_party.router,
        party_card.router,
        edit_party.router,
        remove_party.router,
    ]
    told.forms.add(add_party.FORM)
    told.forms.add(find_party.FORM)
    told.forms.add(edit_party.FORM)
    people_news.register_people_news(told.notices)
