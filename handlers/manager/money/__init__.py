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
    registry.routers += [
        statement.router,
        add_payment.router,
        add_charge.router,
        reverse_entry.router,
        settle_deposit.router,
        reports.router,
        remind_debtor.router,
    ]
    registry.forms.add(add_payment.FORM)
    registry.forms.add(add_charge.FORM)
    registry.forms.add(reverse_entry.FORM)
    registry.forms.add(settle_deposit.FORM)
    registry.forms.add(reports.AMOUNT)
    registry.forms.add(reports.REASON)
    notifications.register_money_notifications(registry.notification_views)
