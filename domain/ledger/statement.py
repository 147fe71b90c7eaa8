"""A statement of an account: payments settle the oldest charges first, and every figure can be traced to its rows."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from domain.ledger.entry import Article, Entry, EntryId, EntryKind


@dataclass(frozen=True, slots=True)
class Part:
    """How much of a payment went into a charge."""

    payment: Entry
    minor: int


@dataclass(frozen=True, slots=True)
class Settled:
    """A charge that stands, with what has been paid of it."""

    charge: Entry
    parts: tuple[Part, ...]

    @property
    def paid(self) -> int:
        """Minor units."""
        return sum(part.minor for part in self.parts)

    @property
    def owed(self) -> int:
        """Minor units that are still to be paid."""
        return self.charge.minor - self.paid


@dataclass(frozen=True, slots=True)
class Statement:
    """An account as of today, in one currency."""

    today: dt.date
    charges: tuple[Settled, ...]
    """Those that stand, in the order in which they are due."""
    payments: tuple[Entry, ...]
    """Those that stand, in the order in which they were made."""
    reversed: frozenset[EntryId]
    """Entries that were taken back, and the reversals that did it."""

    @property
    def balance(self) -> int:
        """Paid beyond what has fallen due by today (minor units); negative: owed by today."""
        due = sum(one.charge.minor for one in self.charges if one.charge.on <= self.today)
        return sum(payment.minor for payment in self.payments) - due

    @property
    def due(self) -> tuple[Settled, ...]:
        """Charges due by today of which something is owed."""
        return tuple(one for one in self.charges if one.owed > 0 and one.charge.on <= self.today)

    @property
    def overdue(self) -> tuple[Settled, ...]:
        """Charges whose due day has passed and of which something is owed."""
        return tuple(one for one in self.due if one.charge.on < self.today)

    @property
    def owed(self) -> int:
        """Minor units due by today and not paid."""
        return sum(one.owed for one in self.due)

    def went_to(self, payment: Entry) -> list[tuple[Entry, int]]:
        """Into which charges a payment went, and how much of it; what is left is an advance."""
        return [(one.charge, part.minor) for one in self.charges for part in one.parts if part.payment is payment]

    def received(self, first: dt.date, last: dt.date) -> int:
        """Minor units that came in on these days (both included): payments but for what went into a deposit."""
        deposits = sum(
            part.minor
            for one in self.charges
            if one.charge.article is Article.DEPOSIT
            for part in one.parts
            if first <= part.payment.on <= last
        )
        return sum(one.minor for one in self.payments if first <= one.on <= last) - deposits

    def expected(self, first: dt.date, last: dt.date) -> int:
        """Minor units that fell due on these days (both included), deposits apart."""
        charges = (one.charge for one in self.charges)
        return sum(one.minor for one in charges if one.article is not Article.DEPOSIT and first <= one.on <= last)

    @property
    def advance(self) -> int:
        """Minor units paid that no charge has used up yet."""
        return sum(one.minor for one in self.payments) - sum(one.paid for one in self.charges)


def statement(entries: Iterable[Entry], today: dt.date) -> Statement:
    """Settle an account: charges in the order of their due days take from payments in the order of their days.

    Entries that were taken back count for nothing, nor do the reversals. A payment that no charge needs yet is an
    advance, and goes into the next charge that is booked.
    """
    rows = list(entries)
    taken_back = {one.reverses for one in rows if one.reverses is not None}
    gone = frozenset({one.id for one in rows if one.reverses is not None} | {one for one in taken_back if one})
    standing = [one for one in rows if one.id not in gone]
    charges = sorted((one for one in standing if one.kind is EntryKind.CHARGE), key=lambda one: (one.on, one.id))
    payments = sorted((one for one in standing if one.kind is EntryKind.PAYMENT), key=lambda one: (one.on, one.id))
    left = [payment.minor for payment in payments]
    settled = []
    first = 0
    for charge in charges:
        parts: list[Part] = []
        owed = charge.minor
        while owed > 0 and first < len(left):
            taken = min(owed, left[first])
            parts.append(Part(payments[first], taken))
            owed -= taken
            left[first] -= taken
            if left[first] == 0:
                first += 1
        settled.append(Settled(charge, tuple(parts)))
    return Statement(today, tuple(settled), tuple(payments), gone)
