"""Money of leases for who keeps or owns the object: the account, payments, charges, reports of payments."""

from handlers import Conversation
from handlers.keeper.money import (
    add_charge,
    add_payment,
    news,
    remind_debtor,
    reports,
    reverse_entry,
    settle_deposit,
    statement,
)


def register(told: Conversation) -> None:
    """Hand in the conversations about the money of leases."""
    told.routers += [
        statement.router,
        add_payment.router,
        add_charge.router,
        reverse_entry.router,
        settle_deposit.router,
        reports.router,
        remind_debtor.router,
    ]
    told.forms.add(add_payment.FORM)
    told.forms.add(add_charge.FORM)
    told.forms.add(reverse_entry.FORM)
    told.forms.add(settle_deposit.FORM)
    told.forms.add(reports.AMOUNT)
    told.forms.add(reports.REASON)
    news.register_money_news(told.notices)
