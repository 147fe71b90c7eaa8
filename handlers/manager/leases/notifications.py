"""What a manager and an owner are told: that a lease ends, and that an object offered before is vacant again."""

import datetime as dt

from markupsafe import Markup

from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationView, NotificationViews, view_of
from bot.screen import Button, Row, Screen
from bot.telegram.sender import PushContent
from domain.estate.leases.lease import LeaseId
from domain.estate.leases.show_lease import LeaseView, show_lease
from domain.estate.objects.premises import PremisesId
from domain.estate.objects.show_premises import show_premises
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.work import Work
from handlers.letters.callbacks import WriteLetter
from handlers.manager.callbacks import OpenLease, OpenObject
from handlers.manager.leases.callbacks import EditLease, EndLease
from handlers.manager.leases.show_lease import lease_screen
from handlers.manager.objects.callbacks import OfferObject
from handlers.manager.objects.show_object import object_screen
from handlers.money.words import balance_lines, due_words


def register_lease_notifications(notification_views: NotificationViews) -> None:
    """Hand in the words."""
    notification_views.by_kind[NotificationKind.LEASE_ENDS] = view_of(
        "📄", _lease, line=_ends_told, push=_ends_push, opened=lambda t, view, _notification: lease_screen(t, view)
    )
    notification_views.by_kind[NotificationKind.VACANT] = NotificationView(
        "🏠", _vacant_told, _vacant_push, _vacant_opened
    )


async def _lease(work: Work, me: Person, notification: Notification) -> LeaseView:
    return await show_lease(work, me, LeaseId(notification.data["lease_id"]))


def _last_day(notification: Notification) -> dt.date:
    return dt.date.fromisoformat(notification.data["ends_on"])


def _ends_told(t: Localizer, view: LeaseView, notification: Notification) -> InboxEntry:
    what = t("The lease ends on {date}: {tenant}", date=_last_day(notification), tenant=view.tenant.name)
    return InboxEntry(what, Markup.escape(view.premises.name))


def _ends_push(t: Localizer, view: LeaseView, notification: Notification) -> PushContent | None:
    if view.lease.ends_on != _last_day(notification):
        return None
    when = due_words(t, view.lease.ends_on, view.account.today)
    text = lines(
        bold(t("📄 The lease ends {when}, on {date}", when=when, date=view.lease.ends_on)),
        t("{tenant} · {object}", tenant=view.tenant.name, object=view.premises.name),
        *balance_lines(t, view.account, own=False),
    )
    return PushContent(Screen(text, [*_what_to_do(t, view), [menu_button(t, new=True)]]))


def _what_to_do(t: Localizer, view: LeaseView) -> list[Row]:
    lease = view.lease
    look = [
        Button(t("📄 Lease"), OpenLease(lease=lease.id, new=True)),
        Button(t("🏠 Object"), OpenObject(premises=view.premises.id, new=True)),
    ]
    if not view.may_manage:
        return [look]
    change = [
        Button(t("📅 Prolong"), EditLease(lease=lease.id, field="ends_on", new=True)),
        Button(t("🏁 End sooner"), EndLease(lease=lease.id, new=True)),
    ]
    if view.tenant.joined_at is None or not view.tenant.is_present:
        return [change, look]
    write = WriteLetter(party=view.tenant.id, premises=view.premises.id, new=True)
    return [change, [Button(t("✍️ Write"), write), *look]]


async def _vacant_told(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    view = await show_premises(work, me, PremisesId(notification.data["premises_id"]))
    return InboxEntry(t("Vacant again: {object}", object=view.premises.name), Markup.escape(view.premises.name))


async def _vacant_push(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    view = await show_premises(work, me, PremisesId(notification.data["premises_id"]))
    if not view.can_be_offered or (view.offered is not None and view.offered.is_active):
        return None
    one = view.premises
    text = lines(bold(t("🏠 {object} is vacant", object=one.name)), t("Shall realtors look for a tenant again?"))
    return PushContent(
        Screen(
            text,
            [
                [Button(t("📢 To realtors"), OfferObject(premises=one.id, new=True))],
                [Button(t("🏠 Object"), OpenObject(premises=one.id, new=True)), menu_button(t, new=True)],
            ],
        )
    )


async def _vacant_opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    return object_screen(t, me, await show_premises(work, me, PremisesId(notification.data["premises_id"])))
