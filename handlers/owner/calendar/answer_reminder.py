"""Everything that one reminder names is done, or put off, by a single tap."""

from aiogram import Router

from bot.forms import Surrounding
from domain.calendar.event import OccurrenceId
from domain.calendar.finish_event import finish_all, snooze_event
from domain.notifications.notification import NotificationId
from domain.notifications.to_push import notification_to_show
from handlers.owner.calendar.presses import FinishAll, SnoozeAll
from handlers.owner.calendar.reminder import show_reminder

router = Router(name="calendar_answer_reminder")


@router.callback_query(FinishAll.filter())
async def finish_everything(_query: object, callback_data: FinishAll, around: Surrounding) -> None:
    """All of them are done, as planned."""
    news = NotificationId(callback_data.news)
    await finish_all(around.work, around.me, await _named(around, news))
    await show_reminder(around, callback_data.news)


@router.callback_query(SnoozeAll.filter())
async def snooze_everything(_query: object, callback_data: SnoozeAll, around: Surrounding) -> None:
    """Remind again of those that are not done."""
    t = around.t
    news = NotificationId(callback_data.news)
    ids = await _named(around, news)
    snoozed = await snooze_event(around.work, around.me, ids, callback_data.days)
    if snoozed:
        await around.chat.toast(t.n("I will remind you of {count}.", "I will remind you of {count}.", len(snoozed)))
    await show_reminder(around, callback_data.news)


async def _named(around: Surrounding, news: NotificationId) -> list[OccurrenceId]:
    told = await notification_to_show(around.work, around.me, news)
    return [OccurrenceId(one) for one in told.data.get("occurrence_ids", [])]
