"""A month as people type it: November 2026, 11.2026, 2026-11, в мае, за прошлый месяц; or any day of it.

`parse_month` reads an answer or the cell of a table, `find_months` what a line says among other words. A month without
its year is the last one that has begun, or the next one where only that makes sense.
"""

import datetime as dt
import re
from dataclasses import dataclass

from domain.refusal import Refusal
from domain.typed.answer import quoted
from domain.typed.calendar_words import MONTH, date_or_none, month_of, months_later
from domain.typed.day_forms import ALONE
from domain.typed.day_reckoning import DayContext, NoSuchDay, Toward, closest, of_number
from domain.typed.days import EARLIEST, LATEST, read_day_said, without_leads

MOST_SHORT = 10
"""A year in two digits is so many years away at most: “11.12” is a day sooner than a month of long ago."""
_FIRST_SERIAL, _LAST_SERIAL = 32874, 73415
"""Days of `EARLIEST` and `LATEST` as spreadsheets count them."""
_SERIAL_ZERO = dt.date(1899, 12, 30)
"""Day 0 of the numbers that Excel and Calc write for dates."""
_YEAR_MONTH = re.compile(r"([0-9]{4})\s?[./\-\s]\s?([0-9]{1,2})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})\s?[./\-\s]\s?([0-9]{4}|[0-9]{2})")
_NAMED = re.compile(rf"(?:month of |месяц )?({MONTH})(?:[,\s.]*'?([0-9]{{4}}|[0-9]{{2}}))?(?:\s?(?:года|год|г))?")
_RELATIVE = re.compile(
    r"(?:(?P<this>эт\w+|текущ\w+|this|current)|(?P<last>прошл\w+|предыдущ\w+|last|previous)|(?P<next>следующ\w+|next))"
    r"(?: месяц(?:а|е|ем)?| month)?"
)
_RELATIVE_SAID = r"(?:эт\w+|текущ\w+|прошл\w+|следующ\w+|this|last|next)\s+(?:месяц(?:е|а|у)?|month)"
_LED = r"(?P<lead>(?:в|во|за|на|с|до|по|к|in|for|since|until|till|from|by)\s+)"
_IN_LINE, _BARE = (
    re.compile(
        rf"(?<![\w.,/:-]){lead}(?:"
        rf"(?P<month>{MONTH})(?:,?\s+(?P<year>(?:19|20|21)[0-9]{{2}})(?![0-9])(?:\s?(?:года|год|г\.?)(?!\w))?)?"
        rf"|(?P<relative>{_RELATIVE_SAID}))(?![\w/:]|[.,-]\w)"
    )
    for lead in (_LED, f"{_LED}?")
)
_WITH_YEAR = re.compile(
    rf"(?<![\w.,/:-])(?<![0-9]\s)(?P<month>{MONTH}),?\s+(?P<year>(?:19|20|21)[0-9]{{2}})(?![\w/:]|[.,-]\w)"
)
"""A month in its year needs no word before it: “сентябрь 2026”; after a number it is a day's."""


@dataclass(frozen=True, slots=True)
class MonthSaid:
    """A month found among other words: where it stands, its first day, the word before it."""

    start: int
    end: int
    first: dt.date
    lead: str
    has_year: bool


def parse_month(text: str, today: dt.date, toward: Toward = Toward.LAST) -> dt.date:
    """The first day of the month that is meant, or a `Refusal` with an example."""
    shapes = (_month_said(said, today, toward) for said in without_leads(text))
    found = next((one for one in shapes if one is not None), None) or _any_day(text, today, toward)
    if found is None or not EARLIEST <= found.year <= LATEST:
        raise Refusal("“{text}” does not look like a month. Write it like November 2026 or 11.2026.", text=quoted(text))
    return found.replace(day=1)


def _any_day(text: str, today: dt.date, toward: Toward) -> dt.date | None:
    """The day that the text says; a bare number is none, since it may as well be the month's."""
    try:
        meant = read_day_said(text, DayContext(today, toward), tuple(one for one in ALONE if one[1] is not of_number))
    except NoSuchDay:
        return None
    return meant.day if meant is not None else None


def month_of_serial(number: int) -> dt.date | None:
    """The first day of the month that a spreadsheet means by this number of days (46327 is 1 November 2026)."""
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return None
    return (_SERIAL_ZERO + dt.timedelta(days=number)).replace(day=1)


def find_months(text: str, today: dt.date, toward: Toward, *, bare: bool = False) -> list[MonthSaid]:
    """The months that a line says, left to right; `text` is in small letters with е for ё, and days are taken out.

    A month has a word before it, or its year after it; `bare` takes one that stands alone, too.
    """
    found: list[MonthSaid] = []
    for pattern in (_BARE if bare else _IN_LINE, _WITH_YEAR):
        for match in pattern.finditer(text):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found += _found(match, today, toward)
    return sorted(found, key=lambda one: one.start)


def _found(match: re.Match[str], today: dt.date, toward: Toward) -> list[MonthSaid]:
    said = match.groupdict()
    relative, year = said.get("relative"), said["year"]
    first = (
        _month_said(relative, today, toward)
        if relative
        else _of_name(month_of(said["month"] or ""), year, today, toward)
    )
    lead = (said.get("lead") or "").strip()
    return [] if first is None else [MonthSaid(*match.span(), first, lead, bool(year or relative))]


def _month_said(said: str, today: dt.date, toward: Toward) -> dt.date | None:
    if match := _RELATIVE.fullmatch(said):
        shift = 0 if match["this"] else -1 if match["last"] else 1
        return months_later(today.replace(day=1), shift)
    if match := _YEAR_MONTH.fullmatch(said):
        return date_or_none(int(match[1]), int(match[2]), 1)
    match = _MONTH_YEAR.fullmatch(said) or _NAMED.fullmatch(said)
    if match is None:
        return None
    year = match[2]
    if year is not None and len(year) == 2 and abs(2000 + int(year) - today.year) > MOST_SHORT:
        return None
    return _of_name(month_of(match[1]), year, today, toward)


def _of_name(month: int, year: str | None, today: dt.date, toward: Toward) -> dt.date | None:
    if year is not None:
        return date_or_none(int(year) if len(year) == 4 else 2000 + int(year), month, 1)
    this = today.replace(day=1)
    return closest([date_or_none(this.year + shift, month, 1) for shift in (-1, 0, 1)], this, toward)
