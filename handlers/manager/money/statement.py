"""Who keeps or owns an object looks at a lease's account: the statement, one row in full, the workbook, receipts."""

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, lines
from bot.screen import Button, Row, Screen
from domain.estate.leases.lease import LeaseId
from domain.estate.money.account import LeaseAccount
from domain.estate.money.show_account import show_account
from domain.ledger.entry import Entry, EntryId
from domain.people.person import Action, Person
from domain.refusal import NotFound
from handlers.manager.callbacks import AddPayment, LeaseMoney, OpenLease, ReportsList
from handlers.manager.money.callbacks import (
    AddCharge,
    OpenEntry,
    RemindDebtor,
    ReverseEntry,
    SettleDeposit,
    ShowReceipt,
    StatementFile,
)
from handlers.money.entry import entry_text
from handlers.money.sheet import statement_file
from handlers.money.statement import Ways, statement_screen

router = Router(name="managers_statement")


@router.callback_query(LeaseMoney.filter())
async def lease_money(_query: object, callback_data: LeaseMoney, ctx: Context) -> None:
    """The statement."""
    await show_statement(ctx, LeaseId(callback_data.lease), month=callback_data.month, new=callback_data.new)


async def show_statement(
    ctx: Context, lease_id: LeaseId, notice: Markup | None = None, *, month: int = 0, new: bool = False
) -> None:
    """The statement as it is now, with what has just happened."""
    account = await show_account(ctx.work, ctx.me, lease_id)
    screen = managers_statement(ctx.t, account, ctx.me, month=month)
    if notice is not None:
        screen = Screen(lines(notice, "", screen.text), screen.rows)
    await ctx.chat.show(screen, new=new)


def managers_statement(t: Localizer, account: LeaseAccount, me: Person, *, month: int = 0) -> Screen:
    """The statement with what its reader can do."""
    lease = account.lease.id
    ways = Ways(
        turn=lambda to: LeaseMoney(lease=lease, month=to),
        entry=lambda entry: OpenEntry(lease=lease, entry=entry),
        actions=_actions(t, account, is_manager=me.may(Action.MANAGE_OBJECTS, at=account.premises)),
    )
    return statement_screen(t, account, ways, month=month, own=False)


def _actions(t: Localizer, account: LeaseAccount, *, is_manager: bool) -> list[Row]:
    lease = account.lease.id
    booking: Row = []
    if is_manager:
        booking = [Button(t("➕ Payment"), AddPayment(lease=lease)), Button(t("➕ Charge"), AddCharge(lease=lease))]
    more = [remind_button(t, account)] if account.owed.minor else []
    if is_manager and account.pending:
        more.append(Button(t("⏳ To confirm: {count}", count=len(account.pending)), ReportsList()))
    if is_manager and account.deposit_held.minor:
        more.append(Button(t("🔒 Deposit"), SettleDeposit(lease=lease)))
    last = [
        Button(t("📊 Excel"), StatementFile(lease=lease)),
        Button(t("‹ Lease"), OpenLease(lease=lease)),
        menu_button(t),
    ]
    return [booking, more, last]


def remind_button(t: Localizer, account: LeaseAccount) -> Button:
    """The way to remind who owes."""
    return Button(t("🔔 Remind"), RemindDebtor(lease=account.lease.id))


@router.callback_query(OpenEntry.filter())
async def open_entry(_query: object, callback_data: OpenEntry, ctx: Context) -> None:
    """One row."""
    account, entry = await found(ctx, callback_data.lease, callback_data.entry)
    await ctx.chat.show(_entry_screen(ctx.t, account, entry, ctx.me), new=callback_data.new)


async def found(ctx: Context, lease: int, entry: int) -> tuple[LeaseAccount, Entry]:
    """The row with its account, or `NotFound`."""
    account = await show_account(ctx.work, ctx.me, LeaseId(lease))
    row = account.entry(EntryId(entry))
    if row is None:
        raise NotFound
    return account, row


def _entry_screen(t: Localizer, account: LeaseAccount, entry: Entry, me: Person) -> Screen:
    lease = account.lease.id
    may_reverse = (
        me.may(Action.MANAGE_OBJECTS, at=account.premises)
        and account.reversal(entry) is None
        and entry.reverses is None
    )
    actions = []
    if entry.receipt is not None:
        actions.append(Button(t("📎 Receipt"), ShowReceipt(lease=lease, entry=entry.id)))
    if may_reverse:
        actions.append(Button(t("↩️ Take back"), ReverseEntry(lease=lease, entry=entry.id)))
    back = LeaseMoney(lease=lease, month=entry.on.year * 100 + entry.on.month)
    return Screen(entry_text(t, account, entry), [actions, [Button(t("‹ Statement"), back), menu_button(t)]])


@router.callback_query(ShowReceipt.filter())
async def show_receipt(_query: object, callback_data: ShowReceipt, ctx: Context) -> None:
    """The receipt, as a message below."""
    _, entry = await found(ctx, callback_data.lease, callback_data.entry)
    await ctx.chat.send_stored(entry.receipt)


@router.callback_query(StatementFile.filter())
async def send_file(_query: object, callback_data: StatementFile, ctx: Context) -> None:
    """The account as a workbook, below."""
    account = await show_account(ctx.work, ctx.me, LeaseId(callback_data.lease))
    content, name = await statement_file(ctx.t, account, own=False)
    await ctx.chat.send_document(content, name)
