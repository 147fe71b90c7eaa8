"""A year of utility bills as a table: every article of every month with its arithmetic, sum and what is still owed."""

from collections.abc import Iterable

from markupsafe import Markup

from bot.forms.wording import capital
from bot.localization import Localizer
from bot.sheets.table import CellKind, SheetColumn, Table, Value
from domain.metering.bill_view import BillView
from domain.money import Money
from handlers.money.words import article_name
from handlers.utilities.bill_words import how_lines


def year_table(t: Localizer, title: Markup, bills: Iterable[tuple[str | None, BillView]]) -> Table:
    """The table; with who rents where that is said."""
    rows = sorted(bills, key=lambda one: one[1].month)
    named = any(tenant is not None for tenant, _ in rows)
    columns = [
        SheetColumn(t("Month"), CellKind.MONTH),
        *([SheetColumn(t("Tenant"))] if named else []),
        SheetColumn(t("Article")),
        SheetColumn(t("How it came about")),
        SheetColumn(t("Sum"), CellKind.MONEY, is_summed=True),
        SheetColumn(t("To be paid"), CellKind.MONEY, is_summed=True),
    ]
    return Table(title, columns, [row for tenant, bill in rows for row in _rows(t, tenant, bill, named=named)])


def _rows(t: Localizer, tenant: str | None, bill: BillView, *, named: bool) -> list[list[Value]]:
    currency = bill.premises.currency
    return [
        [
            bill.month,
            *([tenant] if named else []),
            capital(article_name(t, one.article)),
            Markup("\n").join(how_lines(t, one, currency, bill.meters)),
            Money(one.minor, currency),
            Money(one.owed or 0, currency),
        ]
        for one in bill.articles
    ]
