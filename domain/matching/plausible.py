"""A sum that no flat costs is a sum misread: what prices and rents are likely at all, in any currency, roughly."""

from decimal import Decimal

from domain.matching.status import RentPeriod
from domain.matching.terms import Deal
from domain.money import Money

_ROUBLES = {
    "RUB": Decimal(1), "USD": Decimal(90), "EUR": Decimal(100), "KGS": Decimal(1), "KZT": Decimal("0.18"),
    "GEL": Decimal(33), "AMD": Decimal("0.23"), "UZS": Decimal("0.007"), "UAH": Decimal(2), "BYN": Decimal(28),
    "TJS": Decimal(8), "AZN": Decimal(53), "TRY": Decimal("2.5"), "AED": Decimal(25), "THB": Decimal("2.6"),
    "GBP": Decimal(115), "CNY": Decimal(12), "PLN": Decimal(23), "ILS": Decimal(25), "CHF": Decimal(103),
}  # fmt: skip
"""What a unit is worth, good enough to tell thousands from millions."""
_SALE = Decimal(150_000), Decimal(30_000_000_000)
_MONTH = Decimal(1_500), Decimal(8_000_000)
_DAY = Decimal(150), Decimal(1_000_000)
"""Roubles: from a village house to a palace, from a corner in a dormitory to a mansion."""
LEAST_TO_BUY, MOST_TO_RENT = Decimal(1_000_000), Decimal(400_000)
"""Roubles: from the one on a budget is a buyer's, up to the other it is a tenant's; between them it tells nothing."""


def in_roubles(money: Money) -> Decimal | None:
    """Roughly, or None for a currency of which that is not known here."""
    worth = _ROUBLES.get(money.currency)
    return None if worth is None else money.major * worth


def is_plausible(money: Money, deal: Deal, period: RentPeriod | None) -> bool:
    """Whether a property may cost so much."""
    roubles = in_roubles(money)
    if roubles is None:
        return True
    least, most = _SALE if deal is Deal.SALE else _DAY if period is RentPeriod.DAY else _MONTH
    return least <= roubles <= most
