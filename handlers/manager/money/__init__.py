"""Money of leases for who keeps or owns the object: the account, payments, charges, reports of payments."""

from handlers import Registry
from handlers.manager.money import (
    add_charge,
    add_payment,
    notifications,
    remind_debtor,
    reports,
    reverse_entry,
    settle_deposit,
    statement,
)


def register(registry: Registry) -> None:
    """Hand in the conversations about the money of leases."""
    registry.include(statement, add_payment, add_charge, reverse_entry, settle_deposit, reports, remind_debtor)
    notifications.register_money_notifications(registry.notification_views)
