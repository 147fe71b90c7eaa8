"""Sums of money in a line, as people write them: +45 000, минус 3 тысячи, 45 тысяч 500 рублей, $900."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from domain.calendar.line.text import Text
from domain.money import Money
from domain.typed.amounts import Amount, Per, find_amounts, per_after
from domain.typed.currencies import UNKNOWN
from domain.typed.limits import MOST_MONEY

_SIGN = re.compile(r"(?:(?<![\w.,])(?P<sign>[+-])|(?<!\w)(?P<word>плюс|минус|plus|minus))\s?$")
_NOT_MONEY = re.compile(
    r"[\w/:%]|[.,-]\d|-\w|\s?(?:м2|м²|кв\.?\s?м|m2|m²|sq|комн|этаж|floor|room|дн(?:я|ей)|days?|раза?|times|шт|месяц|лет|год)(?!\w)"
)
"""After a number: it counts something else."""
_LEAST_BARE = 10
"""Roubles, dollars: a bare number below ten is hardly money, rather a flat or a house."""
_NUMBERED = re.compile(
    r"(?<!\w)(?:кв|квартира|квартиры|квартире|д|дом|стр|корп|эт|этаж|№|no|flat|apt|unit|room|комната|договор\w*|тел|инв)\.?\s?$"
)
_JOINED = re.compile(r"\s*(?:\+|плюс|plus)\s*")


@dataclass(frozen=True, slots=True)
class LineSum:
    """One sum: its minor units, its sign if it was written, its currency if it was named, and where it stands."""

    minor: int
    sign: str
    currency: str | None
    start: int
    end: int
    per_month: bool = False
    """Whether it is said to be for a month: 45 000 ₽/мес."""
    joined: bool = False
    """Whether it is added to the one before: 40 000 + 5 000."""


def take_sums(text: Text, currency: str, *, bare: bool) -> list[LineSum]:
    """The sums that are written as such (with a sign, a currency, a scale), or all the `bare` numbers that are left.

    `currency` is meant where none is named.
    """
    amounts = find_amounts(text.open)
    joined = _joined(text, amounts)
    found = []
    for number, amount in enumerate(amounts):
        one = _sum(text, amount, currency, bare=bare or number in joined)
        if one is not None and number in joined:
            one = replace(one, joined=number - 1 in joined, sign="")
        if one is not None:
            found.append(one)
    for one in found:
        text.take(one.start, one.end)
    return found


def _joined(text: Text, amounts: list[Amount]) -> set[int]:
    """The places of amounts that are added up; a plus with a space before it alone is a sign: “аренда +45000”."""
    found: set[int] = set()
    for number, (one, other) in enumerate(pairwise(amounts)):
        if _JOINED.fullmatch(text.open[one.end : other.start]):
            found |= {number, number + 1}
    return found


def _sum(text: Text, amount: Amount, home: str, *, bare: bool) -> LineSum | None:
    before = text.open[: amount.start]
    sign = _SIGN.search(before)
    is_plain = sign is not None or _is_named(amount)
    if not is_plain and (not bare or _NUMBERED.search(before)):
        return None
    per, end = per_after(text.open, amount.end) or (None, amount.end)
    minor = _minor(amount, home, least=0 if is_plain else _LEAST_BARE)
    if minor is None or _NOT_MONEY.match(text.open, end) or per not in (None, Per.MONTH):
        return None
    return LineSum(minor, _way(sign), amount.currency, _start(amount, sign), end, per is Per.MONTH)


def _is_named(amount: Amount) -> bool:
    """Whether the number is said to be money: by a currency, or by its thousands."""
    return amount.currency is not None or bool(amount.scale)


def _start(amount: Amount, sign: re.Match[str] | None) -> int:
    return sign.start() if sign else amount.start


def _minor(amount: Amount, home: str, *, least: int) -> int | None:
    """In minor units, if it is of a currency that we know and from `least` whole units to the most there may be."""
    money = amount.money(home) if amount.currency != UNKNOWN else None
    if money is None or not 0 < money.minor <= MOST_MONEY:
        return None
    return money.minor if money.minor >= least * Money.of(1, money.currency).minor else None


def _way(sign: re.Match[str] | None) -> str:
    """The sign, written or in a word."""
    if sign is None:
        return ""
    return {"плюс": "+", "plus": "+", "минус": "-", "minus": "-"}.get(sign["word"], sign["sign"])
