"""What a realtor can do: keep leads and properties, look at what fits, negotiate, and be told of it."""

from handlers import Registry
from handlers.realtor import list_filters, menu, notifications
from handlers.realtor.deals import (
    answer_offer,
    complete_deal,
    end_deal,
    matches,
    price_notifications,
    propose,
    withdraw_offer,
)
from handlers.realtor.intake import second_text, understand_text
from handlers.realtor.leads import add_lead, archive_lead, edit_lead, my_leads, show_lead
from handlers.realtor.properties import (
    add_property,
    archive_property,
    edit_property,
    my_properties,
    photos_of_property,
    show_property,
)
from handlers.realtor.recommendations import fit_notifications, recommend


def register_ahead(registry: Registry) -> None:
    """Hand in what is asked before it is looked whose a message is: photos for the property on the screen."""
    registry.routers.append(photos_of_property.PHOTOS.ahead)


def register(registry: Registry) -> None:
    """Hand in the realtor's menu and conversations."""
    _cards(registry)
    _deals(registry)


def _cards(registry: Registry) -> None:
    """Adding, listing, showing and editing leads and properties."""
    registry.menus.add(menu.menu(registry.menus))
    registry.include(
        add_property,
        add_lead,
        my_properties,
        my_leads,
        list_filters,
        show_property,
        show_lead,
        edit_property,
        edit_lead,
        photos_of_property,
        archive_property,
        archive_lead,
        second_text,
        understand_text,
    )
    registry.forms.kinds.add(understand_text.KIND)


def _deals(registry: Registry) -> None:
    """Recommendations, matches and the talk about the commission."""
    registry.include(recommend, propose, answer_offer, withdraw_offer, matches, complete_deal, end_deal)
    notifications.register_match_notifications(registry.notification_views)
    price_notifications.register_price_notifications(registry.notification_views)
    fit_notifications.register_fit_notifications(registry.notification_views)
