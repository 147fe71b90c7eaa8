"""A person looks through what they were told: unread first, then newest first, all of it or about one thing."""

import datetime as dt
from dataclasses import dataclass

from domain.notifications.notification import Notification
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class InboxPage:
    """Some of the notifications, how many there are in all, and how many are unread."""

    items: tuple[Notification, ...]
    total: int
    unread: int


@query(Action.USE_BOT)
async def show_inbox(
    work: Work,
    actor: Person,
    *,
    subject: str | None = None,
    unread_only: bool = False,
    offset: int = 0,
    limit: int = 5,
) -> InboxPage:
    """A page of the actor's own inbox."""
    notifications = work.notifications
    items = await notifications.inbox(actor.id, subject=subject, unread_only=unread_only, offset=offset, limit=limit)
    return InboxPage(
        items=tuple(items),
        total=await notifications.count(actor.id, subject=subject, unread_only=False),
        unread=await notifications.count(actor.id, subject=subject, unread_only=True),
    )


@query(Action.USE_BOT)
async def count_unread(work: Work, actor: Person) -> int:
    """How much is unread."""
    return await work.notifications.count(actor.id, unread_only=True)


@query(Action.USE_BOT)
async def told_since(work: Work, actor: Person, moment: dt.datetime) -> bool:
    """Whether the actor was told something after this moment that they have not read."""
    newest = await work.notifications.inbox(actor.id, unread_only=True, offset=0, limit=1)
    return bool(newest) and newest[0].created_at > moment
