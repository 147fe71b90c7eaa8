"""Stored documents of objects; the files themselves are stored as all files are."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import Boolean, Column, ColumnElement, Date, ForeignKey, Index, Integer, Table, and_, func, select, true

from domain.estate.object_files.object_file import FileSort, ObjectFile, ObjectFileId
from domain.estate.objects.premises import PremisesId
from domain.refusal import NotFound
from storage.database import mapping, metadata
from storage.scope import Scope
from storage.types import Choice, RowId, UtcTime

object_file = Table(
    "object_file",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("premises_id", RowId, ForeignKey("premises.id", ondelete="CASCADE"), nullable=False),
    Column("file_id", RowId, ForeignKey("stored_file.id", ondelete="CASCADE"), nullable=False),
    Column("sort", Choice(FileSort), nullable=False),
    Column("added_by", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("valid_until", Date),
    Column("for_tenants", Boolean, nullable=False),
    Column("remind_at", UtcTime),
    Column("removed_at", UtcTime),
    Column("version", Integer, nullable=False),
    Index("ix_object_file_premises", "premises_id", "id"),
    Index("ix_object_file_file", "file_id"),
    Index("ix_object_file_remind_at", "remind_at"),
)

mapping.map_imperatively(ObjectFile, object_file, version_id_col=object_file.c.version)

PRESENT = object_file.c.removed_at.is_(None)


class SqlObjectFiles:
    """Stored documents of objects."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, number: ObjectFileId, *, hold: bool = False, removed: bool = False) -> ObjectFile:
        """Anybody's, or `NotFound`; one that was `removed` only if that is said."""
        query = select(ObjectFile).where(object_file.c.id == number, true() if removed else PRESENT)
        found: ObjectFile | None = await self._scope.one(query, hold=hold)
        if found is None:
            raise NotFound
        return found

    async def listed(
        self, premises_ids: Collection[PremisesId], *, for_tenants: bool = False, offset: int, limit: int
    ) -> list[ObjectFile]:
        """The documents of these objects, the last added first; perhaps only those that tenants may have."""
        query = select(ObjectFile).where(_of(premises_ids, for_tenants=for_tenants))
        query = query.order_by(object_file.c.id.desc()).offset(offset).limit(limit)
        return list(await self._scope.session.scalars(query))

    async def count(self, premises_ids: Collection[PremisesId], *, for_tenants: bool = False) -> int:
        """How many there are."""
        query = select(func.count()).select_from(object_file).where(_of(premises_ids, for_tenants=for_tenants))
        return await self._scope.session.scalar(query) or 0

    async def running_out(self, now: dt.datetime, limit: int) -> list[ObjectFile]:
        """Those of whose end it is time to remind, held."""
        query = select(ObjectFile).where(object_file.c.remind_at <= now, PRESENT)
        query = query.order_by(object_file.c.remind_at).limit(limit).with_for_update(skip_locked=True)
        return list(await self._scope.session.scalars(query))

    async def save(self, one: ObjectFile) -> None:
        """Keep a new or changed one; gives a new one its id."""
        await self._scope.keep(one)


def _of(premises_ids: Collection[PremisesId], *, for_tenants: bool) -> ColumnElement[bool]:
    theirs = and_(object_file.c.premises_id.in_(premises_ids), PRESENT)
    return and_(theirs, object_file.c.for_tenants.is_(True)) if for_tenants else theirs
