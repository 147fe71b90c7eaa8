"""Tables become a workbook with real dates, numbers and sums; what people typed is text and never a formula."""

import datetime as dt
import io
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from babel.numbers import get_currency_symbol
from markupsafe import Markup

from bot.files.heavy_work import run_heavy
from bot.localization import COLLOQUIAL_SYMBOLS, Localizer
from bot.sheets.table import CellKind, SheetColumn, Table, Value
from domain.money import Money, digits_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_IN_CELL = 32_767
"""Characters; Excel's limit."""
NARROWEST, WIDEST = 9, 60
"""Widths of columns, in characters."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NOT_IN_FILES = re.compile(r"[^\w\s.,()№+-]")
_LONGEST_NAME = 31
"""UTF-16 units: an emoji is two of them."""
_PATTERNS = {
    CellKind.AREA: "#,##0.00",
    CellKind.PERCENT: "0.0%",
    CellKind.MONTH: "mmmm yyyy",
    CellKind.NUMBER: "General",
}
_DATES = {"ru": "dd.mm.yyyy", "en": "yyyy-mm-dd"}


async def workbook(t: Localizer, *tables: Table) -> bytes:
    """The .xlsx file, a sheet for each table; made aside."""
    return await run_heavy(_write, t, tables)


def file_name(title: Markup | str, ending: str = ".xlsx") -> str:
    """A name that every phone and computer can save."""
    plain = title.unescape() if isinstance(title, Markup) else title
    return (" ".join(_NOT_IN_FILES.sub(" ", plain).split())[:80] or "file") + ending


def _write(t: Localizer, tables: Sequence[Table]) -> bytes:
    from xlsxwriter import Workbook  # noqa: PLC0415  (a tenth of a second that the start of the bot does without)

    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"created": t.now.replace(tzinfo=None)})
        taken: set[str] = set()
        for table in tables:
            _Sheet(t, book, table, _sheet_name(table.title, taken)).write()
    return target.getvalue()


class _Sheet:
    """One sheet while it is written."""

    def __init__(self, t: Localizer, book: "Workbook", table: Table, name: str) -> None:
        self._t = t
        self._book = book
        self._table = table
        self._sheet: Worksheet = book.add_worksheet(name)
        self._formats: dict[tuple[str, bool], Format] = {}
        self._widths = [float(NARROWEST)] * len(table.columns)

    def write(self) -> None:
        """Title, headings, rows and totals."""
        table, sheet = self._table, self._sheet
        sheet.write_string(0, 0, _plain(table.title), self._book.add_format({"bold": True, "font_size": 14}))
        head = 1
        if table.note is not None:
            sheet.write_string(1, 0, _plain(table.note), self._book.add_format({"font_color": "#5E6B78"}))
            head = 2
        look = {"bold": True, "bg_color": "#E6EBF1", "bottom": 1, "text_wrap": True, "valign": "top"}
        headings = self._book.add_format(look)
        for at, column in enumerate(table.columns):
            sheet.write_string(head, at, _plain(column.heading), headings)
            self._widths[at] = max(self._widths[at], min(len(_plain(column.heading)) + 2, 24))
        first = head + 1
        for number, row in enumerate(table.rows, start=first):
            for at, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                self._cell(number, at, column, value)
        if table.rows:
            sheet.autofilter(head, 0, head + len(table.rows), len(table.columns) - 1)
            self._totals(first, first + len(table.rows) - 1)
        sheet.freeze_panes(first, 0)
        for at, width in enumerate(self._widths):
            sheet.set_column(at, at, width)

    def _cell(self, row: int, at: int, column: SheetColumn, value: Value, *, bold: bool = False) -> None:
        kind, sheet = column.kind, self._sheet
        match value:
            case None:
                return
            case Money():
                sheet.write_number(row, at, value.major, self._format(self._of_money(value.currency), bold=bold))
                shown = len(self._t.money(value)) + 3
            case int() | Decimal():
                sheet.write_number(row, at, _scaled(kind, value), self._format(_PATTERNS[kind], bold=bold))
                shown = len(str(value)) + 4
            case dt.datetime():
                local = value.astimezone(self._t.zone).replace(tzinfo=None)
                sheet.write_datetime(row, at, local, self._format(self._of_date(kind), bold=bold))
                shown = 17
            case dt.date():
                sheet.write_datetime(row, at, value, self._format(self._of_date(kind), bold=bold))
                shown = 15
            case _:
                # never `write`, which would make a formula of "=1+1"
                sheet.write_string(row, at, _plain(value)[:MOST_IN_CELL], self._format("General", bold=bold))
                shown = max((len(line) for line in _plain(value).splitlines()), default=0) + 2
        self._widths[at] = min(max(self._widths[at], shown), WIDEST)

    def _totals(self, first: int, last: int) -> None:
        summed = [at for at, column in enumerate(self._table.columns) if column.is_summed]
        written = False
        for at in summed:
            values = [row[at] for row in self._table.rows if row[at] is not None]
            written |= self._total(first, last, at, values)
        if written and 0 not in summed:
            bold = self._format("General", bold=True)
            self._sheet.write_string(last + 1, 0, _plain(self._t("Total")), bold)

    def _total(self, first: int, last: int, at: int, values: Sequence[Value]) -> bool:
        """A sum as a formula with its value, so that it stands in a preview too; False for several currencies."""
        currencies = {value.currency for value in values if isinstance(value, Money)}
        if len(currencies) > 1:
            return False
        kind = self._table.columns[at].kind
        pattern = self._of_money(currencies.pop()) if currencies else _PATTERNS.get(kind, "#,##0.00")
        total = sum((_number(kind, value) for value in values), Decimal(0))
        name = _letters(at)
        formula = f"=SUM({name}{first + 1}:{name}{last + 1})"
        self._sheet.write_formula(last + 1, at, formula, self._format(pattern, bold=True), total)
        self._widths[at] = min(max(self._widths[at], len(f"{total:,.2f}") + 4), WIDEST)
        return True

    def _format(self, pattern: str, *, bold: bool) -> "Format":
        key = (pattern, bold)
        if key not in self._formats:
            look: dict[str, Any] = {"num_format": pattern, "valign": "top"}
            if pattern == "General" and not bold:
                look["text_wrap"] = True
            self._formats[key] = self._book.add_format({**look, **({"bold": True, "top": 1} if bold else {})})
        return self._formats[key]

    def _of_money(self, currency: str) -> str:
        symbol = COLLOQUIAL_SYMBOLS.get((currency, self._t.language)) or get_currency_symbol(
            currency, locale=self._t.locale
        )
        digits = digits_of(currency)
        return f"#,##0{'.' if digits else ''}{'0' * digits}\\ [${symbol.strip()}]"

    def _of_date(self, kind: CellKind) -> str:
        day = _DATES[self._t.language]
        return {CellKind.MONTH: _PATTERNS[CellKind.MONTH], CellKind.MOMENT: f"{day} hh:mm"}.get(kind, day)


def _scaled(kind: CellKind, value: int | Decimal) -> Decimal:
    digits = {CellKind.AREA: 2, CellKind.PERCENT: 4}.get(kind, 0)
    return Decimal(value).scaleb(-digits)


def _number(kind: CellKind, value: Value) -> Decimal:
    match value:
        case Money():
            return value.major
        case int() | Decimal():
            return _scaled(kind, value)
        case _:
            return Decimal(0)


def _letters(at: int) -> str:
    """The name of a column: A, B, ... Z, AA."""
    name = ""
    at += 1
    while at:
        at, left = divmod(at - 1, 26)
        name = chr(ord("A") + left) + name
    return name


def _sheet_name(title: Markup | str, taken: set[str]) -> str:
    """What Excel takes for a sheet's name, and takes once."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", _plain(title)).split()).strip("'")
    plain = _beginning(words, _LONGEST_NAME).rstrip("' ") or "1"
    name, number = plain, 1
    while name.lower() in taken:
        number += 1
        name = f"{_beginning(plain, _LONGEST_NAME - 3)} {number}"
    taken.add(name.lower())
    return name


def _beginning(text: str, most: int) -> str:
    """So many UTF-16 units of it; a character of two is taken whole or left out."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def _plain(value: object) -> str:
    text = value.unescape() if isinstance(value, Markup) else str(value)
    return text.encode("utf-8", "replace").decode()
