"""Stored leases."""

import datetime as dt
from collections.abc import Collection
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, or_, select, update
from sqlalchemy.orm.attributes import set_committed_value

from domain.estate.leases.lease import Lease, LeaseId, RentToBook
from domain.estate.money.reminded import Reminded
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage.estate.access import not_seen
from storage.estate.premises import seen_by
from storage.estate.tables import lease, party, premises
from storage.people import person
from storage.scope import Scope

_PERSONS = {Reminded.TENANT: party.c.person_id, Reminded.MANAGER: premises.c.manager_id}
_LOOKED_ON = {Reminded.TENANT: lease.c.tenant_looked_on, Reminded.MANAGER: lease.c.manager_looked_on}
LONG_OVER = dt.timedelta(days=120)
"""So long after the end nobody is reminded any more, of an old debt neither: the manager's list still has it."""


def _rented_by(who: PersonId) -> ColumnElement[bool]:
    """Whether the person is the tenant, as a party that is not removed."""
    return lease.c.tenant_id.in_(select(party.c.id).where(party.c.person_id == who, party.c.removed_at.is_(None)))


def _tenant_of(lease_id: LeaseId) -> Select[PartyId]:
    return select(lease.c.tenant_id).where(lease.c.id == lease_id)


def _owner_of(lease_id: LeaseId) -> Select[PartyId]:
    return select(premises.c.owner_id).join(lease, lease.c.premises_id == premises.c.id).where(lease.c.id == lease_id)


class SqlLeases:
    """Stored leases."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, lease_id: LeaseId, *, hold: bool = False) -> Lease:
        """Anybody's lease, or `NotFound`."""
        return await self._the_one(lease_id, hold=hold)

    async def managed_by(self, manager: PersonId, lease_id: LeaseId, *, hold: bool = False) -> Lease:
        """A lease of an object that the person keeps, or `NotFound`."""
        kept = lease.c.premises_id.in_(select(premises.c.id).where(premises.c.manager_id == manager))
        return await self._the_one(lease_id, kept, hold=hold)

    async def rented_by(self, who: PersonId, lease_id: LeaseId, *, hold: bool = False) -> Lease:
        """A lease whose tenant the person is (a party that is not removed), or `NotFound`."""
        try:
            return await self._the_one(lease_id, _rented_by(who), hold=hold)
        except NotFound:
            raise await not_seen(self._scope, who, _tenant_of(lease_id)) from None

    async def seen_by(self, who: PersonId, lease_id: LeaseId) -> Lease:
        """A lease of an object that the person keeps or owns, or rents, or `NotFound`."""
        seen = lease.c.premises_id.in_(select(premises.c.id).where(seen_by(who)))
        try:
            return await self._the_one(lease_id, or_(seen, _rented_by(who)))
        except NotFound:
            raise await not_seen(self._scope, who, _tenant_of(lease_id), _owner_of(lease_id)) from None

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
            select(lease.c.id, lease.c.next_charge_on, premises.c.manager_id)
            .join(premises, premises.c.id == lease.c.premises_id)
            .where(lease.c.next_charge_on <= by, lease.c.id > after)
            .order_by(lease.c.id)
            .limit(limit)
        )
        found = (await self._scope.session.execute(query)).all()
        return [RentToBook(LeaseId(one), on, PersonId(manager)) for one, on, manager in found]

    async def with_notice_due(self, by: dt.date, after: LeaseId, limit: int) -> list[LeaseId]:
        """Leases whose end is to be told by this day, by id, beginning after the one named."""
        query = select(lease.c.id).where(lease.c.notice_on <= by, lease.c.id > after).order_by(lease.c.id).limit(limit)
        return [LeaseId(one) for one in await self._scope.session.scalars(query)]

    async def plan_notice(self, planned: Lease, on: dt.date | None) -> None:
        """Note when its end is told next; this is nobody's edit, so the version stays."""
        await self._scope.session.execute(update(lease).where(lease.c.id == planned.id).values(notice_on=on))
        set_committed_value(planned, "notice_on", on)

    async def plan_charge(self, planned: Lease, on: dt.date | None) -> None:
        """Note when the next month falls due; this is nobody's edit, so the version stays."""
        await self._scope.session.execute(update(lease).where(lease.c.id == planned.id).values(next_charge_on=on))
        set_committed_value(planned, "next_charge_on", on)

    async def zones_of(self, whom: Reminded) -> list[ZoneInfo]:
        """The time zones of those who are reminded of a lease."""
        known = select(_PERSONS[whom]).where(_PERSONS[whom].is_not(None))
        query = select(person.c.time_zone).distinct().where(person.c.id.in_(known), person.c.erased_at.is_(None))
        return [ZoneInfo(one) for one in await self._scope.session.scalars(query)]

    async def not_looked_at(self, whom: Reminded, zones: Collection[str], today: dt.date, limit: int) -> list[LeaseId]:
        """Leases that were not looked at today for those who live in these time zones."""
        query = (
            select(lease.c.id)
            .join(party, party.c.id == lease.c.tenant_id)
            .join(premises, premises.c.id == lease.c.premises_id)
            .join(person, person.c.id == _PERSONS[whom])
            .where(
                _LOOKED_ON[whom] < today,
                person.c.time_zone.in_(zones),
                person.c.erased_at.is_(None),
                or_(lease.c.ends_on.is_(None), lease.c.ends_on >= today - LONG_OVER),
            )
            .order_by(lease.c.id)
            .limit(limit)
        )
        if whom is Reminded.TENANT:
            query = query.where(party.c.removed_at.is_(None))
        return [LeaseId(one) for one in await self._scope.session.scalars(query)]

    async def looked_at(self, whom: Reminded, lease_ids: Collection[LeaseId], today: dt.date) -> None:
        """Note that this is done for today; nobody's edit either."""
        await self._scope.session.execute(
            update(lease).where(lease.c.id.in_(lease_ids)).values({_LOOKED_ON[whom]: today})
        )

    async def save(self, saved: Lease) -> None:
        """Keep a new or changed lease; gives a new one its id."""
        await self._scope.keep(saved)
