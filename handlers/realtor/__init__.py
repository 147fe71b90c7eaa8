"""What a realtor can do: keep leads and properties, look at what fits, negotiate, and be told of it."""

from handlers import Conversation
from handlers.realtor import (
    answer_offer,
    complete_deal,
    hide,
    matches,
    news,
    price_news,
    propose,
    quiet,
    recommend,
)


def register(told: Conversation) -> None:
    """Hand in the realtor's menu and conversations."""
    _cards(told)
    _deals(told)


def _cards(told: Conversation) -> None:
    """Adding, listing, showing and editing leads and properties."""


def _deals(told: Conversation) -> None:
    """Recommendations, matches and the talk about the commission."""
    told.routers += [
        recommend.router,
        hide.router,
        propose.router,
        answer_offer.router,
        matches.router,
        complete_deal.router,
        quiet.router,
    ]
    told.forms.add(propose.FORM)
    told.forms.add(answer_offer.FORM)
    news.register_match_news(told.notices)
    price_news.register_price_news(told.notices)
