"""The terms of a lease being agreed: any of them may be unknown until it is saved, and then they have to make sense."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from decimal import ROUND_HALF_UP, Decimal

from domain.estate.leases.lease import REMINDED, UTILITIES_DUE, Lease
from domain.estate.parties.party import PartyId
from domain.files.stored_file import FileId
from domain.money import Money
from domain.refusal import Refusal
from domain.typed import limits
from domain.typed.days import EARLIEST, LATEST

NUMBER = 60
"""Characters of a contract's number."""
FURTHEST_REMINDER = 60
"""Days before or after the due day."""
MOST_REMINDERS = 8
_SIGN = re.compile(r"^\s*(?:№|N[o0]?\.?\s|#)\s*", re.IGNORECASE)
"""Of a number: it is shown with its own."""


@dataclass(kw_only=True)
class LeaseTerms:
    """Fields as in `Lease`; `rent` is what a month costs from the start, in minor units."""

    tenant_id: PartyId | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    area: int | None = None
    rent: int | None = None
    due_day: int | None = None
    deposit: int | None = None
    contract_number: str | None = None
    contract_date: dt.date | None = None
    contract_file: FileId | None = None
    utilities_due_day: int = UTILITIES_DUE
    reminders: tuple[int, ...] = REMINDED

    def checked(self, currency: str) -> "LeaseTerms":
        """The same tidied up, or a `Refusal` about the first thing that cannot be."""
        tidied = replace(
            self,
            contract_number=limits.tidy(_SIGN.sub("", self.contract_number or ""), NUMBER),
            reminders=tuple(sorted(set(self.reminders))),
        )
        if None in (tidied.starts_on, tidied.rent, tidied.due_day):
            raise Refusal("Not everything is filled in yet.")
        check_days(tidied.starts_on, tidied.ends_on)
        for amount in (tidied.rent, tidied.deposit):
            if amount is not None:
                limits.check_money(Money(amount, currency))
        for day in (tidied.due_day, tidied.utilities_due_day):
            check_due_day(day)
        if tidied.area is not None:
            limits.check_area(tidied.area)
        check_reminders(tidied.reminders)
        return tidied

    @classmethod
    def of(cls, lease: Lease) -> "LeaseTerms":
        """The terms as they are agreed now; the rent is that of the start."""
        same = {one.name: getattr(lease, one.name) for one in fields(cls) if one.name != "rent"}
        return cls(**same, rent=lease.rent[0].minor)


def check_days(first: dt.date | None, last: dt.date | None) -> None:
    """Refuse a term that ends before it begins, or lies too far away to be meant."""
    if any(one is not None and not EARLIEST <= one.year <= LATEST for one in (first, last)):
        raise Refusal("The year is from {least} to {most}.", least=str(EARLIEST), most=str(LATEST))
    if first is not None and last is not None and last < first:
        raise Refusal("The last day, {last}, is before the first one, {first}.", first=first, last=last)


def check_due_day(day: int | None) -> None:
    """Refuse a day that no month has."""
    if day is not None and not 1 <= day <= 31:
        raise Refusal("A day of the month is from 1 to 31.")


def check_reminders(days: Iterable[int]) -> None:
    """Refuse reminders too far from the due day, and too many of them."""
    chosen = tuple(days)
    if len(chosen) > MOST_REMINDERS or any(abs(one) > FURTHEST_REMINDER for one in chosen):
        raise Refusal(
            "Up to {most} reminders fit, at most {days} days away.", most=MOST_REMINDERS, days=FURTHEST_REMINDER
        )


def rent_of(per_metre: int, area: int) -> int:
    """What a month costs at a price for a square metre, in minor units; halves are rounded up."""
    return int((Decimal(per_metre) * area / 100).quantize(Decimal(1), ROUND_HALF_UP))


def per_metre(rent: int, area: int) -> int:
    """What a square metre costs a month, in minor units; halves are rounded up."""
    return int((Decimal(rent) * 100 / area).quantize(Decimal(1), ROUND_HALF_UP))
