"""A manager books a payment: how much, which day, how; where it will go is shown before it is saved."""

import datetime as dt
from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Id
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question, Review
from bot.forms.screens import menu_button
from bot.forms.usual_questions import note_question, paper_question
from bot.forms.wording import asking, capital, field_now, label
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen
from domain.estate.leases.lease import LeaseId
from domain.estate.money.add_payment import add_payment
from domain.estate.money.booking import MOST_NOTE
from domain.estate.money.show_account import show_managed_account
from domain.estate.money.to_pay import ToPay, spread
from domain.files.stored_file import FileId
from domain.ledger.entry import EntryId, Method
from domain.money import Money
from handlers.manager.callbacks import AddPayment, LeaseMoney
from handlers.manager.money.statement import found
from handlers.money.asking import amount_choices, paid_on_question, read_amount
from handlers.money.words import balance_lines, method_name, thing_name, where_it_went

router = Router(name="add_payment")

BY_HAND = (Method.BANK, Method.CASH, Method.CARD)


@dataclass(frozen=True)
class PaymentDraft:
    """A payment that is being entered, and what it may be for."""

    lease: Id
    currency: str
    tenant: str
    today: dt.date
    things: tuple[ToPay, ...] = ()
    ahead: tuple[ToPay, ...] = ()
    """Into what it would go, the first first."""
    minor: int | None = None
    on: dt.date | None = None
    method: Method | None = None
    note: str | None = None
    receipt: FileId | None = None

    @property
    def money(self) -> Money:
        """The amount so far."""
        return Money(self.minor or 0, self.currency)


@router.callback_query(AddPayment.filter())
async def begin(_query: object, callback_data: AddPayment, ctx: Context) -> None:
    """Ask how much."""
    account = await show_managed_account(ctx.work, ctx.me, LeaseId(callback_data.lease))
    draft = PaymentDraft(
        callback_data.lease,
        account.lease.currency,
        account.tenant.name,
        account.today,
        account.payable,
        account.ahead,
    )
    await ctx.forms.start(FORM, ctx, draft, new=callback_data.new)


def _ask_amount(t: Localizer, draft: PaymentDraft) -> Markup:
    owed = sum(one.minor for one in draft.things if one.on <= draft.today)
    due = t("Due by now: {sum}.", sum=Money(owed, draft.currency)) if owed else t("Nothing is due by now.")
    return lines(t("How much has {name} paid?", name=draft.tenant), due, t("Choose, or write another amount: 46000."))


METHOD_LABELS = {Method.BANK: "🏦 Transfer", Method.CASH: "💵 Cash", Method.CARD: "💳 Card"}


def _review(filled: CompletedForm[PaymentDraft], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    parts = spread(draft.minor or 0, draft.ahead)
    goes = [
        Markup("• ") + t("{what}: {sum}", what=capital(thing_name(t, one)), sum=Money(part, draft.currency))
        for one, part in parts
    ]
    advance = (draft.minor or 0) - sum(part for _, part in parts)
    if advance:
        goes.append(Markup("• ") + t("In advance: {sum}", sum=Money(advance, draft.currency)))
    return lines(
        bold(t("Payment of {sum}", sum=draft.money)),
        Markup.escape(draft.tenant),
        t("{day}, {method}", day=draft.on, method=method_name(t, draft.method)),
        t("“{note}”", note=draft.note) if draft.note else None,
        t("📎 With a receipt") if draft.receipt else None,
        "",
        t("It goes to, the oldest first:"),
        *goes,
    )


async def _save(filled: CompletedForm[PaymentDraft], ctx: Context) -> None:
    draft = filled.draft
    assert draft.minor is not None and draft.on is not None and draft.method is not None  # noqa: S101, PT018  (asked)
    entry_id = await add_payment(
        ctx.work.once(f"form:{filled.nonce}"),
        ctx.me,
        LeaseId(draft.lease),
        draft.minor,
        draft.on,
        draft.method,
        note=draft.note,
        receipt=draft.receipt,
    )
    await ctx.chat.show(await booked_screen(ctx, draft.lease, EntryId(entry_id)))


async def booked_screen(ctx: Context, lease: int, entry_id: EntryId) -> Screen:
    """What was booked, where it went, and how the account stands now."""
    t = ctx.t
    account, payment = await found(ctx, lease, entry_id)
    text = lines(
        bold(t("✅ Booked: {sum}", sum=payment.money)),
        t("{object} · {name}", object=account.premises.name, name=account.tenant.name),
        *where_it_went(t, account, payment),
        "",
        *balance_lines(t, account, own=False),
    )
    statement = Button(t("🧾 Statement"), LeaseMoney(lease=lease))
    return Screen(text, [[statement, Button(t("➕ Payment"), AddPayment(lease=lease))], [menu_button(t)]])


FORM: Form[PaymentDraft] = Form(
    name="payment",
    title=label("Payment"),
    draft=PaymentDraft,
    questions=(
        Question(
            key="amount",
            field="minor",
            kind=AnswerKind.MONEY,
            ask=_ask_amount,
            value=lambda text, draft, _ctx: read_amount(text, draft.currency),
            choices=lambda t, draft, _me: amount_choices(t, draft),
            of=int,
            label=label("💳 Amount"),
        ),
        paid_on_question(lambda t: t("When was it paid? Choose, or write the day: 5 November.")),
        Question(
            key="method",
            kind=AnswerKind.CHOICE,
            ask=lambda t, _draft: t("How was it paid?"),
            choices=lambda t, _draft, _me: [Choice(t(METHOD_LABELS[one]), one.value) for one in BY_HAND],
            of=Method,
            label=label("🏦 How"),
            per_row=3,
        ),
        note_question(asking("A few words to remember it by.", field_now("note")), most=MOST_NOTE),
        paper_question("receipt", asking("Send a photo or a file of the receipt."), label("📎 Receipt")),
    ),
    done=_save,
    review=Review(show=_review, shortcuts=(("receipt", label("📎 Receipt")),)),
)
