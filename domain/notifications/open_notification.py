"""A person opens something they were told: it is read from then on, and the push that still waits is not sent."""

from domain.notifications.notification import NotificationId
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.USE_BOT)
async def open_notification(work: Work, actor: Person, notification_id: NotificationId) -> NotificationId:
    """Mark the actor's own notification read, or `NotFound`."""
    opened = await work.notifications.of(actor.id, notification_id)
    if opened.read_at is None:
        opened.read_at = work.now()
    return await work.commit(opened.id)


@effect(Action.USE_BOT)
async def read_all(work: Work, actor: Person) -> int:
    """Mark everything the actor was told as read; returns how many were not."""
    return await work.commit(await work.notifications.mark_all_read(actor.id))
