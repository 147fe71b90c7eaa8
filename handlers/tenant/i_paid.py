"""A tenant reports a payment made elsewhere: how much, which day, a receipt if there is one; the manager confirms it.

A sum that is far from what the lease costs is asked about, all of it is looked over before it is sent, and it can be
withdrawn until it is answered.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Annotated

from aiogram import Router
from markupsafe import Markup
from pydantic import AliasChoices, Field

from bot.callbacks import Id
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, CompletedForm, Context, Form, Question, Review
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen
from domain.estate.leases.lease import LeaseId
from domain.estate.leases.my_rentals import show_rental
from domain.estate.money.booking import MOST_NOTE
from domain.estate.money.invoice import InvoiceId
from domain.estate.money.report import ReportId
from domain.estate.money.report_payment import report_payment
from domain.estate.money.show_invoice import show_invoice
from domain.estate.money.show_reports import show_report
from domain.estate.money.to_pay import ToPay
from domain.estate.money.withdraw_report import withdraw_report
from domain.files.stored_file import FileId
from domain.money import Money
from domain.refusal import Conflict
from handlers.money.asking import amount_choices, doubt_sum, paid_on_question, read_amount, sure_of
from handlers.money.words import balance_lines
from handlers.tenant.callbacks import IPaid, MyStatement, OpenRental, PaidBill, WithdrawReport

router = Router(name="i_paid")


@dataclass(frozen=True)
class Reported:
    """A report that is being made, and what it may be for."""

    lease: Id
    currency: str
    place: str
    manager: Annotated[str, Field(validation_alias=AliasChoices("manager", "keeper"))]
    """Who confirms it; 0.1.0 kept the name as `keeper` in reports that were half made."""
    today: dt.date
    things: tuple[ToPay, ...] = ()
    usual: int = 0
    """What is due and comes next, or a month's rent if that is more."""
    minor: int | None = None
    on: dt.date | None = None
    note: str | None = None
    receipt: FileId | None = None

    @property
    def money(self) -> Money:
        """The amount so far."""
        return Money(self.minor or 0, self.currency)


@router.callback_query(IPaid.filter())
async def begin(_query: object, callback_data: IPaid, ctx: Context) -> None:
    """Ask how much."""
    await begin_report(ctx, LeaseId(callback_data.lease), new=callback_data.new)


async def begin_report(ctx: Context, lease_id: LeaseId, *, new: bool = False) -> None:
    """The same, wherever it was asked for."""
    rental = await show_rental(ctx.work, ctx.me, lease_id)
    account = rental.account
    things = account.payable
    draft = Reported(
        lease=account.lease.id,
        currency=account.lease.currency,
        place=account.premises.name,
        manager=rental.manager.full,
        today=account.today,
        things=things,
        usual=max(sum(one.minor for one in things), account.lease.rent_on(account.today).minor),
    )
    await ctx.forms.start(FORM, ctx, draft, new=new)


def _ask_amount(t: Localizer, draft: Reported) -> Markup:
    return lines(
        t("How much have you paid for {object}?", object=draft.place), t("Choose, or write another amount: 46000.")
    )


def _read_amount(text: str, draft: Reported, answering: AnswerContext) -> Reported:
    minor = read_amount(text, draft.currency)
    doubt_sum(answering.t, Money(minor, draft.currency), Money(draft.usual, draft.currency))
    return replace(draft, minor=minor)


def _review(filled: CompletedForm[Reported], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    return lines(
        bold(t("You have paid {sum}, {day}", sum=draft.money, day=draft.on)),
        Markup.escape(draft.place),
        t("“{note}”", note=draft.note) if draft.note else None,
        t("📎 With a receipt") if draft.receipt else None,
        "",
        t("{name} will be asked to confirm it.", name=draft.manager),
    )


async def _send(filled: CompletedForm[Reported], ctx: Context) -> None:
    draft, t = filled.draft, ctx.t
    assert draft.minor is not None and draft.on is not None  # noqa: S101, PT018  (asked)
    report_id = await report_payment(
        ctx.work.once(f"form:{filled.nonce}"),
        ctx.me,
        LeaseId(draft.lease),
        draft.minor,
        draft.on,
        note=draft.note,
        receipt=draft.receipt,
    )
    text = lines(
        bold(t("⏳ Reported: {sum}, {day}", sum=draft.money, day=draft.on)),
        Markup.escape(draft.place),
        "",
        t("{name} has been asked to confirm it; the answer will come here.", name=draft.manager),
    )
    statement = Button(t("🧾 Statement"), MyStatement(lease=draft.lease))
    back: Row = [Button(t("‹ Back"), OpenRental(lease=draft.lease)), menu_button(t)]
    await ctx.chat.show(Screen(text, [[statement, Button(t("↩️ Withdraw"), WithdrawReport(report=report_id))], back]))


@router.callback_query(WithdrawReport.filter())
async def withdraw(_query: object, callback_data: WithdrawReport, ctx: Context) -> None:
    """Withdraw it, and say so; one that was answered meanwhile says that."""
    t, report_id = ctx.t, ReportId(callback_data.report)
    try:
        await withdraw_report(ctx.work, ctx.me, report_id)
    except Conflict as conflict:
        await ctx.chat.toast(t.refusal(conflict), alert=True)
        return
    view = await show_report(ctx.work, ctx.me, report_id)
    lease = view.account.lease.id
    text = lines(
        bold(t("↩️ Withdrawn: {sum}, {day}", sum=view.report.money, day=view.report.on)),
        Markup.escape(view.account.premises.name),
        "",
        *balance_lines(t, view.account, own=True),
    )
    again = [Button(t("✔️ Report again"), IPaid(lease=lease)), Button(t("🧾 Statement"), MyStatement(lease=lease))]
    await ctx.chat.show(Screen(text, [again, [menu_button(t)]]))


@router.callback_query(PaidBill.filter())
async def bill_paid(_query: object, callback_data: PaidBill, ctx: Context) -> None:
    """Under a bill that is paid, say that it is; otherwise begin."""
    t, lease_id = ctx.t, LeaseId(callback_data.lease)
    paid = await show_invoice(ctx.work, ctx.me, lease_id, InvoiceId(callback_data.invoice))
    if paid is None:
        await begin_report(ctx, lease_id, new=True)
        return
    money, day = paid
    await ctx.chat.toast(t("This bill is paid: {sum}, {day}. There is nothing to report.", sum=money, day=day))


FORM: Form[Reported] = Form(
    name="i_paid",
    title=label("✔️ I paid"),
    draft=Reported,
    questions=(
        Question(
            key="amount",
            field="minor",
            kind=AnswerKind.MONEY,
            ask=_ask_amount,
            read=_read_amount,
            choices=lambda t, draft, _me: amount_choices(t, draft),
            pick=lambda value, draft: replace(draft, minor=sure_of(value)),
            label=label("💳 Amount"),
        ),
        paid_on_question(lambda t: t("When did you pay? Choose, or write the day: 5 November.")),
        Question(
            key="receipt",
            field="note",
            kind=AnswerKind.TEXT,
            ask=lambda t, _draft: t(
                "Send a photo or a file of the receipt, or a few words: so it is confirmed sooner."
            ),
            value=lambda text, _draft, _ctx: text.strip() or None,
            files=lambda files, draft: replace(draft, receipt=files[0] if files else None),
            one_file=True,
            optional=True,
            known=lambda draft: draft.note is not None or draft.receipt is not None,
            label=label("📎 Receipt"),
            most_typed=MOST_NOTE,
        ),
    ),
    done=_send,
    review=Review(show=_review, save=label("✅ Report it")),
)
