"""One unit for all numbers of a picture, so that each is short: “184” and “46” under “тыс. ₽”; whole numbers only."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from babel.numbers import format_decimal, get_currency_symbol

from bot.localization import COLLOQUIAL_SYMBOLS, Localizer
from domain.money import Money

MOST_STEPS = 4
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class AxisUnit:
    """What one on the axis is, in the smallest units, and what it is called."""

    size: int
    name: str


def money_unit(t: Localizer, values: Sequence[int], currency: str) -> AxisUnit:
    """Millions, thousands or single roubles, as the largest sum asks for."""
    symbol = COLLOQUIAL_SYMBOLS.get((currency, t.language), get_currency_symbol(currency, locale=t.locale)).strip()
    one = int(1 / Money(1, currency).major)
    most = max((abs(value) for value in values), default=0)
    if most >= 1_000_000 * one:
        return AxisUnit(1_000_000 * one, t("{currency} million", currency=symbol).unescape())
    if most >= 10_000 * one:
        return AxisUnit(1_000 * one, t("{currency} thousand", currency=symbol).unescape())
    return AxisUnit(one, symbol)


def area_unit(t: Localizer) -> AxisUnit:
    """Square metres, of hundredths."""
    return AxisUnit(100, "м²" if t.language == "ru" else "m²")


def short(t: Localizer, value: int, unit: AxisUnit) -> str:
    """The number in the unit, in three digits or so."""
    number = Decimal(value) / unit.size
    places = 0 if abs(number) >= 100 else 1 if abs(number) >= 10 else 2
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
    return format_decimal(rounded, format="#,##0.##", locale=t.formats)


def ticks(t: Localizer, values: Sequence[int], unit: AxisUnit) -> tuple[tuple[int, str], ...]:
    """Round numbers from nought, or below it, up to the largest value."""
    most, least = max([*values, 0]), min([*values, 0])
    step = _step(max(most - least, unit.size // 100 or 1))
    first, last = -(-least // step), most // step
    if least < first * step:
        first -= 1
    if most > last * step:
        last += 1
    return tuple((at * step, short(t, at * step, unit)) for at in range(first, last + 1))


def _step(span: int) -> int:
    power = 1
    while True:
        for one in _STEPS:
            if one * power * MOST_STEPS >= span:
                return one * power
        power *= 10
