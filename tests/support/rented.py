"""A flat that is let: its manager, its owner, its tenant Олег and the lease, where tests about money begin."""

from dataclasses import dataclass
from typing import Any

from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount
from domain.estate.money.show_account import show_account
from domain.ledger.entry import Entry, EntryKind, account_of_lease
from tests.support.estate import Client, Manager, new_manager
from tests.support.world import World


@dataclass
class Rented:
    """A flat of an owner, kept by a manager, rented by Олег."""

    manager: Manager
    owner: Client
    oleg: Client
    lease: LeaseId

    @property
    def world(self) -> World:
        """Where it all happens."""
        return self.oleg.world

    async def rows(self) -> list[Entry]:
        """The lease's account."""
        work = self.world.product.new_work()
        async with work.reading():
            return await work.ledger.of([account_of_lease(self.lease)])

    async def paid(self) -> list[int]:
        """What has been booked as paid, reversals included."""
        return [one.minor for one in await self.rows() if one.kind is EntryKind.PAYMENT]

    async def account(self) -> LeaseAccount:
        """As the manager sees it now."""
        return await show_account(self.world.product.new_work(), await self.manager.me(), self.lease)


async def rented_in(world: World, **terms: Any) -> Rented:
    """46 000 ₽ a month from 1 November 2026, due on the 5th, unless the terms say otherwise; nothing is paid yet."""
    manager = await new_manager(world)
    owner = await manager.owner("Ольга")
    oleg = await manager.tenant("Олег", "Иванов")
    lease = await manager.lets(await manager.manages(owner.party), oleg.party, **terms)
    await world.later(seconds=1)
    return Rented(manager, owner, oleg, lease)
