"""The price is the sum that the text calls so, else the likeliest one; a request's sums are its limits."""

import re
from dataclasses import dataclass
from itertools import pairwise

from domain.matching.intake.found import Found, Intent, Period
from domain.matching.intake.money import For, Sum, find_sums, period_after
from domain.matching.intake.reading import Reading
from domain.money import Money
from domain.typed.amounts import amount_at
from domain.typed.currencies import UNKNOWN

_MONTHLY = re.compile(
    r"в месяц|/\s?мес|помесячно|ежемесячно|долгосроч|длительн|на год|за месяц|от года|monthly|per month"
)
_DAILY = re.compile(r"посуточн|за сутки|в сутки|/\s?сут|на сутки|суточно|за ночь|daily|per night")
_ROUND = re.compile(
    r"(?<![\d.,/+№#¦-])(?<!\d )(?<![а-яa-z])((?:[1-9]\d{0,2}(?:[ .]\d{3}){0,1}|[1-9]\d{1,5})[ .]?[05]00)"
    r"(?![\d¦%]|[.,/]\d| \d|\s?(?:м(?![а-я])|м2|кв|км|сот|га(?![а-я])|шаг|чел|г(?![а-я])))"
)
_CHEAPEST_SALE = 1_000
"""Whole units: a thousand of anything; less is not what a property sells for."""


@dataclass(frozen=True, slots=True)
class Prices:
    """The sums of a text by what they are for; see `Understood` for units."""

    price: Found[Money] | None = None
    least: Found[Money] | None = None
    most: Found[Money] | None = None
    alt: Found[Money] | None = None
    deposit: Found[Money] | None = None
    period: Found[Period] | None = None


def find_prices(reading: Reading, intent: Intent | None, home_currency: str | None) -> Prices:
    """Price or limits, the second currency, deposit and period; `home_currency` is for sums without a sign."""
    sums = [s for s in find_sums(reading) if s.currency != ""]
    deposit = next((_money(reading, s, home_currency) for s in sums if s.purpose is For.DEPOSIT), None)
    # "Цена паркинга: $17 500" is an extra beside a flat's price, and the price where it stands alone.
    offered = [s for s in sums if s.purpose is For.PRICE] or [s for s in sums if s.purpose is For.ASIDE and s.labelled]
    if intent in (Intent.BUY, Intent.RENT_IN):
        least, most = _limits(reading, offered, home_currency)
        return Prices(least=least, most=most, deposit=deposit, period=_period(reading, None, intent))
    chosen = _price(offered, intent) or (_bare(reading) if intent in (Intent.SELL, Intent.RENT_OUT) else None)
    if chosen is None:
        return Prices(deposit=deposit, period=_period(reading, None, intent))
    alt = _other_currency(chosen, offered)
    return Prices(
        price=_money(reading, chosen, home_currency),
        alt=_money(reading, alt, home_currency) if alt else None,
        deposit=deposit,
        period=_period(reading, chosen, intent),
    )


def _price(sums: list[Sum], intent: Intent | None) -> Sum | None:
    """The labelled sum, else one with a currency; of a sale's equals the largest, of a rent's the first."""
    if intent is Intent.SELL:
        sums = [s for s in sums if s.number >= _CHEAPEST_SALE]
    if not sums:
        return None
    best = max(sums, key=lambda s: (2 * s.labelled + (s.currency is not None or s.scaled), -s.start))
    if intent is Intent.SELL and not best.labelled:
        same = [s for s in sums if s.currency == best.currency and s.number > best.number]
        best = max(same, key=lambda s: s.number, default=best)
    return best


def _bare(reading: Reading) -> Sum | None:
    """“3/5, 68 000 000”: a round number as large as money and of nothing else, which stays a guess."""
    match = _ROUND.search(reading.open)
    one = amount_at(reading.open, match.start(1)) if match else None
    return Sum(one, purpose=For.PRICE, labelled=False) if one else None


def _other_currency(chosen: Sum, sums: list[Sum]) -> Sum | None:
    """A sum in another currency right beside the price: “78 000 $ (6 840 000 сом)”."""
    for one in sums:
        apart = min(abs(one.start - chosen.end), abs(chosen.start - one.end))
        if one is not chosen and one.currency and chosen.currency and one.currency != chosen.currency and apart <= 40:
            return one
    return None


def _limits(reading: Reading, sums: list[Sum], home: str | None) -> tuple[Found[Money] | None, Found[Money] | None]:
    """The budget: a range, “от” and “до”, or a lone sum, which is the most that the client pays."""
    for one, after in pairwise(sums):
        if one.range_with_next:
            return _money(reading, one, home), _money(reading, after, home)
    least = next((s for s in sums if s.at_least and not s.at_most), None)
    others = [s for s in sums if s is not least]
    most = next((s for s in others if s.at_most), None) or next((s for s in others if s.labelled), None)
    if most is None and least is None and others:
        most = max(others, key=lambda s: (s.currency is not None, s.scaled, s.number))
    return (
        _money(reading, least, home) if least else None,
        _money(reading, most, home) if most else None,
    )


def _money(reading: Reading, one: Sum, home: str | None) -> Found[Money] | None:
    money = one.amount.money(home or UNKNOWN)
    if money is None:
        return None
    reading.take(one.start, one.end)
    return reading.found(money, one.start, one.end, sure=one.currency is not None)


def _period(reading: Reading, price: Sum | None, intent: Intent | None) -> Found[Period] | None:
    if intent not in (Intent.RENT_OUT, Intent.RENT_IN):
        return None
    beside = period_after(reading.text, price.end) if price else None
    if price and beside:
        return reading.found(beside[0], price.end, beside[1])
    for period, pattern in ((Period.MONTH, _MONTHLY), (Period.DAY, _DAILY)):
        match = pattern.search(reading.text)
        if match:
            return reading.found(period, *match.span(), sure=price is None)
    return None
