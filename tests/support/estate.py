"""Landlords, managers, owners and tenants with objects and leases: what tests about rented objects begin with.

Rows are made as their use cases would leave them; people have come to the bot and confirmed their phones.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from domain.estate.leases.end_lease import end_lease
from domain.estate.leases.lease import Lease, LeaseId, RentStep
from domain.estate.leases.show_lease import show_lease
from domain.estate.objects.premises import Category, Premises, PremisesId
from domain.estate.parties.own_party import own_party
from domain.estate.parties.party import Party, PartyId, PartyKind, contacts_of
from domain.people.person import Role
from domain.work import Work
from tests.support.somebody import Somebody
from tests.support.world import World

ROLES = {PartyKind.OWNER: Role.OWNER, PartyKind.TENANT: Role.TENANT}
OBJECT: dict[str, Any] = {
    "name": "Лесная, 4",
    "address": "Лесная, 4",
    "city": "Москва",
    "category": Category.FLAT,
    "area": 54_00,
    "currency": "RUB",
}
"""What is let unless a test says otherwise."""
LEASE: dict[str, Any] = {
    "starts_on": dt.date(2026, 11, 1),
    "due_day": 5,
    "currency": "RUB",
}
"""How it is let unless a test says otherwise: 46 000 ₽ a month, due on the 5th."""
RENT = 46_000_00


@dataclass
class Manager(Somebody):
    """A manager, or a landlord who keeps alone."""

    async def own_party(self) -> PartyId:
        """A landlord's own party."""
        work, me = self.world.product.new_work(), await self.me()
        async with work.writing("own_party"):
            party = await own_party(work, await work.people.get(me.id))
            await work.commit(None)
            return party.id

    async def knows(self, kind: PartyKind, first_name: str, last_name: str | None = None, **about: Any) -> PartyId:
        """Has an owner or a tenant who has not come to the bot (yet); `phone` and `email` go to the vault."""
        return await self._keeps(kind, first_name, last_name, **about)

    async def has(self, kind: PartyKind, first_name: str, last_name: str | None = None, **about: Any) -> "Client":
        """Has an owner or a tenant who has come to the bot and is at their phone; `language` is theirs."""
        language = about.pop("language", "ru")
        person = self.world.person(first_name, last_name=last_name or "", language_code=language)
        member = await Somebody(self.world, person).becomes(ROLES[kind])
        about = {"phone": person.user.phone, "person_id": member.id, "joined_at": self.world.clock.now(), **about}
        party = await self._keeps(kind, first_name, last_name, **about)
        return Client(self.world, person, party)

    async def owner(self, first_name: str, last_name: str | None = None, **about: Any) -> "Client":
        """Has an owner who has joined."""
        return await self.has(PartyKind.OWNER, first_name, last_name, **about)

    async def tenant(self, first_name: str, last_name: str | None = None, **about: Any) -> "Client":
        """Has a tenant who has joined."""
        return await self.has(PartyKind.TENANT, first_name, last_name, **about)

    async def knows_tenant(self, first_name: str, last_name: str | None = None, **about: Any) -> PartyId:
        """Has a tenant who has not come to the bot."""
        return await self.knows(PartyKind.TENANT, first_name, last_name, **about)

    async def manages(self, owner: PartyId | None = None, **changes: Any) -> PremisesId:
        """Has one more object, of the owner or (a landlord) of their own."""
        owner_id = owner if owner is not None else await self.own_party()
        me, work = await self.me(), self.world.product.new_work()
        about = {"created_at": work.now(), **OBJECT, **changes}
        if "name" in changes and "address" not in changes:
            about["address"] = changes["name"]
        async with work.writing("manages"):
            one = Premises(manager_id=me.id, owner_id=owner_id, **about)
            await work.estate.premises.save(one)
            await work.commit(None)
            return one.id

    async def lets(
        self, premises: PremisesId, tenant: PartyId, rent: int | tuple[RentStep, ...] = RENT, **changes: Any
    ) -> LeaseId:
        """Has let an object; `rent` is what a month costs in minor units, or its steps."""
        about = {**LEASE, **changes}
        steps = rent if isinstance(rent, tuple) else (RentStep(about["starts_on"], rent),)
        work = self.world.product.new_work()
        async with work.writing("lets"):
            lease = Lease(premises_id=premises, tenant_id=tenant, created_at=work.now(), rent=steps, **about)
            await work.estate.leases.save(lease)
            await work.commit(None)
            return lease.id

    async def ends(self, lease: LeaseId, last: dt.date) -> None:
        """Has ended a lease on a day."""
        me = await self.me()
        version = (await show_lease(self.world.product.new_work(), me, lease)).lease.version
        await end_lease(self.world.product.new_work(), me, lease, version, last)

    async def _keeps(self, kind: PartyKind, first_name: str, last_name: str | None, **about: Any) -> PartyId:
        contacts = {"phone": about.pop("phone", None), "email": about.pop("email", None)}
        me, work = await self.me(), self.world.product.new_work()
        async with work.writing("knows"):
            party = Party(
                manager_id=me.id,
                kind=kind,
                first_name=first_name,
                last_name=last_name,
                created_at=work.now(),
                phone_fingerprint=_fingerprint(work, contacts["phone"]),
                **about,
            )
            await work.estate.parties.save(party)
            await work.vault.write(me.id, contacts_of(party.id), contacts)
            await work.commit(None)
            return party.id


@dataclass
class Client(Somebody):
    """An owner or tenant of a manager, who has come to the bot."""

    party: PartyId


async def new_manager(world: World, first_name: str = "Мария", **about: Any) -> Manager:
    """A manager past their first steps."""
    return await _manager(world, first_name, Role.MANAGER, **about)


async def new_landlord(world: World, first_name: str = "Лев", **about: Any) -> Manager:
    """An owner who keeps alone."""
    return await _manager(world, first_name, Role.OWNER, **about)


async def _manager(world: World, first_name: str, role: Role, **about: Any) -> Manager:
    person = world.person(first_name, **about)
    manager = Manager(world, person)
    await manager.becomes(role)
    return manager


def _fingerprint(work: Work, phone: str | None) -> str | None:
    return work.vault.fingerprint("phone", phone if phone.startswith("+") else f"+{phone}") if phone else None
