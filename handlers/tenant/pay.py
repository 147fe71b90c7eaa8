"""A tenant pays through Telegram: for all that is due, for one thing or another amount; the bill comes as a message.

Where the operator has no provider, or the sum does not suit it, the tenant reports a payment made elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Id
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import CompletedForm, Context, Form, Question
from bot.forms.screens import menu_button
from bot.forms.wording import capital, label
from bot.localization import Localizer, bold, lines
from bot.names.places import place_name
from bot.screen import Button, Row, Screen, pairs
from bot.telegram.telegram_payments import CannotBePaidHere, PaymentRequest
from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import A_YEAR, LeaseAccount
from domain.estate.money.invoicing import issue_invoice
from domain.estate.money.show_account import show_my_account
from domain.estate.money.to_pay import ToPay, spread
from domain.ledger.entry import NOT_UTILITIES
from domain.money import Money
from domain.refusal import Conflict, NotFound
from handlers.manager.objects.words import joined
from handlers.money.asking import offers, read_amount
from handlers.money.words import thing_name, things_lines
from handlers.tenant.callbacks import IPaid, OpenRental, PaidBill, PayFor, PayLease, PayOther
from handlers.tenant.i_paid import begin_report

router = Router(name="pay")

PAYLOAD = "rent"
"""How what comes back with a payment begins."""
LINK = "pay_"
"""How a link to a lease's bill begins."""
MOST_DIGITS = 15


@dataclass(frozen=True)
class OtherAmount:
    """How much a tenant wants to pay."""

    lease: Id
    currency: str
    owed: int
    minor: int | None = None


@router.callback_query(PayLease.filter())
async def pay(_query: object, callback_data: PayLease, ctx: Context) -> None:
    """A bill at once if there is one thing to pay, else ask for which."""
    await begin_paying(ctx, LeaseId(callback_data.lease), new=callback_data.new)


async def follow_link(carried: str, ctx: Context) -> None:
    """A copy of a bill in another chat leads here; only the lease's own tenant gets further."""
    if not carried.isascii() or not carried.isdigit() or len(carried) > MOST_DIGITS:
        raise NotFound
    await begin_paying(ctx, LeaseId(int(carried)), new=True)


async def begin_paying(ctx: Context, lease_id: LeaseId, *, new: bool = False) -> None:
    """The same, wherever it was asked for."""
    if not ctx.telegram_payments.is_open:
        await begin_report(ctx, lease_id, new=new)
        return
    account = await show_my_account(ctx.work, ctx.me, lease_id)
    due = account.to_pay()
    if len(due) > 1:
        await ctx.chat.show(_choice_screen(ctx.t, account, due), new=new)
        return
    things = due or account.coming
    if not things:
        await _ask_amount(ctx, account)
        return
    await _send_bill(ctx, account, sum(one.minor for one in things))


def _choice_screen(t: Localizer, account: LeaseAccount, due: Sequence[ToPay]) -> Screen:
    lease = account.lease.id
    text = lines(
        bold(t("💳 Pay: {object}", object=account.premises.name)),
        *things_lines(t, account, due),
        "",
        t("How much shall the bill be for? What is paid goes to the oldest first."),
    )
    whole = Button(t("All: {sum}", sum=account.owed), PayFor(lease=lease))
    each = [Button(one.label, _pay_for(lease, one.things)) for one in offers(t, due, account.lease.currency)]
    other: Row = [Button(t("✏️ Another amount"), PayOther(lease=lease)), Button(t("✔️ I paid"), IPaid(lease=lease))]
    back: Row = [Button(t("‹ Back"), OpenRental(lease=lease)), menu_button(t)]
    return Screen(text, [[whole], *pairs(each), other, back])


def _pay_for(lease: int, things: Sequence[ToPay]) -> PayFor:
    thing = things[0]
    if len(things) > 1:
        return PayFor(lease=lease, utilities=True)
    if thing.entry_id is not None:
        return PayFor(lease=lease, entry=thing.entry_id)
    month = thing.month or thing.on
    return PayFor(lease=lease, month=month.year * 100 + month.month)


