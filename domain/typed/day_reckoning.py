"""What day is meant by words that have been told apart: reckoned from today, towards the past or the future.

A day that does not exist is `NoSuchDay`; where another day may be meant as well, `Meant` names it.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.typed.calendar_words import date_or_none, later, month_end, month_of, months_later, unit_of, weekday_of
from domain.typed.ordinals import count_of, ordinal_of

FAR = 60
"""Days; a day without a year that lies further away may as well be meant for another year."""


class Toward(StrEnum):
    """Which day is meant when the year is not said."""

    NEAREST = "nearest"
    NEXT = "next"
    LAST = "last"


class NoSuchDay(Exception):
    """The text is plainly a day, but there is none: the 31st of November."""


@dataclass(frozen=True, slots=True)
class DayContext:
    """What a day is reckoned from."""

    today: dt.date
    toward: Toward = Toward.NEAREST
    month_first: bool = False
    """Whether 12/05 is December 5 where the person comes from."""
    is_birth: bool = False
    """Whether a year in two digits is never ahead."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The day that is meant, and another that may be."""

    day: dt.date
    other: dt.date | None = None
    must_ask: bool = False
    """Whether one cannot tell which of the two it is, rather than take the more likely one."""
    has_year: bool = True
    is_vague: bool = False
    """Whether only a part of a month was said: the beginning of May."""


DayBuilder = Callable[[re.Match[str], DayContext], Meant | None]
BY_WORD = {
    "сегодня": 0, "today": 0, "tonight": 0, "завтра": 1, "tomorrow": 1, "послезавтра": 2,
    "the day after tomorrow": 2, "day after tomorrow": 2, "вчера": -1, "yesterday": -1, "позавчера": -2,
    "the day before yesterday": -2, "day before yesterday": -2,
}  # fmt: skip
_THIS = ("эт", "текущ", "this", "current")
_NEXT = ("следующ", "будущ", "next")
_PAST = ("прошл", "предыдущ", "last", "previous")


def by_word(match: re.Match[str], context: DayContext) -> Meant | None:
    """Tomorrow, позавчера."""
    return Meant(context.today + dt.timedelta(days=BY_WORD[" ".join(match.group().split())]))


def after(match: re.Match[str], context: DayContext) -> Meant | None:
    """In two weeks, через месяц."""
    return _shifted(match, context, 1)


def ago(match: re.Match[str], context: DayContext) -> Meant | None:
    """3 дня назад, a week ago."""
    return _shifted(match, context, -1)


def _shifted(match: re.Match[str], context: DayContext, way: int) -> Meant | None:
    count = count_of(match["count"]) if match["count"] else 1
    return None if count is None else Meant(later(context.today, way * count, unit_of(match["unit"])))


def edge(match: re.Match[str], context: DayContext) -> Meant | None:
    """The end, the beginning or the middle of a month, a quarter, a year or a week."""
    first, last = _span_said(match, context)
    edge = match["edge"].removeprefix("the ").removeprefix("самый ")
    if edge.startswith(("конец", "конц", "end", "посл", "last")):
        if context.toward is Toward.LAST and last > context.today and not match["which"]:
            last = month_end(months_later(first, -1))
        return Meant(last)
    day = first.replace(day=15) if edge.startswith(("серед", "mid")) else first
    is_told = context.toward is Toward.LAST or match["which"] or month_of(_what(match))
    return Meant(months_later(day, 1) if day < context.today and not is_told else day, is_vague=True)


def _what(match: re.Match[str]) -> str:
    return match["what"] or "месяца"


def _span_said(match: re.Match[str], context: DayContext) -> tuple[dt.date, dt.date]:
    """The first and the last day of the week, the month, the quarter or the year that is said."""
    today, what = context.today, _what(match)
    if what.startswith(("нед", "week")):
        first = today - dt.timedelta(days=today.weekday())
        return first, first + dt.timedelta(days=6)
    if month := month_of(what):
        return _month_span(month, match["year"], context)
    return _span(today, {"к": 3, "q": 3, "г": 12, "y": 12}.get(what[0], 1), _shift(match["which"]))


def _shift(which: str | None) -> int:
    said = which or ""
    return 1 if said.startswith(_NEXT) else -1 if said.startswith(_PAST) else 0


