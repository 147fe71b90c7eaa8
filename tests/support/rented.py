"""A flat that is let: its keeper, its owner, its tenant Олег and the lease, where tests about money begin."""

from dataclasses import dataclass
from typing import Any

from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount
from domain.estate.money.show_account import show_account
from domain.ledger.entry import Entry, EntryKind, account_of_lease
from tests.support.estate import Client, Keeper, manager
from tests.support.world import World


@dataclass
class Rented:
    """A flat of an owner, kept by a manager, rented by Олег."""

    keeper: Keeper
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
        """As the keeper sees it now."""
        return await show_account(self.world.product.new_work(), await self.keeper.me(), self.lease)


async def rented_in(world: World, **terms: Any) -> Rented:
    """46 000 ₽ a month from 1 November 2026, due on the 5th, unless the terms say otherwise; nothing is paid yet."""
    keeper = await manager(world)
    owner = await keeper.owner("Ольга")
    oleg = await keeper.tenant("Олег", "Иванов")
    lease = await keeper.lets(await keeper.keeps(owner.party), oleg.party, **terms)
    await world.later(seconds=1)
    return Rented(keeper, owner, oleg, lease)
