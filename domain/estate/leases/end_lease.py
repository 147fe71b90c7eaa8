"""A manager ends a lease on a day: the rent of days that will not be lived is taken back, the debt stays.

A lease that was added by mistake is called off: it never ran, and nothing is owed for it; what has been paid is taken
back first.
"""

import copy
import datetime as dt
from dataclasses import dataclass

from domain.estate.leases.edit_lease import to_change
from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.leases.lease_terms import check_days
from domain.estate.leases.rent import settle_rent
from domain.estate.leases.tell_tenant import Change, tell_tenant
from domain.estate.money.account import LeaseAccount, account_of
from domain.ledger.entry import Article
from domain.money import Money
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect, query

A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ChangedMonth:
    """A month whose rent has been charged and will be another one."""

    month: dt.date
    before: Money
    after: Money
    days: int
    days_in_month: int


@dataclass(frozen=True, slots=True)
class LeaseEnding:
    """What becomes of the rent if the lease ends on a day."""

    account: LeaseAccount
    last: dt.date
    months: tuple[ChangedMonth, ...]
    balance: Money
    """Paid beyond what will be owed by today for the days until the end; negative: a debt that stays."""
    deposit: Money
    """What is held, to be settled afterwards."""


@query(Action.MANAGE_OBJECTS)
async def look_at_end(work: Work, actor: Person, lease_id: LeaseId, last: dt.date) -> LeaseEnding:
    """What would become of the rent; a `Refusal` says why it cannot end then."""
    lease = await work.estate.leases.managed_by(actor.id, lease_id)
    _check(lease, last)
    account = await account_of(work, lease, work.now().astimezone(actor.zone).date())
    months = _changed(account, last)
    given_back = sum(one.before.minor - one.after.minor for one in months)
    return LeaseEnding(
        account=account,
        last=last,
        months=months,
        balance=account.money(account.statement.balance + given_back),
        deposit=account.deposit_held,
    )


@effect(Action.MANAGE_OBJECTS)
async def end_lease(work: Work, actor: Person, lease_id: LeaseId, version: int, last: dt.date) -> LeaseId:
    """Make this its last day; `Conflict` if it was changed since this version."""
    lease, _ = await to_change(work, actor, lease_id, version, {})
    _check(lease, last)
    lease.ends_on, lease.ended_early = last, True
    lease.notice_on = lease.next_notice(work.now().astimezone(actor.zone).date())
    await work.estate.leases.save(lease)
    await settle_rent(work, lease, actor.id)
    await tell_tenant(work, lease, Change.ENDED, ends_on=last.isoformat())
    return await work.commit(lease.id)


@effect(Action.MANAGE_OBJECTS)
async def call_off_lease(work: Work, actor: Person, lease_id: LeaseId, version: int) -> LeaseId:
    """Make it one that never ran: its last day is the one before its first."""
    lease, _ = await to_change(work, actor, lease_id, version, {})
    account = await account_of(work, lease, work.now().astimezone(actor.zone).date())
    if account.statement.payments:
        raise Refusal("Something has been paid for this lease. Take the payment back first, or end the lease.")
    if any(one.charge.article is not Article.RENT for one in account.statement.charges):
        raise Refusal("More than rent has been charged for this lease. Take that back first, or end the lease.")
    lease.ends_on, lease.ended_early, lease.notice_on = lease.starts_on - A_DAY, True, None
    await work.estate.leases.save(lease)
    await settle_rent(work, lease, actor.id)
    await tell_tenant(work, lease, Change.CALLED_OFF)
    return await work.commit(lease.id)


def _check(lease: Lease, last: dt.date) -> None:
    if lease.is_void:
        raise Conflict("This lease has been called off.")
    check_days(lease.starts_on, last)
    if lease.ends_on is not None and last >= lease.ends_on:
        raise Refusal("It ends on {date} anyway. To let it run longer, change its last day.", date=lease.ends_on)


def _changed(account: LeaseAccount, last: dt.date) -> tuple[ChangedMonth, ...]:
    """The months that have been charged and would be charged otherwise."""
    ended = copy.copy(account.lease)
    ended.ends_on = last
    changed = []
    for one in account.statement.charges:
        charge = one.charge
        if charge.article is not Article.RENT or charge.month is None:
            continue
        right = ended.month(charge.month)
        if right.minor != charge.minor:
            before, after = charge.money, account.money(right.minor)
            changed.append(ChangedMonth(charge.month, before, after, right.days, right.days_in_month))
    return tuple(changed)
