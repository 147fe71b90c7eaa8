"""The price is the sum that the text calls so, else the likeliest one; a request's sums are its limits.

A price of a square metre times the area is a price that stays in doubt; so does a sum that no property costs, one that
was not said whole (“8 млн 500”), and one to which another is added (“40 000 + 5 000”).
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from domain.matching.intake.found import Found, Intent, Period
from domain.matching.intake.money import For, PriceSum, find_sums, period_after
from domain.matching.intake.reading import TextReader
from domain.matching.plausible import is_plausible
from domain.matching.status import RentPeriod
from domain.matching.terms import Deal
from domain.money import Money
from domain.typed.amounts import Per, amount_at, has_one_separator
from domain.typed.currencies import UNKNOWN
from domain.typed.scales import MILLION, THOUSAND

_MONTHLY = re.compile(
    r"в месяц|/\s?мес|помесячно|ежемесячно|долгосроч|длительн|на год|за месяц|от года|monthly|per month|a month|айына"
)
_DAILY = re.compile(r"посуточн|за сутки|в сутки|/\s?сут|на сутки|суточно|за ночь|daily|per night|a night|per day")
_ROUND = re.compile(
    r"(?<![\d.,/+№#¦-])(?<!\d )(?<![а-яa-z])((?:[1-9]\d{0,2}(?:[ .']\d{3}){0,1}|[1-9]\d{1,5})[ .']?[05]00)"
    r"(?![\d¦%]|[.,']\d|/\d| \d|\s?(?:м(?![а-я])|м2|кв|км|сот|га(?![а-я])|шаг|чел|г(?![а-я])|/\s?(?:кв|м2)))"
)
_CHEAPEST_SALE = 1_000
"""Whole units: a thousand of anything; less is not what a property sells for, unless millions are meant."""


@dataclass(frozen=True, slots=True)
class Prices:
    """The sums of a text by what they are for; see `Understood` for units."""

    price: Found[Money] | None = None
    per_metre: Found[Money] | None = None
    least: Found[Money] | None = None
    most: Found[Money] | None = None
    alt: Found[Money] | None = None
    deposit: Found[Money] | None = None
    period: Found[Period] | None = None


@dataclass(frozen=True, slots=True)
class _About:
    """What is known of the text whose sums are read."""

    intent: Intent | None
    period: Period | None
    home: str | None

    @property
    def deal(self) -> Deal | None:
        if self.intent in (Intent.SELL, Intent.BUY):
            return Deal.SALE
        return Deal.RENT if self.intent in (Intent.RENT_OUT, Intent.RENT_IN) else None

    def is_likely(self, money: Money) -> bool:
        """Whether a property of this deal may cost so much."""
        period = RentPeriod.DAY if self.period is Period.DAY else RentPeriod.MONTH
        return self.deal is None or is_plausible(money, self.deal, period)


def find_prices(
    reading: TextReader, intent: Intent | None, home_currency: str | None, area: Found[int] | None = None
) -> Prices:
    """Price or limits, the second currency, deposit and period; `home_currency` is for sums without a sign.

    `area` is that of the property, for a price of a square metre.
    """
    sums = [s for s in find_sums(reading) if s.currency != UNKNOWN]
    period = _period(reading, None, intent)
    about = _About(intent, period.value if period else None, home_currency)
    deposit = next((_money(reading, s, about, plain=True) for s in sums if s.purpose is For.DEPOSIT), None)
    beside = Prices(deposit=deposit, period=period)
    if intent in (Intent.BUY, Intent.RENT_IN):
        least, most = _limits(reading, _offered(sums), about)
        return replace(beside, least=least, most=most)
    return _of_offer(reading, sums, about, beside, area)


def _offered(sums: list[PriceSum]) -> list[PriceSum]:
    """The sums that may be the price."""
    prices = [s for s in sums if s.purpose is For.PRICE and not s.added]
    # "Цена паркинга: $17 500" is an extra beside a flat's price, and the price where it stands alone.
    return prices or [s for s in sums if s.purpose is For.ASIDE and s.labelled]


def _of_offer(
    reading: TextReader, sums: list[PriceSum], about: _About, beside: Prices, area: Found[int] | None
) -> Prices:
    """`beside` with the price: a sum that is one, else so much a square metre, else a round number of nothing else."""
    chosen = _price(_offered(sums), about)
    if chosen is None:
        rate = next((s for s in sums if s.per is Per.METRE), None)
        if rate is not None:
            per_metre = _money(reading, rate, about, plain=True)
            return replace(beside, price=_counted(per_metre, area), per_metre=per_metre)
        chosen = _bare(reading) if about.intent in (Intent.SELL, Intent.RENT_OUT) else None
    return beside if chosen is None else _with_price(reading, chosen, sums, about, beside)


def _with_price(reading: TextReader, chosen: PriceSum, sums: list[PriceSum], about: _About, beside: Prices) -> Prices:
    """`beside` with the chosen sum, and what stands right by it: its period, another currency, a sum that is added."""
    period = _period(reading, chosen, about.intent)
    about = replace(about, period=period.value if period else None)
    price = _money(reading, chosen, about)
    alt = _other_currency(chosen, _offered(sums))
    added = next((s for s in sums if s.added and 0 <= s.start - chosen.end <= len(" + ")), None)
    return replace(
        beside,
        price=_with_added(price, added) if price and added else price,
        alt=_money(reading, alt, about, plain=True) if alt else None,
        period=period,
    )


def _price(sums: list[PriceSum], about: _About) -> PriceSum | None:
    """The labelled sum, else one with a currency; of a sale's equals the largest, of a rent's the first."""
    if about.intent is not Intent.SELL:
        return _plainest(sums)
    sums = [s for s in sums if s.number >= _CHEAPEST_SALE or s.short]
    best = _plainest(sums)
    if best is None or best.labelled:
        return best
    larger = [s for s in sums if s.currency == best.currency and s.number > best.number]
    return max(larger, key=lambda s: s.number, default=best)


def _plainest(sums: list[PriceSum]) -> PriceSum | None:
    """The sum that is a price most plainly, of equals the first."""
    return max(
        sums,
        key=lambda s: (not s.short, 2 * s.labelled + (s.currency is not None or s.scaled), -s.start),
        default=None,
    )


def _bare(reading: TextReader) -> PriceSum | None:
    """“3/5, 68 000 000”: a round number as large as money and of nothing else, which stays a guess."""
    match = _ROUND.search(reading.open)
    one = amount_at(reading.open, match.start(1)) if match else None
    return PriceSum(one, purpose=For.PRICE, labelled=False) if one else None


def _counted(per_metre: Found[Money] | None, area: Found[int] | None) -> Found[Money] | None:
    """So many square metres at so much each."""
    if per_metre is None or area is None:
        return None
    price = Money.of(per_metre.value.major * Decimal(area.value) / 100, per_metre.value.currency)
    return Found(price, per_metre.start, per_metre.end, sure=False)


def _with_added(price: Found[Money], added: PriceSum) -> Found[Money]:
    """The price may as well be both sums together."""
    together = Money.of(price.value.major + added.number, price.value.currency)
    return replace(price, sure=False, alternatives=(together, *price.alternatives))


def _other_currency(chosen: PriceSum, sums: list[PriceSum]) -> PriceSum | None:
    """A sum in another currency right beside the price: “78 000 $ (6 840 000 сом)”."""
    for one in sums:
        apart = min(abs(one.start - chosen.end), abs(chosen.start - one.end))
        if one is not chosen and one.currency and chosen.currency and one.currency != chosen.currency and apart <= 40:
            return one
    return None


def _limits(
    reading: TextReader, sums: list[PriceSum], about: _About
) -> tuple[Found[Money] | None, Found[Money] | None]:
    """The budget: a range, “от” and “до”, or a lone sum, which is the most that the client pays."""
    for one, after in pairwise(sums):
        if one.range_with_next:
            return _money(reading, one, about), _money(reading, after, about)
    least = next((s for s in sums if s.at_least and not s.at_most), None)
    most = _most(sums, least)
    if most is None and least is None:
        most = max(sums, key=lambda s: (s.currency is not None, s.scaled, s.number), default=None)
    return (
        _money(reading, least, about) if least else None,
        _money(reading, most, about) if most else None,
    )


def _most(sums: list[PriceSum], least: PriceSum | None) -> PriceSum | None:
    """The sum that is called the most, else one beside the least that is called the budget."""
    called = (s for s in sums if s is not least and (s.at_most or s.labelled))
    return min(called, key=lambda s: not s.at_most, default=None)


def _money(reading: TextReader, one: PriceSum, about: _About, *, plain: bool = False) -> Found[Money] | None:
    """The sum as money; `plain` where it is no price, so that nothing tells whether it is likely."""
    money = one.amount.money(about.home or UNKNOWN)
    if money is None:
        return None
    reading.take(one.start, one.end)
    sure = one.currency is not None and not one.amount.others
    others = tuple(Money.of(other, money.currency) for other in one.amount.others)
    if plain or about.is_likely(money):
        return reading.found(money, one.start, one.end, sure=sure, alternatives=others)
    first, *more = _meant(reading, one, money, about)
    return reading.found(first, one.start, one.end, sure=False, alternatives=(*more, *others))


def _meant(reading: TextReader, one: PriceSum, money: Money, about: _About) -> list[Money]:
    """What a sum that no property costs may mean, the likeliest first: thousands, millions, dollars."""
    scales = () if one.scaled else (THOUSAND, MILLION)
    scaled = [Money.of(money.major * scale, money.currency) for scale in scales]
    likely = [other for other in scaled if about.is_likely(other)][:1]
    if one.short:
        return sorted(scaled, key=lambda other: other not in likely)
    if has_one_separator(reading.text, one.amount):
        return [*likely, money]
    dollars = Money.of(money.major, "USD")
    if one.currency is None and money.currency != "RUB" and about.is_likely(dollars):
        return [dollars, money]
    return [money, *likely]


def _period(reading: TextReader, price: PriceSum | None, intent: Intent | None) -> Found[Period] | None:
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
