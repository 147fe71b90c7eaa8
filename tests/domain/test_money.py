"""Any currency that is paid in somewhere has its own minor units, and a rate leads from each to the base currency."""

from decimal import Decimal

import pytest

from domain.currencies import DIGITS
from domain.money import CURRENCIES, Money, Rates, digits_of
from tools.currencies import tender


def test_digits_are_those_of_cldr() -> None:
    assert tender() == DIGITS, "`make currencies` writes them anew; amounts stored by other digits have to be converted"


def test_every_countrys_money_is_known() -> None:
    assert {"RUB", "KGS", "KZT", "USD", "EUR", "JPY", "KWD", "UZS", "GEL", "AED"} <= set(CURRENCIES)
    assert (digits_of("RUB"), digits_of("JPY"), digits_of("KWD"), digits_of("DEM")) == (2, 0, 3, 2)


@pytest.mark.parametrize(
    ("major", "currency", "minor"),
    [("185.5", "RUB", 18_550), ("185", "JPY", 185), ("1.234", "KWD", 1_234), ("0.125", "RUB", 12), (7, "USD", 700)],
)
def test_amount_has_the_minor_units_of_its_currency(major: str | int, currency: str, minor: int) -> None:
    assert Money.of(Decimal(major), currency) == Money(minor, currency)
    assert Money(minor, currency).major == Decimal(minor).scaleb(-digits_of(currency))


def test_rate_is_between_whole_units_whatever_the_digits() -> None:
    rates = Rates("RUB", {"JPY": Decimal("0.52"), "KWD": Decimal(260), "KGS": Decimal("0.92")})
    assert rates.in_base(Money(50_000_000, "JPY")) == 26_000_000_00
    assert rates.in_base(Money(1_000, "KWD")) == 260_00
    assert rates.in_base(Money(100_00, "KGS")) == 92_00
    assert rates.in_base(Money(7, "RUB")) == 7
    with pytest.raises(KeyError):
        rates.in_base(Money(1, "USD"))
    assert Rates("JPY", {"RUB": Decimal(2)}).in_base(Money(100_00, "RUB")) == 200
