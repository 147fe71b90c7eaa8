"""What a tenant is told when a lease is added for them, its rent changes, it is called off or comes to its end."""

import datetime as dt

from markupsafe import Markup

from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationView, NotificationViews, view_of
from bot.screen import Button, Screen
from bot.telegram.sender import PushContent
from domain.estate.leases.lease import LeaseId
from domain.estate.leases.tell_tenant import Change
from domain.estate.money.account import LeaseAccount
from domain.estate.money.show_account import show_my_account
from domain.metering.readings_to_send import ReadingsToSend, readings_to_send
from domain.money import Money
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.work import Work
from handlers.letters.callbacks import WriteLetter
from handlers.manager.leases.words import term_words
from handlers.money.words import balance_lines, due_words
from handlers.tenant.callbacks import OpenRental, SendReadings
from handlers.tenant.rentals import due_line, price_line


def register_rental_changes(notification_views: NotificationViews) -> None:
    """Hand in the words."""
    notification_views.by_kind[NotificationKind.RENTAL_CHANGED] = NotificationView("📄", _told, _push, _opened)
    notification_views.by_kind[NotificationKind.RENTAL_ENDS] = view_of(
        "📄",
        _account,
        line=lambda t, account, notification: InboxEntry(
            t("Your lease ends on {date}", date=_last_day(notification)), Markup.escape(account.premises.name)
        ),
        push=_end_push,
        opened=lambda t, view, _notification: _end_screen(t, view, new=False),
    )


async def _account(work: Work, me: Person, notification: Notification) -> LeaseAccount:
    return await show_my_account(work, me, LeaseId(notification.data["lease_id"]))


async def _told(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    account = await _account(work, me, notification)
    return InboxEntry(_title(t, account, notification), Markup.escape(account.premises.name))


async def _push(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    account = await _account(work, me, notification)
    if account.lease.is_void and notification.data["change"] != Change.CALLED_OFF:
        return None
    return PushContent(await _screen(work, me, t, account, notification, new=True))


async def _opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    return await _screen(work, me, t, await _account(work, me, notification), notification, new=False)


def _title(t: Localizer, account: LeaseAccount, notification: Notification) -> Markup:
    match Change(notification.data["change"]):
        case Change.ADDED:
            return t("Your lease is here")
        case Change.RENT:
            since = dt.date.fromisoformat(notification.data["since"])
            sum_ = Money(notification.data["minor"], account.lease.currency)
            return t("The rent is {sum} a month from {date}", sum=sum_, date=since)
        case Change.ENDED:
            last = dt.date.fromisoformat(notification.data["ends_on"])
            return t("Your lease ends on {date}", date=last) if last >= account.today else _over(t, last)
        case Change.CALLED_OFF:
            return t("The lease has been called off")


def _over(t: Localizer, last: dt.date) -> Markup:
    return t("Your lease ended on {date}", date=last)


async def _screen(
    work: Work, me: Person, t: Localizer, account: LeaseAccount, notification: Notification, *, new: bool
) -> Screen:
    lease = account.lease
    write = Button(t("✍️ Write"), WriteLetter(party=account.tenant.id, premises=account.premises.id, new=new))
    look = Button(t("🏠 Open"), OpenRental(lease=lease.id, new=new))
    head = lines(bold(Markup("📄 {}").format(_title(t, account, notification))), account.premises.name)
    if lease.is_void:
        return Screen(lines(head, t("Nothing is to be paid for it.")), [[write, menu_button(t, new=new)]])
    terms = _terms(t, account) if notification.data["change"] == Change.ADDED else None
    asked: Markup | None = None
    send: list[Button] = []
    if notification.data["change"] == Change.ENDED:
        to_send = await readings_to_send(work, me, lease.id)
        asked = _final_readings(t, to_send)
        send = [Button(t("🔢 Send readings"), SendReadings(lease=lease.id, new=new))] if to_send.asks_for_final else []
    text = lines(head, terms, "", *balance_lines(t, account, own=True), asked)
    return Screen(text, [send, [look, write], [menu_button(t, new=new)]])


def _final_readings(t: Localizer, to_send: ReadingsToSend) -> Markup | None:
    """That the final readings are asked for now, or will be."""
    if to_send.asks_for_final and to_send.window is not None:
        return t("Please send the final readings of the meters until {date}.", date=to_send.window.closes)
    last = to_send.lease.ends_on
    if to_send.rows and not to_send.is_final and last is not None and to_send.today <= last:
        return t("In its last days I shall ask you for the final readings of the meters.")
    return None


def _terms(t: Localizer, account: LeaseAccount) -> Markup:
    lease = account.lease
    return lines(term_words(t, lease, account.today), price_line(t, account), due_line(t, lease.due_day))


def _last_day(notification: Notification) -> dt.date:
    return dt.date.fromisoformat(notification.data["ends_on"])


def _end_push(t: Localizer, account: LeaseAccount, notification: Notification) -> PushContent | None:
    if account.lease.ends_on != _last_day(notification):
        return None
    return PushContent(_end_screen(t, account, new=True))


def _end_screen(t: Localizer, account: LeaseAccount, *, new: bool) -> Screen:
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
