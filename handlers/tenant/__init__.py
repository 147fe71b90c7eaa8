"""What a tenant can do: see what is due and pay it, send readings, read the contract, write to who keeps the object."""

from domain.estate.money.reminders import SNOOZED
from handlers import Registry
from handlers.tenant import (
    checkout,
    commands,
    home,
    i_paid,
    money_notifications,
    my_statement,
    pay,
    reading_notifications,
    rental_changes,
    rental_files,
    rentals,
    send_readings,
)


def register(registry: Registry) -> None:
    """Hand in the tenant's menu and conversations."""
    registry.menus.add(home.menu(registry.menus, registry.telegram_payments))
    _rentals(registry)
    _readings(registry)
    registry.include(rental_files)


def _rentals(registry: Registry) -> None:
    """What is rented, owed and paid."""
    registry.include(checkout, commands, rentals, my_statement, pay, i_paid)
    registry.links.add(pay.LINK, pay.follow_link)
    registry.renderers[SNOOZED] = money_notifications.render_snoozed(registry.telegram_payments)
    money_notifications.register_money_notifications(registry.notification_views, registry.telegram_payments)
    rental_changes.register_rental_changes(registry.notification_views)


def _readings(registry: Registry) -> None:
    """What the meters show."""
    registry.include(send_readings)
    reading_notifications.register_reading_notifications(registry.notification_views, registry.telegram_payments)