@router.callback_query(PayFor.filter())
async def pay_for(_query: object, callback_data: PayFor, ctx: Context) -> None:
    """A bill for all that is due, or for one thing, if it is still to be paid."""
    account = await show_my_account(ctx.work, ctx.me, LeaseId(callback_data.lease))
    lease, due = account.lease, account.to_pay()
    if callback_data.utilities:
        due = [one for one in due if one.article not in NOT_UTILITIES]
    elif callback_data.entry or callback_data.month:
        due = [one for one in due if _pay_for(lease.id, (one,)) == callback_data]
    minor = sum(one.minor for one in due)
    if not minor:
        raise Conflict("This has been paid already.")
    await _send_bill(ctx, account, minor)


@router.callback_query(PayOther.filter())
async def pay_other(_query: object, callback_data: PayOther, ctx: Context) -> None:
    """Ask how much."""
    await _ask_amount(ctx, await show_my_account(ctx.work, ctx.me, LeaseId(callback_data.lease)))


async def _ask_amount(ctx: Context, account: LeaseAccount) -> None:
    draft = OtherAmount(account.lease.id, account.lease.currency, account.owed.minor)
    await ctx.forms.start(FORM, ctx, draft, only="amount")


def _ask(t: Localizer, draft: OtherAmount) -> Markup:
    owed = Money(draft.owed, draft.currency)
    due = t("Due by now: {sum}.", sum=owed) if draft.owed else t("Nothing is due by now.")
    return lines(due, t("How much do you want to pay? What is more than is due is kept for the next rent."))


async def _amount_said(filled: CompletedForm[OtherAmount], ctx: Context) -> None:
    account = await show_my_account(ctx.work, ctx.me, LeaseId(filled.draft.lease))
    await _send_bill(ctx, account, filled.draft.minor or 0, once=filled.nonce)


async def _send_bill(ctx: Context, account: LeaseAccount, minor: int, *, once: str | None = None) -> None:
    t, lease_id = ctx.t, account.lease.id
    work = ctx.work if once is None else ctx.work.once(f"form:{once}")
    invoice_id = await issue_invoice(work, ctx.me, lease_id, minor)
    bill = PaymentRequest(
        title=t("Rent: {object}", object=account.premises.name),
        description=_description(t, account),
        payload=f"{PAYLOAD}:{lease_id}:{invoice_id}",
        parts=_parts(t, account, minor),
        pay=t("💳 Pay {sum}", sum=account.money(minor)),
        link=f"{LINK}{lease_id}",
        others=(
            Button(t("✏️ Another amount"), PayOther(lease=lease_id)),
            Button(t("✔️ I paid"), PaidBill(lease=lease_id, invoice=invoice_id)),
        ),
    )
    try:
        await ctx.telegram_payments.ask(ctx.chat.bot, ctx.chat.id, bill)
    except CannotBePaidHere:
        await ctx.chat.toast(t("This cannot be paid here. Pay as usual and report it: I shall pass it on."))
        await begin_report(ctx, lease_id, new=True)


def _parts(t: Localizer, account: LeaseAccount, minor: int) -> list[tuple[Markup, Money]]:
    """Where the money will go, as the bill says it line by line."""
    parts = spread(minor, account.to_pay(account.today + A_YEAR))
    named = [(capital(thing_name(t, one)), account.money(part)) for one, part in parts]
    ahead = minor - sum(part for _, part in parts)
    return [*named, (t("In advance"), account.money(ahead))] if ahead else named


def _description(t: Localizer, account: LeaseAccount) -> Markup:
    number = account.lease.contract_number
    contract = t("Contract {number}", number=number) if number else t("Rent and utilities")
    premises = account.premises
    place = joined(", ", (place_name(t, premises.city) if premises.city else None, premises.address))
    return lines(contract, place or None)


FORM: Form[OtherAmount] = Form(
    name="pay_amount",
    title=label("💳 Pay"),
    draft=OtherAmount,
    questions=(
        Question(
            key="amount",
            kind=AnswerKind.MONEY,
            ask=_ask,
            read=lambda text, draft, _answering: replace(draft, minor=read_amount(text, draft.currency)),
        ),
    ),
    done=_amount_said,
    back=lambda filled, ctx: begin_paying(ctx, LeaseId(filled.draft.lease)),
)
