"""A bill as it is shown: booked, or as the readings so far would make it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from domain.estate.leases.lease import Lease, months_back
from domain.estate.objects.premises import Premises
from domain.ledger.entry import Article, Entry
from domain.ledger.statement import Statement
from domain.metering.bill import ObjectBooks, lines_for
from domain.metering.booked import Booked, booked_in, charged, due_when_booked
from domain.metering.line import BillLine
from domain.metering.meter import Meter
from domain.metering.reading import Reading
from domain.metering.tariff import ARTICLES


@dataclass(frozen=True, slots=True)
class ArticleOfBill:
    """One article of a month."""

    article: Article
    minor: int
    lines: tuple[BillLine, ...]
    owed: int | None
    """What is still to be paid of it; None while nothing is booked."""
    is_corrected: bool = False
    """Whether another sum was booked before."""


@dataclass(frozen=True, slots=True)
class BillView:
    """The utilities of a lease for a month."""

    lease: Lease
    premises: Premises
    month: dt.date
    articles: tuple[ArticleOfBill, ...]
    is_booked: bool
    due_on: dt.date
    before: int | None
    """What the month before came to; None if nothing was booked for it."""
    missing: tuple[Meter, ...]
    """Meters whose readings are still to come."""
    meters: Mapping[int, Meter]
    photos: tuple[Reading, ...]
    """The month's readings that have a photo."""
    is_mine: bool = False
    """Whether who looks is the tenant."""
    let_off: tuple[tuple[Article, int], ...] = ()
    """What was booked and taken back for good, with its sum."""

    @property
    def total(self) -> int:
        """Minor units."""
        return sum(one.minor for one in self.articles)

    @property
    def owed(self) -> int:
        """What is still to be paid of what is booked."""
        return sum(one.owed or 0 for one in self.articles)

    @property
    def by_average(self) -> bool:
        """Whether some reading is only an average."""
        return any(line.by_average for one in self.articles for line in one.lines)


def bill_view(
    books: ObjectBooks, lease: Lease, account: tuple[Statement, Sequence[Entry]], month: dt.date, *, is_mine: bool
) -> BillView:
    """The bill of the month, from what is booked for the lease or else from its readings and tariffs.

    `account` is that of the lease as of today, with all its rows.
    """
    of, rows = account
    booked = booked_in(rows, month)
    mine = {one.id: one for one in books.meters if one.counts_for(lease.id)}
    dues = [one.standing.on for one in booked.values() if one.standing is not None]
    return BillView(
        lease,
        books.premises,
        month,
        _booked(booked, of) if booked else _to_come(books, lease, month),
        bool(booked),
        max(dues, default=due_when_booked(lease, month, of.today)),
        charged(booked_in(rows, months_back(month, 2)[0])),
        tuple(books.missing(month, lease.id)),
        {int(meter_id): meter for meter_id, meter in mine.items()},
        tuple(one for one in _with_photo(books, month) if one.meter_id in mine),
        is_mine,
        _let_off(booked),
    )


def _with_photo(books: ObjectBooks, month: dt.date) -> list[Reading]:
    return [one for some in books.readings.values() for one in some if one.month == month and one.photo is not None]


def _booked(booked: Mapping[Article, Booked], of: Statement) -> tuple[ArticleOfBill, ...]:
    owed = {one.charge.id: one.owed for one in of.charges}
    return tuple(
        ArticleOfBill(
            article,
            known.standing.minor,
            known.lines,
            owed.get(known.standing.id, 0),
            len(known.charges) > 1,
        )
        for article, known in sorted(booked.items(), key=lambda one: ARTICLES.index(one[0]))
        if known.standing is not None
    )


def _let_off(booked: Mapping[Article, Booked]) -> tuple[tuple[Article, int], ...]:
    return tuple(
        (article, known.charges[-1].minor)
        for article, known in sorted(booked.items(), key=lambda one: ARTICLES.index(one[0]))
        if known.is_let_off
    )


def _to_come(books: ObjectBooks, lease: Lease, month: dt.date) -> tuple[ArticleOfBill, ...]:
    lines = sorted(lines_for(books, month).of_lease.get(lease.id, ()), key=lambda one: ARTICLES.index(one.article))
    by_article = {article: tuple(some) for article, some in groupby(lines, key=lambda one: one.article)}
    return tuple(
        ArticleOfBill(article, sum(one.minor for one in some), some, None) for article, some in by_article.items()
    )
