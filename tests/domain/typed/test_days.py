"""Days and terms are understood the way people type them; what is no day is refused."""

import contextlib
import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.refusal import Refusal
from domain.typed.calendar_words import months_later
from domain.typed.days import Toward, parse_day
from domain.typed.months import parse_month
from domain.typed.periods import parse_day_of_month, parse_last_day

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("сегодня", "2026-11-21"), ("Завтра", "2026-11-22"), ("yesterday", "2026-11-20"),
        ("01.12.2026", "2026-12-01"), ("1.12.26", "2026-12-01"), ("1.12", "2026-12-01"), ("2026-12-01", "2026-12-01"),
        ("1 декабря", "2026-12-01"), ("1 дек. 2027 г.", "2027-12-01"), ("Dec 1", "2026-12-01"), ("5 мая", "2027-05-05"),
        ("1st of December 2026", "2026-12-01"), ("25", "2026-11-25"), ("19-го", "2026-11-19"),
        ("5 числа", "2026-12-05"),
        ("через неделю", "2026-11-28"), ("in 2 months", "2027-01-21"), ("через полгода", "2027-05-21"),
        ("29.02", "2028-02-29"), ("1 июня", "2026-06-01"), ("1\u00a0марта", "2027-03-01"),
    ],
)  # fmt: skip
def test_a_day_is_understood(text: str, day: str) -> None:
    assert parse_day(text, TODAY) == dt.date.fromisoformat(day)


def test_the_year_that_is_not_said_depends_on_what_the_day_is_for() -> None:
    assert parse_day("1 июня", TODAY, Toward.NEXT) == dt.date(2027, 6, 1)
    assert parse_day("1 июня", TODAY, Toward.LAST) == dt.date(2026, 6, 1)
    assert parse_day("21.11", TODAY, Toward.NEXT) == TODAY == parse_day("21.11", TODAY, Toward.LAST)


@pytest.mark.parametrize(
    "text",
    ["", "1e5", "-1", "31.02.2026", "0", "32", "9999999999", "½", "１２", "<b>1</b>", "1.13", "5 маёв", "я" * 99],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        parse_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11 месяцев", "2027-10-18"), ("год", "2027-11-18"), ("на 2 года", "2028-11-18"), ("6 months", "2027-05-18"),
        ("31 мая", "2027-05-31"), ("через неделю", "2026-11-28"), ("30.11", "2026-11-30"),
    ],
)  # fmt: skip
def test_a_term_is_a_last_day_or_a_length(text: str, day: str) -> None:
    assert parse_last_day(text, dt.date(2026, 11, 19), TODAY) == dt.date.fromisoformat(day)


def test_a_day_of_the_month_may_be_its_end() -> None:
    assert [parse_day_of_month(one) for one in ("5", "5 числа", "10th", "последний", "31", "пятое")] == [
        5,
        5,
        10,
        31,
        31,
        5,
    ]
    for wrong in ("0", "32", "1e1", "пятак", "-5"):
        with pytest.raises(Refusal):
            parse_day_of_month(wrong)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("ноябрь", "2026-11"), ("за ноябрь", "2026-11"), ("Ноября 2026 года", "2026-11"), ("nov '26", "2026-11"),
        ("декабрь", "2025-12"), ("11.2026", "2026-11"), ("11/26", "2026-11"), ("2026-11", "2026-11"),
        ("12.11.2026", "2026-11"), ("11.12", "2025-12"), ("прошлый месяц", "2026-10"), ("this month", "2026-11"),
        ("янв. 2025", "2025-01"), ("5 мая", "2026-05"), ("сегодня", "2026-11"),
    ],
)  # fmt: skip
def test_a_month_is_understood(text: str, month: str) -> None:
    assert f"{parse_month(text, TODAY):%Y-%m-%d}" == f"{month}-01"


@pytest.mark.parametrize("text", ["", "15", "1e5", "-1", "13.2026", "абв", "0.0", "<b>", "2026"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        parse_month(text, TODAY)


def test_a_month_after_the_31st_ends_where_the_month_ends() -> None:
    assert months_later(dt.date(2026, 1, 31), 1) == dt.date(2026, 2, 28)
    assert months_later(dt.date(2026, 12, 31), 2) == dt.date(2027, 2, 28)


@given(st.text(max_size=60))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    reads: tuple[Callable[[], dt.date | None], ...] = (
        lambda: parse_day(text, TODAY),
        lambda: parse_last_day(text, TODAY, TODAY),
        lambda: parse_month(text, TODAY),
    )
    for read in reads:
        with contextlib.suppress(Refusal):
            assert isinstance(read(), dt.date | None)
