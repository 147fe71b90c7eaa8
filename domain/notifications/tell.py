"""Telling a person something: it goes to their inbox, and is pushed when they want to be told."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.delivery import Push
from domain.notifications.notification import CAN_BE_MUTED, Notification, NotificationKind
from domain.notifications.pace import Pace, pace_of
from domain.notifications.subject import subjects_of
from domain.people.person import Person, PersonId
from domain.work import Work

PUSH_KIND = "notification"
"""What the outbox calls the push of a single notification."""


async def tell(
    work: Work,
    person_id: PersonId,
    kind: NotificationKind,
    data: Mapping[str, Any],
    dedup_key: str,
    *,
    not_before: dt.datetime | None = None,
    at_once: bool = False,
) -> dt.datetime | None:
    """Keep a notification, and its push or its place in the next digest, in the present transaction.

    Returns when it will be pushed by itself, or None if it will not.

    `data` is JSON-ready: ids and figures. `dedup_key` names the event, so that it is pushed once. `not_before` puts a
    push off that may still be taken back; `at_once` says that quiet hours have been looked at by the caller.
    """
    person = await work.people.get(person_id)
    if person.erased_at is not None:
        return None
    now = work.now()
    subjects = subjects_of(data)
    pace = await _pace(work, person, kind, subjects, max(now, not_before or now))
    if at_once:
        pace = replace(pace, not_before=None)
    notification = Notification(
        person_id=person_id,
        kind=kind,
        data=dict(data),
        created_at=now,
        subject=next(iter(subjects), None),
        inbox_only=not pace.push and pace.digest_at is None,
    )
    notification.pushed_at = now if pace.push else None
    work.notifications.add(notification)
    await work.flush()
    if pace.push:
        return await _push(work, notification, dedup_key, pace.not_before or not_before)
    person.next_digest_at = person.next_digest_at or pace.digest_at
    return None


async def _pace(
    work: Work, person: Person, kind: NotificationKind, subjects: Sequence[str], moment: dt.datetime
) -> Pace:
    """How soon the person wants to hear of it, if at all."""
    if kind in CAN_BE_MUTED and await _are_muted(work, person.id, subjects):
        return Pace(push=False)
    return pace_of(person, kind, moment)


async def _push(work: Work, notification: Notification, dedup_key: str, not_before: dt.datetime | None) -> dt.datetime:
    """Put the push into the outbox; returns when it leaves."""
    data = {"notification_id": notification.id}
    push = Push(to=notification.person_id, kind=PUSH_KIND, data=data, dedup_key=dedup_key, not_before=not_before)
    await work.outbox.add(push)
    return not_before or notification.created_at


async def _are_muted(work: Work, person_id: PersonId, subjects: Sequence[str]) -> bool:
    return bool(subjects) and await work.notifications.muted(person_id, subjects) == set(subjects)
