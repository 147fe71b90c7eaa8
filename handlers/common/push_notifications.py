"""What goes out by itself: one piece of news in a message that acts at once, or a digest of what is new."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.callbacks import ShowInbox
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.notification_views import NotificationViews
from bot.screen import Button, Row, Screen, label_of
from bot.telegram.sender import PushContent, Render
from domain.notifications.notification import Notification, NotificationId
from domain.notifications.to_push import notification_to_show, unread_of
from domain.people.person import Person
from domain.refusal import Refusal
from domain.work import Work
from handlers.common.inbox import OpenNotification, told_of

MOST_GROUPS = 7
"""Rows of a digest: one more leads to the rest."""


def render_notification(notification_views: NotificationViews) -> Render:
    """The push of one piece of news; nothing if it has been read or has become pointless meanwhile."""

    async def render(work: Work, me: Person, t: Localizer, data: dict[str, object]) -> PushContent | None:
        try:
            notification = await notification_to_show(work, me, NotificationId(int(str(data["notification_id"]))))
            notice = notification_views.by_kind.get(notification.kind)
            if notice is None or (notification.read_at is not None and not notice.is_kept):
                return None
            return await notice.push(work, me, t, notification)
        except Refusal:
            # the right, or the thing itself, has gone since
            return None

    return render


def render_digest(notification_views: NotificationViews) -> Render:
    """What is new since the last digest, gathered by lead and property."""

    async def render(work: Work, me: Person, t: Localizer, data: dict[str, object]) -> PushContent | None:
        ids = data["notification_ids"]
        if not isinstance(ids, list):
            return None
        notification = await unread_of(work, me, [NotificationId(one) for one in ids])
        groups = _groups(notification)
        if not groups:
            return None
        said = [await _group(work, me, t, notification_views, group) for group in groups[:MOST_GROUPS]]
        text = lines(
            bold(t.n("🔔 {count} new for you", "🔔 {count} new for you", len(notification))),
            "",
            *(line for line, _ in said),
            _rest(t, groups[MOST_GROUPS:]),
        )
        last = [Button(t("🔔 All news"), ShowInbox(new=True)), menu_button(t, new=True)]
        return PushContent(Screen(text, [*(row for _, row in said), last]))

    return render


def _groups(notification: Sequence[Notification]) -> list[list[Notification]]:
    """By what it is about, in the order of the newest."""
    groups: dict[str, list[Notification]] = {}
    for one in notification:
        groups.setdefault(one.subject or f"news:{one.id}", []).append(one)
    return list(groups.values())


async def _group(
    work: Work, me: Person, t: Localizer, notification_views: NotificationViews, group: Sequence[Notification]
) -> tuple[Markup, Row]:
    """A line and a button; a single piece of news is told and opened itself."""
    first = group[0]
    if len(group) == 1:
        told = await told_of(work, me, t, notification_views, first)
        notice = notification_views.by_kind.get(first.kind)
        label = label_of(told.name, notice.sign if notice else "")
        return Markup("• ") + told.what, [Button(label, OpenNotification(notification=first.id, new=True))]
    about, _, row = (first.subject or "").partition(":")
    called = notification_views.names.get(about)
    try:
        name = await called(work, me, t, int(row)) if called else t("Other")
    except Refusal:
        name = t("Other")
    line = t.n("{name}: {count} new", "{name}: {count} new", len(group), name=name)
    return Markup("• ") + line, [Button(label_of(name, "🔔"), ShowInbox(about=about, row=int(row), new=True))]


def _rest(t: Localizer, groups: Sequence[Sequence[Notification]]) -> Markup | None:
    rest = sum(len(group) for group in groups)
    return t.n("and {count} more", "and {count} more", rest) if rest else None
