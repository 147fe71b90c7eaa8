"""A typed answer is accepted as people write it, and refused with a sentence when it makes no sense."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.gazetteer import Gazetteer
from domain.matching.intake.answers import (
    parse_area,
    parse_area_range,
    parse_floor,
    parse_rooms,
    parse_rooms_list,
    parse_share,
    parse_year,
)
from domain.matching.intake.place_answers import parse_city, parse_district, parse_metro
from domain.money import Money
from domain.refusal import Refusal
from domain.typed.money import parse_money, parse_money_range
from domain.typed.not_understood import NotUnderstood
from tests.domain.matching.intake.values import the

NUMERIC: tuple[Callable[[str], object], ...] = (
    parse_area,
    parse_area_range,
    parse_floor,
    parse_rooms,
    parse_rooms_list,
    parse_share,
    parse_year,
)
NONSENSE = (
    "", " ", "1e5", "-1000", "NaN", "Infinity", "½", "１５０００", "١٢٣", "1_000", "²", "5²", "9" * 10_000, "<b>5</b>",
    "5\u200b", "5\u0000", "\u202e5", "пять миллионов слонов", "0x10", "+5", "5 5 5 5", "1,2,3,4,5,6,7e",
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "minor", "currency"),
    [
        ("15 млн", 1_500_000_000, "RUB"),
        ("12,5кк", 1_250_000_000, "RUB"),
        ("1 500 000 ₽", 150_000_000, "RUB"),
        ("78,000$", 7_800_000, "USD"),
        ("18.500.000", 1_850_000_000, "RUB"),
        ("85 т.р.", 8_500_000, "RUB"),
        ("45к", 4_500_000, "RUB"),
        ("120 тыс", 12_000_000, "RUB"),
        ("$1.2M", 120_000_000, "USD"),
        ("18.5m", 1_850_000_000, "RUB"),
        ("100000 сом", 10_000_000, "KGS"),
        ("1,5 млн. руб", 150_000_000, "RUB"),
        ("1\u00a0500\u202f000", 150_000_000, "RUB"),
        ("15000.50", 1_500_050, "RUB"),
        ("15 000,50", 1_500_050, "RUB"),
        ("350 000 тенге", 35_000_000, "KZT"),
        ("900 евро", 90_000, "EUR"),
        ("65 000 usd", 6_500_000, "USD"),
    ],
)
def test_prices_as_people_write_them(typed: str, minor: int, currency: str) -> None:
    assert parse_money(typed, "RUB") == Money(minor, currency)


@pytest.mark.parametrize(
    ("typed", "least", "most"),
    [
        ("от 8 до 10 млн", 800_000_000, 1_000_000_000),
        ("8-10 млн", 800_000_000, 1_000_000_000),
        ("from 15 to 20m", 1_500_000_000, 2_000_000_000),
        ("от 5000 до 10000", 500_000, 1_000_000),
        ("до 15 млн", None, 1_500_000_000),
        ("15 млн", None, 1_500_000_000),
        ("от 7 млн", 700_000_000, None),
    ],
)
def test_price_ranges_as_people_write_them(typed: str, least: int | None, most: int | None) -> None:
    found = parse_money_range(typed, "RUB")
    assert tuple(m.minor if m else None for m in found) == (least, most)


def test_a_range_the_wrong_way_round_is_explained() -> None:
    with pytest.raises(NotUnderstood, match="smaller one first"):
        parse_money_range("10-8 млн", "RUB")


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_nonsense_is_refused_everywhere(nonsense: str) -> None:
    for parse in NUMERIC:
        with pytest.raises(NotUnderstood):
            parse(nonsense)
    for parse_any in (parse_money, parse_money_range):
        with pytest.raises(NotUnderstood):
            parse_any(nonsense, "RUB")


def test_a_refusal_quotes_the_answer_and_shows_an_example() -> None:
    with pytest.raises(NotUnderstood) as refused:
        parse_money("1e5", "RUB")
    assert str(refused.value).startswith("“1e5” does not look like a price.")
    assert "{text}" in refused.value.reason
    assert refused.value.params == {"text": "1e5"}
    assert isinstance(refused.value, ValueError)
    assert isinstance(refused.value, Refusal)


def test_money_beyond_all_bounds_is_refused() -> None:
    for typed in ("0", "0,5", "999 млрд"):
        with pytest.raises(NotUnderstood, match="out of range"):
            parse_money(typed, "RUB")


def test_areas_rooms_floors_years_and_shares() -> None:
    assert parse_area("54,5 м²") == parse_area("54,5 м^2") == parse_area("54.5 m^2") == 5450
    assert parse_area_range("40-60") == (4000, 6000)
    assert parse_area_range("от 50") == (5000, None)
    assert parse_area_range("до 80 кв. м") == (None, 8000)
    assert parse_rooms("студия") == 0
    assert parse_rooms("2-к") == 2
    assert parse_rooms_list("1-3") == (1, 2, 3)
    assert parse_rooms_list("студия или 1") == (0, 1)
    assert parse_rooms_list("3, 2") == (2, 3)
    assert parse_floor("5/9") == (5, 9)
    assert parse_floor("5 из 9") == (5, 9)
    assert parse_floor("-1") == (-1, None)
    assert parse_year("1978 г.") == 1978
    assert parse_share("2,5 %") == 250
    assert parse_share("60/40") == 4000
    assert parse_share("пополам") == 5000


@pytest.mark.parametrize(
    ("parse", "typed"),
    [
        (parse_rooms, "0000000021"),
        (parse_rooms, "21"),
        (parse_rooms_list, "3-1"),
        (parse_floor, "9/5"),
        (parse_floor, "164"),
        (parse_area, "0,5"),
        (parse_area, "100001"),
        (parse_area_range, "60-40"),
        (parse_year, "1699"),
        (parse_share, "101"),
        (parse_share, "60/60"),
    ],
)
def test_what_cannot_be_is_refused(parse: Callable[[str], object], typed: str) -> None:
    with pytest.raises(NotUnderstood):
        parse(typed)


@given(st.integers(100, 10_000_000_000_000), st.sampled_from([" ", "\u00a0", "\u202f", ""]))
def test_a_formatted_price_reads_back_the_same(minor: int, gap: str) -> None:
    units, cents = divmod(minor, 100)
    typed = f"{units:,}".replace(",", gap) + (f",{cents:02}" if cents else "")
    assert parse_money(typed, "USD") == Money(minor, "USD")


@given(st.text(max_size=80))
def test_no_answer_breaks_a_parser(typed: str) -> None:
    for parse in NUMERIC:
        with suppress(NotUnderstood):
            parse(typed)
    for parse_any in (parse_money, parse_money_range):
        with suppress(NotUnderstood):
            parse_any(typed, "KGS")


def test_a_typed_place_is_exact_a_choice_or_unknown() -> None:
    gazetteer = Gazetteer.standard()
    moscow = parse_city("в Москве".removeprefix("в "), gazetteer).exact
    assert moscow is not None
    assert the(parse_metro("м. Арбатская", gazetteer, moscow).exact).ru == "Арбатская"
    assert len(parse_metro("Чкаловская", gazetteer).candidates) == 3
    assert parse_district("Хамовнеки", gazetteer, moscow).candidates[0].ru == "Хамовники"
    unknown = parse_city("Васюки-на-Дону", gazetteer)
    assert unknown.exact is None


@pytest.mark.parametrize("nonsense", ["", "12345", "<b>Арбат</b>", "А" * 100, "\u0000Арбат"])
def test_what_cannot_be_a_place_name_is_refused(nonsense: str) -> None:
    for parse in (parse_city, parse_district, parse_metro):
        with pytest.raises(NotUnderstood):
            parse(nonsense, Gazetteer.standard())
