"""Sums of money in a line, as people write them: +45 000, -4500, 12 тыс, $900, 4500,50 ₽."""

import re
from dataclasses import dataclass

from domain.calendar.line.text import Text
from domain.matching.limits import MOST_MONEY
from domain.money import Money
from domain.typed.currencies import CURRENCY, currency_of
from domain.typed.numbers import NUMBER, scaled
from domain.typed.scales import SCALE, factor_of

_SUM = re.compile(
    r"(?<![\w.,/#№:+-])(?P<sign>[+-]\s?)?(?P<before>(?:\$|€|₽|₸)\s?)?"
    rf"(?P<number>{NUMBER})"
    rf"(?:\s?(?P<scale>{SCALE}))?(?:\s{{0,2}}(?P<after>{CURRENCY}))?"
    r"(?![\w/:%])(?![.,-]\d)(?!-\w)(?!\s?(?:м2|м²|кв\.?\s?м|m2|m²|sq|комн|этаж|floor|room|дн(?:я|ей)|days?)(?!\w))"
)
_LEAST_BARE = 10
"""Roubles, dollars: a bare number below ten is hardly money, rather a flat or a house."""
_NUMBERED = re.compile(
    r"(?<!\w)(?:кв|квартира|квартиры|квартире|д|дом|стр|корп|эт|этаж|№|no|flat|apt|unit|room|комната)\.?\s?$"
)


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum: its minor units, its sign if it was written, its currency if it was named, and where it stands."""

    minor: int
    sign: str
    currency: str | None
    start: int
    end: int


def take_sums(text: Text, currency: str, *, bare: bool) -> list[Sum]:
    """The sums that are written as such (with a sign, a currency, a scale), or all the `bare` numbers that are left.

    `currency` is meant where none is named.
    """
    found = []
    for match in _SUM.finditer(text.open):
        one = _sum(text, match, currency, bare=bare)
        if one is not None:
            found.append(one)
    for one in found:
        text.take(one.start, one.end)
    return found


def _sum(text: Text, match: re.Match[str], home: str, *, bare: bool) -> Sum | None:
    sign, named = (match["sign"] or "").strip(), (match["before"] or match["after"] or "").strip()
    is_plain = bool(sign or named or match["scale"])
    if not is_plain and (not bare or _NUMBERED.search(text.open[: match.start()])):
        return None
    currency = currency_of(named) if named else None
    unit = Money.of(1, currency or home).minor
    minor = scaled(match["number"], factor_of(match["scale"]) * unit, grouped=match["scale"] is None)
    if minor is None or not 0 < minor <= MOST_MONEY or (named and not currency):
        return None
    if not is_plain and minor < _LEAST_BARE * unit:
        return None
    return Sum(minor, sign, currency, *match.span())
