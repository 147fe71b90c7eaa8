"""A tenant looks at the account of a lease: the statement, one row in full, receipts, the workbook."""

import datetime as dt

from aiogram import Router

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer
from bot.screen import Button, Row, Screen
from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount
from domain.estate.money.show_account import show_my_account
from domain.estate.money.snooze_rent import snooze_rent
from domain.ledger.entry import Entry, EntryId
from domain.refusal import NotFound
from handlers.money.entry import entry_text
from handlers.money.sheet import statement_file
from handlers.money.statement import Ways, statement_screen
from handlers.tenant.callbacks import MyReceipt, MyStatement, MyStatementFile, OpenMyEntry, OpenRental, SnoozeRent
from handlers.tenant.paying_buttons import paying

router = Router(name="my_statement")


@router.callback_query(MyStatement.filter())
async def my_statement(_query: object, callback_data: MyStatement, ctx: Context) -> None:
    """The statement."""
    await show_statement(ctx, LeaseId(callback_data.lease), month=callback_data.month, new=callback_data.new)


async def show_statement(ctx: Context, lease_id: LeaseId, *, month: int = 0, new: bool = False) -> None:
    """The same, wherever it was asked for."""
    account = await show_my_account(ctx.work, ctx.me, lease_id)
    screen = tenants_statement(ctx.t, account, month=month, can_pay=ctx.telegram_payments.is_open)
    await ctx.chat.show(screen, new=new)


def tenants_statement(t: Localizer, account: LeaseAccount, *, month: int = 0, can_pay: bool) -> Screen:
    """The statement with what its reader can do."""
    lease = account.lease.id
    last: Row = [
        Button(t("📊 Excel"), MyStatementFile(lease=lease)),
        Button(t("‹ Back"), OpenRental(lease=lease)),
        menu_button(t),
    ]
    ways = Ways(
        turn=lambda to: MyStatement(lease=lease, month=to),
        entry=lambda entry: OpenMyEntry(lease=lease, entry=entry),
        actions=[paying(t, lease, can_pay=can_pay), last],
    )
    return statement_screen(t, account, ways, month=month, own=True)


@router.callback_query(OpenMyEntry.filter())
async def open_entry(_query: object, callback_data: OpenMyEntry, ctx: Context) -> None:
    """One row."""
    t = ctx.t
    account, entry = await _found(ctx, callback_data.lease, callback_data.entry)
    receipt: Row = []
    if entry.receipt is not None:
        receipt = [Button(t("📎 Receipt"), MyReceipt(lease=account.lease.id, entry=entry.id))]
    back = MyStatement(lease=account.lease.id, month=entry.on.year * 100 + entry.on.month)
    rows = [receipt, [Button(t("‹ Statement"), back), menu_button(t)]]
    await ctx.chat.show(Screen(entry_text(t, account, entry), rows), new=callback_data.new)


@router.callback_query(MyReceipt.filter())
async def send_receipt(_query: object, callback_data: MyReceipt, ctx: Context) -> None:
    """The receipt, as a message below."""
    _, entry = await _found(ctx, callback_data.lease, callback_data.entry)
    await ctx.chat.send_stored(entry.receipt)


@router.callback_query(MyStatementFile.filter())
async def send_file(_query: object, callback_data: MyStatementFile, ctx: Context) -> None:
    """The account as a workbook, below."""
    account = await show_my_account(ctx.work, ctx.me, LeaseId(callback_data.lease))
    content, name = await statement_file(ctx.t, account, own=True)
    await ctx.chat.send_document(content, name)


async def _found(ctx: Context, lease: int, entry: int) -> tuple[LeaseAccount, Entry]:
    account = await show_my_account(ctx.work, ctx.me, LeaseId(lease))
    row = account.entry(EntryId(entry))
    if row is None:
        raise NotFound
    return account, row


@router.callback_query(SnoozeRent.filter())
async def snooze(_query: object, callback_data: SnoozeRent, ctx: Context) -> None:
    """Say when it comes again."""
    day = await snooze_rent(ctx.work, ctx.me, LeaseId(callback_data.lease))
    await ctx.chat.toast(ctx.t("🕒 I shall remind you on {day} at nine.", day=dt.date.fromisoformat(day)))
