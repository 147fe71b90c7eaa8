"""Every row that is booked for a lease settles its account: payments go where they belong, and stay there."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from domain.estate.leases.lease import Lease, LeaseId
from domain.ledger.allocation import Allocation, Coming, settle
from domain.ledger.entry import Entry, account_of_lease
from domain.ledger.statement import Statement, statement
from domain.work import Work

FURTHEST = dt.timedelta(days=3660)
"""How far ahead rent may be paid."""


def coming_rent(lease: Lease) -> Iterator[Coming]:
    """The rent of the months of a lease that are still to be charged, the first one first."""
    since = lease.next_charge_on
    if since is None:
        return
    for one in lease.months(max(since, lease.starts_on) + FURTHEST, since):
        if one.minor > 0:
            yield Coming(one.month, one.due_on, one.minor)


async def settle_account(work: Work, lease: Lease) -> None:
    """Book in the present transaction what payments go into; nothing if each is where it belongs.

    It ends everything that books rows, or changes which rent is still to come. What books a charge that is not rent
    begins with it too: what is paid already is kept for what it was told to be for, before the charge is there.
    """
    account = account_of_lease(lease.id)
    entries, known = await work.ledger.of([account]), await work.ledger.allocations([account])
    await work.ledger.allocate(settle(entries, known, coming_rent(lease), work.now()))


async def statements_of(
    work: Work, leases: Sequence[Lease], today: dt.date
) -> Mapping[LeaseId, tuple[Statement, tuple[Entry, ...]]]:
    """The accounts of leases with every row of each, by a query or two however many leases there are."""
    accounts = {account_of_lease(one.id): one for one in leases}
    rows: dict[str, list[Entry]] = {one: [] for one in accounts}
    known: dict[str, list[Allocation]] = {one: [] for one in accounts}
    for entry in await work.ledger.of(list(accounts)):
        rows[entry.account].append(entry)
    for allocation in await work.ledger.allocations(list(accounts)):
        known[allocation.account].append(allocation)
    return {
        lease.id: (
            statement(rows[one], today, [*known[one], *settle(rows[one], known[one], coming_rent(lease), work.now())]),
            tuple(rows[one]),
        )
        for one, lease in accounts.items()
    }


async def statement_of(work: Work, lease: Lease, today: dt.date) -> Statement:
    """The account of one lease."""
    return (await statements_of(work, [lease], today))[lease.id][0]
