"""Which charge a payment settles is booked with it and kept: what was told as paid is not asked for again later.

A payment goes into the charges that are open when it is booked, the oldest due first, then into the rent of months that
are still to be charged. What is booked later takes only what is left over. Money moves only where a row is taken back
or becomes smaller: from a charge that was corrected into the one that replaces it, and else into what is open then.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NewType

from domain.ledger.entry import Article, Entry, EntryId, EntryKind

AllocationId = NewType("AllocationId", int)
Target = EntryId | dt.date
"""A charge, or the first day of a month whose rent is still to be charged."""
_OF_A_MONTH = re.compile(r"((?:rent|utility:\w+):\d{4}-\d{2})(?::\d+)?")


@dataclass(frozen=True, slots=True)
class Coming:
    """The rent of a month that is still to be charged."""

    month: dt.date
    on: dt.date
    minor: int


@dataclass(eq=False, kw_only=True)
class Allocation:
    """So much of a payment is for this charge; it is never changed, what is taken out again is a negative one."""

    id: AllocationId = field(default=AllocationId(0), init=False)
    account: str
    payment: EntryId
    charge: EntryId | None
    """None while it is kept for the rent of a month that is still to be charged."""
    month: dt.date | None
    """That month."""
    due_on: dt.date | None
    """The due day of the charge."""
    minor: int
    booked_at: dt.datetime

    @classmethod
    def of(cls, payment: Entry, charge: Entry | dt.date, minor: int, booked_at: dt.datetime) -> "Allocation":
        """So much of the payment for a charge, or for the rent of a month that is still to be charged."""
        booked = None if isinstance(charge, dt.date) else charge
        return cls(
            account=payment.account,
            payment=payment.id,
            charge=None if booked is None else booked.id,
            month=charge if isinstance(charge, dt.date) else None,
            due_on=None if booked is None else booked.on,
            minor=minor,
            booked_at=booked_at,
        )

    @property
    def target(self) -> Target:
        """What it is for."""
        if self.charge is not None:
            return self.charge
        assert self.month is not None  # noqa: S101  (one of them is set)
        return self.month


def key_of(charge: Entry) -> str:
    """By which a charge and the one that replaces it are known as the same: "rent:2026-11", "entry:77"."""
    match = _OF_A_MONTH.fullmatch(charge.key or "")
    return match[1] if match is not None else f"entry:{charge.id}"


def standing_of(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that were not taken back, and that take nothing back, in the order of booking."""
    rows = list(entries)
    taken_back = {one.reverses for one in rows if one.reverses is not None}
    return [one for one in rows if one.reverses is None and one.id not in taken_back]


def held(allocations: Iterable[Allocation]) -> dict[tuple[EntryId, Target], int]:
    """How much of each payment is where, without what was taken out again, in the order of booking."""
    found: dict[tuple[EntryId, Target], int] = defaultdict(int)
    for one in allocations:
        found[one.payment, one.target] += one.minor
    return {place: minor for place, minor in found.items() if minor}


def settle(
    entries: Sequence[Entry], allocations: Iterable[Allocation], coming: Iterable[Coming], booked_at: dt.datetime
) -> list[Allocation]:
    """What is still to be booked for these entries; nothing if every payment is where it belongs."""
    books = _Account(entries, held(allocations), coming)
    books.take_out_of_what_is_gone()
    books.take_out_what_is_too_much()
    books.put_what_is_free()
    return books.changes(booked_at)


