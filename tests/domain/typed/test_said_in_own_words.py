"""Days, months, periods and times are understood in the questions' own words and in the commonest ones of people."""

import datetime as dt

import pytest

from domain.refusal import Refusal
from domain.typed.day_reckoning import DayContext
from domain.typed.days import EitherDay, Toward, find_days, is_month_first, parse_day, past_day
from domain.typed.months import find_months, month_of_serial, parse_month
from domain.typed.periods import parse_day_of_month, parse_days_of_month, parse_first_day, parse_last_day
from domain.typed.times import find_times, parse_time, parse_times

TODAY = dt.date(2026, 11, 29)
"""A Sunday."""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("с 1 декабря", "2026-12-01"), ("до 31.10.2027", "2027-10-31"), ("по 31 октября 2027", "2027-10-31"),
        ("двадцать четвёртое", "2026-11-24"), ("двадцать четвертого декабря", "2026-12-24"), ("пятого", "2026-12-05"),
        ("первое января", "2027-01-01"), ("тридцать первое декабря 2026 года", "2026-12-31"),
        ("the twenty-fourth", "2026-11-24"), ("December twenty-fourth", "2026-12-24"),
        ("first of December", "2026-12-01"),
        ("до конца года", "2026-12-31"), ("в конце месяца", "2026-11-30"), ("в последний день месяца", "2026-11-30"),
        ("в конце декабря", "2026-12-31"), ("end of the year", "2026-12-31"), ("до конца квартала", "2026-12-31"),
        ("до конца следующего месяца", "2026-12-31"), ("последний день февраля", "2027-02-28"),
        ("3 дня назад", "2026-11-26"), ("неделю назад", "2026-11-22"), ("two weeks ago", "2026-11-15"),
        ("через две недели", "2026-12-13"), ("in two weeks", "2026-12-13"), ("через пару дней", "2026-12-01"),
        ("in a month", "2026-12-29"), ("5 числа следующего месяца", "2026-12-05"),
        ("the 5th of next month", "2026-12-05"),
        ("в пятницу", "2026-12-04"), ("on Friday", "2026-12-04"), ("в прошлую пятницу", "2026-11-27"),
        ("day after tomorrow", "2026-12-01"), ("от 12.10.2026", "2026-10-12"), ("on Dec 5, 2026", "2026-12-05"),
        ("с 1 декабря 2026 г.", "2026-12-01"), ("не позднее 10 декабря", "2026-12-10"), ("12/31/2026", "2026-12-31"),
        ("до 5 декабря включительно", "2026-12-05"), ("2026/12/05", "2026-12-05"), ("5-го декабря", "2026-12-05"),
    ],
)  # fmt: skip
def test_a_day_in_words(text: str, day: str) -> None:
    assert parse_day(text, TODAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "text", ["30.02.2027", "31 ноября", "Feb 30", "тридцать первое апреля", "31.11.2026", "2027-02-29"]
)
def test_a_day_that_is_not_in_the_calendar_is_said_to_be_none(text: str) -> None:
    with pytest.raises(Refusal, match="There is no such day"):
        parse_day(text, TODAY)


@pytest.mark.parametrize(
    "text", ["зимой", "через полтора месяца", "second floor", "лесного", "в выходные", "-5", "1.5.5.5", "0 декабря"]
)
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refusal):
        parse_day(text, TODAY)


def test_numbers_that_may_be_two_days_are_asked_with_the_likelier_first() -> None:
    assert [one for one in ("US", "RU", "GB", "DE", None) if is_month_first(one)] == ["US"]
    for text, first, second in (
        ("12/05", "2026-12-05", "2027-05-12"), ("05/12/2026", "2026-05-12", "2026-12-05"),
        ("1.2.27", "2027-01-02", "2027-02-01"),
    ):  # fmt: skip
        with pytest.raises(EitherDay) as asked:
            parse_day(text, TODAY, month_first=True)
        assert asked.value.days == (dt.date.fromisoformat(first), dt.date.fromisoformat(second))
    # there is nothing to ask: one reading only
    for text, day in (
        ("12/12", "2026-12-12"),
        ("25/12", "2026-12-25"),
        ("12/25", "2026-12-25"),
        ("2026-12-05", "2026-12-05"),
    ):
        assert parse_day(text, TODAY, month_first=True) == dt.date.fromisoformat(day)
    assert parse_day("12/05", TODAY) == dt.date(2026, 5, 12) or parse_day("12/05", TODAY) == dt.date(2027, 5, 12)
    with pytest.raises(EitherDay):
        parse_day("в воскресенье", TODAY)  # said on a Sunday


def test_a_birth_date_needs_its_year_and_is_never_ahead() -> None:
    assert past_day("19.05.87", TODAY) == past_day("19 мая 1987", TODAY) == dt.date(1987, 5, 19)
    assert past_day("May 19, 1987", TODAY) == past_day("девятнадцатого мая 1987", TODAY) == dt.date(1987, 5, 19)
    for nothing in ("19.05", "вчера", "30.02.1987", "мая 1987"):
        assert past_day(nothing, TODAY) is None


