"""A manager decides what becomes of the deposit: kept, set against the debt, or handed back; each is confirmed."""

from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Id
from bot.confirm import confirm_screen
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, Choice, CompletedForm, Context, Form, Question, Review
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.nonces import new_nonce
from bot.screen import Button, Row, Screen
from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount
from domain.estate.money.return_deposit import DebtChanged, return_deposit
from domain.estate.money.set_deposit_against_debt import set_deposit_against_debt
from domain.estate.money.show_account import show_managed_account
from domain.money import Money
from domain.refusal import Conflict, Refusal
from handlers.manager.callbacks import LeaseMoney
from handlers.manager.money.callbacks import DepositAgainstDebt, KeepDeposit, ReturnDeposit, SettleDeposit
from handlers.manager.money.statement import show_statement
from handlers.money.asking import read_amount
from handlers.money.words import things_lines

router = Router(name="settle_deposit")


@dataclass(frozen=True)
class Returning:
    """A deposit that is being handed back."""

    lease: Id
    currency: str
    tenant: str
    held: int
    owed: int
    later: int = 0
    """What has been billed already and falls due later."""
    back: int | None = None

    def billed(self, t: Localizer) -> list[Markup]:
        """What has been billed and is not due yet, if anything."""
        return [t("Billed already, due later: {sum}.", sum=Money(self.later, self.currency))] if self.later else []

    @property
    def money(self) -> Money:
        """What is handed back."""
        return Money(self.back or 0, self.currency)


@router.callback_query(SettleDeposit.filter())
async def begin(_query: object, callback_data: SettleDeposit, ctx: Context) -> None:
    """Say what is held and owed, and ask what becomes of it."""
    await ctx.forms.leave(ctx.state)
    account = await _account(ctx, callback_data.lease)
    if account is not None:
        await ctx.chat.show(_choice_screen(ctx.t, account))


async def _account(ctx: Context, lease: int) -> LeaseAccount | None:
    """The account; None if no deposit is held any more, which is said."""
    account = await show_managed_account(ctx.work, ctx.me, LeaseId(lease))
    if account.deposit_held.minor > 0:
        return account
    await ctx.chat.toast(ctx.t("No deposit is held any more."))
    await show_statement(ctx, account.lease.id)
    return None


def _choice_screen(t: Localizer, account: LeaseAccount) -> Screen:
    lease, debt = account.lease.id, account.deposit_for_debt
    text = lines(
        bold(t("🔒 Deposit: {sum}", sum=account.deposit_held)),
        t("{object} · {name}", object=account.premises.name, name=account.tenant.name),
        t("Owed by now: {sum}", sum=account.owed) if account.owed.minor else t("Nothing is owed."),
        "",
        t("What becomes of the deposit? Nothing is booked before you have confirmed it."),
    )
    against: Row = []
    if debt.minor:
        against = [Button(t("Set off {sum}", sum=debt), DepositAgainstDebt(lease=lease, minor=debt.minor))]
    return Screen(
        text,
        [
            [Button(t("🔒 Keep it"), KeepDeposit(lease=lease))],
            against,
            [Button(t("↩️ Return it"), ReturnDeposit(lease=lease))],
            [Button(t("‹ Back"), LeaseMoney(lease=lease)), menu_button(t)],
        ],
    )


@router.callback_query(KeepDeposit.filter())
async def keep(_query: object, callback_data: KeepDeposit, ctx: Context) -> None:
    """Nothing changes, and that is said."""
    account = await _account(ctx, callback_data.lease)
    if account is not None:
        notice = bold(ctx.t("🔒 The deposit stays with you: {sum}.", sum=account.deposit_held))
        await show_statement(ctx, account.lease.id, notice)


@router.callback_query(DepositAgainstDebt.filter())
async def set_against_debt(_query: object, callback_data: DepositAgainstDebt, ctx: Context) -> None:
    """Ask first; then do it, once."""
    t, lease_id = ctx.t, LeaseId(callback_data.lease)
    if not callback_data.nonce:
        account = await _account(ctx, callback_data.lease)
        if account is not None:
            await _ask_to_set_off(ctx, account)
        return
    work = ctx.work.once(f"deposit:{callback_data.nonce}")
    try:
        await set_deposit_against_debt(work, ctx.me, lease_id, callback_data.minor)
    except Refusal as refusal:
        await show_statement(ctx, lease_id, t.refusal(refusal))
        return
    money = (await show_managed_account(ctx.work, ctx.me, lease_id)).money(callback_data.minor)
    await show_statement(ctx, lease_id, bold(t("🔒 Taken from the deposit for the debt: {sum}.", sum=money)))


