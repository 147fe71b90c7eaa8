"""A manager charges something besides the rent: a penalty, a deposit, a bill that has no meter."""

import datetime as dt

from domain.estate.leases.lease import LeaseId
from domain.estate.leases.rent import managers_today
from domain.estate.money.booking import EARLIEST, MOST_NOTE, must_be_amount, tell_tenant_of_entry
from domain.estate.money.settling import settle_account
from domain.ledger.entry import Article, Entry, EntryId, EntryKind, account_of_lease
from domain.notifications.notification import NotificationKind
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.typed.limits import tidy
from domain.work import Work, effect

LATEST = dt.timedelta(days=366)
"""How far ahead a charge may fall due."""


@effect(Action.MANAGE_OBJECTS)
async def add_charge(
    work: Work,
    actor: Person,
    lease_id: LeaseId,
    article: Article,
    minor: int,
    on: dt.date,
    *,
    note: str | None = None,
) -> EntryId:
    """Add the charge, due on a day, to the account of a lease that the actor keeps; the tenant is told."""
    lease = await work.estate.leases.managed_by(actor.id, lease_id, hold=True)
    must_be_amount(minor, lease.currency)
    today = await managers_today(work, lease)
    if article is Article.RENT:
        raise Refusal("The rent is charged by itself on its day. Change the lease to change it.")
    if not lease.starts_on - EARLIEST <= on <= today + LATEST:
        raise Refusal("{day} is too far away for something to fall due.", day=on)
    charge = Entry(
        account=account_of_lease(lease.id),
        kind=EntryKind.CHARGE,
        on=on,
        minor=minor,
        currency=lease.currency,
        booked_at=work.now(),
        booked_by=actor.id,
        article=article,
        month=None if article in (Article.DEPOSIT, Article.PENALTY) else on.replace(day=1),
        note=tidy(note, MOST_NOTE),
    )
    await settle_account(work, lease)
    await work.ledger.add(charge)
    await settle_account(work, lease)
    await tell_tenant_of_entry(work, lease, NotificationKind.CHARGED, charge, f"charged:{charge.id}", by=actor.id)
    return await work.commit(charge.id)
