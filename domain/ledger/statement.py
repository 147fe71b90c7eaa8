"""A statement of an account: which payments settle which charges, as booked; every figure can be traced to its rows."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from domain.ledger.allocation import Allocation, Target, held, settle, standing_of
from domain.ledger.entry import Article, Entry, EntryId, EntryKind


@dataclass(frozen=True, slots=True)
class StatementPart:
    """How much of a payment went into a charge."""

    payment: Entry
    minor: int


@dataclass(frozen=True, slots=True)
class Settled:
    """A charge that stands, with what has been paid of it."""

    charge: Entry
    parts: tuple[StatementPart, ...]

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
    ahead: Mapping[dt.date, tuple[StatementPart, ...]] = field(default_factory=dict)
    """What is kept for the rent of months that are still to be charged, by their first days."""

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

    def kept_for(self, month: dt.date) -> int:
        """Minor units that are kept for the rent of this month, which is still to be charged."""
        return sum(part.minor for part in self.ahead.get(month, ()))

    def months_ahead(self, payment: Entry | None = None) -> list[dt.date]:
        """The months still to be charged for whose rent this payment, or any, is kept, the first one first."""
        found = {
            month for month, parts in self.ahead.items() for part in parts if payment is None or part.payment is payment
        }
        return sorted(found)

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
        """Minor units paid that no charge has used up yet, also what is kept for the rent of months to come."""
        return sum(one.minor for one in self.payments) - sum(one.paid for one in self.charges)


def statement(entries: Iterable[Entry], today: dt.date, allocations: Iterable[Allocation] | None = None) -> Statement:
    """An account as of today, with each payment where it was booked to.

    Entries that were taken back count for nothing, nor do the reversals. Without `allocations` (nothing has been booked
    to anything yet) payments, in the order of their days, go into the charges, the oldest due first.
    """
    rows = list(entries)
    standing = standing_of(rows)
    if allocations is None:
        allocations = settle(rows, (), (), dt.datetime.max.replace(tzinfo=dt.UTC))
    payments = _by_day(standing, EntryKind.PAYMENT)
    parts = _parts(payments, allocations)
    return Statement(
        today,
        tuple(Settled(charge, parts.get(charge.id, ())) for charge in _by_day(standing, EntryKind.CHARGE)),
        tuple(payments),
        frozenset(one.id for one in rows) - frozenset(one.id for one in standing),
        {month: some for month, some in parts.items() if isinstance(month, dt.date)},
    )


def _by_day(entries: Iterable[Entry], kind: EntryKind) -> list[Entry]:
    return sorted((one for one in entries if one.kind is kind), key=lambda one: (one.on, one.id))


def _parts(payments: Iterable[Entry], allocations: Iterable[Allocation]) -> dict[Target, tuple[StatementPart, ...]]:
    """What of the payments went into each charge, or is kept for a month to come; in the order of their days."""
    by_id = {one.id: one for one in payments}
    parts: dict[Target, list[StatementPart]] = defaultdict(list)
    for (payment, target), minor in held(allocations).items():
        if payment in by_id:
            parts[target].append(StatementPart(by_id[payment], minor))
    return {target: tuple(sorted(some, key=_place)) for target, some in parts.items()}


def _place(part: StatementPart) -> tuple[dt.date, EntryId | None]:
    return part.payment.on, part.payment.id
