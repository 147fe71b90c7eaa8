"""Stored owners and tenants."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from domain.estate.parties.party import Party, PartyId, PartyKind, ShownParties
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage import words
from storage.estate.tables import party
from storage.scope import Scope

PRESENT = party.c.removed_at.is_(None)
ON_LIST: dict[ShownParties, ColumnElement[bool]] = {
    ShownParties.OWNERS: and_(PRESENT, party.c.kind == PartyKind.OWNER),
    ShownParties.TENANTS: and_(PRESENT, party.c.kind == PartyKind.TENANT),
    ShownParties.INVITED: and_(PRESENT, party.c.joined_at.is_(None)),
    ShownParties.REMOVED: party.c.removed_at.is_not(None),
}
BY_SURNAME = (func.coalesce(party.c.last_name, party.c.first_name), party.c.first_name, party.c.id)


def _clients_of(manager: PersonId, search: str | None = None) -> list[ColumnElement[bool]]:
    """The manager's parties without the one that is the manager."""
    not_oneself = or_(party.c.person_id.is_(None), party.c.person_id != manager)
    return [party.c.manager_id == manager, not_oneself, *words.contains_all(party.c.search_text, search or "")]


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

    async def managed_by(self, manager: PersonId, party_id: PartyId, *, hold: bool = False) -> Party:
        """The manager's own party, removed or not, or `NotFound`."""
        query = select(Party).where(party.c.id == party_id, party.c.manager_id == manager)
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

    async def removed(self, person: PersonId) -> list[Party]:
        """The parties that the person acted as and whose manager has removed them, the last removed first."""
        query = select(Party).where(party.c.person_id == person, party.c.removed_at.is_not(None))
        return list(await self._scope.session.scalars(query.order_by(party.c.removed_at.desc(), party.c.id)))

    async def myself(self, manager: PersonId) -> Party | None:
        """The manager's own party as an owner who keeps alone, if there is one."""
        query = select(Party).where(
            party.c.manager_id == manager, party.c.person_id == manager, party.c.kind == PartyKind.OWNER
        )
        found: Party | None = await self._scope.session.scalar(query.order_by(party.c.id).limit(1))
        return found

    async def all_managed_by(self, manager: PersonId) -> list[Party]:
        """Every party of the manager, removed or not, the manager's own one too."""
        query = select(Party).where(party.c.manager_id == manager).order_by(party.c.id)
        return list(await self._scope.session.scalars(query))

    async def listed(
        self, manager: PersonId, shown: ShownParties, *, search: str | None = None, offset: int, limit: int
    ) -> list[Party]:
        """A page of the manager's parties by surname, without the manager's own one; `search` looks in their names."""
        query = select(Party).where(*_clients_of(manager, search), ON_LIST[shown])
        return list(await self._scope.session.scalars(query.order_by(*BY_SURNAME).offset(offset).limit(limit)))

    async def counted(self, manager: PersonId, *, search: str | None = None) -> dict[ShownParties, int]:
        """How many parties each list of the manager has."""
        counts = [func.count(case((test, 1))) for test in ON_LIST.values()]
        row = (await self._scope.session.execute(select(*counts).where(*_clients_of(manager, search)))).one()
        return dict(zip(ON_LIST, row, strict=True))

    async def with_phone(self, manager: PersonId, fingerprint: str, kind: PartyKind | None = None) -> list[Party]:
        """The manager's parties with this phone, removed or not."""
        query = select(Party).where(party.c.manager_id == manager, party.c.phone_fingerprint == fingerprint)
        if kind is not None:
            query = query.where(party.c.kind == kind)
        return list(await self._scope.session.scalars(query.order_by(party.c.id)))

    async def names_of(self, manager: PersonId, shown: ShownParties) -> list[tuple[PartyId, str]]:
        """What can be searched in, of everybody on a list of the manager."""
        query = select(party.c.id, party.c.search_text).where(*_clients_of(manager), ON_LIST[shown])
        return [(PartyId(number), text) for number, text in await self._scope.session.execute(query)]

    async def save(self, saved: Party) -> None:
        """Keep a new or changed party; gives a new one its id."""
        saved.search_text = words.searchable(saved.first_name, saved.last_name, saved.description)
        await self._scope.keep(saved)
