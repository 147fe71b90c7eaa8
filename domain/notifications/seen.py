"""Whoever answers has seen the question: what they were told about a match is read once they act on it."""

from collections.abc import Mapping
from typing import Any

from domain.notifications.notification import Notification
from domain.notifications.subject import subjects_of
from domain.people.person import PersonId
from domain.work import Work

MOST_ABOUT_ONE = 100
"""Unread news about one lead or property that is looked through."""


async def seen(work: Work, person_id: PersonId, about: Mapping[str, Any]) -> None:
    """Mark as read, in the present transaction, what the person was told about the match; `about` as in its news."""
    for one in await unread_about(work, person_id, about):
        one.read_at = work.now()


async def unread_about(work: Work, person_id: PersonId, about: Mapping[str, Any]) -> list[Notification]:
    """What the person was told about the match and has not read."""
    found: list[Notification] = []
    for subject in subjects_of(about):
        unread = await work.notifications.inbox(
            person_id, subject=subject, unread_only=True, offset=0, limit=MOST_ABOUT_ONE
        )
        found += [one for one in unread if one.data.get("match_id") == about["match_id"]]
    return found
