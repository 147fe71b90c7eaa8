"""Who keeps an object decides on what tenants say to have paid: it has come, another amount has, or nothing has."""

from dataclasses import dataclass, replace
from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Id
from bot.confirm import outcome_or_toast
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import CompletedForm, Context, Form, Question
from bot.forms.usual_questions import reason_question, reason_said
from bot.forms.wording import asking, label
from bot.lists.list_screen import Item, list_screen, page_found
from bot.localization import Localizer
from bot.opening import opens
from bot.screen import Screen, label_of
from domain.estate.money.booking import MOST_NOTE
from domain.estate.money.decide_report import confirm_report, decline_report
from domain.estate.money.report import ReportId
from domain.estate.money.show_reports import ReportView, list_reports, show_report
from domain.people.person import Action
from domain.refusal import Conflict, NotFound
from handlers.manager.callbacks import ReportsList
from handlers.manager.money.callbacks import AnotherAmount, ConfirmReport, DeclineReport, OpenReport, ReportReceipt
from handlers.manager.money.report_screens import report_screen
from handlers.money.asking import read_amount

router = Router(name="reports")

REASONS = {"none": "no money has come", "less": "another sum has come", "other": "it was not for this"}
"""Why a report is turned down, as usually; gettext messages."""


@dataclass(frozen=True)
class Deciding:
    """A report that is being decided on in more than one tap."""

    report: Id
    currency: str
    minor: int
    reason: str | None = None


@opens(router, ReportsList)
async def list_all(ctx: Context, press: ReportsList) -> Screen:
    """What waits, the oldest first."""
    t = ctx.t
    page = await page_found(partial(list_reports, ctx.work, ctx.me), press.page)
    return list_screen(
        t,
        title=t("⏳ To confirm"),
        page=page.of(_item(t, one) for one in page.found.items),
        turn=press,
        empty=t("Nothing waits. When a tenant reports a payment, it comes here and to you as a message."),
    )


def _item(t: Localizer, view: ReportView) -> Item:
    report, account = view.report, view.account
    line = t(
        "{name}, {object}: {sum}, {day}",
        name=account.tenant.name,
        object=account.premises.name,
        sum=report.money,
        day=report.on,
    )
    name = t("{sum} · {name}", sum=report.money, name=account.tenant.first_name)
    return Item(Markup("• ") + line, label_of(name), OpenReport(report=report.id))


@router.callback_query(OpenReport.filter())
async def open_report(_query: object, callback_data: OpenReport, ctx: Context) -> None:
    """One of them, with what can be done."""
    await show_as_it_is(ctx, ReportId(callback_data.report), new=callback_data.new)


async def show_as_it_is(ctx: Context, report_id: ReportId, notice: Markup | None = None, *, new: bool = False) -> None:
    """A report as it is now, with what has just happened."""
    view = await _found(ctx, report_id)
    await ctx.chat.show(await report_screen(ctx.t, ctx.work, view, notice), new=new)


async def _found(ctx: Context, report_id: ReportId) -> ReportView:
    view = await show_report(ctx.work, ctx.me, report_id)
    if not ctx.me.may(Action.MANAGE_OBJECTS, at=view.account.premises):
        raise NotFound
    return view


@router.callback_query(ConfirmReport.filter())
async def confirm(_query: object, callback_data: ConfirmReport, ctx: Context) -> None:
    """Book it as reported; who presses again sees that it is booked."""
    await _confirm(ctx, ReportId(callback_data.report))


async def _confirm(ctx: Context, report_id: ReportId, minor: int | None = None, nonce: str | None = None) -> None:
    work = ctx.work.once(f"form:{nonce}") if nonce else ctx.work
    await outcome_or_toast(ctx, confirm_report(work, ctx.me, report_id, minor))
    await show_as_it_is(ctx, report_id)


@router.callback_query(AnotherAmount.filter())
async def another_amount(_query: object, callback_data: AnotherAmount, ctx: Context) -> None:
    """Ask how much has come."""
    await _ask(ctx, callback_data.report, "amount")


@router.callback_query(DeclineReport.filter())
async def decline(_query: object, callback_data: DeclineReport, ctx: Context) -> None:
    """Ask why it does not count."""
    await _ask(ctx, callback_data.report, "reason")


async def _ask(ctx: Context, report: int, question: str) -> None:
    view = await _found(ctx, ReportId(report))
    try:
        view.report.must_be_open()
    except Conflict as conflict:
        await ctx.chat.toast(ctx.t.refusal(conflict))
        await show_as_it_is(ctx, view.report.id)
        return
    draft = Deciding(report, view.report.currency, view.report.minor)
    await ctx.forms.start(AMOUNT if question == "amount" else REASON, ctx, draft, only=question)


@router.callback_query(ReportReceipt.filter())
async def send_receipt(_query: object, callback_data: ReportReceipt, ctx: Context) -> None:
    """The receipt, as a message below."""
    view = await _found(ctx, ReportId(callback_data.report))
    await ctx.chat.send_stored(view.report.receipt)


async def _back(filled: CompletedForm[Deciding], ctx: Context) -> None:
    await show_as_it_is(ctx, ReportId(filled.draft.report))


async def _amount_said(filled: CompletedForm[Deciding], ctx: Context) -> None:
    await _confirm(ctx, ReportId(filled.draft.report), filled.draft.minor)


async def _declined(filled: CompletedForm[Deciding], ctx: Context) -> None:
    draft, t = filled.draft, ctx.t
    reason = reason_said(t, REASONS, draft.reason)
    report_id = ReportId(draft.report)
    try:
        await decline_report(ctx.work.once(f"form:{filled.nonce}"), ctx.me, report_id, reason)
    except Conflict as conflict:
        await show_as_it_is(ctx, report_id, t.refusal(conflict))
        return
    await show_as_it_is(ctx, report_id)


AMOUNT: Form[Deciding] = Form(
    name="report_amount",
    title=label("Another amount"),
    draft=Deciding,
    questions=(
        Question(
            key="amount",
            kind=AnswerKind.MONEY,
            ask=lambda t, _draft: t("How much has come? Write the amount: 1500 or 1250.50."),
            read=lambda text, draft, _answering: replace(draft, minor=read_amount(text, draft.currency)),
        ),
    ),
    done=_amount_said,
    back=_back,
)
REASON: Form[Deciding] = Form(
    name="report_reason",
    title=label("Not received"),
    draft=Deciding,
    questions=(
        reason_question(
            asking("What shall I tell the tenant? Choose, or write it in a few words."),
            REASONS,
            most=MOST_NOTE,
            per_row=1,
        ),
    ),
    done=_declined,
    back=_back,
)
