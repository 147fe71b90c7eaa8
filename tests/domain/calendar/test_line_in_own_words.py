"""Lines as people really type them: time, repetition, end, reminder, direction and object are read or named."""

import datetime as dt
from typing import Any

import pytest

from domain.calendar.line import CalendarLine, NamedObject, read_lines
from domain.calendar.repetition import Repeat

TODAY = dt.date(2026, 11, 29)
"""A Sunday."""
ARBAT, FOREST, GARAGE = 1, 2, 3
OBJECTS = (NamedObject(ARBAT, "Арбат"), NamedObject(FOREST, "Лесная"), NamedObject(GARAGE, "Гараж"))
WEEKLY, TWO_WEEKS, MONTHLY = Repeat.WEEKLY, Repeat.TWO_WEEKS, Repeat.MONTHLY
QUARTERLY, HALF_YEARLY, YEARLY = Repeat.QUARTERLY, Repeat.HALF_YEARLY, Repeat.YEARLY


def day(said: str) -> dt.date:
    """ "12.12" is of 2026, "1.1.27" of 2027."""
    parts = [int(part) for part in said.split(".")]
    return dt.date(2000 + parts[2] if len(parts) > 2 else 2026, parts[1], parts[0])


LINES: list[tuple[str, dict[str, Any]]] = [
    # the rows of cases.md
    ("аренда 45 тысяч 500 рублей Арбат завтра", {"on": "30.11", "at": ARBAT, "in": 45500, "for": "аренда"}),
    ("каждую пятницу уборка 3000 Арбат", {"on": "4.12", "at": ARBAT, "out": 3000, "every": WEEKLY, "for": "уборка"}),
    (
        "страховка 9000 Лесная раз в квартал с 30 ноября",
        {"on": "30.11", "at": FOREST, "out": 9000, "every": QUARTERLY, "for": "страховка"},
    ),
    (
        "аренда арбат 45 тыс до конца года каждый месяц",
        {"at": ARBAT, "in": 45000, "every": MONTHLY, "until": "31.12", "for": "аренда"},
    ),
    ("rent 45000 Arbat on Dec 12", {"on": "12.12", "at": ARBAT, "in": 45000, "for": "rent"}),
    (
        "в мае ремонт 20000 Лесная",
        {"on": "1.5.27", "guess": True, "maybe_on": ("31.5.27", "1.5.26"), "at": FOREST, "out": 20000, "for": "ремонт"},
    ),
    ("сантехник 2000 Арбат 2 декабря в 22:30", {"on": "2.12", "at": ARBAT, "out": 2000, "time": 1350}),
    (
        "ремонт 20000 Арбат в ноябре 2026",
        {"on": "30.11", "guess": True, "maybe_on": ("1.11",), "at": ARBAT, "out": 20000, "for": "ремонт"},
    ),
    ("завтра в 9 утра 500 ключи", {"on": "30.11", "time": 540, "sum": 500, "for": "ключи"}),
    ("минус 3 тысячи ремонт", {"out": 3000, "for": "ремонт"}),
    ("3 дня назад 800 замок гараж", {"on": "26.11", "at": GARAGE, "out": 800, "done": True, "for": "замок"}),
    ("в конце месяца 5000 налог", {"on": "30.11", "out": 5000, "for": "налог"}),
    (
        "ежемесячно в последний день аренда 45000",
        {"on": "30.11", "in": 45000, "every": MONTHLY, "day_of": 31, "for": "аренда"},
    ),
    (
        "insurance $90.50 garage in two weeks",
        {"on": "13.12", "out": 90.5, "money": "USD", "for": "insurance garage"},
    ),
    ("аренда 45000 завтра напомнить в 8:00", {"on": "30.11", "in": 45000, "time": 480, "for": "аренда"}),
    ("показ квартиры завтра в 18:00 Арбат", {"on": "30.11", "at": ARBAT, "time": 1080, "for": "показ квартиры"}),
    ("налог 5000 30.02.2027 Арбат", {"at": ARBAT, "out": 5000, "what": ("30.02.2027",), "for": "налог"}),
    ("чек 2300 свет Лесная вчера", {"on": "28.11", "at": FOREST, "out": 2300, "done": True, "for": "чек свет"}),
    # repetitions
    ("по пятницам уборка 3000 арбат", {"on": "4.12", "at": ARBAT, "out": 3000, "every": WEEKLY, "for": "уборка"}),
    ("cleaning 30 every Friday Arbat", {"on": "4.12", "at": ARBAT, "out": 30, "every": WEEKLY, "for": "cleaning"}),
    ("every other Friday cleaning 300 arbat", {"on": "4.12", "at": ARBAT, "out": 300, "every": TWO_WEEKS}),
    ("уборка 3000 раз в две недели по средам", {"on": "2.12", "out": 3000, "every": TWO_WEEKS, "for": "уборка"}),
    ("каждые 2 недели газон 1500 лесная с 1 декабря", {"on": "1.12", "at": FOREST, "sum": 1500, "every": TWO_WEEKS}),
    ("еженедельно с понедельника вывоз мусора 700", {"on": "30.11", "out": 700, "every": WEEKLY}),
    ("налог 12 тыс раз в полгода с 1 июня", {"on": "1.6.27", "out": 12000, "every": HALF_YEARLY, "for": "налог"}),
    ("ежеквартально 15 декабря охрана 6000 гараж", {"on": "15.12", "at": GARAGE, "out": 6000, "every": QUARTERLY}),
    ("tax 900 every 3 months from Dec 1", {"on": "1.12", "out": 900, "every": QUARTERLY, "for": "tax"}),
    ("insurance 1200 once a year on 15 March", {"on": "15.3.27", "out": 1200, "every": YEARLY, "for": "insurance"}),
    ("каждое двадцать пятое число аренда 45000 арбат", {"on": "25.12", "at": ARBAT, "in": 45000, "every": MONTHLY}),
    ("аренда 45 тыс арбат 5 числа каждого месяца", {"on": "5.12", "at": ARBAT, "in": 45000, "every": MONTHLY}),
    ("rent 900 monthly on the last day arbat", {"on": "30.11", "at": ARBAT, "in": 900, "every": MONTHLY, "day_of": 31}),
    ("аренда 45000 каждый месяц до 5 числа арбат", {"on": "5.12", "at": ARBAT, "in": 45000, "every": MONTHLY}),
    # what cannot be done is named, and is not in the name
    ("каждый день уборка 300 арбат", {"at": ARBAT, "out": 300, "what": ("каждый день",), "for": "уборка"}),
    ("уборка 300 арбат по будням", {"at": ARBAT, "out": 300, "what": ("по будням",), "for": "уборка"}),
    ("раз в 5 недель мойка окон 2000", {"sum": 2000, "what": ("раз в 5 недель",), "for": "мойка окон"}),
    ("каждый вторник и четверг уборка 1000", {"out": 1000, "what": ("каждый вторник и четверг",), "for": "уборка"}),
    ("сантехник 2000 завтра вечером", {"on": "30.11", "out": 2000, "what": ("вечером",), "for": "сантехник"}),
    ("аренда 45000 завтра в 25:00", {"on": "30.11", "in": 45000, "what": ("в 25:00",), "for": "аренда"}),
    ("ремонт 5000 на следующей неделе", {"out": 5000, "what": ("на следующей неделе",), "for": "ремонт"}),
    ("аренда 45000 1 декабря напомни за 2 часа", {"on": "1.12", "in": 45000, "what": True, "for": "аренда"}),
    # until when
    ("аренда 45000 арбат каждый месяц с 1 декабря до 31.10.2027",
     {"on": "1.12", "at": ARBAT, "in": 45000, "every": MONTHLY, "until": "31.10.27"}),
    ("аренда 45000 арбат ежемесячно с 1 декабря по май", {"on": "1.12", "at": ARBAT, "in": 45000, "every": MONTHLY,
     "until": "31.5.27"}),
    ("аренда 45000 ежемесячно с 1 декабря до мая", {"on": "1.12", "in": 45000, "every": MONTHLY, "until": "30.4.27"}),
    ("взнос 10000 каждый месяц с 1 декабря 12 раз", {"on": "1.12", "out": 10000, "every": MONTHLY, "until": "1.11.27"}),
    ("аренда 45000 с 1 декабря ежемесячно на год", {"on": "1.12", "in": 45000, "every": MONTHLY, "until": "30.11.27"}),
    ("rent 900 monthly from Dec 1 until the end of the year", {"on": "1.12", "in": 900, "every": MONTHLY,
     "until": "31.12"}),
    ("налог 5000 до конца года", {"on": "31.12", "out": 5000, "for": "налог"}),
    # days, times and reminders
    ("двадцать четвёртого декабря аренда 45000", {"on": "24.12", "in": 45000, "for": "аренда"}),
    ("полтора миллиона за ремонт завтра", {"on": "30.11", "out": 1_500_000}),
    ("неделю назад заплатил 3000 клинингу", {"on": "22.11", "out": 3000, "done": True}),
    ("paid 45 two weeks ago for paint garage", {"on": "15.11", "out": 45, "done": True}),
    ("встреча с арендатором 5 декабря в полдень лесная", {"on": "5.12", "at": FOREST, "time": 720}),
    ("viewing tomorrow at 6 pm Lesnaya", {"on": "30.11", "at": FOREST, "time": 1080, "for": "viewing"}),
    ("ипотека 38500 1 декабря напомни за 2 дня", {"on": "1.12", "out": 38500, "early": 2, "for": "ипотека"}),
    ("страховка 9000 20 декабря напомни 15 декабря", {"on": "20.12", "out": 9000, "early": 5, "for": "страховка"}),
    ("rent 900 Dec 5 remind me a week before", {"on": "5.12", "in": 900, "early": 7, "for": "rent"}),
    ("плюс 5000 за гараж сегодня", {"on": "29.11", "at": GARAGE, "in": 5000}),
    ("получил 5000 за свет Арбат", {"on": "29.11", "at": ARBAT, "in": 5000, "done": True}),
    ("отдал 5 тыс за ремонт", {"on": "29.11", "out": 5000, "done": True}),
    ("ремонт второго этажа 5000 гараж завтра", {"on": "30.11", "at": GARAGE, "out": 5000}),
    ("в этом месяце налог 5000", {"on": "30.11", "guess": True, "maybe_on": ("1.11",), "out": 5000, "for": "налог"}),
    ("аренда 45 000 руб/мес арбат с 1 декабря", {"on": "1.12", "at": ARBAT, "in": 45000, "every": MONTHLY}),
]  # fmt: skip