class _Account:
    """The payments, what they may be for, and how much of each is where."""

    def __init__(
        self, entries: Sequence[Entry], known: dict[tuple[EntryId, Target], int], coming: Iterable[Coming]
    ) -> None:
        self._entries = {one.id: one for one in entries}
        standing = standing_of(entries)
        self._payments = {one.id: one for one in standing if one.kind is EntryKind.PAYMENT}
        charges = [one for one in standing if one.kind is EntryKind.CHARGE]
        self._charges = {one.id: one for one in sorted(charges, key=lambda one: (one.on, one.id))}
        self._before, self._held = known, dict(known)
        self._coming = {one.month: one for one in self._within_reach(coming)}

    def _within_reach(self, coming: Iterable[Coming]) -> Iterable[Coming]:
        """The coming months that money is kept for, or can be: a lease without an end has no last one."""
        money = self._unspent()
        charged = {one.month for one in self._charges.values() if one.article is Article.RENT}
        last = self._last_kept_for()
        for one in coming:
            if money <= 0 and one.month > last:
                return
            if one.month not in charged:
                yield one
                money -= one.minor

    def _unspent(self) -> int:
        """What has been paid and went into no charge."""
        paid = self._sums()
        received = sum(one.minor for one in self._payments.values())
        return received - sum(min(paid[one.id], one.minor) for one in self._charges.values())

    def _last_kept_for(self) -> dt.date:
        """The last coming month for which money is kept."""
        targets = [target for _, target in self._held if target not in self._charges]
        months = [one if isinstance(one, dt.date) else self._entries[one].month for one in targets]
        return max((one for one in months if one is not None), default=dt.date.min)

    def _sums(self) -> dict[Target, int]:
        found: dict[Target, int] = defaultdict(int)
        for (_, target), minor in self._held.items():
            found[target] += minor
        return found

    def _size(self, target: Target) -> int:
        if isinstance(target, dt.date):
            return self._coming[target].minor if target in self._coming else 0
        return self._charges[target].minor if target in self._charges else 0

    def take_out_of_what_is_gone(self) -> None:
        """Free what payments that were taken back had settled, and hand on what charges that were had been paid."""
        for payment, target in list(self._held):
            if payment not in self._payments:
                del self._held[payment, target]
            elif self._size(target) == 0:
                minor = self._held.pop((payment, target))
                heir = self._heir(target)
                if heir is not None:
                    self._held[payment, heir] = self._held.get((payment, heir), 0) + minor

    def _heir(self, gone: Target) -> Target | None:
        """What stands in the place of a charge that was taken back, or of a month that has been charged by now."""
        key = f"rent:{gone:%Y-%m}" if isinstance(gone, dt.date) else key_of(self._entries[gone])
        charge = next((one.id for one in self._charges.values() if key_of(one) == key), None)
        if charge is not None:
            return charge
        return next((month for month in self._coming if f"rent:{month:%Y-%m}" == key), None)

    def take_out_what_is_too_much(self) -> None:
        """Free what is more than the charge; what was put there last goes first."""
        too_much = {one: minor - self._size(one) for one, minor in self._sums().items()}
        for payment, target in reversed(list(self._held)):
            part = min(self._held[payment, target], max(0, too_much[target]))
            too_much[target] -= part
            self._held[payment, target] -= part

    def put_what_is_free(self) -> None:
        """Fill what is open: charges by their due days, then the rent of coming months."""
        free = {one: entry.minor for one, entry in self._payments.items()}
        for (payment, _), minor in self._held.items():
            free[payment] -= minor
        payments = sorted((one for one in free if free[one] > 0), key=lambda one: (self._payments[one].on, one))
        if not payments:
            return
        paid = self._sums()
        targets: tuple[Target, ...] = (*self._charges, *self._coming)
        for target in targets:
            open_ = self._size(target) - paid[target]
            for payment in payments:
                part = min(open_, free[payment])
                if part > 0:
                    self._held[payment, target] = self._held.get((payment, target), 0) + part
                    free[payment] -= part
                    open_ -= part

    def changes(self, booked_at: dt.datetime) -> list[Allocation]:
        """What differs from before: first what is taken out, then what is put in."""
        places = dict.fromkeys((*self._before, *self._held))
        moved = [(one, self._held.get(one, 0) - self._before.get(one, 0)) for one in places]
        return [
            Allocation.of(self._entries[payment], self._entry(target), minor, booked_at)
            for (payment, target), minor in sorted(moved, key=lambda one: one[1] > 0)
            if minor
        ]

    def _entry(self, target: Target) -> Entry | dt.date:
        return target if isinstance(target, dt.date) else self._entries[target]
