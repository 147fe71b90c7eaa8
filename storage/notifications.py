"""Notifications: each person's inbox."""

from collections.abc import Collection
from typing import TypeVar

from sqlalchemy import Boolean, Column, ForeignKey, Index, Select, String, Table, delete, false, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from domain.notifications.notification import Notification, NotificationId, NotificationKind
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage.database import mapping, metadata, numbered_by_database
from storage.scope import Scope
from storage.types import Choice, Json, RowId, UtcTime

R = TypeVar("R")

notification = Table(
    "notification",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("person_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Choice(NotificationKind), nullable=False),
    Column("data", Json, nullable=False),
    Column("subject", String(32)),
    Column("inbox_only", Boolean, nullable=False, server_default=false()),
    Column("created_at", UtcTime, nullable=False),
    Column("read_at", UtcTime),
    Column("pushed_at", UtcTime),
    Index("ix_notification_inbox", "person_id", "read_at", "id"),
)

muted = Table(
    "muted_subject",
    metadata,
    Column("person_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("subject", String(32), primary_key=True),
)

reminded = Table(
    "reminded",
    metadata,
    Column("person_id", RowId, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("about", String(120), primary_key=True),
    Column("at", UtcTime, nullable=False),
)

mapping.map_imperatively(Notification, notification)


class SqlNotifications:
    """Stored notifications."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, new: Notification) -> None:
        """Keep a new one; the id is there after `flush`."""
        self._scope.session.add(numbered_by_database(new))

    async def first_time(self, person: PersonId, about: str) -> bool:
        """Note that the person is being reminded of this; False if they have been already, however long ago."""
        insert = postgresql.insert if self._scope.session.get_bind().dialect.name == "postgresql" else sqlite.insert
        noted = insert(reminded).values(person_id=person, about=about, at=self._scope.clock.now())
        made = await self._scope.session.execute(
            noted.on_conflict_do_nothing(index_elements=["person_id", "about"]).returning(reminded.c.about)
        )
        return made.first() is not None

    async def noted(self, people: Collection[PersonId], abouts: Collection[str]) -> set[str]:
        """Of which of these any of these people has been reminded."""
        query = select(reminded.c.about).where(reminded.c.person_id.in_(people), reminded.c.about.in_(abouts))
        return set(await self._scope.session.scalars(query))

    async def of(self, person: PersonId, notification_id: NotificationId) -> Notification:
        """The person's own notification, or `NotFound`."""
        found = await self._scope.session.get(Notification, notification_id)
        if found is None or found.person_id != person:
            raise NotFound
        return found

    async def inbox(
        self, person: PersonId, *, subject: str | None = None, unread_only: bool, offset: int, limit: int
    ) -> list[Notification]:
        """The person's notifications, all or about one thing: unread first, then newest first."""
        query = _of(select(Notification), person, subject, unread_only=unread_only)
        query = query.order_by(notification.c.read_at.is_not(None), notification.c.id.desc())
        return list(await self._scope.session.scalars(query.offset(offset).limit(limit)))

    async def count(self, person: PersonId, *, subject: str | None = None, unread_only: bool) -> int:
        """How many there are."""
        query = _of(select(func.count()).select_from(notification), person, subject, unread_only=unread_only)
        return await self._scope.session.scalar(query) or 0

    async def unpushed(self, person: PersonId, limit: int) -> list[Notification]:
        """What a digest has to tell: unread and not pushed yet, newest first."""
        query = (
            select(Notification)
            .where(
                notification.c.person_id == person,
                notification.c.read_at.is_(None),
                notification.c.pushed_at.is_(None),
                notification.c.inbox_only.is_(False),
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

    async def forget_all(self, person: PersonId) -> None:
        """Remove everything the person was told, and what they did not want to hear about."""
        await self._scope.session.execute(delete(notification).where(notification.c.person_id == person))
        await self._scope.session.execute(delete(muted).where(muted.c.person_id == person))

    async def mute(self, person: PersonId, subject: str) -> None:
        """Push nothing more about this."""
        dialect = self._scope.session.get_bind().dialect.name
        insert = (sqlite if dialect == "sqlite" else postgresql).insert(muted)
        await self._scope.session.execute(insert.values(person_id=person, subject=subject).on_conflict_do_nothing())

    async def unmute(self, person: PersonId, subject: str) -> None:
        """Push what happens about this again."""
        await self._scope.session.execute(delete(muted).where(muted.c.person_id == person, muted.c.subject == subject))

    async def muted(self, person: PersonId, subjects: Collection[str]) -> set[str]:
        """Those about which the person wants no pushes."""
        query = select(muted.c.subject).where(muted.c.person_id == person, muted.c.subject.in_(subjects))
        return set(await self._scope.session.scalars(query))


def _of(query: Select[R], person: PersonId, subject: str | None, *, unread_only: bool) -> Select[R]:
    query = query.where(notification.c.person_id == person)
    if subject is not None:
        query = query.where(notification.c.subject == subject)
    return query.where(notification.c.read_at.is_(None)) if unread_only else query
