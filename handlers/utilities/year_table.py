"""A year of utility bills as a table: every article of every month with its arithmetic, sum and what is still owed."""

from collections.abc import Iterable

from markupsafe import Markup

from bot.asking import capital
from bot.sheets.table import Column, Kind, Table, Value
from bot.speech import Speech
from domain.metering.bill_view import BillView
from domain.money import Money
from handlers.money.words import article_name
from handlers.utilities.bill_words import how_lines


def year_table(t: Speech, title: Markup, bills: Iterable[tuple[str | None, BillView]]) -> Table:
    """The table; with who rents where that is said."""
    rows = sorted(bills, key=lambda one: one[1].month)
    named = any(tenant is not None for tenant, _ in rows)
    columns = [
        Column(t("Month"), Kind.MONTH),
        *([Column(t("Tenant"))] if named else []),
        Column(t("Article")),
        Column(t("How it came about")),
        Column(t("Sum"), Kind.MONEY, is_summed=True),
        Column(t("To be paid"), Kind.MONEY, is_summed=True),
    ]
    return Table(title, columns, [row for tenant, bill in rows for row in _rows(t, tenant, bill, named=named)])


def _rows(t: Speech, tenant: str | None, bill: BillView, *, named: bool) -> list[list[Value]]:
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
