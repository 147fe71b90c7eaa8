"""An owner marks what has happened as done, with what it really came to, or takes that back."""

import datetime as dt
from collections.abc import Collection

from domain.calendar.draft import check_day, check_sum
from domain.calendar.event import OccurrenceId
from domain.notifications.notification import NotificationKind
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect

MOST_SNOOZED = 30
MOST_UNREAD = 100
"""Unread news that is looked through."""


@effect(Action.KEEP_CALENDAR)
async def finish_event(
    work: Work,
    actor: Person,
    occurrence_id: OccurrenceId,
    *,
    income: int | None = None,
    expense: int | None = None,
    on: dt.date | None = None,
) -> OccurrenceId:
    """It is done: today and as planned, unless said otherwise. `Conflict` if it was done already."""
    one = await work.calendar.occurrence(actor.id, occurrence_id, hold=True)
    today = work.now().astimezone(actor.zone).date()
    income, expense = one.income if income is None else income, one.expense if expense is None else expense
    check_sum(income, one.currency)
    check_sum(expense, one.currency)
    check_day(on or today, today)
    if on is not None and on > today:
        raise Refusal("{date} is still to come.", date=on)
    one.finish(on or today, income, expense)
    await work.calendar.keep(one)
    await _seen(work, actor, [one.id])
    return await work.commit(one.id)


@effect(Action.KEEP_CALENDAR)
async def finish_all(work: Work, actor: Person, ids: Collection[OccurrenceId]) -> list[OccurrenceId]:
    """Those of them that are still planned are done today, as planned; returns which."""
    today = work.now().astimezone(actor.zone).date()
    finished = []
    for found in await work.calendar.many(actor.id, ids):
        one = await work.calendar.occurrence(actor.id, found.id, hold=True)
        if not one.is_done:
            one.finish(today, one.income, one.expense)
            finished.append(one)
    await work.calendar.keep(*finished)
    await _seen(work, actor, ids)
    return await work.commit([one.id for one in finished])


@effect(Action.KEEP_CALENDAR)
async def reopen_event(work: Work, actor: Person, occurrence_id: OccurrenceId) -> OccurrenceId:
    """It has not happened after all; reminders that are still to come will come."""
    one = await work.calendar.occurrence(actor.id, occurrence_id, hold=True)
    one.reopen(work.now(), actor.zone)
    await work.calendar.keep(one)
    return await work.commit(one.id)


@effect(Action.KEEP_CALENDAR)
async def snooze_event(work: Work, actor: Person, ids: Collection[OccurrenceId], days: int) -> list[OccurrenceId]:
    """Be reminded again in so many days, of those that are still planned; returns which. Their days stay."""
    if not 1 <= days <= MOST_SNOOZED:
        raise Refusal("A reminder can be put off by 1 to {most} days.", most=MOST_SNOOZED)
    snoozed = []
    for found in await work.calendar.many(actor.id, ids):
        one = await work.calendar.occurrence(actor.id, found.id, hold=True)
        if not one.is_done:
            one.snooze(days, work.now(), actor)
            snoozed.append(one)
    await work.calendar.keep(*snoozed)
    await _seen(work, actor, ids)
    return await work.commit([one.id for one in snoozed])


async def _seen(work: Work, actor: Person, ids: Collection[OccurrenceId]) -> None:
    """Whoever acts has seen the reminder: those that name any of these are read."""
    unread = await work.notifications.inbox(actor.id, unread_only=True, offset=0, limit=MOST_UNREAD)
    for told in unread:
        if told.kind is NotificationKind.CALENDAR_EVENT and not set(ids).isdisjoint(told.data["occurrence_ids"]):
            told.read_at = work.now()
