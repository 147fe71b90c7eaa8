"""A keeper's people: owners and tenants on lists and cards, invited by a link, corrected, removed and brought back."""

from handlers import Conversation
from handlers.keeper.people import add_party, card, edit_party, find_party, invitation, lists, news, remove_party


def register(told: Conversation) -> None:
    """Hand in the conversations about people."""
    told.routers += [
        add_party.router,
        invitation.router,
        lists.router,
        find_party.router,
        card.router,
        edit_party.router,
        remove_party.router,
    ]
    told.forms.add(add_party.FORM)
    told.forms.add(find_party.FORM)
    told.forms.add(edit_party.FORM)
    news.register_people_news(told.notices)
