"""How a report of a payment looks to who keeps the object: who, how much, the receipt, and what has been decided."""

from markupsafe import Markup

from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen
from domain.estate.money.report import PaymentReport, ReportStatus
from domain.estate.money.show_reports import ReportView
from domain.files.show_file import stored_file
from domain.files.stored_file import FileId, FileKind
from domain.money import Money
from domain.refusal import NotFound
from domain.work import Work
from handlers.manager.callbacks import LeaseMoney
from handlers.manager.money.callbacks import AnotherAmount, ConfirmReport, DeclineReport, ReportReceipt
from handlers.money.words import balance_lines, where_it_went


async def report_screen(t: Localizer, work: Work, view: ReportView, notice: Markup | None = None) -> Screen:
    """A report on a screen of its own; the receipt is under it, or a tap away if it is a file."""
    report, account = view.report, view.account
    picture = await picture_of(work, report)
    text = lines(
        *((notice, "") if notice is not None else ()),
        bold(_title(t, view)),
        t("{object} · {name}", object=account.premises.name, name=account.tenant.name),
        t("Says to have paid {sum}, {day}", sum=report.money, day=report.on),
        t("“{note}”", note=report.note) if report.note else None,
        *_outcome(t, view),
        "",
        *balance_lines(t, account, own=False, reports=False),
    )
    receipt = []
    if report.receipt is not None and picture is None:
        receipt = [Button(t("📎 Receipt"), ReportReceipt(report=report.id))]
    last = [*receipt, Button(t("🧾 Statement"), LeaseMoney(lease=account.lease.id, new=True)), menu_button(t)]
    return Screen(text, [*decisions(t, report), last], picture)


def decisions(t: Localizer, report: PaymentReport) -> list[Row]:
    """What can be decided; each acts at once, or asks one question."""
    if report.status in (ReportStatus.CONFIRMED, ReportStatus.WITHDRAWN):
        return []
    if report.status is ReportStatus.DECLINED:
        return [[Button(t("✅ It has come"), ConfirmReport(report=report.id))]]
    return [
        [Button(t("✅ Confirm"), ConfirmReport(report=report.id))],
        [
            Button(t("✏️ Another amount"), AnotherAmount(report=report.id)),
            Button(t("✖️ Not received"), DeclineReport(report=report.id)),
        ],
    ]


async def picture_of(work: Work, report: PaymentReport) -> FileId | None:
    """The receipt, if it is a picture that can be shown."""
    if report.receipt is None:
        return None
    try:
        found = await stored_file(work, report.receipt)
    except NotFound:
        return None
    return None if found.file.kind is FileKind.DOCUMENT else report.receipt


def _title(t: Localizer, view: ReportView) -> Markup:
    match view.report.status:
        case ReportStatus.CONFIRMED:
            return t("✅ Payment confirmed")
        case ReportStatus.DECLINED:
            return t("✖️ Payment not received")
        case ReportStatus.WITHDRAWN:
            return t("↩️ The tenant has withdrawn the report")
        case _:
            return t("⏳ Has it come?")


def _outcome(t: Localizer, view: ReportView) -> list[Markup]:
    report, account = view.report, view.account
    if report.status is ReportStatus.DECLINED:
        return [t("You answered: “{why}”", why=report.reason)]
    payment = None if report.entry_id is None else account.entry(report.entry_id)
    if payment is None:
        return []
    if account.reversal(payment) is not None:
        return [t("Booked and taken back since.")]
    booked = t("Booked: {sum}", sum=Money(payment.minor, payment.currency))
    return [booked, *where_it_went(t, account, payment)]
