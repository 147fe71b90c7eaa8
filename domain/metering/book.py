"""A month's utility bill becomes charges of its leases once its readings are there, and is made right when one changes.

What was booked is never edited: an article that is no longer right is taken back by a reversing entry and booked anew
under the next key of that month, at the price that was booked. Only the manager has a month counted again by the
tariffs as they are now.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum
from itertools import groupby

from domain.estate.leases.lease import Lease
from domain.estate.money.booking import tenant_of
from domain.estate.money.settling import settle_account
from domain.estate.objects.premises import Premises
from domain.ledger.entry import Article, Entry, EntryKind, account_of_lease
from domain.ledger.reversal import reversal_of
from domain.metering.bill import ObjectBooks, lines_for
from domain.metering.booked import PUT_RIGHT, Booked, booked_in, charged, due_when_booked, key_of
from domain.metering.line import BillLine, arithmetic, is_same, total
from domain.metering.meter import Meter
from domain.metering.reading import Reading
from domain.metering.sharing import in_month
from domain.metering.tariff import ARTICLES, METERED, Tariff, in_force
from domain.metering.vacancy import settle_vacancy
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import PersonId
from domain.work import Work


class Counting(Enum):
    """What is booked for a month."""

    WHEN_COMPLETE = 1
    """The bills whose readings are all there; of those booked before, the articles that a reading has changed."""
    AS_IT_IS = 2
    """Every bill, also without some readings."""
    ANEW = 3
    """Every bill, by the tariffs as they are now, also what was let off."""


async def books_of(work: Work, premises: Premises) -> ObjectBooks:
    """Everything that the object's bills are made from."""
    meters = await work.metering.meters.of_premises([premises.id])
    readings = await work.metering.meters.readings([one.id for one in meters])
    by_meter = {meter: list(rows) for meter, rows in groupby(_by_meter(readings), key=lambda one: one.meter_id)}
    return ObjectBooks(
        premises,
        await work.estate.leases.of_premises([premises.id]),
        meters,
        by_meter,
        await work.metering.tariffs.of_premises([premises.id]),
    )


async def book_month(
    work: Work,
    premises: Premises,
    month: dt.date,
    counting: Counting = Counting.WHEN_COMPLETE,
    *,
    by: PersonId | None,
    changed: Collection[Meter] = (),
) -> list[int]:
    """Book what is to be booked, in the present transaction, after the object was held; returns the leases changed.

    `changed` are the meters whose readings make this necessary.
    """
    books = await books_of(work, premises)
    manager = await work.people.get(premises.manager_id)
    today = work.now().astimezone(manager.zone).date()
    articles = {article for article, kinds in METERED.items() if any(one.kind in kinds for one in changed)}
    found = [
        int(lease.id)
        for lease in in_month(books.leases, month)
        if await _book_lease(work, books, lease, month, counting, articles, today, by)
    ]
    if found or counting is not Counting.WHEN_COMPLETE or not in_month(books.leases, month):
        await settle_vacancy(work, books, month, manager.language, by)
    return found


async def _book_lease(
    work: Work,
    books: ObjectBooks,
    lease: Lease,
    month: dt.date,
    counting: Counting,
    articles: Collection[Article],
    today: dt.date,
    by: PersonId | None,
) -> bool:
    """Bring what is booked for the lease in line with its readings, and tell of it; returns whether anything changed.

    `articles` are those whose readings have changed.
    """
    await settle_account(work, await work.estate.leases.get(lease.id, hold=True))
    booked = booked_in(await work.ledger.of([account_of_lease(lease.id)]), month)
    if counting is Counting.WHEN_COMPLETE and not booked and books.missing(month, lease.id):
        return False
    wanted = _wanted(books, lease, month, booked, counting)
    is_changed = False
    for article in _looked_at(booked, counting, articles):
        known = booked.get(article, Booked())
        is_changed |= await _settle(work, lease, month, article, known, wanted.get(article, []), today, by)
    if is_changed:
        await settle_account(work, lease)
        await _tell(work, lease, month, charged(booked), by)
    return is_changed


def _looked_at(booked: Mapping[Article, Booked], counting: Counting, changed: Collection[Article]) -> Iterator[Article]:
    """All articles of a new bill; of one that is booked those whose readings have changed, or by wish all of them.

    What was let off stays so, unless all is counted anew.
    """
    is_every = counting is not Counting.WHEN_COMPLETE or not booked
    for article in ARTICLES:
        is_let_off = article in booked and booked[article].is_let_off
        if (is_every or article in changed) and (counting is Counting.ANEW or not is_let_off):
            yield article


def _wanted(
    books: ObjectBooks, lease: Lease, month: dt.date, booked: dict[Article, Booked], counting: Counting
) -> dict[Article, list[BillLine]]:
    """What the lease should be charged, by article, at booked prices where something is booked."""
    tariffs: Iterable[Tariff] = books.tariffs
    if counting is not Counting.ANEW:
        present = in_force(books.tariffs, month)
        kept = [booked.get(one, Booked()).tariff(present.get(one)) for one in {*present, *booked}]
        tariffs = [one for one in kept if one is not None]
    lines = sorted(lines_for(books, month, tariffs).of_lease.get(lease.id, ()), key=_place)
    return {article: list(some) for article, some in groupby(lines, key=lambda one: one.article)}


async def _settle(
    work: Work,
    lease: Lease,
    month: dt.date,
    article: Article,
    known: Booked,
    lines: list[BillLine],
    today: dt.date,
    by: PersonId | None,
) -> bool:
    """Make the article's charge what it should be; returns whether anything was booked."""
    right = arithmetic(lines)
    if known.standing is None and not lines:
        return False
    if known.standing is not None:
        if is_same(known.standing.arithmetic, right) and known.standing.minor == total(lines):
            return False
        why = {"why": PUT_RIGHT}
        await work.ledger.add(reversal_of(known.standing, booked_at=work.now(), booked_by=by, arithmetic=why))
    if lines:
        await work.ledger.add(
            Entry(
                account=account_of_lease(lease.id),
                kind=EntryKind.CHARGE,
                on=due_when_booked(lease, month, today),
                minor=total(lines),
                currency=lease.currency,
                booked_at=work.now(),
                booked_by=by,
                article=article,
                month=month,
                key=key_of(article, month, len(known.charges) + 1),
                arithmetic=right,
            )
        )
    return True


async def _tell(work: Work, lease: Lease, month: dt.date, before: int | None, by: PersonId | None) -> None:
    """Tell the tenant, unless it is they who have just sent the reading, and see the sum."""
    tenant = await tenant_of(work, lease)
    after = charged(booked_in(await work.ledger.of([account_of_lease(lease.id)]), month))
    if tenant is None or tenant == by or before == after:
        return
    data = {"lease_id": lease.id, "month": f"{month:%Y-%m}", "before": before}
    moment = work.now().isoformat()
    await tell(work, tenant, NotificationKind.UTILITY_BILL, data, f"utility:{lease.id}:{month:%Y-%m}:{moment}")


def _place(line: BillLine) -> int:
    return ARTICLES.index(line.article)


def _by_meter(readings: list[Reading]) -> list[Reading]:
    return sorted(readings, key=lambda one: (one.meter_id, one.month))