def seen(line: CalendarLine) -> dict[str, Any]:
    """What was understood, under the names of the table."""
    facts = {
        "on": line.day,
        "guess": line.day_is_guess or None,
        "maybe_on": line.other_days or None,
        "at": line.premises_id,
        "in": line.income / 100 if line.income else None,
        "out": line.expense / 100 if line.expense else None,
        "sum": line.amount and line.amount / 100,
        "every": line.repeat if line.repeat is not Repeat.NONE else None,
        "day_of": line.month_day,
        "until": line.until,
        "time": line.at,
        "early": line.remind_before,
        "done": line.done or None,
        "what": line.not_understood or None,
    }
    return {name: value for name, value in facts.items() if value is not None}


@pytest.mark.parametrize(("said", "expected"), LINES, ids=[said for said, _ in LINES])
def test_a_line_is_understood(said: str, expected: dict[str, Any]) -> None:
    lines = read_lines(said, TODAY, OBJECTS, "RUB")
    assert len(lines) == 1
    wanted = {
        name: day(value) if name in ("on", "until") else tuple(map(day, value)) if name == "maybe_on" else value
        for name, value in expected.items()
        if name not in ("for", "money")
    }
    understood = seen(lines[0])
    if wanted.get("what") is True:
        assert understood.pop("what")
        wanted.pop("what")
    assert understood == wanted
    assert not lines[0].pieces
    if "for" in expected:
        assert lines[0].description == expected["for"]
    if "money" in expected:
        assert lines[0].currency == expected["money"]


