"""Stored meters with their readings, and when an object's readings are looked at next."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from domain.estate.leases.lease import LeaseId
from domain.estate.objects.premises import Premises, PremisesId
from domain.metering.meter import Meter, MeterId, in_order
from domain.metering.reading import Reading, ReadingId, Slot
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage.estate.tables import premises
from storage.metering.tables import meter, reading, watch
from storage.scope import Scope

COUNTS = reading.c.replaced_at.is_(None)


class SqlMeters:
    """Stored meters with their readings."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def managed_by(self, manager: PersonId, meter_id: MeterId, *, hold: bool = False) -> Meter:
        """A meter of an object that the person keeps, or `NotFound`."""
        kept = meter.c.premises_id.in_(select(premises.c.id).where(premises.c.manager_id == manager))
        return await self._the_one(meter_id, kept, hold=hold)

    async def of_lease(
        self, premises_id: PremisesId, lease_id: LeaseId, meter_id: MeterId, *, hold: bool = False
    ) -> Meter:
        """A meter that counts what the lease of this object uses, or `NotFound`."""
        counts = or_(meter.c.lease_id.is_(None), meter.c.lease_id == lease_id)
        return await self._the_one(meter_id, meter.c.premises_id == premises_id, counts, hold=hold)

    async def _the_one(self, meter_id: MeterId, *tests: ColumnElement[bool], hold: bool = False) -> Meter:
        found: Meter | None = await self._scope.one(select(Meter).where(meter.c.id == meter_id, *tests), hold=hold)
        if found is None:
            raise NotFound
        return found

    async def of_premises(self, premises_ids: Collection[PremisesId]) -> list[Meter]:
        """Every meter of these objects, out of use or not, by kind and age."""
        query = select(Meter).where(meter.c.premises_id.in_(premises_ids))
        return in_order(list(await self._scope.session.scalars(query)))

    async def save(self, saved: Meter) -> None:
        """Keep a new or changed meter; gives a new one its id."""
        await self._scope.keep(saved)

    async def readings(self, meter_ids: Collection[MeterId]) -> list[Reading]:
        """Those that count, the earliest month first."""
        query = select(Reading).where(reading.c.meter_id.in_(meter_ids), COUNTS)
        return list(await self._scope.session.scalars(query.order_by(reading.c.month, reading.c.id)))

    async def history(self, meter_id: MeterId, limit: int) -> list[Reading]:
        """The latest readings of a meter, also those that others have replaced, the newest first."""
        query = select(Reading).where(reading.c.meter_id == meter_id)
        query = query.order_by(reading.c.month.desc(), reading.c.id.desc()).limit(limit)
        return list(await self._scope.session.scalars(query))

    async def reading(self, reading_id: ReadingId) -> Reading:
        """Anybody's reading, or `NotFound`."""
        found = await self._scope.session.get(Reading, reading_id)
        if found is None:
            raise NotFound
        return found

    async def add_reading(self, added: Reading) -> None:
        """Keep a new reading; a second one that counts for the same month makes the transaction try again."""
        await self._scope.keep(added)

    async def sent_by(self, person: PersonId) -> list[Reading]:
        """Every reading that the person has entered, the oldest first."""
        query = select(Reading).where(reading.c.by == person).order_by(reading.c.id)
        return list(await self._scope.session.scalars(query))

    async def hold(self, premises_id: PremisesId) -> None:
        """Let nobody else change the readings of this object in the present transaction."""
        await self._scope.one(select(watch.c.premises_id).where(watch.c.premises_id == premises_id), hold=True)

    async def watch(self, premises_id: PremisesId, at: dt.datetime) -> None:
        """Look at the object's readings at this moment, and not before."""
        dialect = self._scope.session.get_bind().dialect.name
        insert = (sqlite if dialect == "sqlite" else postgresql).insert(watch)
        noted = insert.values(premises_id=premises_id, at=at)
        await self._scope.session.execute(
            noted.on_conflict_do_update(index_elements=["premises_id"], set_={"at": noted.excluded["at"]})
        )

    async def to_look_at(self, now: dt.datetime, limit: int) -> list[PremisesId]:
        """Objects in use whose moment has come, the longest waiting first."""
        query = (
            select(watch.c.premises_id)
            .join(premises, premises.c.id == watch.c.premises_id)
            .where(watch.c.at <= now, premises.c.archived_at.is_(None))
            .order_by(watch.c.at, watch.c.premises_id)
            .limit(limit)
        )
        return [PremisesId(one) for one in await self._scope.session.scalars(query)]

    async def is_due(self, premises_id: PremisesId, now: dt.datetime) -> bool:
        """Whether the object's moment has come; then it is held for the present transaction."""
        query = select(watch.c.at).where(watch.c.premises_id == premises_id)
        at: dt.datetime | None = await self._scope.one(query, hold=True)
        return at is not None and at <= now

    async def read_objects(self, manager: PersonId, since: dt.date) -> list[tuple[Premises, Meter, frozenset[Slot]]]:
        """The manager's objects in use, each with its meters in use and what was read since then."""
        on = (reading.c.meter_id == meter.c.id) & COUNTS & (reading.c.month >= since)
        query = (
            select(Premises, Meter, reading.c.month, reading.c.final_of)
            .join(meter, meter.c.premises_id == premises.c.id)
            .outerjoin(reading, on)
            .where(premises.c.manager_id == manager, premises.c.archived_at.is_(None), meter.c.archived_at.is_(None))
            .order_by(premises.c.name, premises.c.id, meter.c.id)
        )
        slots: dict[tuple[Premises, Meter], set[Slot]] = defaultdict(set)
        for one, its_meter, month, final_of in await self._scope.session.execute(query):
            slots[one, its_meter] |= {(month, final_of)} if month is not None else set()
        return [(one, its_meter, frozenset(read)) for (one, its_meter), read in slots.items()]
