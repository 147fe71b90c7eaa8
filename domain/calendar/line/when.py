"""When something of a line happens: its day, its time, how often it comes back, until when, and when to be reminded."""

import datetime as dt
import re
from dataclasses import dataclass, field

from domain.calendar.event import MOST_BEFORE
from domain.calendar.line.text import TAKEN, Text
from domain.calendar.repetition import Repeat, Rule, repeat_of
from domain.typed.calendar_words import UNIT, later, month_end, months_later, unit_of
from domain.typed.day_reckoning import DayContext, Meant, Toward
from domain.typed.days import DaySaid, find_days
from domain.typed.months import find_months
from domain.typed.ordinals import COUNT, count_of
from domain.typed.repetitions import find_repetition
from domain.typed.times import find_times

_UNTIL = re.compile(r"(?<!\w)(?:до|по|until|till|to|through|by)\s+(?:the\s+)?$")
_INCLUSIVE = ("по", "through")
_LAST_DAY = re.compile(
    r"(?<!\w)(?:(?:в|на|on)\s+)?(?:the\s+)?(?:последн(?:ий\s+день|ее\s+число|его\s+числа)|last\s+day)"
    r"(?:\s+(?:каждого\s+)?месяца|\s+of\s+(?:(?:the|each|every)\s+)?month)?(?!\w)"
)
_TERM = re.compile(
    rf"(?<!\w)(?:(?:в\s+течение|на|for)\s+)(?:(?P<count>{COUNT})\s+)?(?P<unit>{UNIT})"
    rf"|(?<!\w)(?P<times>{COUNT})\s+(?:раза?|times|payments|платеж\w*)(?!\w)"
)
_REMIND_WORD = re.compile(r"(?<!\w)(?:и\s+)?(?:напомн\w*|напомин\w*|remind(?:er)?)(?:\s+(?:мне|me))?(?!\w)")
_EARLY = re.compile(
    rf"(?<!\w)(?:за\s+(?:(?P<count>{COUNT})\s+)?(?P<unit>{UNIT})(?:\s+до)?"
    rf"|(?P<count_en>{COUNT})\s+(?P<unit_en>{UNIT})\s+(?:before|earlier|ahead|early|in advance))(?!\w)"
)
MOST_TIMES = 400
"""Of a repetition that is said to end after so many."""
_TELLING = re.compile(r"\bза\s|\d|вечер|утр|before|earlier")


@dataclass(kw_only=True)
class When:
    """What a line says about time; None is left open."""

    day: dt.date | None = None
    others: tuple[dt.date, ...] = ()
    must_ask: bool = False
    """Whether it cannot be told which of the days it is."""
    is_vague: bool = False
    """Whether only the month was said, so that the day is a guess."""
    no_such: tuple[str, ...] = ()
    """Days that are not in the calendar, as they were said."""
    at: int | None = None
    repeat: Repeat = Repeat.NONE
    month_day: int | None = None
    until: dt.date | None = None
    remind_before: int | None = None
    not_understood: list[str] = field(default_factory=list)

    @property
    def repeats(self) -> bool:
        """Whether it comes back."""
        return self.repeat is not Repeat.NONE

    @property
    def is_said(self) -> bool:
        """Whether there is anything about a day, a time or a repetition."""
        is_known = self.day or self.at is not None or self.repeats or self.until
        return bool(is_known or self.no_such or self.not_understood)


def take_when(text: Text, today: dt.date, *, happened: bool, month_first: bool) -> When:
    """Read what can be read, take it out of the text, and name what says when and cannot be."""
    when = When()
    early = _take_early(text, when)
    _take_times(text, when)
    weekday = _take_repetitions(text, when)
    if when.repeats and (last := _LAST_DAY.search(text.open)):
        text.take(*last.span(), with_lead=True)
        when.day, when.month_day = month_end(today), 31
    toward = Toward.LAST if happened else Toward.NEXT if when.repeats else Toward.NEAREST
    days = _take_days(text, DayContext(today, toward, month_first), when)
    reminded = _settle_days(when, days, month_first=month_first)
    if weekday is not None and when.day is None:
        when.day = today + dt.timedelta(days=(weekday - today.weekday()) % 7)
    _take_months(text, when, today, Toward.LAST if happened else Toward.NEXT)
    if when.repeats:
        _take_term(text, when)
    _settle_reminder(text, when, early, reminded)
    return when


def _take_times(text: Text, when: When) -> None:
    for one in find_times(text.open):
        said = text.said[one.start : one.end]
        text.take(one.start, one.end, with_lead=True)
        if one.minutes is None or when.at is not None:
            when.not_understood.append(said.strip())
        else:
            when.at = one.minutes


def _take_repetitions(text: Text, when: When) -> int | None:
    """Take how often it comes back; returns the day of the week on which, if that is said."""
    weekday = None
    while (found := find_repetition(text.open.replace(TAKEN, "|"))) is not None:
        said = text.said[found.start : found.end].strip()
        text.take(found.start, found.end, with_lead=True)
        repeat = repeat_of(found.every)
        if repeat is None or when.repeat not in (Repeat.NONE, repeat):
            when.not_understood.append(said)
        else:
            when.repeat = repeat
            weekday = found.every.weekday if found.every and found.every.weekday is not None else weekday
    return weekday


