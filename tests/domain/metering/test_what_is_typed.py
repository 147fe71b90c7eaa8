"""Readings, prices and days are read as people type them; what makes no sense is refused; periods keep to the month."""

import datetime as dt

import pytest

from domain.metering.typed import parse_prices, parse_since, parse_values
from domain.metering.window import Days
from domain.refusal import Refusal
from domain.typed.periods import parse_days_of_month


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("12345", (12_345_000,)),
        ("12 345,6", (12_345_600,)),
        ("12\u00a0345.60", (12_345_600,)),
        ("00123,4", (123_400,)),
        ("12345 кВт·ч", (12_345_000,)),
        ("0", (0,)),
        ("12,345", (12_345_000,)),
    ],
)
def test_value_is_read_as_people_type_it(typed: str, values: tuple[int, ...]) -> None:
    assert parse_values(typed, 2, 1) == values


def test_three_digits_after_the_comma_are_decimals_where_the_meter_has_them() -> None:
    assert parse_values("12,345 м3", 3, 1) == (12_345,)


def test_zones_are_read_one_by_one_or_together() -> None:
    assert parse_values("12345 / 6789,5", 2, 2) == (12_345_000, 6_789_500)
    assert parse_values("1\n2;3", 0, 3) == (1_000, 2_000, 3_000)
    assert parse_values("12345", 2, 2) == (12_345_000,)


@pytest.mark.parametrize(
    "typed",
    [
        "1e5",
        "-1",
        "12 34",
        "",
        "много",
        "½",
        "１２３",
        "1234567890",
        "12,3456",
        "1,2,3",
        "9" * 4096,
        "<b>1</b>",
        "\u200b",
    ],
)
def test_what_is_no_value_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        parse_values(typed, 2, 1)


def test_too_many_zones_are_refused() -> None:
    with pytest.raises(Refusal):
        parse_values("1/2/3", 0, 2)


@pytest.mark.parametrize(
    ("typed", "prices"),
    [
        ("5,38", (53_800,)),
        ("0.0715", (715,)),
        ("6,73 / 2,44 ₽", (67_300, 24_400)),
        ("500 руб.", (5_000_000,)),
        ("1 200,5", (12_005_000,)),
        ("$0.12", (1_200,)),
        ("0", (0,)),
    ],
)
def test_price_is_read_with_all_its_digits(typed: str, prices: tuple[int, ...]) -> None:
    assert parse_prices(typed) == prices


@pytest.mark.parametrize("typed", ["", "1e5", "-1", "0,00001", "9" * 20, "бесплатно", "5,38 / "])
def test_what_is_no_price_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        parse_prices(typed)


def test_days_and_months_are_read() -> None:
    assert (
        parse_days_of_month("20-25")
        == parse_days_of_month("с 20 по 25")
        == parse_days_of_month("20 25 числа")
        == (20, 25)
    )
    for typed in ("32-40", "20", "a-b", "0-5"):
        with pytest.raises(Refusal):
            parse_days_of_month(typed)
    today = dt.date(2026, 11, 21)
    assert parse_since("декабрь", today) == parse_since("12.2026", today) == dt.date(2026, 12, 1)
    assert parse_since("January", today) == dt.date(2027, 1, 1)


def test_a_period_keeps_to_months_that_are_shorter() -> None:
    days = Days(30, 31)
    february = days.of(dt.date(2027, 2, 1))
    assert (february.opens, february.closes, february.last_call) == (dt.date(2027, 2, 28), dt.date(2027, 2, 28), None)
    assert days.open_on(dt.date(2027, 2, 27)) is None
    assert days.of(dt.date(2027, 4, 1)).closes == dt.date(2027, 4, 30)


def test_a_period_may_go_on_into_the_next_month() -> None:
    days = Days(28, 3)
    open_now = days.open_on(dt.date(2027, 1, 2))
    assert open_now is not None
    assert (open_now.month, open_now.opens, open_now.closes) == (
        dt.date(2026, 12, 1),
        dt.date(2026, 12, 28),
        dt.date(2027, 1, 3),
    )
    assert days.last_closed(dt.date(2027, 1, 4)).month == dt.date(2026, 12, 1)
    assert days.next_after(dt.date(2027, 1, 4)).opens == dt.date(2027, 1, 28)


def test_last_call_is_the_day_before_the_end_but_not_the_first_day() -> None:
    assert Days(20, 25).of(dt.date(2026, 11, 1)).last_call == dt.date(2026, 11, 24)
    assert Days(24, 25).of(dt.date(2026, 11, 1)).last_call == dt.date(2026, 11, 25)
