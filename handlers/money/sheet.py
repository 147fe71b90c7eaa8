"""A lease's account as a workbook: each charge and payment, what is left of it, and which row takes which one back."""

from bot.forms.wording import capital
from bot.localization import Localizer
from bot.sheets.table import CellKind, SheetColumn, Table, Value
from bot.sheets.workbook import file_name, workbook
from domain.estate.money.account import LeaseAccount
from domain.ledger.entry import Entry, EntryKind
from handlers.money.statement import settled_of
from handlers.money.words import balance_lines, entry_name


async def statement_file(t: Localizer, account: LeaseAccount, *, own: bool) -> tuple[bytes, str]:
    """The file and what it is called."""
    whose = account.premises.name if own else f"{account.premises.name}, {account.tenant.name}"
    title = t("Statement: {object}", object=whose)
    table = Table(
        title=title,
        columns=(
            SheetColumn(t("Day"), CellKind.DATE),
            SheetColumn(t("What")),
            SheetColumn(t("Charged"), CellKind.MONEY, is_summed=True),
            SheetColumn(t("Paid"), CellKind.MONEY, is_summed=True),
            SheetColumn(t("Left to pay"), CellKind.MONEY, is_summed=True),
            SheetColumn(t("Note")),
            SheetColumn(t("Booked"), CellKind.MOMENT),
            SheetColumn(t("Row"), CellKind.NUMBER),
            SheetColumn(t("Takes back row"), CellKind.NUMBER),
        ),
        rows=[_row(t, account, one) for one in sorted(account.entries, key=lambda one: (one.on, one.id))],
        note=" · ".join(line.unescape() for line in balance_lines(t, account, own=own)),
    )
    return await workbook(t, table), file_name(title)


def _row(t: Localizer, account: LeaseAccount, one: Entry) -> list[Value]:
    is_charge = one.kind is EntryKind.CHARGE
    settled = settled_of(account, one.id)
    what = capital(entry_name(t, one))
    return [
        one.on,
        what if one.reverses is None else t("Taken back: {what}", what=entry_name(t, one)),
        one.money if is_charge else None,
        None if is_charge else one.money,
        account.money(settled.owed) if settled is not None and settled.owed else None,
        one.note,
        one.booked_at,
        int(one.id),
        None if one.reverses is None else int(one.reverses),
    ]
