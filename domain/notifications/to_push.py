"""What a push or a digest is put into words from: the notifications as they are when it is sent."""

from collections.abc import Collection

from domain.notifications.notification import Notification, NotificationId
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.USE_BOT)
async def notification_to_show(work: Work, actor: Person, notification_id: NotificationId) -> Notification:
    """The person's own notification, or `NotFound`."""
    return await work.notifications.of(actor.id, notification_id)


@query(Action.USE_BOT)
async def unread_of(work: Work, actor: Person, ids: Collection[NotificationId]) -> list[Notification]:
    """Those of the notifications that the person has not read meanwhile, in the order asked for."""
    found = [await work.notifications.of(actor.id, one) for one in ids]
    return [one for one in found if one.read_at is None]