def test_numbers_that_may_be_two_days_keep_both_with_the_countrys_own_first() -> None:
    (line,) = read_lines("12/05 rent 900 Arbat", TODAY, OBJECTS, "USD", month_first=True)
    assert (line.day, line.other_days) == (day("5.12"), (day("12.5.27"),))
    (line,) = read_lines("12.05 аренда 900 Арбат", TODAY, OBJECTS, "RUB")
    assert (line.day, line.other_days) == (day("12.5.27"), (day("12.5.26"),))


@pytest.mark.parametrize(
    ("said", "total", "pieces"),
    [
        ("получил 40 000 + 5 000 за свет Арбат", 45000, [(40000, "получил"), (5000, "свет")]),
        ("аренда 45000 депозит 20000 Арбат 25 декабря", 65000, [(45000, "аренда"), (20000, "депозит")]),
        ("rent 900 and deposit 500 Arbat Dec 1", 1400, [(900, "rent"), (500, "deposit")]),
        ("Арбат 1 декабря: 30000 и 15000 аренда", 45000, [(30000, ""), (15000, "аренда")]),
    ],
)
def test_two_sums_of_one_way_are_one_sum_or_two_events_to_be_asked(
    said: str, total: int, pieces: list[tuple[int, str]]
) -> None:
    (line,) = read_lines(said, TODAY, OBJECTS, "RUB")
    assert not line.is_several
    assert (line.income or line.amount) == total * 100
    assert len(line.pieces) == len(pieces)
    for piece, (sum_, words) in zip(line.pieces, pieces, strict=True):
        assert (piece.income or piece.amount) == sum_ * 100
        assert piece.premises_id == ARBAT
        assert words in (piece.description or "")


