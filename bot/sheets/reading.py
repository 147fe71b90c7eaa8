"""A workbook that somebody sends becomes rows of plain cells, under headings in Russian or English; or a refusal.

What is sent by strangers is not trusted: its size is checked before it is unpacked, nothing in it is run, and no more
is read than a person could have meant.
"""

import contextlib
import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.files.documents import MEGABYTE
from bot.files.heavy_work import run_heavy
from bot.localization import LANGUAGES, Localizer
from domain.refusal import Refusal

MOST_BYTES = 5 * MEGABYTE
MOST_ROWS = 5000
MOST_COLUMNS = 40
MOST_UNPACKED = 60 * MEGABYTE
MOST_PARTS = 300
"""Files inside an .xlsx; a plain one has a dozen."""
HEADINGS_WITHIN = 20
"""Rows from the top in which the headings are looked for: there may be a title above them."""
TOTALS = {"итого", "всего", "total", "subtotal"}
"""What the first cell of a row of sums says; such a row is not read."""
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_WORD = re.compile(r"[^\W_]+")

Cell = str | Decimal | dt.date | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that is looked for: its key, and what it may be called."""

    key: str
    name: str
    """As the person reads it, for a refusal."""
    also: tuple[str, ...] = ()
    is_needed: bool = True


Headings = Callable[[Callable[[str], str]], Sequence[Heading]]
"""The headings in a language: a function of the language's words, `say`."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with its number in the sheet, counted as Excel counts."""

    number: int
    cells: Mapping[str, Cell]


async def read_table(t: Localizer, content: bytes, headings: Headings) -> list[SheetRow]:
    """The rows under the headings of the first sheet that has them; read aside. Raises `Refusal`."""
    return await run_heavy(_read, t, content, headings)


def _read(t: Localizer, content: bytes, headings: Headings) -> list[SheetRow]:
    _check(content)
    from openpyxl import load_workbook  # noqa: PLC0415  (a third of a second that the start of the bot does without)

    # it warns of everything in a workbook that it leaves out, styles and pictures and such
    warnings.filterwarnings("ignore", module="openpyxl")
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        with contextlib.closing(book):
            sheets = [_rows(sheet) for sheet in book.worksheets]
    except Refusal:
        raise
    except Exception as broken:
        # openpyxl raises anything at a file that is not what it says
        raise _not_a_workbook() from broken
    return _find(t, sheets, headings)


def _check(content: bytes) -> None:
    if content.startswith(_OLD_OR_LOCKED):
        raise Refusal("This is an old .xls file, or one with a password. Save it as .xlsx without a password.")
    parts = _parts(content)
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise _not_a_workbook()
    if any("vbaproject" in name.lower() for name in names):
        raise Refusal("This workbook has macros in it. Save it as .xlsx without them and send it again.")
    if len(parts) > MOST_PARTS or _unpacked(parts) > MOST_UNPACKED:
        raise Refusal("This workbook is too large when it is opened. Leave only the table in it and send it again.")


def _unpacked(parts: Iterable[zipfile.ZipInfo]) -> int:
    """Bytes; what a part unpacks to is never more than it says of itself: the unpacking stops there."""
    return sum(part.file_size for part in parts)


def _parts(content: bytes) -> list[zipfile.ZipInfo]:
    """What the archive that a workbook is says of its parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise _not_a_workbook() from None


def _not_a_workbook() -> Refusal:
    return Refusal("This does not open as a workbook. Save the table as .xlsx (Excel, Google Sheets) and send it.")


def _too_long() -> Refusal:
    return Refusal("There are more than {most} rows in it. Split the table and send it in parts.", most=MOST_ROWS)


def _rows(sheet: Any) -> list[tuple[int, list[Cell]]]:
    """The rows of a sheet in which there is something, with their numbers."""
    filled: list[tuple[int, list[Cell]]] = []
    rows = sheet.iter_rows(max_row=MOST_ROWS * 2, max_col=MOST_COLUMNS, values_only=True)
    for number, row in enumerate(rows, start=1):
        cells = [_cell(value) for value in row]
        if any(cell is not None for cell in cells):
            filled.append((number, cells))
        if len(filled) > MOST_ROWS + HEADINGS_WITHIN:
            raise Refusal(
                "There are more than {most} rows in it. Split the table and send it in parts.", most=MOST_ROWS
            )
    return filled


def _cell(value: object) -> Cell:  # noqa: PLR0911
    match value:
        case None | "":
            return None
        case bool():
            return str(value)
        case int():
            return Decimal(value)
        case float():
            # what Excel shows of a number: fifteen digits, and 0.1 + 0.2 is 0.3
            return Decimal(format(value, ".15g"))
        case dt.datetime():
            return value.date()
        case dt.date():
            return value
        case _:
            return str(value).replace("\xa0", " ").strip() or None


def _find(t: Localizer, sheets: Iterable[list[tuple[int, list[Cell]]]], headings: Headings) -> list[SheetRow]:
    wanted = {language: headings(Localizer.words_of(language)) for language in LANGUAGES}
    needed = {one.key: one.name for one in wanted[t.language] if one.is_needed}
    missing: Collection[str] = needed.keys()
    for rows in sheets:
        for at, (_, cells) in enumerate(rows[:HEADINGS_WITHIN]):
            columns = _columns(cells, wanted.values())
            if columns and needed.keys() <= columns.keys():
                return _under(rows[at + 1 :], columns)
            if columns:
                missing = min(missing, needed.keys() - columns.keys(), key=len)
    raise Refusal(
        "I do not see these columns: {columns}. The first row of the table names them, as in the example file.",
        columns=", ".join(name for key, name in needed.items() if key in missing),
    )


def _columns(cells: Sequence[Cell], wanted: Iterable[Sequence[Heading]]) -> dict[str, int]:
    """Where each column is, if this row is the headings."""
    known = {_bare(name): one.key for headings in wanted for one in headings for name in (one.name, *one.also)}
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        key = known.get(_bare(cell)) if isinstance(cell, str) else None
        if key is not None:
            found.setdefault(key, at)
    return found


def _bare(name: str) -> str:
    """A heading without what people add to it: “Сумма, ₽” and “СУММА (руб.)” are “сумма”."""
    head = re.split(r"[,(\[/]", name, maxsplit=1)[0]
    return " ".join(_WORD.findall(head.casefold().replace("ё", "е")))


def _is_total(row: SheetRow) -> bool:
    return any(isinstance(cell, str) and _bare(cell) in TOTALS for cell in row.cells.values())


def _under(rows: Sequence[tuple[int, list[Cell]]], columns: Mapping[str, int]) -> list[SheetRow]:
    picked = [
        SheetRow(number, {key: cells[at] if at < len(cells) else None for key, at in columns.items()})
        for number, cells in rows
    ]
    filled = [row for row in picked if any(cell is not None for cell in row.cells.values()) and not _is_total(row)]
    if not filled:
        raise Refusal("There is no row under the headings yet. Fill the table in and send it again.")
    if len(filled) > MOST_ROWS:
        raise _too_long()
    return filled
