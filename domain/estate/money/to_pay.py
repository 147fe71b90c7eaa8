"""What a tenant has to pay: what is left of each charge, and the rent of months that are going to be charged."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from domain.estate.leases.lease import Lease, MonthOfRent
from domain.ledger.entry import Article, EntryId
from domain.ledger.statement import Settled, Statement


@dataclass(frozen=True, slots=True)
class ToPay:
    """One thing to pay, in minor units; `minor` is what is left of `whole`."""

    key: str
    """By which it is the same thing before and after it is charged: "rent:2026-12", "entry:77"."""
    on: dt.date
    minor: int
    whole: int
    article: Article
    month: dt.date | None
    entry_id: EntryId | None
    """None while it has not been charged."""


def key_of(article: Article | None, month: dt.date | None, entry_id: EntryId) -> str:
    """The same key for the rent of a month whether, and however often, it has been charged."""
    return f"rent:{month:%Y-%m}" if article is Article.RENT and month is not None else f"entry:{entry_id}"


def to_pay(lease: Lease, statement: Statement, until: dt.date) -> list[ToPay]:
    """Everything that falls due by this day and is not paid, in the order in which payments settle it."""
    open_charges = [_of_charge(one) for one in statement.charges if one.owed > 0 and one.charge.on <= until]
    return [*open_charges, *_not_charged(lease, statement, until)]


def _of_charge(one: Settled) -> ToPay:
    charge = one.charge
    article = charge.article or Article.OTHER
    key = key_of(article, charge.month, charge.id)
    return ToPay(key, charge.on, one.owed, charge.minor, article, charge.month, charge.id)


def _not_charged(lease: Lease, statement: Statement, until: dt.date) -> list[ToPay]:
    if lease.next_charge_on is None:
        return []
    left = []
    for one in lease.months(until, lease.next_charge_on):
        owed = one.minor - statement.kept_for(one.month)
        if owed > 0:
            key = key_of(Article.RENT, one.month, EntryId(0))
            left.append(ToPay(key, one.due_on, owed, one.minor, Article.RENT, one.month, None))
    return left


def paid_until(lease: Lease, statement: Statement) -> dt.date | None:
    """The last day for which the rent is paid, months ahead included; None if not even the first one is."""
    rent = _rent_of(statement)
    unpaid = {one.charge.month for one in rent if one.owed > 0}
    charged = {one.charge.month for one in rent}
    until = None
    horizon = max([statement.today, *filter(None, charged)]) + dt.timedelta(days=3660)
    for one in lease.months(horizon):
        if one.month in unpaid or (one.month not in charged and _is_open(one, lease, statement)):
            break
        last = one.month.replace(day=one.days_in_month)
        until = last if lease.ends_on is None else min(last, lease.ends_on)
    return until


def _rent_of(statement: Statement) -> list[Settled]:
    return [one for one in statement.charges if one.charge.article is Article.RENT]


def _is_open(one: MonthOfRent, lease: Lease, statement: Statement) -> bool:
    """Whether a month that is still to be charged has not been paid ahead either."""
    is_coming = lease.next_charge_on is not None and one.due_on >= lease.next_charge_on
    return is_coming and one.minor > statement.kept_for(one.month)


def spread(minor: int, things: Sequence[ToPay]) -> list[tuple[ToPay, int]]:
    """Into what an amount would go, oldest first; what is left over would be an advance."""
    parts = []
    for one in things:
        part = min(minor, one.minor)
        if part <= 0:
            break
        parts.append((one, part))
        minor -= part
    return parts
