"""What a tenant is told of readings and bills: the period opens, closes, is over; a bill is there or was corrected."""

import datetime as dt
from functools import partial

from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationView, NotificationViews
from bot.screen import Button, Row, Screen
from bot.telegram.sender import PushContent
from bot.telegram.telegram_payments import TelegramPayments
from domain.estate.leases.lease import LeaseId
from domain.metering.bill_view import BillView
from domain.metering.readings_to_send import ReadingsToSend, readings_to_send
from domain.metering.show_bill import show_bill
from domain.money import Money
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.work import Work
from handlers.tenant.callbacks import OpenRental, SendReadings
from handlers.utilities.callbacks import OpenBill
from handlers.utilities.meter_words import in_press, meter_label, month_said
from handlers.utilities.show_bill import bill_screen, pay_button

BILL = "The utility bill for {month} is there"
CORRECTED = "The utility bill for {month} was corrected"


def register_reading_notifications(notification_views: NotificationViews, telegram_payments: TelegramPayments) -> None:
    """Hand in the words."""
    can_pay = telegram_payments.is_open
    rental = partial(_rental, can_pay=can_pay)
    notification_views.by_kind[NotificationKind.READINGS_OPEN] = NotificationView("🔢", _line, _opens, rental)
    notification_views.by_kind[NotificationKind.READINGS_CLOSING] = NotificationView("🔢", _line, _closes, rental)
    notification_views.by_kind[NotificationKind.READINGS_CLOSED] = NotificationView("🔢", _line, _closed, rental)
    notification_views.by_kind[NotificationKind.FINAL_READINGS] = NotificationView("🔢", _line, _final, rental)
    notification_views.by_kind[NotificationKind.UTILITY_BILL] = NotificationView(
        "💡", _bill_line, partial(_bill, can_pay=can_pay), partial(_bill_opened, can_pay=can_pay)
    )


def _month(notification: Notification) -> dt.date:
    return month_said(notification.data["month"])


async def _to_send(work: Work, me: Person, notification: Notification) -> ReadingsToSend:
    return await readings_to_send(work, me, LeaseId(notification.data["lease_id"]))


