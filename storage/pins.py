"""Locks: when a person's PIN is asked for, how often it was tried, and until when nobody may try."""

from sqlalchemy import Column, ForeignKey, Integer, Table, delete, select

from domain.people.person import PersonId
from domain.people.pin.lock import PinLock
from storage.database import mapping, metadata
from storage.scope import Scope
from storage.types import RowId, UtcTime

pin_lock = Table(
    "pin_lock",
    metadata,
    Column("person_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("set_at", UtcTime, nullable=False),
    Column("idle_minutes", Integer, nullable=False),
    Column("seen_at", UtcTime),
    Column("tries", Integer, nullable=False),
    Column("blocked_until", UtcTime),
    Column("proved_at", UtcTime),
    Column("reset_due_at", UtcTime),
    Column("version", Integer, nullable=False),
)

mapping.map_imperatively(PinLock, pin_lock, version_id_col=pin_lock.c.version)


class SqlPins:
    """Stored locks."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def of(self, person_id: PersonId, *, hold: bool = False) -> PinLock | None:
        """The person's lock, if there is one."""
        found: PinLock | None = await self._scope.one(
            select(PinLock).where(pin_lock.c.person_id == person_id), hold=hold
        )
        return found

    async def keep(self, lock: PinLock) -> None:
        """Keep a new or changed lock."""
        await self._scope.keep(lock)

    async def drop(self, person_id: PersonId) -> None:
        """Remove the person's lock."""
        session = self._scope.session
        for one in [one for one in session.identity_map.values() if isinstance(one, PinLock)]:
            session.expunge(one)
        await session.execute(delete(pin_lock).where(pin_lock.c.person_id == person_id))
