"""An entry of an account: a charge that is due on a day, a payment made on a day, or the reversal of either."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NewType

from domain.files.stored_file import FileId
from domain.money import Money
from domain.people.person import PersonId

EntryId = NewType("EntryId", int)


class EntryKind(StrEnum):
    """Which way an entry counts."""

    CHARGE = "charge"
    PAYMENT = "payment"


class Article(StrEnum):
    """What a charge is for; utilities have an article each."""

    RENT = "rent"
    ELECTRICITY = "electricity"
    HOT_WATER = "hot_water"
    COLD_WATER = "cold_water"
    GAS = "gas"
    HEATING = "heating"
    SEWERAGE = "sewerage"
    WASTE = "waste"
    MAINTENANCE = "maintenance"
    INTERNET = "internet"
    DEPOSIT = "deposit"
    PENALTY = "penalty"
    OTHER = "other"


NOT_UTILITIES = frozenset({Article.RENT, Article.DEPOSIT, Article.PENALTY, Article.OTHER})
"""Articles that are not for what is used at the object."""


class Method(StrEnum):
    """How a payment was made."""

    CASH = "cash"
    BANK = "bank"
    CARD = "card"
    TELEGRAM = "telegram"
    DEPOSIT = "deposit"
    """Taken from the deposit that was held."""


def account_of_lease(lease_id: int) -> str:
    """The account in which a lease is settled."""
    return f"lease:{lease_id}"


@dataclass(eq=False, kw_only=True)
class Entry:
    """One row of an account. It is never changed; `minor` is positive, and negative in a reversal."""

    id: EntryId = field(default=EntryId(0), init=False)
    account: str
    kind: EntryKind
    on: dt.date
    """A charge's due day, or the day a payment was made."""
    minor: int
    currency: str
    booked_at: dt.datetime
    booked_by: PersonId | None = None
    """None when the schedule booked it."""
    article: Article | None = None
    """A charge's only."""
    month: dt.date | None = None
    """The first day of the month that a charge is for."""
    method: Method | None = None
    """A payment's only."""
    key: str | None = None
    """A business key, unique in its account: the same fact is booked once ("rent:2026-11", "telegram:<charge id>")."""
    reverses: EntryId | None = None
    """The entry that this one takes back; an entry is taken back once."""
    receipt: FileId | None = None
    arithmetic: dict[str, Any] = field(default_factory=dict)
    """How the amount came about, JSON-ready: days of days, usage x tariff."""
    note: str | None = None

    @property
    def money(self) -> Money:
        """The amount with its currency."""
        return Money(self.minor, self.currency)
