"""What a realtor can do: keep leads and properties, look at what fits, negotiate, and be told of it."""

from handlers import Conversation
from handlers.realtor import (
    add_lead,
    add_property,
    answer_offer,
    archive_lead,
    archive_property,
    complete_deal,
    edit_lead,
    edit_property,
    end_deal,
    find_in_list,
    fit_news,
    hide,
    matches,
    menu,
    my_leads,
    my_properties,
    news,
    other_card,
    photos_of_property,
    price_news,
    propose,
    quiet,
    recommend,
    second_text,
    show_lead,
    show_property,
    understand_text,
    withdraw_offer,
)


def register_ahead(told: Conversation) -> None:
    """Hand in what is asked before it is looked whose a message is: photos for the property on the screen."""
    told.routers.append(photos_of_property.ahead)


def register(told: Conversation) -> None:
    """Hand in the realtor's menu and conversations."""
    _cards(told)
    _deals(told)


def _cards(told: Conversation) -> None:
    """Adding, listing, showing and editing leads and properties."""
    told.menus.add(menu.menu(told.menus))
    told.routers += [
        add_property.router,
        add_lead.router,
        my_properties.router,
        my_leads.router,
        find_in_list.router,
        show_property.router,
        show_lead.router,
        edit_property.router,
        edit_lead.router,
        photos_of_property.router,
        archive_property.router,
        archive_lead.router,
        second_text.router,
        understand_text.router,
    ]
    told.forms.kinds.add(understand_text.KIND)
    told.forms.add(add_property.FORM)
    told.forms.add(add_lead.FORM)
    told.forms.add(edit_property.FORM)
    told.forms.add(edit_lead.FORM)
    told.forms.add(find_in_list.FORM)


def _deals(told: Conversation) -> None:
    """Recommendations, matches and the talk about the commission."""
    told.routers += [
        recommend.router,
        hide.router,
        propose.router,
        answer_offer.router,
        withdraw_offer.router,
        matches.router,
        other_card.router,
        complete_deal.router,
        end_deal.router,
        quiet.router,
    ]
    told.forms.add(propose.FORM)
    told.forms.add(answer_offer.FORM)
    told.forms.add(end_deal.FORM)
    news.register_match_news(told.notices)
    price_news.register_price_news(told.notices)
    fit_news.register_fit_news(told.notices)
