"""The table of costs that is loaded: which columns it has, an example to fill in, and the rows that were at fault."""

from collections.abc import Callable, Sequence

from bot.forms.wording import capital
from bot.localization import Localizer
from bot.sheets.reading import Heading, SheetRow, read_table
from bot.sheets.table import CellKind, SheetColumn, Table, Value
from bot.sheets.workbook import file_name, workbook
from domain.estate.costs.cost import CostKind
from domain.estate.costs.import_costs import BadRow, CostRow
from domain.estate.leases.lease import months_back
from domain.estate.objects.premises import Premises
from domain.money import Money
from handlers.manager.costs.words import kind_name

EXAMPLES = 2
"""Objects in the example."""


def headings(say: Callable[[str], str]) -> Sequence[Heading]:
    """The columns in a language, and what else people call them."""
    return (
        Heading("object", say("Object"), ("объект", "помещение", "адрес", "object", "premises", "address")),
        Heading("month", say("Month"), ("месяц", "период", "дата", "month", "period", "date")),
        Heading("article", say("Article"), ("статья", "статья расходов", "наименование", "item", "article")),
        Heading(
            "kind",
            say("Kind of cost"),
            ("вид", "вид расхода", "вид расходов", "тип", "kind", "type", "category"),
            is_needed=False,
        ),
        Heading("amount", say("Amount"), ("сумма", "стоимость", "итого к оплате", "amount", "sum", "cost")),
        Heading("note", say("Note"), ("заметка", "примечание", "комментарий", "note", "comment"), is_needed=False),
    )


async def read_costs(t: Localizer, content: bytes) -> list[CostRow]:
    """The rows of a table that was sent. Raises `Refusal`."""
    return [_row(one) for one in await read_table(t, content, headings)]


def _row(one: SheetRow) -> CostRow:
    cell = one.cells.get
    return CostRow(
        number=one.number,
        premises=cell("object"),
        article=cell("article"),
        kind=cell("kind"),
        month=cell("month"),
        amount=cell("amount"),
        note=cell("note"),
    )


async def example(t: Localizer, objects: Sequence[Premises]) -> tuple[bytes, str]:
    """A table to fill in, with the person's own objects in it."""
    month = months_back(t.today, 1)[0]
    lines = (
        (CostKind.UTILITY, t("Water"), 1_250_00),
        (CostKind.OPERATING, t("Cleaning"), 3_000_00),
        (CostKind.OTHER, t("Property tax"), 12_400_00),
    )
    rows: list[list[Value]] = [
        [one.name, month, article, capital(kind_name(t, kind)), Money(minor, one.currency), None]
        for one in objects[:EXAMPLES]
        for kind, article, minor in lines
    ]
    title = t("Costs to load")
    note = t("These rows are examples: write your own in their place.")
    return await workbook(t, Table(title, _columns(t), rows, note)), file_name(title)


async def faults(t: Localizer, rows: Sequence[CostRow], bad: Sequence[BadRow]) -> tuple[bytes, str]:
    """The rows that cannot be booked, as they were sent, with what is wrong with each."""
    sent = {row.number: row for row in rows}
    columns = (
        *_columns(t, is_text=True),
        SheetColumn(t("What is wrong")),
        SheetColumn(t("Row in your table"), CellKind.NUMBER),
    )
    listed: list[list[Value]] = [
        [*_as_sent(t, sent[one.number]), " ".join(t.refusal(why).unescape() for why in one.why), one.number]
        for one in bad
    ]
    title = t("Rows to correct")
    note = t("Correct them here and send this file back: only these rows will be added.")
    return await workbook(t, Table(title, columns, listed, note)), file_name(title)


def _columns(t: Localizer, *, is_text: bool = False) -> tuple[SheetColumn, ...]:
    month, money = (CellKind.TEXT, CellKind.TEXT) if is_text else (CellKind.MONTH, CellKind.MONEY)
    return (
        SheetColumn(t("Object")),
        SheetColumn(t("Month"), month),
        SheetColumn(t("Article")),
        SheetColumn(t("Kind of cost")),
        SheetColumn(t("Amount"), money),
        SheetColumn(t("Note")),
    )


def _as_sent(t: Localizer, row: CostRow) -> list[Value]:
    cells = (row.premises, row.month, row.article, row.kind, row.amount, row.note)
    return [None if cell is None else t.fact(cell).unescape() for cell in cells]
