"""A reminder of what is due: what, how much, of which object; done, put off and changed by a tap on it."""

from markupsafe import Markup

from bot.callbacks import ShowInbox
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.notification_views import InboxEntry, NotificationViews, view_of
from bot.screen import Button, Row, Screen, label_of
from bot.telegram.sender import PushContent
from domain.calendar.event import Occurrence, OccurrenceId
from domain.calendar.show_event import EventsView, show_events
from domain.notifications.notification import Notification, NotificationId, NotificationKind
from domain.notifications.to_push import notification_to_show
from domain.people.person import Person
from domain.work import Work
from handlers.owner.calendar.callbacks import (
    CalendarDay,
    CalendarMonth,
    EditEvent,
    EventsList,
    FinishAll,
    FinishEvent,
    FinishOtherwise,
    OpenEvent,
    ReopenEvent,
    SnoozeAll,
    SnoozeEvent,
)
from handlers.owner.calendar.words import (
    BETWEEN,
    day_name,
    event_line,
    event_name,
    object_name,
    signed,
    state_lines,
)

MOST_ROWS_OF_EVENTS = 5
MOST_LINES = 20


def register_reminders(notification_views: NotificationViews) -> None:
    """Hand in the words of reminders."""
    notification_views.by_kind[NotificationKind.CALENDAR_EVENT] = view_of(
        "⏰",
        _view,
        line=_told,
        push=_push,
        opened=lambda t, view, notification: reminder_screen(t, view, notification.id),
    )


async def show_reminder(ctx: Context, notification: int) -> None:
    """The reminder as it is now, in place of the one that was pressed."""
    told = await notification_to_show(ctx.work, ctx.me, NotificationId(notification))
    view = await _view(ctx.work, ctx.me, told)
    await ctx.chat.show(reminder_screen(ctx.t, view, told.id))


def _told(t: Localizer, view: EventsView, _notification: Notification) -> InboxEntry:
    if not view.occurrences:
        return InboxEntry(t("A reminder of what has been deleted since"), t("calendar"))
    first = view.occurrences[0]
    line = _what(t, first, view)
    rest = len(view.occurrences) - 1
    if rest:
        line = t.n("{event} and {count} more", "{event} and {count} more", rest, event=line)
    return InboxEntry(line, event_name(t, first))


def _push(t: Localizer, view: EventsView, notification: Notification) -> PushContent | None:
    if all(one.is_done for one in view.occurrences):
        return None
    return PushContent(reminder_screen(t, view, notification.id))


async def _view(work: Work, me: Person, notification: Notification) -> EventsView:
    return await show_events(work, me, [OccurrenceId(one) for one in notification.data.get("occurrence_ids", [])])


def reminder_screen(t: Localizer, view: EventsView, notification: int) -> Screen:
    """One event with everything one may want to do about it, or several with a row each."""
    if not view.occurrences:
        text = t("What this reminded of has been deleted since.")
        return Screen(text, [[Button(t("📅 Calendar"), CalendarMonth()), Button(t("🔔 News"), ShowInbox())]])
    if len(view.occurrences) == 1:
        return _of_one(t, view.occurrences[0], view, notification)
    return _of_several(t, view, notification)


def _of_one(t: Localizer, one: Occurrence, view: EventsView, notification: int) -> Screen:
    about = view.premises.get(one.premises_id) if one.premises_id is not None else None
    text = lines(
        bold(_title(t, one, view)),
        BETWEEN.join(
            part
            for part in (
                signed(t, one.comes_in, one.goes_out, one.currency),
                object_name(t, about, is_gone=one.premises_id is None),
            )
            if part
        ),
        *(quiet(said) for said in state_lines(t, one, view.today)),
    )
    change = Button(t("✏️ Edit"), EditEvent(event=one.id, version=one.version, new=True))
    day = Button(t("📅 Calendar"), CalendarDay(day=one.day.toordinal(), new=True))
    if one.is_done:
        undo = Button(t("↩️ It is not done"), ReopenEvent(event=one.id, notification=notification))
        return Screen(text, [[undo], [change, day], [menu_button(t, new=True)]])
    done: Row = [Button(t("✅ Done"), FinishEvent(event=one.id, notification=notification))]
    if one.income or one.expense:
        done = [*done, Button(t("✅ Another amount"), FinishOtherwise(event=one.id, new=True))]
    snooze = [
        Button(t("🕒 Tomorrow"), SnoozeEvent(event=one.id, days=1, notification=notification)),
        Button(t("🕒 In 3 days"), SnoozeEvent(event=one.id, days=3, notification=notification)),
    ]
    return Screen(text, [done, snooze, [change, day], [menu_button(t, new=True)]])


def _title(t: Localizer, one: Occurrence, view: EventsView) -> Markup:
    days = (one.day - view.today).days
    name = event_name(t, one)
    if one.is_done:
        return Markup("✅ {}").format(name)
    if days == 0:
        return t("⏰ Today: {event}", event=name)
    if days == 1:
        return t("⏰ Tomorrow: {event}", event=name)
    return t("⏰ {day}: {event}", day=day_name(t, one.day), event=name)


def _of_several(t: Localizer, view: EventsView, notification: int) -> Screen:
    planned = [one for one in view.occurrences if not one.is_done]
    numbers = {one.id: number for number, one in enumerate(view.occurrences, start=1)}
    said = [
        t("{number}. {event}", number=numbers[one.id], event=event_line(t, one, view.premises, view.today))
        for one in view.occurrences[:MOST_LINES]
    ]
    rest = len(view.occurrences) - len(said)
    title = (
        t.n("⏰ {count} event needs you", "⏰ {count} events need you", len(planned)) if planned else t("✅ All done")
    )
    text = lines(bold(title), "", *said, t.n("and {count} more", "and {count} more", rest) if rest else None)
    rows: list[Row] = [_row(t, one, numbers[one.id], notification) for one in planned[:MOST_ROWS_OF_EVENTS]]
    if planned:
        rows.append(
            [
                Button(t("✅ All done"), FinishAll(notification=notification)),
                Button(t("🕒 All tomorrow"), SnoozeAll(notification=notification, days=1)),
            ]
        )
    more = Button(t("📋 List"), EventsList(span="next")) if rest else Button(t("📅 Calendar"), CalendarMonth(new=True))
    return Screen(text, [*rows, [more, menu_button(t, new=True)]])


def _row(t: Localizer, one: Occurrence, number: int, notification: int) -> Row:
    name = event_name(t, one).unescape()
    return [
        Button(label_of(f"{number}. {name}", "✅"), FinishEvent(event=one.id, notification=notification)),
        Button(t("🕒 {number} tomorrow", number=number), SnoozeEvent(event=one.id, days=1, notification=notification)),
        Button(t("✏️ {number}", number=number), OpenEvent(event=one.id, new=True)),
    ]


def _what(t: Localizer, one: Occurrence, view: EventsView) -> Markup:
    return event_line(t, one, view.premises, view.today)
