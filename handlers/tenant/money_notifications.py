"""What a tenant is told about money: what falls due, what is overdue, what was booked, confirmed, declined, taken back.

A reminder says what is due now and lets it be done on the spot; who has paid meanwhile gets none.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from bot.callbacks import ShowInbox
from bot.forms.screens import menu_button
from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationView, NotificationViews
from bot.screen import Button, Screen
from bot.telegram.sender import PushContent, Render
from bot.telegram.telegram_payments import TelegramPayments
from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount
from domain.estate.money.report import ReportId, ReportStatus
from domain.estate.money.show_account import show_my_account
from domain.estate.money.show_reports import ReportView, show_report
from domain.estate.money.to_pay import ToPay
from domain.ledger.entry import Entry, EntryId, Method
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.refusal import NotFound, Refusal
from domain.work import Work
from handlers.letters.callbacks import WriteLetter
from handlers.money.words import (
    balance_lines,
    charge_name,
    due_words,
    entry_name,
    late_words,
    method_name,
    things_lines,
    where_it_went,
)
from handlers.tenant.callbacks import IPaid, MyStatement, OpenMyEntry, SnoozeRent
from handlers.tenant.my_statement import tenants_statement
from handlers.tenant.paying_buttons import paying

Says = Callable[[Localizer, LeaseAccount, Notification], Markup]
Shows = Callable[[Localizer, LeaseAccount, Notification], Screen | None]


@dataclass(frozen=True, slots=True)
class _Words:
    """How one kind of news about a lease is put."""

    says: Says
    shows: Shows
    can_pay: bool

    async def line(self, work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
        """Its entry in the inbox."""
        account = await _account(work, me, notification)
        name = Markup.escape(account.premises.name)
        return InboxEntry(self.says(t, account, notification) + Markup(" · ") + name, name)

    async def push(self, work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
        """The message."""
        screen = self.shows(t, await _account(work, me, notification), notification)
        return None if screen is None else PushContent(screen)

    async def opened(self, work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
        """The statement as it is now."""
        screen = tenants_statement(t, await _account(work, me, notification), can_pay=self.can_pay)
        return Screen(screen.text, [*screen.rows[:-1], [Button(t("‹ Back"), ShowInbox()), menu_button(t)]])


def register_money_notifications(notification_views: NotificationViews, telegram_payments: TelegramPayments) -> None:
    """Hand in the words of what happens to the money of a lease."""
    can_pay = telegram_payments.is_open

    def notice(kind: NotificationKind, sign: str, says: Says, shows: Shows) -> None:
        words = _Words(says, shows, can_pay)
        notification_views.by_kind[kind] = NotificationView(sign, words.line, words.push, words.opened)

    remind = partial(_reminder, can_pay=can_pay)
    notice(NotificationKind.RENT_DUE, "⏰", _what_is_due, remind)
    notice(NotificationKind.RENT_OVERDUE, "⏰", _what_is_due, remind)
    notice(NotificationKind.DEBT_REMINDED, "🔔", _what_is_due, partial(_asked, can_pay=can_pay))
    notice(
        NotificationKind.PAYMENT_CONFIRMED,
        "✅",
        lambda t, account, notification: _paid(t, _row(account, notification)),
        _confirmed,
    )
    notice(NotificationKind.PAYMENT_REVERSED, "↩️", _reversed_line, _reversed)
    notice(NotificationKind.CHARGED, "🧾", _charged_line, partial(_charged, can_pay=can_pay))
    notification_views.by_kind[NotificationKind.PAYMENT_DECLINED] = NotificationView(
        "✖️", _declined_line, _declined, _declined_opened
    )


def render_snoozed(telegram_payments: TelegramPayments) -> Render:
    """A reminder that was put off until today."""

    async def render(work: Work, me: Person, t: Localizer, data: dict[str, object]) -> PushContent | None:
        try:
            account = await show_my_account(work, me, LeaseId(int(str(data["lease_id"]))))
        except Refusal:
            return None
        things = _near(account)
        return PushContent(_reminding(t, account, things, can_pay=telegram_payments.is_open)) if things else None

    return render


async def _account(work: Work, me: Person, notification: Notification) -> LeaseAccount:
    return await show_my_account(work, me, LeaseId(notification.data["lease_id"]))


def _row(account: LeaseAccount, notification: Notification) -> Entry:
    entry = account.entry(EntryId(notification.data["entry_id"]))
    if entry is None:
        raise NotFound
    return entry


def _near(account: LeaseAccount) -> list[ToPay]:
    """What is due by now, and what is so near that the lease wants it to be reminded of."""
    return account.to_pay(account.today - dt.timedelta(days=min((*account.lease.reminders, 0))))


def _what_is_due(t: Localizer, account: LeaseAccount, _notification: Notification) -> Markup:
    if account.owed.minor:
        return t("To pay: {sum}", sum=account.owed)
    if account.next_payment is None:
        return t("Nothing is owed")
    money, day = account.next_payment
    return t("{sum} due {day}", sum=money, day=day)


def _reminder(t: Localizer, account: LeaseAccount, notification: Notification, *, can_pay: bool) -> Screen | None:
    """What is due by now, and what the reminder is about if that comes later."""
    keys = set(notification.data["keys"])
    every = _near(account)
    if not any(one.key in keys for one in every):
        return None
    shown = [one for one in every if one.key in keys or one.on <= account.today]
    return _reminding(t, account, shown, can_pay=can_pay)


def _reminding(t: Localizer, account: LeaseAccount, things: Sequence[ToPay], *, can_pay: bool) -> Screen:
    first, lease = things[0], account.lease.id
    whole = account.money(sum(one.minor for one in things))
    if things[-1].on < account.today:
        title = t("⏰ Overdue: {late}", late=late_words(t, account))
    elif first.on < account.today:
        title = t("⏰ To pay: {sum}, of it overdue: {late}", sum=whole, late=late_words(t, account))
    else:
        when = capital(due_words(t, first.on, account.today))
        title = t("⏰ {when}, {day}: {sum}", when=when, day=first.on, sum=whole)
    text = lines(bold(title), Markup.escape(account.premises.name), *things_lines(t, account, things))
    later = [Button(t("🕒 Tomorrow"), SnoozeRent(lease=lease))]
    statement = Button(t("🧾 Statement"), MyStatement(lease=lease, new=True))
    return Screen(text, [paying(t, lease, can_pay=can_pay, new=True), [*later, statement]])


def _asked(t: Localizer, account: LeaseAccount, _notification: Notification, *, can_pay: bool) -> Screen | None:
    """Whoever lets the place asks for what is owed."""
    things = account.to_pay()
    if not things:
        return None
    lease = account.lease.id
    text = lines(
        bold(t("🔔 You are reminded: {sum}", sum=account.owed)),
        Markup.escape(account.premises.name),
        *things_lines(t, account, things),
    )
    row = [
        Button(t("✍️ Write"), WriteLetter(party=account.tenant.id, new=True)),
        Button(t("🧾 Statement"), MyStatement(lease=lease, new=True)),
    ]
    return Screen(text, [paying(t, lease, can_pay=can_pay, new=True), row])


def _paid(t: Localizer, payment: Entry) -> Markup:
    if payment.method is Method.DEPOSIT:
        return t("Out of the deposit: {sum}", sum=payment.money)
    return t("Payment booked: {sum}", sum=payment.money)


def _confirmed(t: Localizer, account: LeaseAccount, notification: Notification) -> Screen | None:
    payment = _row(account, notification)
    if account.reversal(payment) is not None:
        return None
    text = lines(
        bold(Markup("✅ ") + _paid(t, payment)),
        t(
            "{object}, {day}, {method}",
            object=account.premises.name,
            day=payment.on,
            method=method_name(t, payment.method),
        ),
        _reported(t, account, payment),
        *where_it_went(t, account, payment),
        "",
        *balance_lines(t, account, own=True),
    )
    return Screen(text, [_look(t, account, payment), [menu_button(t, new=True)]])


def _reported(t: Localizer, account: LeaseAccount, payment: Entry) -> Markup | None:
    """What the tenant said to have paid, where it was another amount."""
    said = payment.arithmetic.get("reported", payment.minor)
    return t("You reported {sum}.", sum=account.money(said)) if said != payment.minor else None


def _look(t: Localizer, account: LeaseAccount, entry: Entry) -> list[Button]:
    lease = account.lease.id
    return [
        Button(t("🔎 In detail"), OpenMyEntry(lease=lease, entry=entry.id, new=True)),
        Button(t("🧾 Statement"), MyStatement(lease=lease, new=True)),
    ]


def _reversed_line(t: Localizer, account: LeaseAccount, notification: Notification) -> Markup:
    entry = _row(account, notification)
    return t("Taken back: {what}, {sum}", what=entry_name(t, entry), sum=entry.money)


def _reversed(t: Localizer, account: LeaseAccount, notification: Notification) -> Screen | None:
    entry = _row(account, notification)
    reversal = account.reversal(entry)
    if reversal is None:
        return None
    text = lines(
        bold(t("↩️ Taken back: {what}, {sum}", what=entry_name(t, entry), sum=entry.money)),
        Markup.escape(account.premises.name),
        t("“{note}”", note=reversal.note) if reversal.note else None,
        "",
        *balance_lines(t, account, own=True),
    )
    return Screen(text, [_look(t, account, entry), [menu_button(t, new=True)]])


def _charged_line(t: Localizer, account: LeaseAccount, notification: Notification) -> Markup:
    charge = _row(account, notification)
    return t("Charged: {what}, {sum}", what=charge_name(t, charge), sum=charge.money)


def _charged(t: Localizer, account: LeaseAccount, notification: Notification, *, can_pay: bool) -> Screen | None:
    charge = _row(account, notification)
    if account.reversal(charge) is not None:
        return None
    text = lines(
        bold(t("🧾 Charged: {what}, {sum}", what=charge_name(t, charge), sum=charge.money)),
        t("{object}, due {day}", object=account.premises.name, day=charge.on),
        t("“{note}”", note=charge.note) if charge.note else None,
    )
    return Screen(text, [paying(t, account.lease.id, can_pay=can_pay, new=True), _look(t, account, charge)])


async def _declined_line(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    view = await show_report(work, me, ReportId(notification.data["report_id"]))
    what = t("Your payment of {sum} was not found", sum=view.report.money)
    return InboxEntry(what, Markup.escape(view.account.premises.name))


async def _declined(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    view = await show_report(work, me, ReportId(notification.data["report_id"]))
    if view.report.status is not ReportStatus.DECLINED:
        return None
    return PushContent(_declined_screen(t, view))


async def _declined_opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    screen = _declined_screen(t, await show_report(work, me, ReportId(notification.data["report_id"])))
    return Screen(screen.text, [*screen.rows, [Button(t("‹ Back"), ShowInbox()), menu_button(t)]])


def _declined_screen(t: Localizer, view: ReportView) -> Screen:
    report, account = view.report, view.account
    lease = account.lease.id
    text = lines(
        bold(t("✖️ Your payment of {sum} was not found", sum=report.money)),
        t("{object}, {day}", object=account.premises.name, day=report.on),
        t("The answer: “{why}”", why=report.reason) if report.reason else None,
        "",
        *balance_lines(t, account, own=True),
    )
    row = [
        Button(t("✍️ Write"), WriteLetter(party=account.tenant.id, new=True)),
        Button(t("✔️ Report again"), IPaid(lease=lease, new=True)),
    ]
    return Screen(text, [row, [Button(t("🧾 Statement"), MyStatement(lease=lease, new=True))]])
