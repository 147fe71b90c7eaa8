"""Everything that one reminder names is done, or put off, by a single tap."""

from aiogram import Router

from bot.forms.model import Context
from domain.calendar.event import OccurrenceId
from domain.calendar.finish_event import finish_all, snooze_event
from domain.notifications.notification import NotificationId
from domain.notifications.to_push import notification_to_show
from handlers.owner.calendar.callbacks import FinishAll, SnoozeAll
from handlers.owner.calendar.reminder import show_reminder

router = Router(name="calendar_answer_reminder")


@router.callback_query(FinishAll.filter())
async def finish_everything(_query: object, callback_data: FinishAll, ctx: Context) -> None:
    """All of them are done, as planned."""
    notification = NotificationId(callback_data.notification)
    await finish_all(ctx.work, ctx.me, await _named(ctx, notification))
    await show_reminder(ctx, callback_data.notification)


@router.callback_query(SnoozeAll.filter())
async def snooze_everything(_query: object, callback_data: SnoozeAll, ctx: Context) -> None:
    """Remind again of those that are not done."""
    t = ctx.t
    notification = NotificationId(callback_data.notification)
    ids = await _named(ctx, notification)
    snoozed = await snooze_event(ctx.work, ctx.me, ids, callback_data.days)
    if snoozed:
        await ctx.chat.toast(t.n("I will remind you of {count}.", "I will remind you of {count}.", len(snoozed)))
    await show_reminder(ctx, callback_data.notification)


async def _named(ctx: Context, notification: NotificationId) -> list[OccurrenceId]:
    told = await notification_to_show(ctx.work, ctx.me, notification)
    return [OccurrenceId(one) for one in told.data.get("occurrence_ids", [])]
