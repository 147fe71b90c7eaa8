"""Everything a person was told, unread first: opening an entry marks it read and leads to the thing it is about."""

import datetime as dt

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.callbacks import Callback, Id, OpenPushes, ShowInbox
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.lists.list_screen import PAGE, Item, ListPage, list_screen, on_page
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationViews
from bot.screen import Button, Row, Screen, label_of, marked
from domain.estate.parties.closed_access import why_forbidden
from domain.notifications.notification import Notification, NotificationId
from domain.notifications.open_notification import open_notification, read_all
from domain.notifications.show_inbox import InboxPage, show_inbox
from domain.notifications.to_push import notification_to_show
from domain.people.person import Person
from domain.refusal import Forbidden, Refusal
from domain.work import Work
from handlers.common.headers import HEADERS
from handlers.common.privacy.leaving import arrive

router = Router(name="notifications")

RECENTLY = dt.timedelta(days=1)


class OpenNotification(Callback, prefix="on"):
    """Open one entry."""

    notification: Id
    new: bool = False
    """In a new message, so that the digest on which the button stands remains readable."""


class ReadAll(Callback, prefix="ra"):
    """Mark everything as read."""


@router.message(Command("notifications"))
async def notifications(_message: object, ctx: Context, notification_views: NotificationViews) -> None:
    """Leave whatever was being filled in and show the first page."""
    await arrive(ctx, await inbox_screen(ctx, notification_views, ShowInbox()))


@router.callback_query(ShowInbox.filter())
async def turn_page(
    _query: object, callback_data: ShowInbox, notification_views: NotificationViews, ctx: Context
) -> None:
    """Show a page, of everything or about one thing."""
    asked = callback_data.model_copy(update={"new": False})
    await ctx.chat.show(await inbox_screen(ctx, notification_views, asked), new=callback_data.new)


@router.callback_query(OpenNotification.filter())
async def show_notification(
    _query: object, callback_data: OpenNotification, notification_views: NotificationViews, ctx: Context
) -> None:
    """Mark one read and show what it leads to."""
    t = ctx.t
    notification = await notification_to_show(ctx.work, ctx.me, NotificationId(callback_data.notification))
    await open_notification(ctx.work, ctx.me, notification.id)
    notice = notification_views.by_kind.get(notification.kind)
    try:
        if notice is None:
            raise Refusal("This is no longer here.")
        screen = await notice.opened(ctx.work, ctx.me, t, notification)
    except Refusal as refusal:
        back = [Button(t("‹ Back"), ShowInbox()), menu_button(t)]
        why = await why_forbidden(ctx.work, ctx.me, refusal) if isinstance(refusal, Forbidden) else refusal
        title = Markup("🔔 {}").format(t(HEADERS[notification.kind]))
        screen = Screen(lines(bold(title), t.moment(notification.created_at), "", t.refusal(why)), [back])
    await ctx.chat.show(screen, new=callback_data.new)


@router.callback_query(ReadAll.filter())
async def read_everything(_query: object, notification_views: NotificationViews, ctx: Context) -> None:
    """Mark everything read."""
    t = ctx.t
    count = await read_all(ctx.work, ctx.me)
    await ctx.chat.toast(t.n("{count} marked as read", "{count} marked as read", count) if count else t("All is read."))
    await ctx.chat.show(await inbox_screen(ctx, notification_views, ShowInbox()))


async def inbox_screen(ctx: Context, notification_views: NotificationViews, asked: ShowInbox) -> Screen:
    """A page of the inbox."""
    t = ctx.t
    subject = f"{asked.about}:{asked.row}" if asked.row else None

    async def look(at: int) -> InboxPage:
        return await show_inbox(
            ctx.work, ctx.me, subject=subject, unread_only=asked.unread, offset=at * PAGE, limit=PAGE
        )

    page = await look(asked.page)
    total = page.unread if asked.unread else page.total
    number = on_page(asked.page, total)
    if number != asked.page:
        page = await look(number)
    items = [
        await _item(ctx.work, ctx.me, t, notification_views, one, place)
        for place, one in enumerate(page.items, start=number * PAGE + 1)
    ]
    return list_screen(
        t,
        title=await _title(ctx.work, ctx.me, t, notification_views, asked),
        page=ListPage(items, total, number),
        turn=asked,
        empty=_empty(t, page),
        note=_unread(t, page),
        filters=[_filters(t, asked, page)],
        actions=[Button(t("⚙️ How I write"), OpenPushes())],
        back=ShowInbox() if asked.row else None,
    )


def _empty(t: Localizer, page: InboxPage) -> Markup:
    if page.total:
        return t("Nothing new: you have read everything.")
    return t("Nothing yet. Here will be all I write about: matches, payments, readings, messages.")


def _unread(t: Localizer, page: InboxPage) -> Markup | None:
    if not page.total:
        return None
    return t.n("{count} unread", "{count} unread", page.unread) if page.unread else t("All is read.")


def _filters(t: Localizer, asked: ShowInbox, page: InboxPage) -> Row:
    """All or only the unread, and reading all at once; nothing to choose between while all is read."""
    if not page.unread and not asked.unread:
        return []
    everything = asked.model_copy(update={"unread": False, "page": 0})
    unread = asked.model_copy(update={"unread": True, "page": 0})
    return [
        marked(t("All"), everything, chosen=not asked.unread),
        marked(t("New: {count}", count=page.unread), unread, chosen=asked.unread),
        *([Button(t("✔️ Read all"), ReadAll())] if page.unread else []),
    ]


async def _title(
    work: Work, me: Person, t: Localizer, notification_views: NotificationViews, asked: ShowInbox
) -> Markup:
    name = notification_views.names.get(asked.about) if asked.row else None
    if name is None:
        return t("🔔 News")
    return t("🔔 {name}", name=await name(work, me, t, asked.row))


async def _item(
    work: Work, me: Person, t: Localizer, notification_views: NotificationViews, notification: Notification, number: int
) -> Item:
    told = await told_of(work, me, t, notification_views, notification)
    what = bold(told.what) if notification.read_at is None else told.what
    line = Markup("{}. {} · {}").format(number, what, _when(t, notification))
    notice = notification_views.by_kind.get(notification.kind)
    sign = f"{number} {notice.sign}" if notice else str(number)
    return Item(line, label_of(told.name, sign), OpenNotification(notification=notification.id))


def _when(t: Localizer, notification: Notification) -> str:
    """Within a day how long ago, then the day itself."""
    return (
        t.ago(notification.created_at)
        if t.now - notification.created_at < RECENTLY
        else t.moment(notification.created_at)
    )


async def told_of(
    work: Work, me: Person, t: Localizer, notification_views: NotificationViews, notification: Notification
) -> InboxEntry:
    """An entry in words, also where what it was about has gone."""
    notice = notification_views.by_kind.get(notification.kind)
    try:
        if notice is None:
            raise Refusal("This is no longer here.")
        return await notice.line(work, me, t, notification)
    except Refusal:
        header = t(HEADERS[notification.kind])
        return InboxEntry(t("{notification} (can no longer be opened)", notification=header), header)
