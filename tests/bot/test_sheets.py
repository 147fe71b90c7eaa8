"""A workbook has real numbers, dates and sums and no typed formula; one that is sent is read, or refused."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook, load_workbook

from bot.localization import Localizer
from bot.sheets.reading import MOST_ROWS, Heading, read_table
from bot.sheets.table import CellKind, SheetColumn, Table, Value
from bot.sheets.workbook import file_name, workbook
from domain.money import Money
from domain.refusal import Refusal

NOW = dt.datetime(2026, 11, 21, 22, 30, tzinfo=dt.UTC)
T = Localizer("ru", ZoneInfo("Europe/Moscow"), NOW)
COLUMNS = (
    SheetColumn("Объект"),
    SheetColumn("Сумма, ₽", CellKind.MONEY, is_summed=True),
    SheetColumn("Площадь", CellKind.AREA, is_summed=True),
    SheetColumn("Месяц", CellKind.MONTH),
    SheetColumn("Когда", CellKind.MOMENT),
    SheetColumn("Доля", CellKind.PERCENT),
)


def headings(say: Callable[[str], str]) -> Sequence[Heading]:
    return [
        Heading("object", "Объект", ("object",)),
        Heading("sum", "Сумма", ("sum",)),
        Heading("month", "Месяц", (), is_needed=False),
    ]


def row(name: str = "Лесная, 4", minor: int = 46_000_50) -> list[Value]:
    return [name, Money(minor, "RUB"), 54_25, dt.date(2026, 11, 1), NOW, 87_50]


def typed(*rows: Sequence[object]) -> bytes:
    """What somebody has made in Excel."""
    book = Workbook()
    for cells in rows:
        book.active.append(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


async def test_a_workbook_holds_numbers_dates_and_sums_that_excel_can_count_with() -> None:
    content = await workbook(T, Table("Доходы: Лесная/4", COLUMNS, [row(), row(minor=100)], "За год"))
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet.title == "Доходы Лесная 4"
    assert [cell.value for cell in sheet[3]] == ["Объект", "Сумма, ₽", "Площадь", "Месяц", "Когда", "Доля"]
    name, money, area, month, moment, share = (cell.value for cell in sheet[4])
    assert (name, money, area, share) == ("Лесная, 4", 46000.5, 54.25, 0.875)
    assert (str(month), str(moment)) == ("2026-11-01 00:00:00", "2026-11-22 01:30:00")
    assert sheet["B4"].number_format == "#,##0.00\\ [$₽]"
    assert (sheet["A6"].value, sheet["B6"].value, sheet["C6"].value) == ("Итого", "=SUM(B4:B5)", "=SUM(C4:C5)")
    assert sheet.freeze_panes == "A4"
    shown = load_workbook(io.BytesIO(content), data_only=True).active
    assert (shown["B6"].value, shown["C6"].value) == (46001.5, 108.5)


@pytest.mark.parametrize("name", ["=1+1", "+7 900", "-5", "@SUM(A1)", '=HYPERLINK("http://evil","x")', "<b>\x00\ud800"])
async def test_what_people_typed_is_never_a_formula(name: str) -> None:
    content = await workbook(T, Table(name, COLUMNS, [row(name)]))
    cell = load_workbook(io.BytesIO(content)).active["A3"]
    assert (cell.data_type, cell.row) == ("s", 3)


async def test_sums_of_several_currencies_are_not_added_up() -> None:
    rows: list[list[Value]] = [row(), ["Бишкек", Money(5, "KGS"), 1, None, None, None]]
    sheet = load_workbook(io.BytesIO(await workbook(T, Table("Т", COLUMNS, rows)))).active
    assert sheet["B5"].value is None
    assert sheet["C5"].value == "=SUM(C3:C4)"


async def test_what_was_written_is_read_back_without_its_totals() -> None:
    content = await workbook(T, Table("Т", COLUMNS, [row()] * 2), Table("т", COLUMNS, []))
    rows = await read_table(T, content, headings)
    assert [(one.number, dict(one.cells)) for one in rows] == [
        (number, {"object": "Лесная, 4", "sum": Decimal("46000.5"), "month": dt.date(2026, 11, 1)}) for number in (3, 4)
    ]


async def test_headings_are_found_under_a_title_in_either_language_and_case() -> None:
    content = typed(
        ["Мои расходы"], [], ["SUM (руб.)", None, " объект "], [0.1 + 0.2, None, "Лесная"], [], [None, "лишнее"]
    )
    rows = await read_table(T, content, headings)
    assert [(one.number, dict(one.cells)) for one in rows] == [(4, {"object": "Лесная", "sum": Decimal("0.3")})]


async def test_missing_columns_are_named() -> None:
    with pytest.raises(Refusal) as refused:
        await read_table(T, typed(["Объект", "Цена"], ["Лесная", 5]), headings)
    assert "Не вижу столбцов: Сумма." in T.refusal(refused.value)


def archive(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>", **parts}.items():
            file.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Не открывается как таблица"),
        (b"%PDF-1.7", "Не открывается как таблица"),
        (archive(), "Не открывается как таблица"),
        (typed(["Объект"])[:-200], "Не открывается как таблица"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "старый файл .xls или файл с паролем"),
        (archive(**{"xl/vbaProject.bin": b"x"}), "есть макросы"),
        (archive(**{"xl/sharedStrings.xml": b"<a>" * 25_000_000}), "слишком большой"),
        (typed(["Объект", "Сумма"]), "нет ни одной строки"),
        (typed(["Объект", "Сумма"], *[["Лесная", 1]] * (MOST_ROWS + 1)), "больше 5 000 строк"),
    ],
    ids=["empty", "pdf", "not-a-book", "torn", "old", "macros", "bomb", "no-rows", "too-many"],
)
async def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        await read_table(T, content, headings)
    assert said in T.refusal(refused.value).replace("\u00a0", " ")


def test_a_file_is_named_so_that_it_can_be_saved_anywhere() -> None:
    assert file_name("Расходы: «Лесная, 4» / 2026?") == "Расходы Лесная, 4 2026.xlsx"
    assert file_name("🏭") == "file.xlsx"


async def test_a_sheet_is_named_by_what_has_emoji_in_it_as_far_as_it_fits() -> None:
    table = Table("Расчёты Гараж 🏡 «Очень» <b>дл🏡инное", (SheetColumn("Что", CellKind.TEXT),), [["1"]])
    book = load_workbook(io.BytesIO(await workbook(T, table, table)))
    assert book.sheetnames == ["Расчёты Гараж 🏡 «Очень» <b>дл", "Расчёты Гараж 🏡 «Очень» <b> 2"]
