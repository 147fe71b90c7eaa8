"""A day as people type it: 01.12.2026, 1.12, с 1 декабря, Dec 1, tomorrow, двадцать четвёртое, через 2 недели.

`parse_day` reads an answer, `find_days` what a line says among other words. A day without its year is the nearest one,
before or after the day it is counted from, or the next or the last one where only that makes sense. What is no day is
refused with an example; what may be two days (12/05 of somebody from the US) is asked: `EitherDay`.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace

from domain.refusal import Refusal
from domain.typed.answer import quoted, words_of
from domain.typed.day_forms import ALONE, IN_LINES, WITH_YEAR, DayForm
from domain.typed.day_reckoning import DayBuilder, DayContext, Meant, NoSuchDay, Toward, of_number

__all__ = [
    "EARLIEST",
    "LATEST",
    "DaySaid",
    "EitherDay",
    "Toward",
    "find_days",
    "is_month_first",
    "parse_day",
    "past_day",
    "read_day_said",
]  # fmt: skip
EARLIEST, LATEST = 1990, 2100
"""Years of contracts that anybody still has, or makes."""
MOST_SHORT_YEARS = 15
"""A year within a line is so many years from now at most: “1 декабря 2500” is a day and a sum."""
NO_DAY = "“{text}” does not look like a date. Write it like 1 December, 01.12.2026 or tomorrow."
NO_PAST_DAY = "“{text}” does not look like a date. Write it like 5 November, 05.11.2026 or yesterday."
"""Where the day has to have come."""
MOST_SAID = 40
"""Characters; a longer text is no day."""
MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW"})
"""Countries where 12/05 is December 5 (Unicode CLDR, short dates of their locales)."""
_LEAD = re.compile(
    r"(?:начиная\s+с|не\s+позднее|не\s+позже|since|from|starting|until|till|before|by|on|at|in|for|the|"
    r"с|со|от|до|по|на|в|во|к|ко|за)\s+(?=\S)"
)
_TAIL = re.compile(r"(?:(?<=\d{4})\s*(?:г|год|года)\.?|\s+включительно|\s+inclusive|[\s,.;!]+)$", re.ASCII)
_NOT_BEFORE, _NOT_AFTER = r"(?<![\w.,/:-])", r"(?![\w/:]|[.,-]\d|-\w)"
_FOUND = [(re.compile(_NOT_BEFORE + pattern + _NOT_AFTER), build) for pattern, build in IN_LINES]
_SPACE_BEFORE_YEAR = re.compile(r"[\s,]+$")


class EitherDay(Refusal):
    """It may be either of two days; whoever asked offers both, the likelier one first."""

    def __init__(self, message: str, /, *, text: str, first: dt.date, second: dt.date) -> None:
        super().__init__(message, text=text, first=first, second=second)
        self.days = (first, second)


@dataclass(frozen=True, slots=True)
class DaySaid:
    """A day found among other words: where it stands, and what it is; without a day, there is no such day."""

    start: int
    end: int
    meant: Meant | None
    of_month: bool = False
    """Whether only the number of a day was said: the 5th."""


def is_month_first(country: str | None) -> bool:
    """Whether people of this country (ISO 3166) write the month before the day."""
    return country in MONTH_FIRST


def parse_day(text: str, today: dt.date, toward: Toward = Toward.NEAREST, *, month_first: bool = False) -> dt.date:
    """The day that is meant; `EitherDay` if it may be another one as well, or a `Refusal` with an example."""
    try:
        meant = read_day_said(text, DayContext(today, toward, month_first))
    except NoSuchDay:
        raise Refusal("There is no such day: {text}.", text=quoted(text)) from None
    if meant is None or not EARLIEST <= meant.day.year <= LATEST:
        raise Refusal(NO_PAST_DAY if toward is Toward.LAST else NO_DAY, text=quoted(text))
    if meant.must_ask and meant.other is not None:
        raise EitherDay(
            "“{text}” can be {first} or {second}. Which one is it?",
            text=quoted(text),
            first=meant.day,
            second=meant.other,
        )
    return meant.day


def without_leads(text: str) -> list[str]:
    """A whole answer without what follows it, and the same with fewer and fewer of the words that lead to a day."""
    said = words_of(text, MOST_SAID)
    while (shorter := _TAIL.sub("", said)) != said:
        said = shorter
    shapes = [said]
    while (lead := _LEAD.match(said)) is not None:
        said = said[lead.end() :]
        shapes.append(said)
    return shapes


def read_day_said(text: str, context: DayContext, forms: tuple[DayForm, ...] = ALONE) -> Meant | None:
    """The day of an answer that says nothing else; None if it is none. Raises `NoSuchDay`."""
    for said in without_leads(text):
        if said in ("сейчас", "now"):
            return Meant(context.today)
        for pattern, build in forms:
            match = re.fullmatch(pattern, said)
            meant = build(match, context) if match else None
            if meant is not None:
                return meant
    return None


def find_days(text: str, context: DayContext) -> list[DaySaid]:
    """The days that a line says, left to right; `text` is in small letters with е for ё, and has no overlaps."""
    found: list[DaySaid] = []
    for pattern, build in _FOUND:
        for match in pattern.finditer(text):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            one = _found(match, build, context)
            if one is not None:
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def _found(match: re.Match[str], build: DayBuilder, context: DayContext) -> DaySaid | None:
    year = match.groupdict().get("year")
    before = match.string[: match.start("year")] if year else ""
    if year and _SPACE_BEFORE_YEAR.search(before) and abs(int(year) - context.today.year) > MOST_SHORT_YEARS:
        shorter = match.re.match(before.rstrip(" ,"), match.start())
        if shorter is not None:
            match = shorter
    if build is of_number and context.toward is Toward.NEAREST:
        context = replace(context, toward=Toward.NEXT)
    try:
        meant = build(match, context)
    except NoSuchDay:
        return DaySaid(*match.span(), None)
    return None if meant is None else DaySaid(*match.span(), meant, build is of_number)


def past_day(text: str, today: dt.date) -> dt.date | None:
    """A day said with its year, however long ago; two digits mean the last such year. None for anything else."""
    try:
        meant = read_day_said(text, DayContext(today, Toward.LAST, is_birth=True), WITH_YEAR)
    except NoSuchDay:
        return None
    return meant.day if meant is not None and meant.has_year else None


def refuse_no_such_day(text: str, today: dt.date) -> None:
    """Refuse what is a day that no calendar has: 31.02.1987."""
    try:
        read_day_said(text, DayContext(today, Toward.LAST, is_birth=True), WITH_YEAR)
    except NoSuchDay:
        raise Refusal("There is no such day: {text}.", text=quoted(text)) from None
