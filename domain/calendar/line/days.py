"""Days in a line: tomorrow, on Friday, 12 December, 12.12, the 1st; and a time of day beside them."""

import datetime as dt
import re
from dataclasses import dataclass

from domain.calendar.line.text import TAKEN, Text
from domain.refusal import Refusal
from domain.typed.days import Toward, parse_day

_WEEKDAYS = (
    ("понедельник", "monday", "mon", "пн"), ("вторник", "tuesday", "tue", "вт"), ("сред", "wednesday", "wed", "ср"),
    ("четверг", "thursday", "thu", "чт"), ("пятниц", "friday", "fri", "пт"), ("суббот", "saturday", "sat", "сб"),
    ("воскресень", "sunday", "sun", "вс"),
)  # fmt: skip
_WEEKDAY = re.compile(
    r"(?<![\w-])(?:(?P<which>прошл\w+|следующ\w+|эт\w+|ближайш\w+|last|next|this)\s+)?"
    r"(?P<day>понедельник\w?|вторник\w?|сред[ауые]|четверг\w?|пятниц[ауые]|суббот[ауые]|воскресень[еюя]|"
    r"mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|пн|вт|ср|чт|пт|сб|вс)"
    r"(?![\w-])"
)
_MONTH = (
    r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-zа-я]{0,6}\.?"
)
_YEAR = r"(?:,?\s+\d{4}(?!\d)(?:\s?г(?:ода|\.)?)?)?"
_TH = r"(?:st|nd|rd|th|\s?-?го|\s?-?е)?"
_DAY = re.compile(
    r"(?<![\w.,/:-])(?:"
    r"послезавтра|позавчера|сегодня|завтра|вчера|today|tomorrow|yesterday"
    rf"|\d{{1,2}}{_TH}(?:\s+of)?\s+{_MONTH}{_YEAR}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d.,]|\s\d{{3}}(?!\d)){_YEAR}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}(?:[./](?:\d{4}|\d{2}))?"
    r"|(?P<of_month>\d{1,2}(?:\s?-?го(?:\s+числа)?|\s+числ[аоу]|(?:st|nd|rd|th)))"
    r"|через\s+(?:\d{1,3}\s+)?(?:день|дня|дней|недел[юиь]|недель|месяц(?:а|ев)?|год(?:а)?)"
    r"|in\s+(?:\d{1,3}|a)\s+(?:days?|weeks?|months?|years?)"
    r")(?![\w/:]|[.,-]\d|-\w)"
)
_TIME = re.compile(
    r"(?<![\w.,:-])(?:(?:в|at)\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?![\w:])(?:\s?(?P<half>am|pm)(?!\w))?"
)
_UNTIL = re.compile(r"(?<!\w)(?:до|по|until|till|to)\s+$")
_LETTERS = re.compile(r"\D")
FAR = 60
"""Days; a day without a year that lies further back may as well be meant for the next year."""


@dataclass(frozen=True, slots=True)
class Said:
    """A day of a line: which one, which other it may be, and whether it is where something ends."""

    day: dt.date
    other: dt.date | None = None
    is_end: bool = False


def take_time(text: Text) -> int | None:
    """The time of day, in minutes after midnight, if one is said."""
    match = _TIME.search(text.open)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    text.take(*match.span(), with_lead=True)
    return hour * 60 + minute


def take_days(text: Text, today: dt.date, *, repeats: bool, happened: bool) -> list[Said]:
    """The days that are said, left to right."""
    found: list[tuple[int, Said]] = []
    for pattern in (_DAY, _WEEKDAY):
        for match in pattern.finditer(text.open):
            said = _weekday(match, today, happened) if pattern is _WEEKDAY else _day(match, today, repeats, happened)
            if said is not None:
                is_end = _UNTIL.search(text.open[: match.start()].replace(TAKEN, " ")) is not None
                found.append((match.start(), Said(said.day, said.other, is_end)))
                text.take(*match.span(), with_lead=True)
    return [said for _, said in sorted(found, key=lambda one: one[0])]


def _day(match: re.Match[str], today: dt.date, repeats: bool, happened: bool) -> Said | None:
    said = _LETTERS.sub("", match["of_month"]) if match["of_month"] else match.group().replace(" a ", " ")
    toward = Toward.NEAREST
    if happened:
        toward = Toward.LAST
    elif repeats or match["of_month"]:
        toward = Toward.NEXT
    try:
        day = parse_day(said, today, toward)
    except Refusal:
        return None
    if match["of_month"] or re.search(r"\d{4}|\d[./]\d+[./]\d", said) or not re.search(r"\d", said):
        return Said(day)
    if said.startswith(("через", "in ")) or happened or repeats or abs((day - today).days) <= FAR:
        return Said(day)
    # without a year, and far from now: it may as well be the other one
    return Said(day, _same_day(day, 1 if day < today else -1))


def _same_day(day: dt.date, years: int) -> dt.date | None:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return None


def _weekday(match: re.Match[str], today: dt.date, happened: bool) -> Said:
    number = next(place for place, names in enumerate(_WEEKDAYS) if match["day"].startswith(names))
    which = match["which"] or ""
    ahead = (number - today.weekday()) % 7
    if happened or which.startswith(("прошл", "last")):
        return Said(today - dt.timedelta(days=(today.weekday() - number) % 7 or 7))
    if which.startswith(("эт", "this")):
        return Said(today + dt.timedelta(days=ahead))
    if which.startswith(("следующ", "next")) and ahead and ahead < 7 - today.weekday():
        # "next Friday" said on a Monday: that of this week, or of the next one
        return Said(today + dt.timedelta(days=ahead + 7), today + dt.timedelta(days=ahead))
    return Said(today + dt.timedelta(days=ahead or 7), None if ahead else today)