def _span(today: dt.date, months: int, shift: int) -> tuple[dt.date, dt.date]:
    first = months_later(today.replace(day=1, month=(today.month - 1) // months * months + 1), shift * months)
    return first, months_later(first, months) - dt.timedelta(days=1)


def _month_span(month: int, year: str | None, context: DayContext) -> tuple[dt.date, dt.date]:
    first = dt.date(int(year), month, 1) if year else _of_month(month, context)
    return first, month_end(first)


def _of_month(month: int, context: DayContext) -> dt.date:
    """The first day of the month of this name; one that is under way is neither past nor to come."""
    this = context.today.replace(day=1)
    candidates = [dt.date(this.year + shift, month, 1) for shift in (-1, 0, 1)]
    return closest(candidates, this, Toward.NEXT if context.toward is Toward.NEAREST else context.toward) or this


def of_named_month(match: re.Match[str], context: DayContext) -> Meant | None:
    """The 5th of next month."""
    number = ordinal_of(match["day"])
    if number is None:
        return None
    first = months_later(context.today.replace(day=1), _shift(match["which"]))
    return Meant(_existing(first.year, first.month, number))


def weekday(match: re.Match[str], context: DayContext) -> Meant | None:
    """On Friday, next Monday: the coming one, or the last one of what is past."""
    number, which = weekday_of(match["weekday"]), match["which"] or ""
    if context.toward is Toward.LAST or which.startswith(_PAST):
        return Meant(context.today - dt.timedelta(days=(context.today.weekday() - number) % 7 or 7))
    return _coming_weekday(number, which, context.today)


def _coming_weekday(number: int, which: str, today: dt.date) -> Meant:
    """The next one after today; on the day itself, or with “next”, one cannot tell whether this week is meant."""
    ahead = (number - today.weekday()) % 7
    this, following = today + dt.timedelta(days=ahead), today + dt.timedelta(days=ahead + 7)
    if which.startswith(_THIS):
        return Meant(this)
    is_next_in_this_week = which.startswith(_NEXT) and 0 < ahead < 7 - today.weekday()
    if is_next_in_this_week or (ahead == 0 and not which):
        return Meant(following, this, must_ask=True)
    return Meant(this if ahead else following)


def iso(match: re.Match[str], _context: DayContext) -> Meant | None:
    """2026-12-31."""
    return Meant(_existing(*(int(one) for one in match.group("y", "m", "d"))))


def day_month(match: re.Match[str], context: DayContext) -> Meant | None:
    """12 декабря 2026, Dec 12."""
    number = ordinal_of(match["day"])
    return None if number is None else _of_year(match["year"], month_of(match["month"]), number, context)


def numbers(match: re.Match[str], context: DayContext) -> Meant | None:
    """12.05 and 12/05: the day first, unless the person's country or the numbers say otherwise."""
    one, two, year = int(match["one"]), int(match["two"]), match["year"]
    if max(one, two) > 12:
        # only one of them can be the month; without a year, “5.23” is rather a number
        turned = one <= 12 and (context.month_first or bool(year))
        return _of_year_if_any(year, *((one, two) if turned else (two, one)), context)
    if not context.month_first:
        return _of_year_if_any(year, two, one, context)
    meant = _of_year_if_any(year, one, two, context)
    if meant is None or one == two:
        return meant
    other = _of_year(year, two, one, context)
    return Meant(meant.day, other.day if other else None, must_ask=True, has_year=meant.has_year)


def _of_year_if_any(year: str | None, month: int, day: int, context: DayContext) -> Meant | None:
    """None for numbers that are no day of a year; with a year they are plainly meant as one."""
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    try:
        return _of_year(year, month, day, context)
    except NoSuchDay:
        if year:
            raise
        return None


def of_number(match: re.Match[str], context: DayContext) -> Meant | None:
    """The 24th of this month or of one nearby."""
    number = ordinal_of(match["day"])
    if number is None or not 1 <= number <= 31:
        return None
    first = context.today.replace(day=1)
    months = [months_later(first, shift) for shift in (-2, -1, 0, 1, 2)]
    days = [date_or_none(one.year, one.month, number) for one in months]
    found = closest(days, context.today, context.toward)
    return None if found is None else Meant(found)


def _of_year(year: str | None, month: int, day: int, context: DayContext) -> Meant | None:
    if year is not None:
        return Meant(_existing(_full(year, context), month, day))
    _existing(2000, month, day)  # a leap year has all the days there are
    today = context.today
    days = [date_or_none(today.year + shift, month, day) for shift in range(-4, 5)]
    found = closest(days, today, context.toward)
    if found is None:
        return None
    other = None
    if context.toward is Toward.NEAREST and abs((found - today).days) > FAR:
        other = date_or_none(found.year + (1 if found < today else -1), month, day)
    return Meant(found, other, has_year=False)


def _full(year: str, context: DayContext) -> int:
    if len(year) == 4:
        return int(year)
    is_ahead = 2000 + int(year) > context.today.year
    return int(year) + (1900 if context.is_birth and is_ahead else 2000)


def _existing(year: int, month: int, day: int) -> dt.date:
    found = date_or_none(year, month, day)
    if found is None:
        raise NoSuchDay
    return found


def closest(candidates: Sequence[dt.date | None], today: dt.date, toward: Toward) -> dt.date | None:
    """The one nearest to today, of those on the side that is meant; of two as near the later one."""
    days = [one for one in candidates if one is not None]
    if toward is Toward.NEXT:
        days = [one for one in days if one >= today]
    if toward is Toward.LAST:
        days = [one for one in days if one <= today]
    return min(days, key=lambda one: (abs((one - today).days), one < today), default=None)
