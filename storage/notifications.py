"""Notifications: each person's inbox."""

from sqlalchemy import Column, ForeignKey, Index, Table, func, select, update

from domain.notifications.notification import Kind, Notification, NotificationId
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage.database import mapping, metadata, numbered_by_database
from storage.scope import Scope
from storage.types import Choice, Json, RowId, UtcTime

notification = Table(
    "notification",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("person_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Choice(Kind), nullable=False),
    Column("data", Json, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("read_at", UtcTime),
    Column("pushed_at", UtcTime),
    Index("ix_notification_inbox", "person_id", "read_at", "id"),
)

mapping.map_imperatively(Notification, notification)


class SqlNotifications:
    """Stored notifications."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, new: Notification) -> None:
        """Keep a new one; the id is there after `flush`."""
        self._scope.session.add(numbered_by_database(new))

    async def of(self, person: PersonId, notification_id: NotificationId) -> Notification:
        """The person's own notification, or `NotFound`."""
        found = await self._scope.session.get(Notification, notification_id)
        if found is None or found.person_id != person:
            raise NotFound
        return found

    async def inbox(self, person: PersonId, *, unread_only: bool, offset: int, limit: int) -> list[Notification]:
        """The person's notifications: unread first, then newest first."""
        query = select(Notification).where(notification.c.person_id == person)
        if unread_only:
            query = query.where(notification.c.read_at.is_(None))
        query = query.order_by(notification.c.read_at.is_not(None), notification.c.id.desc())
        return list(await self._scope.session.scalars(query.offset(offset).limit(limit)))

    async def count(self, person: PersonId, *, unread_only: bool) -> int:
        """How many there are."""
        query = select(func.count()).select_from(notification).where(notification.c.person_id == person)
        if unread_only:
            query = query.where(notification.c.read_at.is_(None))
        return await self._scope.session.scalar(query) or 0

    async def unpushed(self, person: PersonId, limit: int) -> list[Notification]:
        """What a digest has to tell: unread and not pushed yet, newest first."""
        query = (
            select(Notification)
            .where(
                notification.c.person_id == person,
                notification.c.read_at.is_(None),
                notification.c.pushed_at.is_(None),
            )
            .order_by(notification.c.id.desc())
            .limit(limit)
        )
        return list(await self._scope.session.scalars(query))

    async def mark_all_read(self, person: PersonId) -> int:
        """Mark everything read; returns how many were not."""
        done = await self._scope.session.execute(
            update(notification)
            .where(notification.c.person_id == person, notification.c.read_at.is_(None))
            .values(read_at=self._scope.clock.now())
            .returning(notification.c.id)
        )
        return len(done.all())
