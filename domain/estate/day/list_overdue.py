"""A manager looks through the leases for which something is overdue, the largest sums first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from domain.estate.day.agenda import OpenDebt
from domain.estate.day.today import sums
from domain.estate.leases.lease import Lease
from domain.estate.money.account import accounts_of
from domain.estate.money.remind_debtor import asked
from domain.estate.objects.premises import Premises
from domain.estate.parties.party import Party
from domain.money import Money
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class Overdue:
    """A lease with something overdue."""

    lease: Lease
    premises: Premises
    tenant: Party
    owed: Money
    """What should have been paid before today."""
    since: dt.date
    """The due day of the oldest of it."""
    reported: Money
    """What the tenant says to have paid and nobody has decided on."""
    is_reminded: bool
    """Whether the tenant has been reminded by hand today."""


@dataclass(frozen=True, slots=True)
class OverduePage:
    """Some of them, how many there are, and what is overdue in all."""

    items: tuple[Overdue, ...]
    total: int
    sums: tuple[Money, ...]


@query(Action.MANAGE_OBJECTS)
async def list_overdue(work: Work, actor: Person, *, offset: int = 0, limit: int | None = 5) -> OverduePage:
    """A page, or with no limit all of them."""
    day = work.now().astimezone(actor.zone).date()
    debts = await work.estate.agenda.debts(actor.id, day)
    shown = debts[offset:] if limit is None else debts[offset : offset + limit]
    return OverduePage(await _overdue(work, shown, day), len(debts), sums(one.owed for one in debts))


async def _overdue(work: Work, debts: Sequence[OpenDebt], day: dt.date) -> tuple[Overdue, ...]:
    """The debts with whose they are, since when, and whether a reminder went out today."""
    leases = {one.id: one for one in await work.estate.leases.many([one.lease_id for one in debts])}
    accounts = await accounts_of(work, [leases[one.lease_id] for one in debts], day) if debts else []
    people = {one.tenant.person_id for one in accounts if one.tenant.person_id is not None}
    noted = await work.notifications.noted(people, [asked(one.lease_id, day) for one in debts])
    return tuple(
        Overdue(
            lease=account.lease,
            premises=account.premises,
            tenant=account.tenant,
            owed=debt.owed,
            since=min((one.charge.on for one in account.statement.overdue), default=day),
            reported=account.reported,
            is_reminded=asked(debt.lease_id, day) in noted,
        )
        for debt, account in zip(debts, accounts, strict=True)
    )
