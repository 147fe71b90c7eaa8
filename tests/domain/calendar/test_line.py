"""Lines as owners type them: what is said is understood, what is not stays open, and no text breaks anything."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar.line import NamedObject, read_line
from domain.calendar.repetition import Repeat
from domain.calendar.typed import parse_sum
from domain.money import Money
from domain.refusal import Refusal

TODAY = dt.date(2026, 11, 21)
"""A Saturday."""
ARBAT, FOREST, GARAGE, SOHO, FLAT = 1, 2, 3, 4, 5
OBJECTS = (
    NamedObject(ARBAT, "Студия на Арбате", "Арбат, 12"),
    NamedObject(FOREST, "Лесная, 4", "Лесная, 4"),
    NamedObject(GARAGE, "Гараж"),
    NamedObject(SOHO, "Studio Nook", "12 Mercury Lane, Soho, London", "USD"),
    NamedObject(FLAT, "Квартира на Мира"),
)
MONTHLY, YEARLY = Repeat.MONTHLY, Repeat.YEARLY


def day(said: str) -> dt.date:
    """ "12.12" is of 2026, "1.1.27" of 2027."""
    parts = [int(part) for part in said.split(".")]
    return dt.date(2000 + parts[2] if len(parts) > 2 else 2026, parts[1], parts[0])


LINES: list[tuple[str, dict[str, Any]]] = [
    ("12 декабря аренда 45000 Арбат", {"on": "12.12", "at": ARBAT, "in": 45000, "for": "аренда"}),
    ("-4500 сантехник вчера", {"on": "20.11", "out": 4500, "for": "сантехник", "done": True}),
    ("+45 000 аренда 1-го каждый месяц Лесная", {"on": "1.12", "at": FOREST, "in": 45000, "every": MONTHLY}),
    ("завтра страховка 12 тыс", {"on": "22.11", "out": 12000, "for": "страховка"}),
    ("rent 900 on Dec 1 monthly Soho", {"on": "1.12", "at": SOHO, "in": 900, "every": MONTHLY, "for": "rent"}),
    ("аренда 45000", {"in": 45000, "for": "аренда"}),
    ("12 декабря 45000", {"on": "12.12", "sum": 45000, "for": None}),
    ("перевод 10000 завтра", {"on": "22.11", "sum": 10000, "for": "перевод"}),
    ("-4 500 сантехник Лесная 4", {"at": FOREST, "out": 4500, "for": "сантехник"}),
    ("сантехник Лесная 4 4500", {"at": FOREST, "out": 4500}),
    ("ремонт гаража 15к 25.11", {"on": "25.11", "at": GARAGE, "out": 15000, "for": "ремонт"}),
    ("оплатил коммуналку 6 321,50 Лесная", {"on": "21.11", "at": FOREST, "out": 6321.5, "done": True}),
    ("получил депозит 50 000₽ арбат сегодня", {"on": "21.11", "at": ARBAT, "in": 50000, "money": "RUB", "done": True}),
    ("вернул депозит 50000 Арбат", {"on": "21.11", "at": ARBAT, "sum": 50000, "done": True}),
    ("1 января налог 12000 каждый год Лесная", {"on": "1.1.27", "at": FOREST, "out": 12000, "every": YEARLY}),
    ("налог на гараж 2 тыс до 1 декабря", {"on": "1.12", "at": GARAGE, "out": 2000, "for": "налог"}),
    (
        "аренда 45000 каждое 5 число арбат до 31.12.2027",
        {"on": "5.12", "at": ARBAT, "in": 45000, "every": MONTHLY, "until": "31.12.27"},
    ),
    ("в пятницу уборка 3000 студия", {"on": "27.11", "at": ARBAT, "out": 3000, "for": "уборка"}),
    ("в прошлую пятницу мастер 2500", {"on": "20.11", "out": 2500, "done": True}),
    ("через неделю страховка 1,2 млн", {"on": "28.11", "out": 1_200_000}),
    ("25 июня ремонт 100000 Арбат", {"on": "25.6", "maybe_on": ("25.6.27",), "at": ARBAT, "out": 100000, "done": True}),
    ("аренда +45000 -3000 комиссия Арбат 1.12", {"on": "1.12", "at": ARBAT, "in": 45000, "out": 3000}),
    ("доход 45000 расход 3000 Лесная 01.12.2026", {"on": "1.12", "at": FOREST, "in": 45000, "out": 3000, "for": None}),
    ("-$120 plumber yesterday Soho", {"on": "20.11", "at": SOHO, "out": 120, "money": "USD", "done": True}),
    ("insurance $1,200 yearly on 15 March 2027 soho", {"on": "15.3.27", "at": SOHO, "out": 1200, "every": YEARLY}),
    ("paid 80 for cleaning nook", {"on": "21.11", "at": SOHO, "out": 80, "money": "USD", "done": True}),
    ("next monday electrician 50 soho", {"on": "23.11", "at": SOHO, "out": 50}),
    ("12.12 аренда 45.000 Лесной", {"on": "12.12", "at": FOREST, "in": 45000}),
    ("страховка 29.02.2028 12000 ежегодно Арбат", {"on": "29.2.28", "at": ARBAT, "out": 12000, "every": YEARLY}),
    ("аренда 30000 офис", {"in": 30000, "for": "аренда офис"}),
    ("встреча в 10:30 завтра 5000 Арбат", {"on": "22.11", "at": ARBAT, "sum": 5000, "time": 630}),
    ("напомни за 3 дня 1 декабря ипотека 38 500 р.", {"on": "1.12", "out": 38500, "early": 3, "for": "ипотека"}),
    ("31 числа каждого месяца аренда 45000 Арбат", {"on": "31.12", "at": ARBAT, "in": 45000, "every": MONTHLY}),
    ("каждый месяц 31-го аренда 45т.р. Арбат", {"on": "31.12", "at": ARBAT, "in": 45000, "every": MONTHLY}),
    ("аренда лесная 46000 15 декабря 2026 года", {"on": "15.12", "at": FOREST, "in": 46000, "for": "аренда"}),
    ("аренда 45 000 р 12 декабря, Арбат", {"on": "12.12", "at": ARBAT, "in": 45000, "money": "RUB"}),
    ("замена замка 3500 лесная позавчера", {"on": "19.11", "at": FOREST, "out": 3500, "done": True}),
    ("Deposit 2000 received today nook", {"on": "21.11", "at": SOHO, "in": 2000, "done": True}),
    ("rent +900 every 1st Soho", {"on": "1.12", "at": SOHO, "in": 900, "every": MONTHLY, "for": "rent"}),
    ("utilities -120.50 12/12 soho", {"on": "12.12", "at": SOHO, "out": 120.5}),
    ("ремонт арбат лесная 5000 завтра", {"on": "22.11", "maybe_at": (ARBAT, FOREST), "out": 5000}),
    ("кв 12 аренда 45000 завтра", {"on": "22.11", "in": 45000, "for": "кв 12 аренда"}),
    ("налог на аренду 5000 арбат", {"at": ARBAT, "sum": 5000}),
    ("заплатил мастеру 2 500 в среду гараж", {"on": "18.11", "at": GARAGE, "out": 2500, "done": True}),
    ("in 2 days tax 300 nook", {"on": "23.11", "at": SOHO, "out": 300}),
    ("ремонт 5000 квартиры", {"maybe_at": (FLAT,), "out": 5000, "for": "ремонт квартиры"}),
    ("АРЕНДА 45000 С 1 ДЕКАБРЯ ЕЖЕМЕСЯЧНО АРБАТ", {"on": "1.12", "at": ARBAT, "in": 45000, "every": MONTHLY}),
    ("на лессной ремонт 4500", {"at": FOREST, "out": 4500, "for": "ремонт"}),
]


@pytest.mark.parametrize(("said", "expected"), LINES, ids=[said for said, _ in LINES])
def test_a_line_is_understood(said: str, expected: dict[str, Any]) -> None:
    line = read_line(said, TODAY, OBJECTS, "RUB")
    assert line is not None
    understood = {
        "on": line.day,
        "maybe_on": line.other_days or None,
        "at": line.premises_id,
        "maybe_at": line.other_objects or None,
        "in": line.income and line.income / 100,
        "out": line.expense and line.expense / 100,
        "sum": line.amount and line.amount / 100,
        "every": line.repeat if line.repeat is not Repeat.NONE else None,
        "until": line.until,
        "time": line.at,
        "early": line.remind_before,
        "done": line.done or None,
    }
    wanted: dict[str, Any] = {
        name: day(value) if name in ("on", "until") else tuple(map(day, value)) if name == "maybe_on" else value
        for name, value in expected.items()
        if name not in ("for", "money")
    }
    assert {name: value for name, value in understood.items() if value is not None} == wanted
    if "for" in expected:
        assert line.description == expected["for"]
    if "money" in expected:
        assert line.currency == expected["money"]


@pytest.mark.parametrize(
    "said",
    [
        "45000",
        "привет, как дела?",
        "1e5",
        "тел 89261234567",
        "аренда 12 декабря 2027",
        "Студия 54 м2, 5 этаж",
        "буду через 3 дня",
        "",
        "a" * 400,
    ],
)
def test_what_is_no_event_is_left_to_others(said: str) -> None:
    assert read_line(said, TODAY, OBJECTS, "RUB") is None


def test_a_sum_without_a_currency_is_one_of_the_objects() -> None:
    tokyo = (NamedObject(1, "Токио", None, "JPY"),)
    line = read_line("токио аренда 90 тыс завтра", TODAY, tokyo, "RUB")
    assert line is not None
    assert (line.income, line.currency) == (90_000, "JPY")


@given(st.text(max_size=80), st.sampled_from([said for said, _ in LINES]), st.integers(0, 60))
def test_no_text_breaks_the_reading(noise: str, said: str, at: int) -> None:
    for text in (noise, said[:at] + noise + said[at:]):
        line = read_line(text, TODAY, OBJECTS, "RUB")
        if line is not None:
            sums = [one for one in (line.income, line.expense, line.amount) if one is not None]
            assert all(one > 0 for one in sums) or (sums == [0, 0] and line.day)
            assert line.description is None or line.description.strip() == line.description


@pytest.mark.parametrize(
    ("said", "minor"),
    [("45000", 45_000_00), ("45 000", 45_000_00), ("12,5 тыс", 12_500_00), ("$900", 900_00), ("0", 0), ("нет", 0)],
)
def test_a_sum_is_read_as_people_write_it(said: str, minor: int) -> None:
    assert parse_sum(said, "RUB") == Money(minor, "USD" if "$" in said else "RUB")


@pytest.mark.parametrize("said", ["1e5", "-1", "<b>5</b>", "много", "½", "9" * 30, "5,5555"])
def test_what_is_no_sum_is_refused(said: str) -> None:
    with pytest.raises(Refusal):
        parse_sum(said, "RUB")
