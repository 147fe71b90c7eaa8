"""Money is a whole number of minor units (kopecks, tyiyn, cents) with its currency; nothing is ever a float."""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Self

from domain.currencies import DIGITS

USUAL_DIGITS = 2
"""Of a currency that is no longer paid in anywhere (ISO 4217)."""
CURRENCIES = tuple(DIGITS)
"""Every currency that is legal tender somewhere (ISO 4217)."""


def digits_of(currency: str) -> int:
    """How many decimal digits a currency has: 2 for the rouble, none for the yen, 3 for the Kuwaiti dinar."""
    return DIGITS.get(currency, USUAL_DIGITS)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units of an ISO 4217 currency."""

    minor: int
    currency: str

    @classmethod
    def of(cls, major: Decimal | int, currency: str) -> Self:
        """So many roubles, soms, dollars; what is less than a minor unit is rounded half to even."""
        minor = Decimal(major).scaleb(digits_of(currency)).quantize(Decimal(1), ROUND_HALF_EVEN)
        return cls(int(minor), currency)

    @property
    def major(self) -> Decimal:
        """The amount in roubles, soms, dollars."""
        return Decimal(self.minor).scaleb(-digits_of(self.currency))


@dataclass(frozen=True, slots=True)
class Rates:
    """What one unit of each currency is worth in the base currency, as the operator has set it."""

    base: str
    worth: dict[str, Decimal]

    def in_base(self, money: Money) -> int:
        """The amount in minor units of the base currency, rounded half to even; a missing rate is a KeyError."""
        if money.currency == self.base:
            return money.minor
        return Money.of(money.major * self.worth[money.currency], self.base).minor
