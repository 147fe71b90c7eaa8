"""Stored objects."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, exists, or_, select

from domain.estate.objects.keep_offers import FRESH
from domain.estate.objects.occupancy import A_DAY, SOON
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import PartyId
from domain.matching.status import CardStatus
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage import words
from storage.estate.access import not_seen
from storage.estate.tables import lease, party, premises
from storage.matching.tables import property_
from storage.scope import Scope


def seen_by(person: PersonId) -> ColumnElement[bool]:
    """Whether the person keeps the object, or owns it as a party that is not removed."""
    owned = select(party.c.id).where(party.c.person_id == person, party.c.removed_at.is_(None))
    return or_(premises.c.manager_id == person, premises.c.owner_id.in_(owned))


class SqlPremises:
    """Stored objects."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, premises_id: PremisesId) -> Premises:
        """Anybody's object, or `NotFound`."""
        return await self._the_one(premises_id)

    async def managed_by(self, manager: PersonId, premises_id: PremisesId, *, hold: bool = False) -> Premises:
        """The object that the person keeps, or `NotFound`."""
        return await self._the_one(premises_id, premises.c.manager_id == manager, hold=hold)

    async def seen_by(self, person: PersonId, premises_id: PremisesId, *, hold: bool = False) -> Premises:
        """The object that the person keeps or owns (as a party that is not removed), or `NotFound`."""
        try:
            return await self._the_one(premises_id, seen_by(person), hold=hold)
        except NotFound:
            owner = select(premises.c.owner_id).where(premises.c.id == premises_id)
            raise await not_seen(self._scope, person, owner) from None

    async def _the_one(self, premises_id: PremisesId, *tests: ColumnElement[bool], hold: bool = False) -> Premises:
        query = select(Premises).where(premises.c.id == premises_id, *tests)
        found: Premises | None = await self._scope.one(query, hold=hold)
        if found is None:
            raise NotFound
        return found

    async def many(self, premises_ids: Collection[PremisesId]) -> list[Premises]:
        """Those that exist, in any order."""
        return list(await self._scope.session.scalars(select(Premises).where(premises.c.id.in_(premises_ids))))

    async def all_seen_by(
        self, person: PersonId, *, archived: bool = False, search: str | None = None
    ) -> list[Premises]:
        """Every object that the person keeps or owns, by name; `archived`: those put away too."""
        tests = words.contains_all(premises.c.search_text, search) if search else []
        return await self._all(seen_by(person), *tests, archived=archived)

    async def all_managed_by(self, manager: PersonId, *, archived: bool = False) -> list[Premises]:
        """Every object that the person manages, by name; `archived`: those put away too."""
        return await self._all(premises.c.manager_id == manager, archived=archived)

    async def _all(self, *tests: ColumnElement[bool], archived: bool) -> list[Premises]:
        query = select(Premises).where(*tests).order_by(premises.c.name, premises.c.id)
        if not archived:
            query = query.where(premises.c.archived_at.is_(None))
        return list(await self._scope.session.scalars(query))

    async def manages_any(self, person: PersonId) -> bool:
        """Whether the person keeps objects, archived or not."""
        query = select(premises.c.id).where(premises.c.manager_id == person).limit(1)
        return await self._scope.session.scalar(query) is not None

    async def owned_by(self, party_ids: Collection[PartyId]) -> list[Premises]:
        """Every object of these owners, archived or not, by name."""
        query = select(Premises).where(premises.c.owner_id.in_(party_ids)).order_by(premises.c.name, premises.c.id)
        return list(await self._scope.session.scalars(query))

    async def offered_by(self, property_id: int) -> Premises | None:
        """The object that this property offers to realtors."""
        found: Premises | None = await self._scope.session.scalar(
            select(Premises).where(premises.c.property_id == property_id)
        )
        return found

    async def with_offer_to_look_at(self, today: dt.date, after: PremisesId, limit: int) -> list[PremisesId]:
        """Objects in use that are offered though they will be let soon, or were and became vacant lately, by id."""
        ran = or_(lease.c.ends_on.is_(None), lease.c.ends_on >= lease.c.starts_on)
        its_lease = (lease.c.premises_id == premises.c.id, ran)
        is_let = exists().where(
            *its_lease,
            lease.c.starts_on <= today + SOON + A_DAY,
            or_(lease.c.ends_on.is_(None), lease.c.ends_on >= today - A_DAY),
        )
        has_ended = exists().where(*its_lease, lease.c.ends_on.between(today - FRESH - 2 * A_DAY, today))
        query = (
            select(premises.c.id)
            .join(property_, property_.c.id == premises.c.property_id)
            .where(
                premises.c.archived_at.is_(None),
                premises.c.id > after,
                or_(
                    and_(property_.c.status == CardStatus.ACTIVE, is_let),
                    and_(property_.c.status == CardStatus.ARCHIVED, has_ended),
                ),
            )
            .order_by(premises.c.id)
            .limit(limit)
        )
        return [PremisesId(one) for one in await self._scope.session.scalars(query)]

    async def remove(self, removed: Premises) -> None:
        """Remove it for good, with whatever belongs to it."""
        await self._scope.session.delete(removed)
        await self._scope.session.flush()

    async def save(self, saved: Premises) -> None:
        """Keep a new or changed object; gives a new one its id."""
        saved.search_text = words.searchable(saved.name, saved.address, saved.city, saved.description)
        await self._scope.keep(saved)
