"""What has been booked as the utilities of a month of a lease: which charge of each article stands, and what it was."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.estate.leases.lease import Lease, days_in_month, next_month
from domain.ledger.entry import Article, Entry, EntryKind
from domain.ledger.reversal import reversals
from domain.metering.line import BillLine, lines_of
from domain.metering.tariff import Tariff

TIME_TO_PAY = dt.timedelta(days=5)
"""Nobody can pay what is not there yet: a bill that comes late leaves time to see and to pay it, over a weekend too."""
PUT_RIGHT = "utility_changed"
"""Why a charge was taken back, in the arithmetic of its reversal; another reason means that it was let off."""


def key_of(article: Article, month: dt.date, number: int) -> str:
    """The business key of the charge of an article; a corrected one has the next number."""
    key = f"utility:{article}:{month:%Y-%m}"
    return key if number == 1 else f"{key}:{number}"


def is_utility(entry: Entry) -> bool:
    """Whether it charges a utility bill's article (and takes nothing back)."""
    return entry.kind is EntryKind.CHARGE and entry.reverses is None and (entry.key or "").startswith("utility:")


def due_on(lease: Lease, month: dt.date) -> dt.date:
    """When the utilities of a month are due by the lease."""
    following = next_month(month)
    return following.replace(day=min(lease.utilities_due_day, days_in_month(following)))


def due_when_booked(lease: Lease, month: dt.date, booked_on: dt.date) -> dt.date:
    """When they are due if they are booked on this day: late readings, and corrections, leave time to pay too."""
    return max(due_on(lease, month), booked_on + TIME_TO_PAY)


@dataclass(frozen=True, slots=True)
class Booked:
    """The charges of one article for one month, the earliest first."""

    charges: tuple[Entry, ...] = ()
    standing: Entry | None = None
    is_let_off: bool = False
    """Whether the manager has taken the last one back for good."""

    @property
    def lines(self) -> tuple[BillLine, ...]:
        """The multiplications of the charge that stands."""
        return lines_of(self.standing.arithmetic) if self.standing is not None else ()

    def tariff(self, tariff_of: Tariff | None) -> Tariff | None:
        """The tariff by which the standing charge was made, else the one given: what was booked keeps its price."""
        if self.standing is None or not self.lines:
            return tariff_of
        prices = {one.zone: one.price for one in self.lines}
        first = self.lines[0]
        return Tariff(
            premises_id=tariff_of.premises_id if tariff_of is not None else 0,  # type: ignore[arg-type]
            article=first.article,
            since=self.standing.month or self.standing.on,
            basis=first.basis,
            prices=tuple(prices[zone] for zone in sorted(prices)),
            created_at=self.standing.booked_at,
        )


def booked_in(entries: Iterable[Entry], month: dt.date) -> dict[Article, Booked]:
    """What was booked for the month, by article."""
    rows = list(entries)
    taken_back = reversals(rows)
    found: dict[Article, Booked] = {}
    for one in rows:
        if not is_utility(one) or one.month != month or one.article is None:
            continue
        reversal = taken_back.get(one.id)
        found[one.article] = Booked(
            (*found.get(one.article, Booked()).charges, one),
            one if reversal is None else None,
            reversal is not None and reversal.arithmetic.get("why") != PUT_RIGHT,
        )
    return found


def charged(booked: Mapping[Article, Booked]) -> int | None:
    """What a month came to; None if nothing was booked for it yet."""
    return sum(one.standing.minor for one in booked.values() if one.standing is not None) if booked else None


def months_booked(entries: Iterable[Entry]) -> list[dt.date]:
    """The months for which utilities were booked, the latest first."""
    return sorted({one.month for one in entries if is_utility(one) and one.month is not None}, reverse=True)
