"""What a realtor can do: keep leads and properties, look at what fits, negotiate, and be told of it."""

from handlers import Registry
from handlers.realtor import list_filters, menu, notifications
from handlers.realtor.deals import (
    answer_offer,
    complete_deal,
    end_deal,
    matches,
    other_card,
    price_notifications,
    propose,
    quiet,
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
from handlers.realtor.recommendations import fit_notifications, hide, recommend


def register_ahead(registry: Registry) -> None:
    """Hand in what is asked before it is looked whose a message is: photos for the property on the screen."""
    registry.routers.append(photos_of_property.ahead)


def register(registry: Registry) -> None:
    """Hand in the realtor's menu and conversations."""
    _cards(registry)
    _deals(registry)


def _cards(registry: Registry) -> None:
    """Adding, listing, showing and editing leads and properties."""
    registry.menus.add(menu.menu(registry.menus))
    registry.routers += [
        add_property.router,
        add_lead.router,
        my_properties.router,
        my_leads.router,
        list_filters.SEARCH.router,
        show_property.router,
        show_lead.router,
        edit_property.EDIT.router,
        edit_lead.EDIT.router,
        photos_of_property.router,
        archive_property.ARCHIVE.router,
        archive_lead.ARCHIVE.router,
        second_text.router,
        understand_text.router,
    ]
    registry.forms.kinds.add(understand_text.KIND)
    registry.forms.add(add_property.FORM)
    registry.forms.add(add_lead.FORM)
    registry.forms.add(edit_property.EDIT.form)
    registry.forms.add(edit_lead.EDIT.form)
    registry.forms.add(list_filters.SEARCH.form)


def _deals(registry: Registry) -> None:
    """Recommendations, matches and the talk about the commission."""
    registry.routers += [
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
    registry.forms.add(propose.FORM)
    registry.forms.add(answer_offer.FORM)
    registry.forms.add(end_deal.FORM)
    notifications.register_match_notifications(registry.notification_views)
    price_notifications.register_price_notifications(registry.notification_views)
    fit_notifications.register_fit_notifications(registry.notification_views)
