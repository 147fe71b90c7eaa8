"""An object with all about it: who owns it, who rents it until when, what the month brings, whether it is offered.

Whoever keeps it and whoever owns it see the same (OT5, OT6, IC8).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from domain.estate.day.this_month import MonthOfMoney, months_by_currency
from domain.estate.leases.lease import Lease
from domain.estate.money.account import LeaseAccount, accounts_of
from domain.estate.objects.following import TYPES, property_of
from domain.estate.objects.occupancy import free_area, is_vacant, let_area
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import Party
from domain.matching.properties.property import Property
from domain.people.names import names_of
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class PremisesView:
    """What is to be seen of an object."""

    premises: Premises
    owner: Party
    manager_name: str
    may_manage: bool
    """Whether the reader keeps it up to date, or only sees it."""
    today: dt.date
    accounts: tuple[LeaseAccount, ...]
    """Of every lease that was not called off, the earliest start first."""
    offered: Property | None
    """By what it is, or was, offered to realtors, if it is the reader's own."""
    is_offered_by_other: bool
    """Whether somebody else offers it."""

    @property
    def leases(self) -> tuple[Lease, ...]:
        """Every lease that was not called off."""
        return tuple(one.lease for one in self.accounts)

    @property
    def running(self) -> tuple[LeaseAccount, ...]:
        """The leases of today."""
        return tuple(one for one in self.accounts if one.lease.covers(self.today))

    @property
    def coming(self) -> LeaseAccount | None:
        """The next lease to begin."""
        return next((one for one in self.accounts if one.lease.starts_on > self.today), None)

    @property
    def let(self) -> int:
        """How much is let today."""
        return let_area(self.premises, self.leases, self.today)

    @property
    def free(self) -> int:
        """How much is free today."""
        return free_area(self.premises, self.leases, self.today)

    @property
    def is_vacant(self) -> bool:
        """Whether it is free today and for a while."""
        return is_vacant(self.leases, self.today)

    @property
    def can_be_offered(self) -> bool:
        """Whether realtors could find a tenant for it."""
        is_of_kind = self.premises.category is None or self.premises.category in TYPES
        return is_of_kind and self.is_vacant and self.premises.is_active and not self.is_offered_by_other

    @property
    def months(self) -> Sequence[MonthOfMoney]:
        """What this month brings, in each currency."""
        return months_by_currency(self.accounts)


@query(Action.MANAGE_OBJECTS)
async def show_premises(work: Work, actor: Person, premises_id: PremisesId) -> PremisesView:
    """An object that the actor keeps or owns, or `NotFound`."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id)
    today = work.now().astimezone(actor.zone).date()
    leases = [one for one in await work.estate.leases.of_premises([premises.id]) if not one.is_void]
    offered = await property_of(work, premises, hold=False)
    is_own = offered is not None and offered.realtor_id == actor.id
    return PremisesView(
        premises=premises,
        owner=await work.estate.parties.get(premises.owner_id),
        manager_name=(await names_of(work, await work.people.get(premises.manager_id))).full,
        may_manage=actor.may(Action.MANAGE_OBJECTS, at=premises),
        today=today,
        accounts=tuple(await accounts_of(work, leases, today)) if leases else (),
        offered=offered if is_own else None,
        is_offered_by_other=offered is not None and not is_own and offered.is_active,
    )


@query(Action.MANAGE_OBJECTS)
async def premises_to_change(work: Work, actor: Person, premises_id: PremisesId) -> Premises:
    """An object that the actor keeps, or `NotFound`."""
    return await work.estate.premises.managed_by(actor.id, premises_id)
