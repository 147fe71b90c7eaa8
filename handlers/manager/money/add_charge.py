"""A manager charges something besides the rent: what for, how much, due when; shown before it is booked."""

import datetime as dt
from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Id
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question, Review
from bot.forms.screens import menu_button
from bot.forms.usual_questions import note_question
from bot.forms.wording import asking, capital, field_now, label
from bot.localization import Localizer, bold, lines
from bot.names.days import read_day
from bot.screen import Button, Screen
from domain.estate.leases.lease import LeaseId
from domain.estate.money.add_charge import add_charge
from domain.estate.money.booking import MOST_NOTE
from domain.estate.money.show_account import show_managed_account
from domain.ledger.entry import Article, EntryId
from domain.money import Money
from handlers.manager.callbacks import LeaseMoney
from handlers.manager.money.callbacks import AddCharge
from handlers.manager.money.statement import found
from handlers.money.asking import read_amount
from handlers.money.words import article_name, balance_lines, charge_name

router = Router(name="add_charge")

CHARGED_BY_HAND = (
    Article.DEPOSIT,
    Article.PENALTY,
    Article.ELECTRICITY,
    Article.HOT_WATER,
    Article.COLD_WATER,
    Article.GAS,
    Article.HEATING,
    Article.SEWERAGE,
    Article.WASTE,
    Article.MAINTENANCE,
    Article.INTERNET,
    Article.OTHER,
)
IN_DAYS = (0, 5, 10)
"""Due days that are offered."""


@dataclass(frozen=True)
class ChargeDraft:
    """A charge that is being entered."""

    lease: Id
    currency: str
    tenant: str
    today: dt.date
    deposit: int | None = None
    """What the lease says."""
    article: Article | None = None
    minor: int | None = None
    on: dt.date | None = None
    note: str | None = None


@router.callback_query(AddCharge.filter())
async def begin(_query: object, callback_data: AddCharge, ctx: Context) -> None:
    """Ask what for."""
    account = await show_managed_account(ctx.work, ctx.me, LeaseId(callback_data.lease))
    lease = account.lease
    draft = ChargeDraft(lease.id, lease.currency, account.tenant.name, account.today, lease.deposit)
    await ctx.forms.start(FORM, ctx, draft)


def _amount_choices(t: Localizer, draft: ChargeDraft) -> list[Choice]:
    if draft.article is not Article.DEPOSIT or draft.deposit is None:
        return []
    return [Choice(t("As agreed: {sum}", sum=Money(draft.deposit, draft.currency)), str(draft.deposit))]


def _day_choices(t: Localizer, draft: ChargeDraft) -> list[Choice]:
    days = [draft.today + dt.timedelta(days=one) for one in IN_DAYS]
    return [Choice(t("Today") if one == draft.today else capital(t.date(one)), one.isoformat()) for one in days]


def _review(filled: CompletedForm[ChargeDraft], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    return lines(
        bold(
            t(
                "{what}: {sum}",
                what=capital(article_name(t, draft.article)),
                sum=Money(draft.minor or 0, draft.currency),
            )
        ),
        Markup.escape(draft.tenant),
        t("Due {day}", day=draft.on),
        t("“{note}”", note=draft.note) if draft.note else None,
        "",
        t("The tenant is told when you save it."),
    )


async def _save(filled: CompletedForm[ChargeDraft], ctx: Context) -> None:
    draft, t = filled.draft, ctx.t
    assert draft.article is not None and draft.minor is not None and draft.on is not None  # noqa: S101, PT018  (asked)
    entry_id = await add_charge(
        ctx.work.once(f"form:{filled.nonce}"),
        ctx.me,
        LeaseId(draft.lease),
        draft.article,
        draft.minor,
        draft.on,
        note=draft.note,
    )
    account, charge = await found(ctx, draft.lease, EntryId(entry_id))
    text = lines(
        bold(t("✅ Charged: {what}, {sum}", what=charge_name(t, charge), sum=charge.money)),
        t("{object} · {name}", object=account.premises.name, name=account.tenant.name),
        "",
        *balance_lines(t, account, own=False),
    )
    again = Button(t("➕ Charge"), AddCharge(lease=draft.lease))
    await ctx.chat.show(
        Screen(text, [[Button(t("🧾 Statement"), LeaseMoney(lease=draft.lease)), again], [menu_button(t)]])
    )


FORM: Form[ChargeDraft] = Form(
    name="charge",
    title=label("Charge"),
    draft=ChargeDraft,
    questions=(
        Question(
            key="article",
            kind=AnswerKind.CHOICE,
            ask=lambda t, _draft: t("What is it for? The rent is charged by itself."),
            choices=lambda t, _draft, _me: [
                Choice(capital(article_name(t, one)), one.value) for one in CHARGED_BY_HAND
            ],
            of=Article,
            label=label("🧾 What for"),
            per_row=3,
        ),
        Question(
            key="amount",
            field="minor",
            kind=AnswerKind.MONEY,
            ask=lambda t, _draft: t("How much? Write the amount: 1500 or 1250.50."),
            value=lambda text, draft, _ctx: read_amount(text, draft.currency),
            choices=lambda t, draft, _me: _amount_choices(t, draft),
            of=int,
            label=label("💳 Amount"),
        ),
        Question(
            key="day",
            field="on",
            kind=AnswerKind.DAY,
            ask=lambda t, _draft: t("By which day is it to be paid? Choose, or write it: 5 December."),
            value=lambda text, draft, ctx: read_day(text, ctx, draft.today),
            choices=lambda t, draft, _me: _day_choices(t, draft),
            of=dt.date.fromisoformat,
            label=label("📅 Which day"),
            per_row=3,
        ),
        note_question(
            asking("What should the tenant know? For example: five days late.", field_now("note")), most=MOST_NOTE
        ),
    ),
    done=_save,
    review=Review(show=_review, shortcuts=(("note", label("💬 Note")),)),
)
