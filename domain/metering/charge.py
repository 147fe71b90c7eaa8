"""What a quantity costs, rounded half up once, and how a cost is shared so that the shares are exactly the whole."""

from collections.abc import Sequence
from fractions import Fraction

from domain.metering.meter import THOUSANDTHS
from domain.metering.tariff import TEN_THOUSANDTHS
from domain.money import digits_of

QUANTITY = THOUSANDTHS
"""A quantity is in thousandths, be it of a kilowatt-hour, a square metre or a month."""


def cost(quantity: int, price: int, currency: str) -> int:
    """Thousandths of a unit at ten-thousandths of the currency, in minor units."""
    exact = Fraction(quantity * price * 10 ** digits_of(currency), QUANTITY * TEN_THOUSANDTHS)
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def split(whole: int, parts: Sequence[int]) -> list[int]:
    """Share a whole by these parts; what rounding leaves goes to those who lost most by it, the first ones first."""
    of = sum(parts)
    if of == 0:
        return [0 for _ in parts]
    shares = [whole * part // of for part in parts]
    lost = sorted(range(len(parts)), key=lambda place: -(whole * parts[place] % of))
    for place in lost[: whole - sum(shares)]:
        shares[place] += 1
    return shares
