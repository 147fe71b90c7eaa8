"""How use cases reach stored notifications."""

from typing import Protocol

from domain.notifications.notification import Notification, NotificationId
from domain.people.person import PersonId


class Notifications(Protocol):
    """Stored notifications."""

    def add(self, notification: Notification) -> None:
        """Keep a new one; the id is there after `flush`."""

    async def of(self, person: PersonId, notification_id: NotificationId) -> Notification:
        """The person's own notification, or `NotFound`."""

    async def inbox(
        self, person: PersonId, *, unread_only: bool, offset: int, limit: int
    ) -> list[Notification]:
        """The person's notifications: unread first, then newest first."""

    async def count(self, person: PersonId, *, unread_only: bool) -> int:
        """How many there are."""

    async def unpushed(self, person: PersonId, limit: int) -> list[Notification]:
        """What a digest has to tell: unread and not pushed yet, newest first."""

    async def mark_all_read(self, person: PersonId) -> int:
        """Mark everything read; returns how many were not."""
