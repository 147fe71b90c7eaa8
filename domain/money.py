"""Money is a whole number of minor units (kopecks, tyiyn, cents) with its currency; nothing is ever a float."""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

MINOR_DIGITS = 2
"""All currencies the product deals in have two decimal digits (ISO 4217: RUB, KGS, KZT, USD, EUR)."""

CURRENCIES = ("RUB", "KGS", "KZT", "USD", "EUR")


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units of an ISO 4217 currency."""

    minor: int
    currency: str

    @property
    def major(self) -> Decimal:
        """The amount in roubles, soms, dollars."""
        return Decimal(self.minor).scaleb(-MINOR_DIGITS)


@dataclass(frozen=True, slots=True)
class Rates:
    """What one unit of each currency is worth in the base currency, as the operator has set it."""

    base: str
    worth: dict[str, Decimal]

    def in_base(self, money: Money) -> int:
        """The amount in minor units of the base currency, rounded half to even; a missing rate is a KeyError."""
        if money.currency == self.base:
            return money.minor
        return int((money.minor * self.worth[money.currency]).quantize(Decimal(1), ROUND_HALF_EVEN))
