"""What a tenant can do: see what is due and pay it, send readings, read the contract, write to who keeps the object."""

from domain.estate.money.reminders import SNOOZED
from handlers import Conversation
from handlers.tenant import (
    checkout,
    commands,
    home,
    i_paid,
    money_news,
    my_statement,
    pay,
    reading_news,
    rental_changes,
    rental_ends,
    rental_files,
    rentals,
    send_readings,
    snooze,
)


def register(told: Conversation) -> None:
    """Hand in the tenant's menu and conversations."""
    told.menus.add(home.menu(told.menus, told.cashier))
    _rentals(told)
    _readings(told)
    told.routers.append(rental_files.router)


def _rentals(told: Conversation) -> None:
    """What is rented, owed and paid."""
    told.routers += [
        checkout.router,
        commands.router,
        rentals.router,
        my_statement.router,
        pay.router,
        i_paid.router,
        snooze.router,
    ]
    told.forms.add(pay.FORM)
    told.forms.add(i_paid.FORM)
    told.links.add(pay.LINK, pay.follow_link)
    told.renderers[SNOOZED] = money_news.render_snoozed(told.cashier)
    money_news.register_money_news(told.notices, told.cashier)
    rental_ends.register_rental_ends(told.notices)
    rental_changes.register_rental_changes(told.notices)


def _readings(told: Conversation) -> None:
    """What the meters show."""
    told.routers.append(send_readings.router)
    told.forms.add(send_readings.FORM)
    reading_news.register_reading_news(told.notices, told.cashier)
