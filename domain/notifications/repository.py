"""How use cases reach stored notifications."""

from collections.abc import Collection
from typing import Protocol

from domain.notifications.notification import Notification, NotificationId
from domain.people.person import PersonId


class Notifications(Protocol):
    """Stored notifications."""

    def add(self, notification: Notification) -> None:
        """Keep a new one; the id is there after `flush`."""

    async def first_time(self, person: PersonId, about: str) -> bool:
        """Note that the person is being reminded of this; False if they have been already, however long ago."""

    async def noted(self, people: Collection[PersonId], abouts: Collection[str]) -> set[str]:
        """Of which of these any of these people has been reminded."""

    async def of(self, person: PersonId, notification_id: NotificationId) -> Notification:
        """The person's own notification, or `NotFound`."""

    async def inbox(
        self, person: PersonId, *, subject: str | None = None, unread_only: bool, offset: int, limit: int
    ) -> list[Notification]:
        """The person's notifications, all or about one thing: unread first, then newest first."""

    async def count(self, person: PersonId, *, subject: str | None = None, unread_only: bool) -> int:
        """How many there are."""

    async def unpushed(self, person: PersonId, limit: int) -> list[Notification]:
        """What a digest has to tell: unread, not pushed yet and not for the inbox only, newest first."""

    async def mark_all_read(self, person: PersonId) -> int:
        """Mark everything read; returns how many were not."""

    async def forget_all(self, person: PersonId) -> None:
        """Remove everything the person was told, and what they did not want to hear about."""

    async def mute(self, person: PersonId, subject: str) -> None:
        """Push nothing more about this."""

    async def unmute(self, person: PersonId, subject: str) -> None:
        """Push what happens about this again."""

    async def muted(self, person: PersonId, subjects: Collection[str]) -> set[str]:
        """Those about which the person wants no pushes."""