def _take_days(text: Text, context: DayContext, when: When) -> list[tuple[DaySaid, str]]:
    """The days with the word before each."""
    found = []
    for one in find_days(text.open, context):
        before = text.open[: one.start].replace(TAKEN, " ")
        found.append((one, before))
    for one, _ in found:
        if one.meant is None:
            when.no_such = (*when.no_such, text.said[one.start : one.end].strip())
        text.take(one.start, one.end, with_lead=True)
    return [(one, before) for one, before in found if one.meant is not None]


def _settle_days(when: When, days: list[tuple[DaySaid, str]], *, month_first: bool) -> dt.date | None:
    """The day it happens, and until when it goes on; returns the day of a reminder of its own."""
    reminded = None
    starts: list[Meant] = []
    for one, before in days:
        if one.meant is None:
            continue
        if when.repeats and _UNTIL.search(before) and not one.of_month:
            when.until = one.meant.day
        elif len(days) > 1 and _calls_for_reminder(before):
            reminded = one.meant.day
        else:
            starts.append(one.meant)
    if starts and when.day is None:
        _begin(when, starts, month_first=month_first)
    return reminded


def _begin(when: When, starts: list[Meant], *, month_first: bool) -> None:
    """It happens on the first of these days; the others are what it may be as well."""
    first, *more = starts
    when.day, when.is_vague, when.must_ask = first.day, first.is_vague, first.must_ask and month_first
    others = dict.fromkeys((first.other, *(one.day for one in more)))
    when.others = tuple(day for day in others if day is not None and day != when.day)


def _calls_for_reminder(before: str) -> bool:
    """Whether the day that follows is the one to be reminded on: “напомни 5 мая”."""
    is_last = before.rstrip().endswith(("напомни", "напомнить", "remind"))
    return is_last and _REMIND_WORD.search(before) is not None


def _take_months(text: Text, when: When, today: dt.date, toward: Toward) -> None:
    """A month alone: the end of a repetition, or a day that is still to be said, which is guessed as its first."""
    for one in find_months(text.open.replace(TAKEN, "|"), today, toward):
        is_end = one.lead in ("до", "по", "until", "till", "by", "through")
        if is_end and when.repeat is not Repeat.NONE and when.until is None:
            inclusive = one.lead in _INCLUSIVE
            when.until = month_end(one.first) if inclusive else one.first - dt.timedelta(days=1)
        elif when.day is None:
            _guess(when, one.first, today, toward, has_year=one.has_year)
        else:
            continue
        text.take(one.start, one.end, with_lead=True)


def _guess(when: When, first: dt.date, today: dt.date, toward: Toward, *, has_year: bool) -> None:
    last = month_end(first)
    days = [first, last]
    if first < today <= last and toward is Toward.NEXT:
        days = [last, first]
    when.day, when.is_vague = days[0], True
    other_year = None if has_year else months_later(days[0], -12 if toward is Toward.NEXT else 12)
    when.others = tuple(one for one in (days[1], other_year) if one is not None)


def _take_term(text: Text, when: When) -> None:
    """For how long it goes on: "на год", "12 раз"."""
    match = _TERM.search(text.open.replace(TAKEN, "|"))
    if match is None or when.until is not None:
        return
    count = count_of(match["count"] or match["times"] or "1") or 1
    if when.day is None or count > MOST_TIMES:
        return
    text.take(*match.span(), with_lead=True)
    if match["times"]:
        when.until = Rule(when.day, when.repeat, when.month_day or when.day.day).nth(count - 1)
    else:
        when.until = later(when.day, count, unit_of(match["unit"])) - dt.timedelta(days=1)


def _take_early(text: Text, when: When) -> int | None:
    """How many days before a reminder is wanted."""
    word = _REMIND_WORD.search(text.open)
    if word is None:
        return None
    match = _EARLY.search(text.open, word.end()) or _EARLY.search(text.open)
    if match is None:
        return None
    said = text.said[match.start() : match.end()].strip()
    unit = unit_of(match["unit"] or match["unit_en"])
    count = count_of(match["count"] or match["count_en"] or "1") or 1
    base = dt.date(2000, 6, 1)
    days = (later(base, count, unit) - base).days
    text.take(*match.span(), with_lead=True)
    if days > MOST_BEFORE:
        when.not_understood.append(said)
        return None
    return days


def _settle_reminder(text: Text, when: When, early: int | None, reminded: dt.date | None) -> None:
    """The word "remind" says nothing more once the time, the day or the days before are known."""
    if reminded is not None and when.day is not None and 0 <= (when.day - reminded).days <= MOST_BEFORE:
        early = (when.day - reminded).days
    when.remind_before = early
    word = _REMIND_WORD.search(text.open)
    if word is None:
        return
    rest = text.open[word.end() :].split(TAKEN)[0].split(",")[0]
    is_known = early is not None or when.at is not None or not _TELLING.search(rest)
    end = word.end() if is_known else word.end() + len(rest)
    if not is_known:
        when.not_understood.append(text.said[word.start() : end].strip())
    text.take(word.start(), end)