@pytest.mark.parametrize(
    ("said", "events"),
    [
        (
            "получил 30 тыс за квартиру на Лесной и отдал 5 тыс за ремонт",
            [(FOREST, "29.11", 30000, None), (FOREST, "29.11", None, 5000)],
        ),
        (
            "завтра аренда арбат 45000, уборка 3000",
            [(ARBAT, "30.11", 45000, None), (ARBAT, "30.11", None, 3000)],
        ),
        (
            "аренда 45000 завтра Арбат\nналог 3000 послезавтра Лесная",
            [(ARBAT, "30.11", 45000, None), (FOREST, "1.12", None, 3000)],
        ),
        (
            "rent 900 Arbat Dec 1\n\ncleaning 30 Lesnaya Dec 2\ninternet 20 гараж Dec 3",
            [(ARBAT, "1.12", 900, None), (FOREST, "2.12", None, 30), (GARAGE, "3.12", None, 20)],
        ),
    ],
)
def test_several_events_are_several(said: str, events: list[tuple[int, str, int | None, int | None]]) -> None:
    found = [
        (one.premises_id, one.day, one.income and one.income / 100, one.expense and one.expense / 100)
        for one in read_lines(said, TODAY, OBJECTS, "RUB")
    ]
    assert found == [(at, day(on), income, expense) for at, on, income, expense in events]


@pytest.mark.parametrize(
    "said",
    [
        "привет, как дела?", "завтра", "Арбат", "буду завтра", "напишу в пятницу вечером", "позвони мне завтра",
        "каждую пятницу", "30.02.2027",
    ],
)  # fmt: skip
def test_what_is_no_event_is_left_to_others(said: str) -> None:
    assert read_lines(said, TODAY, OBJECTS, "RUB") == []


def test_a_year_after_its_month_is_no_sum() -> None:
    (read,) = read_lines("вода 500 Арбат сентябрь 2026", dt.date(2026, 11, 25), [NamedObject(1, "Арбат")], "RUB")
    assert (read.expense, read.description) == (500_00, "вода")
    assert read.day == dt.date(2026, 9, 1)