async def _ask_to_set_off(ctx: Context, account: LeaseAccount) -> None:
    t, debt = ctx.t, account.deposit_for_debt
    if not debt.minor:
        await show_statement(ctx, account.lease.id, t("Nothing is owed."))
        return
    left = account.money(account.deposit_held.minor - debt.minor)
    question = lines(
        bold(t("Set {sum} of the deposit against the debt?", sum=debt)),
        *things_lines(t, account, account.to_pay()),
        "",
        t("Of the deposit {sum} stays with you. The tenant is told.", sum=left),
    )
    lease = account.lease.id
    keep_ = (t("‹ Back"), SettleDeposit(lease=lease))
    go = (t("✅ Set off {sum}", sum=debt), DepositAgainstDebt(lease=lease, minor=debt.minor, nonce=new_nonce()))
    await ctx.chat.show(confirm_screen(question, keep=keep_, go=go))


@router.callback_query(ReturnDeposit.filter())
async def hand_back(_query: object, callback_data: ReturnDeposit, ctx: Context) -> None:
    """Ask how much."""
    account = await _account(ctx, callback_data.lease)
    if account is None:
        return
    await ctx.forms.start(FORM, ctx, _returning(account))


def _returning(account: LeaseAccount) -> Returning:
    return Returning(
        account.lease.id,
        account.lease.currency,
        account.tenant.name,
        account.deposit_held.minor,
        account.owed.minor,
        account.billed_ahead.minor,
    )


def _ask(t: Localizer, draft: Returning) -> Markup:
    most, debt = Money(draft.held, draft.currency), Money(draft.owed, draft.currency)
    return lines(
        t("How much of the deposit do you hand back to {name}? At most {most}.", name=draft.tenant, most=most),
        bold(t("⚠️ {name} owes {sum}. What you hand back no longer covers it.", name=draft.tenant, sum=debt))
        if draft.owed
        else None,
        *draft.billed(t),
    )


def _choices(t: Localizer, draft: Returning) -> list[Choice]:
    rest = draft.held - draft.owed
    choices = [Choice(t("All: {sum}", sum=Money(draft.held, draft.currency)), str(draft.held))]
    if 0 < rest < draft.held:
        choices.append(Choice(t("Less the debt: {sum}", sum=Money(rest, draft.currency)), str(rest)))
    return choices


def _read(text: str, draft: Returning, _answering: AnswerContext) -> Returning:
    minor = read_amount(text, draft.currency)
    if minor > draft.held:
        most = Money(draft.held, draft.currency)
        raise Refusal("Of this deposit at most {most} can be handed back.", most=most)
    return replace(draft, back=minor)


def _review(filled: CompletedForm[Returning], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    left = draft.held - (draft.back or 0)
    return lines(
        bold(t("Hand back {sum} to {name}?", sum=draft.money, name=draft.tenant)),
        t("Of the deposit {sum} stays with you. The tenant is told.", sum=Money(left, draft.currency)),
        bold(t("⚠️ The debt of {sum} stays a debt.", sum=Money(draft.owed, draft.currency))) if draft.owed else None,
        *draft.billed(t),
    )


async def _done(filled: CompletedForm[Returning], ctx: Context) -> None:
    draft, t = filled.draft, ctx.t
    lease_id = LeaseId(draft.lease)
    work, seen = ctx.work.once(f"form:{filled.nonce}"), (draft.owed, draft.later)
    try:
        await return_deposit(work, ctx.me, lease_id, draft.back or 0, seen=seen)
    except DebtChanged as changed:
        await ctx.chat.toast(t.refusal(changed), alert=True)
        await ctx.forms.start(FORM, ctx, replace(_returning(changed.account), back=draft.back), review=True)
        return
    except Conflict as conflict:
        await show_statement(ctx, lease_id, t.refusal(conflict))
        return
    await show_statement(ctx, lease_id, bold(t("↩️ Handed back of the deposit: {sum}.", sum=draft.money)))


FORM: Form[Returning] = Form(
    name="deposit",
    title=label("Deposit"),
    draft=Returning,
    questions=(
        Question(
            key="back",
            kind=AnswerKind.MONEY,
            ask=_ask,
            read=_read,
            choices=lambda t, draft, _me: _choices(t, draft),
            of=int,
            label=label("💳 Amount"),
            per_row=1,
        ),
    ),
    done=_done,
    back=lambda filled, ctx: show_statement(ctx, LeaseId(filled.draft.lease)),
    review=Review(show=_review, save=label("✅ Hand back")),
)
