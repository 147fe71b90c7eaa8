"""Stored owners and tenants."""

from collections.abc import Collection

from sqlalchemy import select

from domain.estate.party import Party, PartyId, PartyKind
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage import words
from storage.estate.tables import party
from storage.scope import Scope


class SqlParties:
    """Stored owners and tenants."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, party_id: PartyId) -> Party:
        """Anybody's party, or `NotFound`."""
        found = await self._scope.session.get(Party, party_id)
        if found is None:
            raise NotFound
        return found

    async def kept_by(self, keeper: PersonId, party_id: PartyId, *, hold: bool = False) -> Party:
        """The keeper's own party, removed or not, or `NotFound`."""
        query = select(Party).where(party.c.id == party_id, party.c.keeper_id == keeper)
        found: Party | None = await self._scope.one(query, hold=hold)
        if found is None:
            raise NotFound
        return found

    async def many(self, party_ids: Collection[PartyId]) -> list[Party]:
        """Those that exist, in any order."""
        return list(await self._scope.session.scalars(select(Party).where(party.c.id.in_(party_ids))))

    async def acting(self, person: PersonId, kind: PartyKind | None = None) -> list[Party]:
        """The parties that the person acts as now; removed ones are not among them."""
        query = select(Party).where(party.c.person_id == person, party.c.removed_at.is_(None)).order_by(party.c.id)
        if kind is not None:
            query = query.where(party.c.kind == kind)
        return list(await self._scope.session.scalars(query))

    async def myself(self, keeper: PersonId) -> Party | None:
        """The keeper's own party as an owner who keeps alone, if there is one."""
        query = select(Party).where(
            party.c.keeper_id == keeper, party.c.person_id == keeper, party.c.kind == PartyKind.OWNER
        )
        found: Party | None = await self._scope.session.scalar(query.order_by(party.c.id).limit(1))
        return found

    async def save(self, saved: Party) -> None:
        """Keep a new or changed party; gives a new one its id."""
        saved.search_text = words.searchable(saved.first_name, saved.last_name, saved.description)
        await self._scope.keep(saved)
