"""An amount, a kind and a month of a cost as people type them, in a form or in the cells of a table."""

import datetime as dt
from decimal import Decimal

from domain.estate.costs.cost import CostKind
from domain.money import digits_of
from domain.refusal import Refusal
from domain.typed.money import parse_money
from domain.typed.months import month_of_serial, parse_month
from domain.typed.not_understood import NotUnderstood

Cell = str | Decimal | dt.date | None
"""What stands in a cell of a table: text, a number, a day, or nothing."""
MONTHS_AHEAD = 12
"""A cost may be noted for so many months that have not come."""
NO_AMOUNT = "“{text}” does not look like an amount. Write a number: 4600 or 1250.50."
_KINDS = (
    (CostKind.UTILITY, ("коммун", "жку", "жкх", "utilit", "ку")),
    (CostKind.OPERATING, ("эксплуат", "операц", "содерж", "обслуж", "operat", "maint")),
    (CostKind.OTHER, ("проч", "друг", "иное", "other", "misc")),
)
"""How people begin the names of the kinds."""


def amount_of(cell: Cell, currency: str) -> int:
    """Minor units of this currency, or a `Refusal` with an example."""
    match cell:
        case Decimal():
            minor = cell.scaleb(digits_of(currency))
            if minor != minor.to_integral_value():
                raise Refusal("{amount} has parts smaller than there are coins of.", amount=cell)
            return int(minor)
        case str():
            money = parse_money(cell, currency, unlike=NO_AMOUNT)
        case None:
            raise Refusal("The amount is missing.")
        case _:
            raise NotUnderstood(NO_AMOUNT, cell.isoformat())
    if money.currency != currency:
        raise Refusal("The costs of this object are in {ours}, not in {theirs}.", ours=currency, theirs=money.currency)
    return money.minor


def currency_in(cell: Cell, otherwise: str) -> str:
    """The currency that an amount itself names, if it does."""
    try:
        return parse_money(cell, otherwise).currency if isinstance(cell, str) else otherwise
    except NotUnderstood:
        return otherwise


def kind_of(cell: Cell) -> CostKind | None:
    """The kind by any of its names; None for nothing."""
    said = "" if cell is None else str(cell).strip().lower()
    if not said:
        return None
    for kind, beginnings in _KINDS:
        if said.startswith(beginnings):
            return kind
    raise Refusal("“{text}” is no kind of cost. There are three: utilities, operating, other.", text=said[:40])


def month_of(cell: Cell, today: dt.date) -> dt.date:
    """The first day of the month that is meant, or a `Refusal` with an example."""
    match cell:
        case dt.date():
            month = cell.replace(day=1)
        case Decimal() if cell == cell.to_integral_value() and (found := month_of_serial(int(cell))) is not None:
            month = found
        case _:
            if cell is None:
                raise Refusal("The month is missing.")
            month = parse_month(str(cell), today)
    ahead = (month.year - today.year) * 12 + month.month - today.month
    if ahead > MONTHS_AHEAD:
        raise Refusal("{month} is too far ahead for a cost.", month=f"{month:%m.%Y}")
    return month
