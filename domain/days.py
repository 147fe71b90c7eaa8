"""A day as people type it: 01.12.2026, 1.12, 1 декабря, Dec 1, tomorrow, через 2 недели; and how long a term is.

A day without its year is the nearest one, before or after the day it is counted from, or the next or the last one where
only that makes sense. What is no day is refused with an example.
"""

import calendar
import datetime as dt
import re
from enum import StrEnum

from domain.refusal import Refusal

EARLIEST, LATEST = 1990, 2100
"""Years of contracts that anybody still has, or makes."""
MOST_SAID = 40
"""Characters; a longer text is no day."""
MOST_SHOWN = 20
MOST_SHORT = 10
"""A year in two digits is so many years away at most."""
MOST_YEARS = 50
"""Of a term; a longer one is a slip."""


class Toward(StrEnum):
    """Which day is meant when the year is not said."""

    NEAREST = "nearest"
    NEXT = "next"
    LAST = "last"


_MONTHS = (
    ("янв", "jan"), ("фев", "feb"), ("мар", "mar"), ("апр", "apr"), ("мая", "май", "may"), ("июн", "jun"),
    ("июл", "jul"), ("авг", "aug"), ("сен", "sep"), ("окт", "oct"), ("ноя", "nov"), ("дек", "dec"),
)  # fmt: skip
"""How the months' names begin."""
_BY_WORD = {
    "сегодня": 0, "today": 0, "сейчас": 0, "now": 0, "завтра": 1, "tomorrow": 1, "послезавтра": 2,
    "вчера": -1, "yesterday": -1, "позавчера": -2,
}  # fmt: skip
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t"), " ") | dict.fromkeys(map(ord, "‐‑–—"), "-")
_NAME = r"([a-zа-я]{3,9})\.?"
_TAIL = re.compile(r"(?<=\d{4})\s*(?:г|год|года)\.?$", re.ASCII)
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})\s?[./\-\s]\s?(\d{1,2})(?:\s?[./\-\s]\s?(\d{4}|\d{2}))?\.?", re.ASCII)
_DAY_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|-?е|-?го)?(?: of)?[\s.]*{_NAME},?(?:\s+(\d{{4}}))?", re.ASCII)
_MONTH_DAY = re.compile(rf"{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?(?:\s+(\d{{4}}))?", re.ASCII)
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|-?е|-?го|\s?числ[оа])?", re.ASCII)
_YEAR_MONTH = re.compile(r"(\d{4})\s?[./\-\s]\s?(\d{1,2})", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[./\-\s]\s?(\d{4}|\d{2})", re.ASCII)
_NAMED_MONTH = re.compile(rf"(?:за |for |в |in )?{_NAME}[,\s.]*(?:'?(\d{{4}}|\d{{2}}))?", re.ASCII)
_MONTH_ONLY = re.compile(r"(этот|текущий|this|current|прошлый|предыдущий|last|previous)(?: месяц| month)?")
_THIS = ("этот", "текущий", "this", "current")
_AFTER = re.compile(r"(?:через|in|after)\s+(.+)")
_TERM = re.compile(r"(?:на |for )?(?:(\d{1,3})\s?)?([a-zа-я]+)\.?", re.ASCII)
_UNITS = {
    "d": ("день", "дня", "дней", "дн", "day", "days"),
    "w": ("неделю", "недели", "недель", "нед", "week", "weeks"),
    "m": ("месяц", "месяца", "месяцев", "мес", "month", "months"),
    "h": ("полгода", "half"),
    "y": ("год", "года", "лет", "year", "years"),
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}


def parse_day(text: str, today: dt.date, toward: Toward = Toward.NEAREST) -> dt.date:
    """The day that is meant, or a `Refusal` with an example."""
    said = _plain(text)
    found = _read(said, today, toward) if said else None
    if found is None or not EARLIEST <= found.year <= LATEST:
        raise Refusal(
            "“{text}” does not look like a date. Write it like 1 December, 01.12.2026 or tomorrow.",
            text=_shown(text),
        )
    return found


def past_day(text: str, today: dt.date) -> dt.date | None:
    """A day said with its year, however long ago; two digits mean the last such year. None for anything else."""
    said = _plain(text)
    if match := _ISO.fullmatch(said):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    for pattern, day, month in ((_NUMBERS, 1, 2), (_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        match = pattern.fullmatch(said)
        if match and match[3]:
            year = int(match[3])
            if len(match[3]) == 2:
                year += 2000 if 2000 + year <= today.year else 1900
            return _date(year, _month(match[month]), int(match[day]))
    return None


def parse_month(text: str, today: dt.date) -> dt.date:
    """The first day of the month that is meant: November 2026, 11.2026, 2026-11, ноябрь, last month, or any day of it.

    A month without its year is the last one that has begun.
    """
    said = _plain(text)
    found = _month_said(said, today) if said else None
    if found is None and said and not _DAY.fullmatch(said):
        found = _read(said, today, Toward.LAST)
    if found is None or not EARLIEST <= found.year <= LATEST:
        raise Refusal("“{text}” does not look like a month. Write it like November 2026 or 11.2026.", text=_shown(text))
    return found.replace(day=1)


def _month_said(said: str, today: dt.date) -> dt.date | None:
    if match := _MONTH_ONLY.fullmatch(said):
        return _date(*_year_month(today, 0 if match[1] in _THIS else -1), 1)
    if match := _YEAR_MONTH.fullmatch(said):
        return _date(int(match[1]), int(match[2]), 1)
    match = _MONTH_YEAR.fullmatch(said) or _NAMED_MONTH.fullmatch(said)
    if match is None:
        return None
    month = _month(match[1])
    if match[2] is None:
        return _date(today.year if month <= today.month else today.year - 1, month, 1)
    year = int(match[2]) if len(match[2]) == 4 else 2000 + int(match[2])
    # “11.12” is a day of December sooner than November of long ago
    is_year = len(match[2]) == 4 or abs(year - today.year) <= MOST_SHORT
    return _date(year, month, 1) if is_year else None


def parse_last_day(text: str, start: dt.date, today: dt.date) -> dt.date:
    """The last day of a term that begins on `start`: a day, or how long it is ("11 months", "год")."""
    said = _plain(text)
    match = _TERM.fullmatch(said)
    if match and match[2] in _UNIT_OF:
        return _later(start, int(match[1] or 1), _UNIT_OF[match[2]]) - dt.timedelta(days=1)
    if _AFTER.fullmatch(said) or said in _BY_WORD:
        return parse_day(text, today, Toward.NEXT)
    return parse_day(text, start, Toward.NEXT)


def parse_day_of_month(text: str) -> int:
    """1 to 31; "last" is 31, which in a shorter month is its last day."""
    said = _plain(text)
    if said in ("последний", "последнее", "последний день", "конец месяца", "last", "last day", "end of month"):
        return 31
    match = _DAY.fullmatch(said)
    if match is None or not 1 <= int(match[1]) <= 31:
        raise Refusal("“{text}” is not a day of the month. Write a number from 1 to 31, or “last”.", text=_shown(text))
    return int(match[1])


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _plain(text: str) -> str:
    if len(text) > MOST_SAID or not text.translate(_SPACES).isprintable():
        return ""
    return _TAIL.sub("", " ".join(text.translate(_SPACES).lower().replace("ё", "е").split()))


def _shown(text: str) -> str:
    return " ".join("".join(one if one.isprintable() else " " for one in text[:MOST_SHOWN]).split())


def _read(said: str, today: dt.date, toward: Toward) -> dt.date | None:
    if said in _BY_WORD:
        return today + dt.timedelta(days=_BY_WORD[said])
    if match := _AFTER.fullmatch(said):
        return _after(match[1], today)
    if match := _ISO.fullmatch(said):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    for pattern, day, month in ((_NUMBERS, 1, 2), (_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        if (match := pattern.fullmatch(said)) and not _DAY.fullmatch(said):
            return _of_year(match[3], _month(match[month]), int(match[day]), today, toward)
    match = _DAY.fullmatch(said)
    months = [_year_month(today, shift) for shift in (-2, -1, 0, 1, 2)] if match else []
    return _closest([_date(*one, int(match[1])) for one in months], today, toward) if match else None


def _after(said: str, today: dt.date) -> dt.date | None:
    term = _TERM.fullmatch(said)
    if term is None or term[2] not in _UNIT_OF:
        return None
    return _later(today, int(term[1] or 1), _UNIT_OF[term[2]])


def _of_year(year: str | None, month: int, day: int, today: dt.date, toward: Toward) -> dt.date | None:
    if year is not None:
        return _date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    return _closest([_date(today.year + shift, month, day) for shift in range(-4, 5)], today, toward)


def _closest(candidates: list[dt.date | None], today: dt.date, toward: Toward) -> dt.date | None:
    days = [one for one in candidates if one is not None]
    if toward is Toward.NEXT:
        days = [one for one in days if one >= today]
    if toward is Toward.LAST:
        days = [one for one in days if one <= today]
    return min(days, key=lambda one: (abs((one - today).days), one < today), default=None)


def _later(day: dt.date, count: int, unit: str) -> dt.date:
    match unit:
        case "d":
            return day + dt.timedelta(days=count)
        case "w":
            return day + dt.timedelta(weeks=count)
        case "m":
            return months_later(day, count)
        case "h":
            return months_later(day, 6 * count)
        case _:
            return months_later(day, 12 * min(count, MOST_YEARS))


def _year_month(day: dt.date, shift: int) -> tuple[int, int]:
    number = day.year * 12 + day.month - 1 + shift
    return number // 12, number % 12 + 1


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return next((number for number, begins in enumerate(_MONTHS, start=1) if name.startswith(begins)), 0)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
