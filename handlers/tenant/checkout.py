"""The money of a bill: looked at once more before it moves, booked once when it has arrived, with a receipt to keep."""

import contextlib

from aiogram import F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message, PreCheckoutQuery
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Screen
from domain.estate.leases.lease import LeaseId
from domain.estate.money.invoice import InvoiceId
from domain.estate.money.invoicing import approve_payment, book_telegram_payment
from domain.estate.money.show_account import show_my_account
from domain.ledger.entry import EntryId
from domain.money import Money
from domain.people.person import Person
from domain.refusal import NotFound, Refusal
from domain.work import Work
from handlers.money.words import balance_lines, twice_line, where_it_went
from handlers.tenant.callbacks import MyStatement
from handlers.tenant.pay import PAYLOAD

router = Router(name="checkout")

MOST_REASON = 200
"""Characters of a refusal that the payer's app shows."""


@router.pre_checkout_query(F.invoice_payload.startswith(f"{PAYLOAD}:"))
async def look_once_more(query: PreCheckoutQuery, work: Work, me: Person, t: Localizer) -> None:
    """Let the payment through if it is still owed, and say why if not; Telegram waits ten seconds for this."""
    try:
        _, invoice_id = _ids(query.invoice_payload)
        await approve_payment(work, me, invoice_id, query.total_amount, query.currency)
        reason = None
    except Refusal as refusal:
        reason = t.refusal(refusal).unescape()[:MOST_REASON]
    with contextlib.suppress(TelegramBadRequest):
        # too late: Telegram has told the payer so itself, and no money has moved
        await query.answer(ok=reason is None, error_message=reason)


@router.message(F.successful_payment.invoice_payload.startswith(f"{PAYLOAD}:"), flags=OPEN)
async def book(message: Message, ctx: Context) -> None:
    """Book it and send a receipt; a payment that is known already was answered then."""
    paid = message.successful_payment
    assert paid is not None  # noqa: S101  (asked for by the filter)
    lease_id, invoice_id = _ids(paid.invoice_payload)
    booked = await book_telegram_payment(
        ctx.work,
        ctx.me,
        lease_id,
        invoice_id,
        paid.total_amount,
        paid.currency,
        message.date,
        paid.telegram_payment_charge_id,
        paid.provider_payment_charge_id,
    )
    if booked["new"]:
        money = Money(paid.total_amount, paid.currency)
        await ctx.chat.send(await _receipt(ctx, lease_id, EntryId(booked["entry_id"]), money))


def _ids(payload: str) -> tuple[LeaseId, InvoiceId]:
    parts = payload.split(":")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts[1:]):
        raise NotFound
    return LeaseId(int(parts[1])), InvoiceId(int(parts[2]))


async def _receipt(ctx: Context, lease_id: LeaseId, entry_id: EntryId, money: Money) -> Screen:
    t = ctx.t
    title = bold(t("✅ Paid: {sum}", sum=money))
    try:
        account = await show_my_account(ctx.work, ctx.me, lease_id)
    except Refusal:
        # the lease is no longer the payer's to see, but the money is in its books
        kept = t("The payment is in the books of your landlord, who has been told.")
        return Screen(lines(title, kept), [[menu_button(t, new=True)]])
    payment = account.entry(entry_id)
    went: list[Markup] = [] if payment is None else where_it_went(t, account, payment)
    twice = None if payment is None else twice_line(t, payment)
    text = lines(title, Markup.escape(account.premises.name), twice, *went, "", *balance_lines(t, account, own=True))
    statement = Button(t("🧾 Statement"), MyStatement(lease=lease_id, new=True))
    return Screen(text, [[statement, menu_button(t, new=True)]])
