"""Stored letters; their words are not here but sealed in their authors' vaults."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    Select,
    Table,
    UniqueConstraint,
    and_,
    case,
    func,
    or_,
    select,
    true,
    update,
)

from domain.estate.parties.party import PartyId
from domain.letters.letter import Letter, LetterId
from domain.letters.repository import Counts, MessageThread, ShownLetter
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage.database import mapping, metadata
from storage.estate.tables import party
from storage.scope import Scope
from storage.types import RowId, Tuple, UtcTime

letter = Table(
    "letter",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("party_id", RowId, ForeignKey("party.id", ondelete="CASCADE"), nullable=False),
    Column("from_manager", Boolean, nullable=False),
    Column("author_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    Column("premises_id", RowId, ForeignKey("premises.id", ondelete="SET NULL")),
    Column("files", Tuple, nullable=False),
    Column("source_id", RowId),
    Column("read_at", UtcTime),
    Column("edited_at", UtcTime),
    Column("edits", Integer, nullable=False),
    Column("needs_no_answer", Boolean, nullable=False),
    Column("is_hidden_from_party", Boolean, nullable=False),
    UniqueConstraint("author_id", "source_id"),
    Index("ix_letter_party", "party_id", "id"),
    Index("ix_letter_unread", "party_id", "read_at"),
)

mapping.map_imperatively(Letter, letter)


class SqlLetters:
    """Stored letters."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, letter_id: LetterId, *, hold: bool = False) -> Letter:
        """Anybody's letter, or `NotFound`."""
        found: Letter | None = await self._scope.one(select(Letter).where(letter.c.id == letter_id), hold=hold)
        if found is None:
            raise NotFound
        return found

    async def many(self, letter_ids: list[LetterId]) -> list[Letter]:
        """Those that exist, in any order."""
        return list(await self._scope.session.scalars(select(Letter).where(letter.c.id.in_(letter_ids))))

    async def by_source(self, author: PersonId, source_id: int) -> Letter | None:
        """What the author has sent by this message of their chat."""
        query = select(Letter).where(letter.c.author_id == author, letter.c.source_id == source_id)
        found: Letter | None = await self._scope.session.scalar(query)
        return found

    async def page(
        self,
        party_id: PartyId,
        *,
        for_manager: bool,
        before: LetterId | None = None,
        after: LetterId | None = None,
        limit: int,
    ) -> list[Letter]:
        """The last letters of a conversation before one of them, or the first ones after it; the oldest first."""
        query = select(Letter).where(_of(party_id, for_manager=for_manager)).limit(limit)
        if after is not None:
            query = query.where(letter.c.id > after).order_by(letter.c.id)
            return list(await self._scope.session.scalars(query))
        if before is not None:
            query = query.where(letter.c.id < before)
        return list(await self._scope.session.scalars(query.order_by(letter.c.id.desc())))[::-1]

    async def count(self, party_id: PartyId, *, for_manager: bool, before: LetterId | None = None) -> int:
        """How many letters a conversation has, before one of them or in all."""
        query = select(func.count()).select_from(letter).where(_of(party_id, for_manager=for_manager))
        if before is not None:
            query = query.where(letter.c.id < before)
        return await self._scope.session.scalar(query) or 0

    async def conversations(
        self, person: PersonId, shown: ShownLetter, *, offset: int, limit: int
    ) -> list[MessageThread]:
        """The person's conversations as a manager and as a party, the latest first."""
        each = _conversations(person).subquery()
        wanted = {
            ShownLetter.ALL: true(),
            ShownLetter.UNREAD: each.c.unread > 0,
            ShownLetter.WAITING: each.c.waits > 0,
        }[shown]
        query = select(each).where(wanted).order_by(each.c.last_id.desc()).offset(offset).limit(limit)
        return [
            MessageThread(PartyId(row.party_id), LetterId(row.last_id), row.letters, row.unread)
            for row in await self._scope.session.execute(query)
        ]

    async def counted(self, person: PersonId) -> Counts:
        """How many conversations each of the person's lists has."""
        each = _conversations(person).subquery()
        counts = select(
            func.count(),
            func.count(case((each.c.unread > 0, 1))),
            func.count(case((each.c.waits > 0, 1))),
            func.coalesce(func.sum(each.c.unread), 0),
        ).select_from(each)
        row = (await self._scope.session.execute(counts)).one()
        return Counts(*(int(one) for one in row))

    async def unread(self, party_id: PartyId, *, from_manager: bool) -> list[Letter]:
        """What one side of a conversation has written and the other has not read, the oldest first."""
        query = select(Letter).where(
            letter.c.party_id == party_id,
            letter.c.from_manager.is_(from_manager),
            letter.c.read_at.is_(None),
            letter.c.is_hidden_from_party.is_(False),
        )
        return list(await self._scope.session.scalars(query.order_by(letter.c.id)))

    async def of_author(self, author: PersonId) -> list[Letter]:
        """Everything a person has written, the oldest first."""
        query = select(Letter).where(letter.c.author_id == author).order_by(letter.c.id)
        return list(await self._scope.session.scalars(query))

    async def hide_from(self, person: PersonId) -> None:
        """Let nobody who joins in the person's place see what was written to them."""
        theirs = select(party.c.id).where(party.c.person_id == person, party.c.manager_id != person)
        await self._scope.session.execute(
            update(letter).where(letter.c.party_id.in_(theirs)).values(is_hidden_from_party=True)
        )

    async def save(self, saved: Letter) -> None:
        """Keep a new or changed letter; gives a new one its id."""
        await self._scope.keep(saved)


_LAST = func.max(letter.c.id)


def _of(party_id: PartyId, *, for_manager: bool) -> ColumnElement[bool]:
    """The letters of a conversation that this side of it may see."""
    all_of_it = letter.c.party_id == party_id
    return all_of_it if for_manager else and_(all_of_it, letter.c.is_hidden_from_party.is_(False))


def _conversations(person: PersonId) -> Select[Any]:
    """A row for each conversation of the person, with what is unread and whether it waits for their answer."""
    is_mine = party.c.person_id == person
    keeps = and_(party.c.manager_id == person, or_(party.c.person_id.is_(None), party.c.person_id != person))
    is_incoming = or_(
        and_(letter.c.from_manager.is_(True), party.c.manager_id != person),
        and_(letter.c.from_manager.is_(False), party.c.manager_id == person),
    )
    # the last letter is incoming and wants an answer if no letter of one's own, or settled one, comes after
    asks = case((and_(is_incoming, letter.c.needs_no_answer.is_(False)), letter.c.id), else_=0)
    waits = case((and_(func.max(asks) == _LAST, func.max(_present()) > 0), 1), else_=0)
    return (
        select(
            letter.c.party_id.label("party_id"),
            _LAST.label("last_id"),
            func.count().label("letters"),
            func.sum(case((and_(is_incoming, letter.c.read_at.is_(None)), 1), else_=0)).label("unread"),
            waits.label("waits"),
        )
        .join(party, party.c.id == letter.c.party_id)
        .where(
            or_(keeps, and_(is_mine, party.c.manager_id != person)),
            or_(party.c.manager_id == person, letter.c.is_hidden_from_party.is_(False)),
        )
        .group_by(letter.c.party_id)
    )


def _present() -> ColumnElement[int]:
    return case((party.c.removed_at.is_(None), 1), else_=0)
