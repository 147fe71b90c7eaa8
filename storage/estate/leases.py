"""Stored leases."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import ColumnElement, or_, select

from domain.estate.lease import Lease, LeaseId, RentToBook
from domain.estate.party import PartyId
from domain.estate.premises import PremisesId
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage.estate.premises import seen_by
from storage.estate.tables import lease, party, premises
from storage.scope import Scope


def _rented_by(person: PersonId) -> ColumnElement[bool]:
    """Whether the person is the tenant, as a party that is not removed."""
    return lease.c.tenant_id.in_(select(party.c.id).where(party.c.person_id == person, party.c.removed_at.is_(None)))


class SqlLeases:
    """Stored leases."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, lease_id: LeaseId, *, hold: bool = False) -> Lease:
        """Anybody's lease, or `NotFound`."""
        return await self._the_one(lease_id, hold=hold)

    async def kept_by(self, keeper: PersonId, lease_id: LeaseId, *, hold: bool = False) -> Lease:
        """A lease of an object that the person keeps, or `NotFound`."""
        kept = lease.c.premises_id.in_(select(premises.c.id).where(premises.c.keeper_id == keeper))
        return await self._the_one(lease_id, kept, hold=hold)

    async def rented_by(self, person: PersonId, lease_id: LeaseId, *, hold: bool = False) -> Lease:
        """A lease whose tenant the person is (a party that is not removed), or `NotFound`."""
        return await self._the_one(lease_id, _rented_by(person), hold=hold)

    async def seen_by(self, person: PersonId, lease_id: LeaseId) -> Lease:
        """A lease of an object that the person keeps or owns, or rents, or `NotFound`."""
        seen = lease.c.premises_id.in_(select(premises.c.id).where(seen_by(person)))
        return await self._the_one(lease_id, or_(seen, _rented_by(person)))

    async def _the_one(self, lease_id: LeaseId, *tests: ColumnElement[bool], hold: bool = False) -> Lease:
        query = select(Lease).where(lease.c.id == lease_id, *tests)
        found: Lease | None = await self._scope.one(query, hold=hold)
        if found is None:
            raise NotFound
        return found

    async def many(self, lease_ids: Collection[LeaseId]) -> list[Lease]:
        """Those that exist, in any order."""
        return list(await self._scope.session.scalars(select(Lease).where(lease.c.id.in_(lease_ids))))

    async def of_premises(self, premises_ids: Collection[PremisesId]) -> list[Lease]:
        """Every lease of these objects, the earliest start first."""
        query = select(Lease).where(lease.c.premises_id.in_(premises_ids)).order_by(lease.c.starts_on, lease.c.id)
        return list(await self._scope.session.scalars(query))

    async def of_tenants(self, party_ids: Collection[PartyId]) -> list[Lease]:
        """Every lease of these tenants, the earliest start first."""
        query = select(Lease).where(lease.c.tenant_id.in_(party_ids)).order_by(lease.c.starts_on, lease.c.id)
        return list(await self._scope.session.scalars(query))

    async def with_rent_due(self, by: dt.date, after: LeaseId, limit: int) -> list[RentToBook]:
        """Leases with a month to charge that is due by this day, by id, beginning after the one named."""
        query = (
            select(lease.c.id, lease.c.next_charge_on, premises.c.keeper_id)
            .join(premises, premises.c.id == lease.c.premises_id)
            .where(lease.c.next_charge_on <= by, lease.c.id > after)
            .order_by(lease.c.id)
            .limit(limit)
        )
        found = (await self._scope.session.execute(query)).all()
        return [RentToBook(LeaseId(one), on, PersonId(keeper)) for one, on, keeper in found]

    async def save(self, saved: Lease) -> None:
        """Keep a new or changed lease; gives a new one its id."""
        await self._scope.keep(saved)