def test_days_are_found_among_other_words() -> None:
    def found(text: str, toward: Toward = Toward.NEAREST) -> list[tuple[str, str]]:
        said = find_days(text, DayContext(TODAY, toward))
        return [(text[one.start : one.end], str(one.meant.day) if one.meant else "none") for one in said]

    assert found("аренда 1 декабря 2500 арбат") == [("1 декабря", "2026-12-01")]
    assert found("аренда 1 декабря 2027 арбат") == [("1 декабря 2027", "2027-12-01")]
    assert found("3 дня назад 800 замок") == [("3 дня назад", "2026-11-26")]
    assert found("налог 30.02.2027") == [("30.02.2027", "none")]
    assert found("ремонт второго этажа 5000") == []
    assert found("оплата двадцать пятого числа") == [("двадцать пятого числа", "2026-12-25")]
    assert found("дом 12/5") in ([("12/5", "2027-05-12")], [("12/5", "2026-05-12")])
    assert found("купил в прошлый вторник, привезут завтра", Toward.LAST) == [
        ("прошлый вторник", "2026-11-24"),
        ("завтра", "2026-11-30"),
    ]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("в мае 2026", "2026-05"), ("в мае", "2026-05"), ("за ноябрь", "2026-11"), ("с июня 2026", "2026-06"),
        ("за прошлый месяц", "2026-10"), ("в этом месяце", "2026-11"), ("прошлым месяцем", "2026-10"),
        ("in May 2026", "2026-05"), ("for last month", "2026-10"), ("сент. 2026", "2026-09"), ("10/2026", "2026-10"),
        ("июль 26", "2026-07"), ("month of June", "2026-06"), ("за май 2026 г.", "2026-05"),
    ],
)  # fmt: skip
def test_a_month_in_words(text: str, month: str) -> None:
    assert f"{parse_month(text, TODAY):%Y-%m-%d}" == f"{month}-01"


def test_a_month_may_be_the_coming_one_or_a_spreadsheets_number() -> None:
    assert parse_month("в мае", TODAY, Toward.NEXT) == dt.date(2027, 5, 1)
    assert parse_month("next month", TODAY) == dt.date(2026, 12, 1)
    assert month_of_serial(46327) == dt.date(2026, 11, 1)
    assert month_of_serial(2026) is None
    assert [(one.lead, one.first) for one in find_months("ремонт в мае 2026 20000", TODAY, Toward.NEXT)] == [
        ("в", dt.date(2026, 5, 1))
    ]
    assert find_months("may I ask", TODAY, Toward.NEXT) == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("до 31.10.2027", "2027-10-31"), ("по 31 октября 2027", "2027-10-31"), ("31 октября", "2027-10-31"),
        ("до мая", "2027-04-30"), ("по май", "2027-05-31"), ("до мая 2028", "2028-04-30"),
        ("до конца года", "2026-12-31"),
        ("на 11 месяцев", "2027-10-31"), ("полтора года", "2028-05-31"), ("год и 2 месяца", "2028-01-31"),
        ("на два года", "2028-11-30"), ("сроком на год", "2027-11-30"), ("for a year", "2027-11-30"),
        ("until October 31, 2027", "2027-10-31"), ("полгода", "2027-05-31"), ("through May", "2027-05-31"),
        ("бессрочно", None), ("без срока", None), ("на неопределённый срок", None), ("open-ended", None),
        ("Бессрочный.", None),
    ],
)  # fmt: skip
def test_an_end_is_a_day_a_month_a_length_or_none(text: str, end: str | None) -> None:
    assert parse_last_day(text, dt.date(2026, 12, 1), TODAY) == (dt.date.fromisoformat(end) if end else None)


def test_a_beginning_is_no_end() -> None:
    assert parse_first_day("с 1 декабря", TODAY) == parse_first_day("1.12", TODAY) == dt.date(2026, 12, 1)
    for wrong in ("до 1 декабря", "until May 5", "бессрочно"):
        with pytest.raises(Refusal):
            parse_first_day(wrong, TODAY)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("до 5", 5), ("до 5 числа", 5), ("5-го", 5), ("пятого числа", 5), ("двадцать пятое", 25),
        ("каждое 10 число", 10),
        ("не позднее 10 числа", 10), ("по 5 числам", 5), ("до 5 числа каждого месяца", 5), ("the 5th", 5),
        ("by the 10th", 10),
        ("в последний день", 31), ("последнее число", 31), ("the last day of the month", 31), ("до конца месяца", 31),
    ],
)  # fmt: skip
def test_a_day_of_the_month_in_words(text: str, number: int) -> None:
    assert parse_day_of_month(text) == number


def test_two_days_of_the_month() -> None:
    for text in ("20-25", "с 20 по 25", "20 25 числа", "с 20-го до 25-го", "from 20 to 25", "20–25"):
        assert parse_days_of_month(text) == (20, 25)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("9", 540), ("9:30", 570), ("в 9 утра", 540), ("9 ч", 540), ("в 18.30", 1110), ("6 вечера", 1080),
        ("9 p.m.", 1260),
        ("12 am", 0), ("в час дня", 780), ("полдень", 720), ("at noon", 720), ("к 8", 480), ("3 ночи", 180),
        ("24:00", 0),
        ("7 часов вечера", 1140),
    ],
)  # fmt: skip
def test_a_time_in_words(text: str, minutes: int) -> None:
    assert parse_time(text) == minutes


def test_times_are_found_among_other_words_and_impossible_ones_are_named() -> None:
    def found(text: str) -> list[int | None]:
        return [one.minutes for one in find_times(text)]

    assert found("завтра в 9 утра 500 ключи") == [540]
    assert found("сантехник 2000 в 22:30") == [1350]
    assert found("встреча в 25:00") == [None]
    assert found("в 9 часов, 10 дней, 3 ч работы") == [540]
    assert found("rent 900 at 6 pm") == [1080]
    assert parse_times("с 22 до 8") == parse_times("22-8") == parse_times("22:00–8:00") == (1320, 480)
    assert parse_times("22") is parse_times("когда-нибудь") is None
