"""The rent of a month becomes a charge on its due day, once; when a lease changes, its months are made right again.

Days begin and end with the manager's. What was booked is never edited: a month that is no longer right is taken back by
a reversing entry and, if something is still due for it, booked anew under the next key of that month.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from itertools import groupby

from domain.estate.leases.lease import Lease, LeaseId, MonthOfRent, RentToBook, next_month
from domain.estate.money.settling import settle_account
from domain.ledger.entry import Article, Entry, EntryId, EntryKind, account_of_lease
from domain.ledger.reversal import reversal_of, reversals
from domain.people.person import PersonId
from domain.work import Work

LEASE_CHANGED = "lease_changed"
"""Why a charge was taken back, in the arithmetic of its reversal; another reason means that it was let off."""
FURTHEST_EAST = dt.timedelta(hours=14)
"""No time zone is further ahead of UTC."""


async def rent_to_book(work: Work, after: LeaseId, limit: int) -> tuple[list[RentToBook], LeaseId | None]:
    """Some of the leases with a month that is due by now, by id, and after which one to go on; None: no more."""
    async with work.reading():
        now = work.now()
        found = await work.estate.leases.with_rent_due((now + FURTHEST_EAST).date(), after, limit)
        managers = {one: await work.people.get(one) for one in {row.manager_id for row in found}}
        due = [row for row in found if row.on <= now.astimezone(managers[row.manager_id].zone).date()]
        return due, found[-1].lease_id if len(found) == limit else None


async def book_due_rent(work: Work, lease_id: LeaseId) -> int:
    """Charge every month of the lease that is due and has not been charged; returns how many."""
    async with work.writing("book_due_rent"):
        lease = await work.estate.leases.get(lease_id, hold=True)
        since = lease.next_charge_on
        if since is None:
            return 0
        booked = await _settle(work, lease, await managers_today(work, lease), since=since)
        await work.commit(None)
        return booked


async def settle_rent(work: Work, lease: Lease, by: PersonId | None = None) -> None:
    """Book what is due by now, and make right what a change of the lease (its end, its start, its rent) has made wrong.

    Part of the use case that adds, changes or ends the lease, after it has been saved. A month that the manager has let
    off by reversing it stays so.
    """
    await _settle(work, lease, await managers_today(work, lease), by=by)


async def managers_today(work: Work, lease: Lease) -> dt.date:
    """Which day it is for who keeps the object."""
    premises = await work.estate.premises.get(lease.premises_id)
    manager = await work.people.get(premises.manager_id)
    return work.now().astimezone(manager.zone).date()


async def _settle(
    work: Work, lease: Lease, today: dt.date, *, since: dt.date | None = None, by: PersonId | None = None
) -> int:
    entries = await work.ledger.of([account_of_lease(lease.id)])
    taken_back = reversals(entries)
    charged = _rent_by_month(entries)
    settled = _settled(charged, taken_back)
    due = {one.month: one for one in lease.months(today, since)}
    looked_at = due.keys() if since is not None else due.keys() | charged.keys()
    booked = 0
    for month in sorted(looked_at):
        right = due.get(month) or lease.month(month)
        before = charged.get(month, [])
        if month in settled:
            if not _must_be_taken_back(before[-1], right, taken_back):
                continue
            why = {"why": LEASE_CHANGED}
            await work.ledger.add(reversal_of(before[-1], booked_at=work.now(), booked_by=by, arithmetic=why))
            settled.remove(month)
        if right.minor > 0 and right.due_on <= today:
            await work.ledger.add(_charge(lease, right, len(before) + 1, work.now(), by))
            settled.add(month)
            booked += 1
    await work.estate.leases.plan_charge(lease, _next_charge_on(lease, today, settled))
    await settle_account(work, lease)
    return booked


def _must_be_taken_back(last: Entry, right: MonthOfRent, taken_back: Mapping[EntryId, Entry]) -> bool:
    """Whether the month's charge stands and is another sum than the lease now says."""
    return last.id not in taken_back and last.minor != right.minor


def _settled(charged: Mapping[dt.date, list[Entry]], taken_back: Mapping[EntryId, Entry]) -> set[dt.date]:
    """The months whose charge stands, or was let off; what a change of the lease took back may be booked again."""
    reversals = {month: taken_back.get(rows[-1].id) for month, rows in charged.items()}
    return {month for month, one in reversals.items() if one is None or one.arithmetic.get("why") != LEASE_CHANGED}


def _rent_by_month(entries: Iterable[Entry]) -> dict[dt.date, list[Entry]]:
    """The charges of rent, standing or taken back, in the order of booking."""
    rent = [one for one in entries if one.article is Article.RENT and one.reverses is None and one.month is not None]
    rent.sort(key=lambda one: (one.month, one.id))
    return {month: list(group) for month, group in groupby(rent, key=lambda one: one.month) if month is not None}


def _charge(lease: Lease, one: MonthOfRent, number: int, now: dt.datetime, by: PersonId | None) -> Entry:
    key = f"rent:{one.month:%Y-%m}"
    return Entry(
        account=account_of_lease(lease.id),
        kind=EntryKind.CHARGE,
        on=one.due_on,
        minor=one.minor,
        currency=lease.currency,
        booked_at=now,
        booked_by=by,
        article=Article.RENT,
        month=one.month,
        key=key if number == 1 else f"{key}:{number}",
        arithmetic=rent_arithmetic(one),
    )


def rent_arithmetic(one: MonthOfRent) -> dict[str, object]:
    """How the rent of a month comes about, JSON-ready."""
    return {"days": one.days, "of": one.days_in_month, "shares": [list(share) for share in one.shares]}


def _next_charge_on(lease: Lease, today: dt.date, settled: Collection[dt.date]) -> dt.date | None:
    """The due day of the first month after today's that is not settled; None if the lease ends before."""
    month = max(lease.starts_on, today).replace(day=1)
    while lease.ends_on is None or month <= lease.ends_on:
        one = lease.month(month)
        if one.due_on > today and month not in settled:
            return one.due_on
        month = next_month(month)
    return None
