"""What a manager is told about meters: readings that did not come, a meter to be verified, one that was replaced."""

from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationViews, view_of
from bot.screen import Button, Screen
from bot.telegram.sender import PushContent
from domain.estate.leases.lease import LeaseId
from domain.estate.objects.premises import PremisesId
from domain.metering.meter import MeterId
from domain.metering.show_final_readings import FinalReadings as FinalReadingsView
from domain.metering.show_final_readings import show_final_readings
from domain.metering.show_meters import MeterCard, show_meter
from domain.metering.show_object_month import ObjectMonth as ObjectMonthView
from domain.metering.show_object_month import show_object_month
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.work import Work
from handlers.manager.callbacks import OpenFinalReadings
from handlers.manager.meters.callbacks import BillByAverage, OpenMeter, OpenObjectMonth, ReplaceMeter
from handlers.manager.meters.final_readings import final_screen
from handlers.manager.meters.meter_card import card_screen
from handlers.manager.meters.object_month import month_screen
from handlers.utilities.meter_words import in_press, meter_label, month_said

MISSING = "Readings missing · {object}"
CHECK = "A meter is to be verified"
REPORTED = "A meter may have been replaced"


def register_meter_notifications(notification_views: NotificationViews) -> None:
    """Hand in the words."""
    notification_views.by_kind[NotificationKind.READINGS_MISSING] = view_of(
        "🔢",
        _month_view,
        line=lambda t, view, _notification: InboxEntry(
            t(MISSING, object=view.premises.name), Markup.escape(view.premises.name)
        ),
        push=_missing,
        opened=lambda t, view, _notification: month_screen(t, view),
    )
    notification_views.by_kind[NotificationKind.FINAL_READINGS_OF] = view_of(
        "🔢",
        _final_view,
        line=lambda t, view, _notification: InboxEntry(
            t("Final readings missing: {tenant}", tenant=view.tenant.name), Markup.escape(view.premises.name)
        ),
        push=_final,
        opened=lambda t, view, _notification: final_screen(t, view),
    )
    notification_views.by_kind[NotificationKind.METER_CHECK] = view_of(
        "📟",
        _card,
        line=lambda t, card, _notification: InboxEntry(t(CHECK), Markup.escape(card.premises.name)),
        push=_check,
        opened=_meter,
    )
    notification_views.by_kind[NotificationKind.METER_REPORTED] = view_of(
        "📟",
        _card,
        line=lambda t, card, _notification: InboxEntry(t(REPORTED), Markup.escape(card.premises.name)),
        push=_reported,
        opened=_meter,
    )


async def _month_view(work: Work, me: Person, notification: Notification) -> ObjectMonthView:
    return await show_object_month(
        work, me, PremisesId(notification.data["premises_id"]), month_said(notification.data["month"])
    )


async def _card(work: Work, me: Person, notification: Notification) -> MeterCard:
    return await show_meter(work, me, MeterId(notification.data["meter_id"]))


def _missing(t: Localizer, view: ObjectMonthView, _notification: Notification) -> PushContent | None:
    if not view.missing or view.is_booked:
        return None
    read, total = len(view.rows) - len(view.missing), len(view.rows)
    facts = {"month": month_name(t, view.month), "read": read, "total": total}
    text = lines(
        bold(t("🔢 Readings missing · {object}", object=view.premises.name)),
        t("The period for {month} is over: {read} of {total} came.", **facts),
        *(Markup("• ") + meter_label(t, one.meter) for one in view.missing[:6]),
    )
    premises, month = view.premises.id, in_press(view.month)
    average = Button(t("🧮 By the average"), BillByAverage(premises=premises, month=month, new=True))
    look = Button(t("✍️ Enter them"), OpenObjectMonth(premises=premises, month=month, new=True))
    return PushContent(Screen(text, [[look, average], [menu_button(t, new=True)]]))


async def _final_view(work: Work, me: Person, notification: Notification) -> FinalReadingsView:
    return await show_final_readings(work, me, LeaseId(notification.data["lease_id"]))


def _final(t: Localizer, view: FinalReadingsView, _notification: Notification) -> PushContent | None:
    if not view.missing:
        return None
    text = lines(
        bold(t("🔢 Final readings missing · {object}", object=view.premises.name)),
        t("{tenant}, until {date}", tenant=view.tenant.name, date=view.last),
        *(Markup("• ") + meter_label(t, one.meter) for one in view.missing[:6]),
    )
    enter = Button(t("✍️ Enter them"), OpenFinalReadings(lease=view.lease.id, new=True))
    return PushContent(Screen(text, [[enter, menu_button(t, new=True)]]))


def _check(t: Localizer, card: MeterCard, _notification: Notification) -> PushContent | None:
    meter = card.row.meter
    if not meter.is_active or meter.verified_until is None:
        return None
    said = (
        t("Its verification ends on {date}.", date=meter.verified_until)
        if meter.verified_until >= card.today
        else t("Its verification ended on {date}.", date=meter.verified_until)
    )
    text = lines(bold(t("📟 A meter is to be verified")), _which(t, card), said)
    return PushContent(Screen(text, [[_open(t, card), _replace(t, card)], [menu_button(t, new=True)]]))


def _reported(t: Localizer, card: MeterCard, _notification: Notification) -> PushContent | None:
    if not card.row.meter.is_active:
        return None
    text = lines(
        bold(t("📟 A meter may have been replaced")),
        _which(t, card),
        t("The tenant says so. Enter the old one's last value and the new one's first."),
    )
    return PushContent(Screen(text, [[_replace(t, card), _open(t, card)], [menu_button(t, new=True)]]))


def _meter(t: Localizer, view: MeterCard, _notification: Notification) -> Screen:
    return card_screen(t, view)


def _which(t: Localizer, card: MeterCard) -> Markup:
    return meter_label(t, card.row.meter) + Markup(" · ") + card.premises.name


def _open(t: Localizer, card: MeterCard) -> Button:
    return Button(t("📟 Meter"), OpenMeter(meter=card.row.meter.id, new=True))


def _replace(t: Localizer, card: MeterCard) -> Button:
    return Button(t("🔁 Replace"), ReplaceMeter(meter=card.row.meter.id, new=True))
