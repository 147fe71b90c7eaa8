"""What a tenant rents: the leases of now first, with what is owed on each, and one of them with everything about it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount, accounts_of
from domain.estate.parties.party import Party, PartyKind
from domain.ledger.entry import NOT_UTILITIES, Entry
from domain.people.names import Names, names_of
from domain.people.person import Action, Person
from domain.work import Work, query

REMEMBERED = dt.timedelta(days=60)
"""How long a lease that has ended without a debt stays on the home screen."""


@dataclass(frozen=True, slots=True)
class Rental:
    """A lease as its tenant sees it."""

    account: LeaseAccount
    manager: Names
    """Who keeps the object: whom to write to."""

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        ends = self.account.lease.ends_on
        return ends is not None and ends < self.account.today

    @property
    def matters(self) -> bool:
        """Whether it runs, is going to, has ended not long ago, or still something is owed."""
        ends = self.account.lease.ends_on
        is_lately = ends is None or ends >= self.account.today - REMEMBERED
        return is_lately or self.account.owed.minor > 0

    @property
    def utilities(self) -> tuple[Entry, ...]:
        """The utility charges of the last month that was billed, by article."""
        charges = [
            one.charge
            for one in self.account.statement.charges
            if one.charge.article not in NOT_UTILITIES and one.charge.month is not None
        ]
        last = max((one.month for one in charges if one.month is not None), default=None)
        return tuple(one for one in charges if one.month == last)


@dataclass(frozen=True, slots=True)
class Rentals:
    """Everything a person rents."""

    all: tuple[Rental, ...]
    """Those of now first, and of them those that are owed for."""
    parties: tuple[Party, ...]
    """As whom they rent, also where no lease has been added yet."""

    @property
    def present(self) -> tuple[Rental, ...]:
        """Those that matter now."""
        return tuple(one for one in self.all if one.matters)


@query(Action.RENT)
async def my_rentals(work: Work, actor: Person) -> Rentals:
    """Every lease of the actor, as a tenant who has access."""
    parties = await work.estate.parties.acting(actor.id, PartyKind.TENANT)
    leases = [one for one in await work.estate.leases.of_tenants([party.id for party in parties]) if not one.is_void]
    today = work.now().astimezone(actor.zone).date()
    rentals = await _rentals(work, await accounts_of(work, leases, today))
    return Rentals(tuple(sorted(rentals, key=_place)), tuple(parties))


@query(Action.RENT)
async def show_rental(work: Work, actor: Person, lease_id: LeaseId) -> Rental:
    """One lease that the actor rents by, or `NotFound`."""
    lease = await work.estate.leases.rented_by(actor.id, lease_id)
    today = work.now().astimezone(actor.zone).date()
    return (await _rentals(work, await accounts_of(work, [lease], today)))[0]


async def _rentals(work: Work, accounts: Sequence[LeaseAccount]) -> list[Rental]:
    ids = {account.premises.manager_id for account in accounts}
    managers = {one: await names_of(work, await work.people.get(one)) for one in ids}
    return [Rental(one, managers[one.premises.manager_id]) for one in accounts]


def _place(rental: Rental) -> tuple[bool, int, dt.date, int]:
    account = rental.account
    due = account.to_pay()
    coming = account.coming
    first = due[0].on if due else coming[0].on if coming else dt.date.max
    return rental.is_over, -min(account.owed.minor, 1), first, int(account.lease.id)
