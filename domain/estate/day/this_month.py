"""What a lease has to bring in a month and has brought of it: charges and rent still to be charged, without deposits.

What was paid for other months is left out: what came is set against what it was for. A deposit is a security, neither
due nor received; one that is kept for a debt counts as received when it settles it.
The flow over many months (`analytics`) is the same, month by month.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from domain.estate.leases.lease import days_in_month
from domain.estate.money.account import LeaseAccount
from domain.ledger.entry import Article
from domain.money import Money


@dataclass(frozen=True, slots=True)
class MonthOfMoney:
    """A month in one currency, as of today."""

    due: Money
    """What falls due in it, paid or not."""
    received: Money
    """What was paid of it, whenever that was."""
    overdue: Money
    """What should have been paid before today, of any month."""

    def __add__(self, other: "MonthOfMoney") -> "MonthOfMoney":
        def both(one: Money, another: Money) -> Money:
            return Money(one.minor + another.minor, one.currency)

        return MonthOfMoney(
            both(self.due, other.due), both(self.received, other.received), both(self.overdue, other.overdue)
        )


def this_month(account: LeaseAccount) -> MonthOfMoney:
    """The month of today for one lease."""
    first = account.today.replace(day=1)
    last = first.replace(day=days_in_month(first))
    return MonthOfMoney(
        due=account.money(_due(account, first, last)),
        received=account.money(_paid(account, first, last)),
        overdue=account.overdue,
    )


def months_by_currency(accounts: Iterable[LeaseAccount]) -> list[MonthOfMoney]:
    """The same for many leases, one month for each currency; the one with the most leases first."""
    found: dict[str, list[MonthOfMoney]] = {}
    for account in accounts:
        found.setdefault(account.lease.currency, []).append(this_month(account))
    months = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    nothing = {code: MonthOfMoney(*(Money(0, code),) * 3) for code in found}
    return [sum(of_leases, nothing[code]) for code, of_leases in months]


def _due(account: LeaseAccount, first: dt.date, last: dt.date) -> int:
    lease = account.lease
    charged = account.statement.expected(first, last)
    if lease.next_charge_on is None:
        return charged
    coming = lease.months(last, max(first, lease.next_charge_on))
    return charged + sum(one.minor for one in coming if first <= one.due_on <= last)


def _paid(account: LeaseAccount, first: dt.date, last: dt.date) -> int:
    """Of what falls due on these days, charged or still to be."""
    settled = (one for one in account.statement.charges if one.charge.article is not Article.DEPOSIT)
    paid = sum(one.paid for one in settled if first <= one.charge.on <= last)
    months = (account.lease.month(month) for month in account.statement.months_ahead())
    return paid + sum(account.statement.kept_for(one.month) for one in months if first <= one.due_on <= last)
