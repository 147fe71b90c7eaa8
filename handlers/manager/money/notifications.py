"""What who keeps or owns an object is told about money: a report to confirm, a payment that came, what is overdue."""

from collections.abc import Awaitable, Callable
from functools import partial

from markupsafe import Markup

from bot.callbacks import ShowInbox
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationView, NotificationViews
from bot.screen import Button, Screen
from bot.telegram.sender import PushContent
from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount
from domain.estate.money.report import ReportId, ReportStatus
from domain.estate.money.show_account import show_account
from domain.estate.money.show_reports import show_report
from domain.ledger.entry import EntryId
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Action, Person
from domain.refusal import NotFound
from domain.work import Work
from handlers.letters.callbacks import WriteLetter
from handlers.manager.callbacks import AddPayment, LeaseMoney
from handlers.manager.money.callbacks import OpenEntry, RemindDebtor
from handlers.manager.money.report_screens import report_screen
from handlers.manager.money.statement import managers_statement
from handlers.money.words import balance_lines, late_words, method_name, things_lines, twice_line, where_it_went

Line = Callable[[Localizer, LeaseAccount, Notification], Markup]


def register_money_notifications(notification_views: NotificationViews) -> None:
    """Hand in the words of what happens to the money of leases."""
    notification_views.by_kind[NotificationKind.PAYMENT_REPORTED] = NotificationView(
        "⏳", _report_line, _report_push, _report_opened
    )
    overdue = partial(_line, lambda t, account, _notification: t("Overdue: {sum}", sum=account.overdue))
    notification_views.by_kind[NotificationKind.TENANT_OVERDUE] = NotificationView(
        "⏰", overdue, partial(_push, _overdue_screen), _opened
    )
    notification_views.by_kind[NotificationKind.PAID] = NotificationView(
        "💳", partial(_line, _paid_words), partial(_push, _paid_screen), _opened
    )


async def _account(work: Work, me: Person, notification: Notification) -> LeaseAccount:
    return await show_account(work, me, LeaseId(notification.data["lease_id"]))


async def _line(words: Line, work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    account = await _account(work, me, notification)
    whose = t("{object} · {name}", object=account.premises.name, name=account.tenant.name)
    return InboxEntry(words(t, account, notification) + Markup(" · ") + whose, Markup.escape(account.premises.name))


async def _push(
    screen: Callable[[Work, Person, Localizer, Notification], Awaitable[Screen | None]],
    work: Work,
    me: Person,
    t: Localizer,
    notification: Notification,
) -> PushContent | None:
    shown = await screen(work, me, t, notification)
    return None if shown is None else PushContent(shown)


async def _opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    screen = managers_statement(t, await _account(work, me, notification), me)
    return Screen(screen.text, [*screen.rows[:-1], [Button(t("‹ Back"), ShowInbox()), menu_button(t)]])


async def _overdue_screen(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen | None:
    account = await _account(work, me, notification)
    late = [one for one in account.to_pay() if one.on < account.today]
    if not any(one.key in notification.data["keys"] for one in late):
        return None
    lease = account.lease.id
    text = lines(
        bold(t("⏰ Overdue: {late}", late=late_words(t, account))),
        t("{object} · {name}", object=account.premises.name, name=account.tenant.name),
        *things_lines(t, account, late),
    )
    tenant = account.tenant
    reaching = []
    if tenant.person_id is not None and tenant.is_present:
        reaching = [
            Button(t("🔔 Remind"), RemindDebtor(lease=lease)),
            Button(t("✍️ Write"), WriteLetter(party=tenant.id, new=True)),
        ]
    booking = []
    if me.may(Action.MANAGE_OBJECTS, at=account.premises):
        booking = [Button(t("➕ Payment"), AddPayment(lease=lease, new=True))]
    statement = Button(t("🧾 Statement"), LeaseMoney(lease=lease, new=True))
    return Screen(text, [reaching, [*booking, statement], [menu_button(t, new=True)]])


def _paid_words(t: Localizer, account: LeaseAccount, notification: Notification) -> Markup:
    payment = account.entry(EntryId(notification.data["entry_id"]))
    if payment is None:
        raise NotFound
    return t("Paid {sum}", sum=payment.money)


async def _paid_screen(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen | None:
    account = await _account(work, me, notification)
    payment = account.entry(EntryId(notification.data["entry_id"]))
    if payment is None or account.reversal(payment) is not None:
        return None
    lease = account.lease.id
    text = lines(
        bold(t("💳 Paid {sum} {method}", sum=payment.money, method=method_name(t, payment.method))),
        t("{object} · {name}", object=account.premises.name, name=account.tenant.name),
        twice_line(t, payment),
        *where_it_went(t, account, payment),
        "",
        *balance_lines(t, account, own=False),
    )
    row = [
        Button(t("🔎 In detail"), OpenEntry(lease=lease, entry=payment.id, new=True)),
        Button(t("🧾 Statement"), LeaseMoney(lease=lease, new=True)),
    ]
    return Screen(text, [row, [menu_button(t, new=True)]])


async def _report_line(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    view = await show_report(work, me, ReportId(notification.data["report_id"]))
    said = {"name": view.account.tenant.name, "sum": view.report.money}
    is_withdrawn = view.report.status is ReportStatus.WITHDRAWN
    what = t("{name} has withdrawn: {sum}", **said) if is_withdrawn else t("{name} reports to have paid {sum}", **said)
    return InboxEntry(what, Markup.escape(view.account.premises.name))


async def _report_push(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    view = await show_report(work, me, ReportId(notification.data["report_id"]))
    if view.report.status not in (ReportStatus.PENDING, ReportStatus.WITHDRAWN):
        return None
    return PushContent(await report_screen(t, work, view))


async def _report_opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    screen = await report_screen(t, work, await show_report(work, me, ReportId(notification.data["report_id"])))
    return Screen(screen.text, [*screen.rows[:-1], [Button(t("‹ Back"), ShowInbox()), menu_button(t)]], screen.photo)
