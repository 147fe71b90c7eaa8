"""One reader of money: forms, lines, tables and listings read a sum alike, whole, or say what is wrong with it."""

import pytest

from domain.money import Money
from domain.typed.amounts import Per, find_amounts
from domain.typed.money import parse_money, parse_money_range
from domain.typed.not_understood import NotUnderstood

SUMS = (
    ("8 млн 500 тыс", 8_500_000, "RUB"),
    ("8 млн. 500 тыс. руб.", 8_500_000, "RUB"),
    ("8 млн 500 000", 8_500_000, "RUB"),
    ("8 миллионов и 500 тысяч рублей", 8_500_000, "RUB"),
    ("1 млрд 200 млн", 1_200_000_000, "RUB"),
    ("12 млн 350 тыс 500 руб", 12_350_500, "RUB"),
    ("45 тысяч 500 рублей", 45_500, "RUB"),
    ("45 тыс 500 р", 45_500, "RUB"),
    ("45 тысяч 500", 45_500, "RUB"),
    ("45 000 руб/мес", 45_000, "RUB"),
    ("45 000 руб. в месяц", 45_000, "RUB"),
    ("45т.р./мес", 45_000, "RUB"),
    ("45к в мес.", 45_000, "RUB"),
    ("$1500 a month", 1_500, "USD"),
    ("1500 usd per month", 1_500, "USD"),
    ("полтора миллиона", 1_500_000, "RUB"),
    ("Полтора миллиона рублей", 1_500_000, "RUB"),
    ("два с половиной миллиона", 2_500_000, "RUB"),
    ("2 с половиной млн", 2_500_000, "RUB"),
    ("двадцать четыре тысячи", 24_000, "RUB"),
    ("сорок пять тысяч пятьсот рублей", 45_500, "RUB"),
    ("сто двадцать тысяч сом", 120_000, "KGS"),
    ("миллион двести тысяч", 1_200_000, "RUB"),
    ("полмиллиона тенге", 500_000, "KZT"),
    ("пять тысяч", 5_000, "RUB"),
    ("тысяча пятьсот", 1_500, "RUB"),
    ("one and a half million", 1_500_000, "RUB"),
    ("two hundred and fifty thousand dollars", 250_000, "USD"),
    ("forty-five thousand", 45_000, "RUB"),
    ("14'500'000", 14_500_000, "RUB"),
    ("14’500’000 ₽", 14_500_000, "RUB"),
    ("14 500 000 без торга", 14_500_000, "RUB"),
    ("цена 14,5 млн", 14_500_000, "RUB"),
    ("15м", 15_000_000, "RUB"),
    ("8 лямов", 8_000_000, "RUB"),
    ("25 миң сом", 25_000, "KGS"),
    ("300 000 драм", 300_000, "AMD"),
    ("֏300 000", 300_000, "AMD"),
    ("2500 лари", 2_500, "GEL"),
    ("900 000 000 сум", 900_000_000, "UZS"),
    ("45000 TRY", 45_000, "TRY"),
    ("около 15 млн", 15_000_000, "RUB"),
    ("за 15 млн", 15_000_000, "RUB"),
)


@pytest.mark.parametrize(("typed", "number", "currency"), SUMS)
def test_a_sum_is_read_whole_as_people_write_it(typed: str, number: int, currency: str) -> None:
    assert parse_money(typed, "RUB") == Money.of(number, currency)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("40 000 + 5 000", "is two sums. Write one: "),
        ("40000+5000 руб", "is two sums. Write one: "),
        ("40 тыс + 5 тыс", "is two sums. Write one: "),
        ("8 млн 500", "may be "),
        ("миллион двести", "may be "),
        ("45 000 ₿", "cannot tell the currency"),
        ("500 usdt", "cannot tell the currency"),
        ("1000 ¥", "cannot tell the currency"),
        ("$500 ₽", "cannot tell the currency"),
        ("250 000 руб/м2", "price per month, per day or per square metre"),
        ("1500 за кв.м", "price per month, per day or per square metre"),
        ("3500 в сутки", "price per month, per day or per square metre"),
        ("500 000 в год", "price per month, per day or per square metre"),
        ("пять миллионов слонов", "does not look like a price"),
        ("45 тыс 2-к", "does not look like a price"),
        ("45 000 и ещё", "does not look like a price"),
        ("8 500 тыс 8 млн", "does not look like a price"),
        ("миллионов", "does not look like a price"),
        ("45 000 слонов", "does not look like a price"),
        ("+5000", "does not look like a price"),
        ("5 5 5 5", "does not look like a price"),
    ],
)
def test_what_cannot_be_read_whole_and_surely_is_asked(typed: str, said: str) -> None:
    with pytest.raises(NotUnderstood, match=said):
        parse_money(typed, "RUB")


def test_a_price_of_a_day_is_taken_where_one_is_asked_for() -> None:
    assert parse_money("3 500 руб/сутки", "RUB", per=(Per.DAY,)) == Money.of(3_500, "RUB")
    assert parse_money("3500 сутки", "RUB", per=(Per.DAY,)) == Money.of(3_500, "RUB")
    with pytest.raises(NotUnderstood, match="per month"):
        parse_money("45 000 руб/мес", "RUB", per=())


@pytest.mark.parametrize(
    ("typed", "least", "most", "currency"),
    [
        ("от 8 млн 500 тыс до 10 млн", 8_500_000, 10_000_000, "RUB"),
        ("8,5-10 млн", 8_500_000, 10_000_000, "RUB"),
        ("500 000 - 1,5 млн", 500_000, 1_500_000, "RUB"),
        ("до полутора миллионов", None, 1_500_000, "RUB"),
        ("до двадцати пяти тысяч", None, 25_000, "RUB"),
        ("до 45 000 руб/мес", None, 45_000, "RUB"),
        ("$800-1000 a month", 800, 1_000, "USD"),
        ("от 30 тыс сом", 30_000, None, "KGS"),
        ("бюджет до 12 млн", None, 12_000_000, "RUB"),
        ("не дороже 9 млн", None, 9_000_000, "RUB"),
        ("up to 300k usd", None, 300_000, "USD"),
        ("15 000 000 - 20 000 000", 15_000_000, 20_000_000, "RUB"),
    ],
)
def test_limits_are_read_alike(typed: str, least: int | None, most: int | None, currency: str) -> None:
    known = tuple(None if bound is None else Money.of(bound, currency) for bound in (least, most))
    assert parse_money_range(typed, "RUB") == known


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("продам за 8 млн 500 тыс, 54 м2", ["8500000", "54"]),
        ("аренда 45 тысяч 500 рублей арбат", ["45500"]),
        ("45 тыс 2-к квартира", ["45000", "2"]),
        ("9,5 млн 2 этаж", ["9500000.0", "2"]),
        ("8 млн 56 м2", ["8000000", "56"]),
        ("8 млн 500 м до метро", ["8000000", "500"]),
        ("до двадцати миллионов", ["20000000"]),
        ("три комнаты за полтора миллиона", ["1500000.0"]),
        ("220 000 тысяч", ["220000"]),
        ("40 000 + 5 000", ["40000", "5000"]),
    ],
)
def test_amounts_within_a_text_end_where_they_end(text: str, numbers: list[str]) -> None:
    assert [str(one.number) for one in find_amounts(text)] == numbers


def test_limits_in_two_currencies_are_refused() -> None:
    for typed in ("от $800 до 1000 €", "$800-1000 €"):
        with pytest.raises(NotUnderstood):
            parse_money_range(typed, "RUB")