async def _line(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    to_send = await _to_send(work, me, notification)
    month, name = month_name(t, _month(notification)), Markup.escape(to_send.premises.name)
    if notification.kind is NotificationKind.READINGS_OPEN:
        return InboxEntry(t("Readings for {month} are open", month=month), name)
    if notification.kind is NotificationKind.READINGS_CLOSING:
        return InboxEntry(t("Readings for {month}: the period ends", month=month), name)
    if notification.kind is NotificationKind.FINAL_READINGS:
        return InboxEntry(t("Final readings are asked for"), name)
    return InboxEntry(t("Readings for {month} did not come", month=month), name)


async def _opens(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    to_send = await _to_send(work, me, notification)
    if not _is_asked(to_send, notification) or to_send.window is None:
        return None
    text = lines(
        bold(t("🔢 Readings are open until {date}", date=to_send.window.closes)),
        Markup.escape(to_send.premises.name),
        *_missing(t, to_send),
    )
    return PushContent(Screen(text, _ways(t, to_send)))


async def _final(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    to_send = await _to_send(work, me, notification)
    if not _is_asked(to_send, notification):
        return None
    return PushContent(Screen(_final_text(t, to_send), _ways(t, to_send)))


def _final_text(t: Localizer, to_send: ReadingsToSend) -> Markup:
    assert to_send.window is not None  # noqa: S101  (only what is asked for)
    ends_on, closes = to_send.lease.ends_on, to_send.window.closes
    return lines(
        bold(t("🔢 Final readings")),
        Markup.escape(to_send.premises.name),
        t(
            "The lease ends on {last}: please send what the meters show when you leave, until {closes}.",
            last=ends_on,
            closes=closes,
        ),
        *_missing(t, to_send),
    )


async def _closes(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    to_send = await _to_send(work, me, notification)
    if not _is_asked(to_send, notification) or to_send.window is None:
        return None
    title = (
        t("⏰ Readings are taken until today")
        if to_send.window.closes == to_send.today
        else t("⏰ Readings are taken until tomorrow, {date}", date=to_send.window.closes)
    )
    text = lines(bold(title), Markup.escape(to_send.premises.name), *_missing(t, to_send))
    return PushContent(Screen(text, _ways(t, to_send)))


async def _closed(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    to_send = await _to_send(work, me, notification)
    bill = await show_bill(work, me, LeaseId(notification.data["lease_id"]), _month(notification))
    if bill.is_booked or not bill.missing:
        return None
    text = lines(
        bold(t("🔢 The period of readings is over")),
        Markup.escape(to_send.premises.name),
        t("No trouble: your landlord or manager can still enter them, or an average is billed and put right later."),
    )
    rental = Button(t("🏠 The object"), OpenRental(lease=bill.lease.id, new=True))
    return PushContent(Screen(text, [[rental, menu_button(t, new=True)]]))


async def _rental(work: Work, me: Person, t: Localizer, notification: Notification, *, can_pay: bool) -> Screen:
    to_send = await _to_send(work, me, notification)
    if not _is_asked(to_send, notification) or to_send.window is None:
        bill = await show_bill(work, me, LeaseId(notification.data["lease_id"]), _month(notification))
        return bill_screen(t, bill, can_pay=can_pay)
    if to_send.is_final:
        return Screen(_final_text(t, to_send), _ways(t, to_send, new=False))
    title = bold(t("🔢 Readings are open until {date}", date=to_send.window.closes))
    text = lines(title, Markup.escape(to_send.premises.name), *_missing(t, to_send))
    return Screen(text, _ways(t, to_send, new=False))


def _is_asked(to_send: ReadingsToSend, notification: Notification) -> bool:
    """Whether the readings that the news is about can still be sent, and are missing."""
    is_final = notification.kind is NotificationKind.FINAL_READINGS
    is_the_same = to_send.month == _month(notification) and to_send.is_final == is_final
    return to_send.may_send and is_the_same and bool(to_send.missing)


def _missing(t: Localizer, to_send: ReadingsToSend) -> list[Markup]:
    sent = [t("{done} of {total} sent", done=to_send.done, total=len(to_send.rows))] if to_send.done else []
    return [*sent, Markup(", ").join(meter_label(t, one.meter) for one in to_send.missing)]


def _ways(t: Localizer, to_send: ReadingsToSend, *, new: bool = True) -> list[Row]:
    lease = to_send.lease.id
    return [
        [Button(t("🔢 Send readings"), SendReadings(lease=lease, new=new))],
        [Button(t("🏠 The object"), OpenRental(lease=lease, new=new)), menu_button(t, new=new)],
    ]


async def _view(work: Work, me: Person, notification: Notification) -> BillView:
    return await show_bill(work, me, LeaseId(notification.data["lease_id"]), _month(notification))


async def _bill_line(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    view = await _view(work, me, notification)
    said = BILL if notification.data.get("before") is None else CORRECTED
    return InboxEntry(t(said, month=month_name(t, view.month)), Markup.escape(view.premises.name))


async def _bill(
    work: Work, me: Person, t: Localizer, notification: Notification, *, can_pay: bool
) -> PushContent | None:
    view = await _view(work, me, notification)
    if not view.is_booked:
        return None
    before, currency, month = notification.data.get("before"), view.premises.currency, month_name(t, view.month)
    total = Money(view.total, currency)
    if before is None:
        title = t("💡 Utilities for {month}: {sum}", month=month, sum=total)
        was = None
    else:
        title = t("💡 Utilities for {month} corrected: {sum}", month=month, sum=total)
        was = t("It was {sum}.", sum=Money(int(before), currency))
    due = t("To be paid by {date}.", date=view.due_on) if view.owed else t("✅ Paid")
    guessed = t("Some readings are an average: the next ones put them right.") if view.by_average else None
    text = lines(bold(title), Markup.escape(view.premises.name), was, guessed, due)
    look = Button(t("💡 How it came about"), OpenBill(lease=view.lease.id, month=in_press(view.month), new=True))
    pay = [pay_button(t, view.lease.id, can_pay=can_pay, new=True)] if view.owed else []
    return PushContent(Screen(text, [[look], [*pay, menu_button(t, new=True)]]))


async def _bill_opened(work: Work, me: Person, t: Localizer, notification: Notification, *, can_pay: bool) -> Screen:
    return bill_screen(t, await _view(work, me, notification), can_pay=can_pay)
