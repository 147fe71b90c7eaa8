"""What a tenant is told when their lease comes to its end, and the way to ask about it."""

import datetime as dt

from markupsafe import Markup

from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationView, NotificationViews
from bot.screen import Button, Screen
from bot.telegram.sender import PushContent
from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount
from domain.estate.money.show_account import show_my_account
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.work import Work
from handlers.letters.callbacks import WriteLetter
from handlers.money.words import balance_lines, due_words
from handlers.tenant.callbacks import OpenRental


def register_rental_ends(notification_views: NotificationViews) -> None:
    """Hand in the words."""
    notification_views.by_kind[NotificationKind.RENTAL_ENDS] = NotificationView("📄", _told, _push, _opened)


async def _account(work: Work, me: Person, notification: Notification) -> LeaseAccount:
    return await show_my_account(work, me, LeaseId(notification.data["lease_id"]))


def _last_day(notification: Notification) -> dt.date:
    return dt.date.fromisoformat(notification.data["ends_on"])


async def _told(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    account = await _account(work, me, notification)
    return InboxEntry(
        t("Your lease ends on {date}", date=_last_day(notification)), Markup.escape(account.premises.name)
    )


async def _push(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    account = await _account(work, me, notification)
    if account.lease.ends_on != _last_day(notification):
        return None
    return PushContent(_screen(t, account, new=True))


async def _opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    return _screen(t, await _account(work, me, notification), new=False)


def _screen(t: Localizer, account: LeaseAccount, *, new: bool) -> Screen:
    lease, last = account.lease, account.lease.ends_on
    when = due_words(t, last, account.today) if last is not None else ""
    text = lines(
        bold(t("📄 Your lease ends {when}, on {date}", when=when, date=last)),
        account.premises.name,
        *balance_lines(t, account, own=True),
        "",
        t("If you would like to stay, write in good time."),
    )
    write = Button(t("✍️ Write"), WriteLetter(party=account.tenant.id, premises=account.premises.id, new=new))
    look = Button(t("📄 Lease"), OpenRental(lease=lease.id, new=new))
    return Screen(text, [[write, look], [menu_button(t, new=new)]])
