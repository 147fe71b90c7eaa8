"""Answers about an event as people type them: a day, a sum, a time of day."""

import datetime as dt
import re

from domain.calendar.line.days import take_days
from domain.calendar.line.text import Text
from domain.money import Money
from domain.refusal import Refusal
from domain.typed.days import Toward, parse_day
from domain.typed.money import parse_money

_TIME = re.compile(r"(?:в|at)?\s*(\d{1,2})(?:\s?[:.]\s?(\d{2}))?\s*(утра|дня|вечера|ч|am|pm)?", re.ASCII)
_AFTERNOON = {"дня", "вечера", "pm"}
_NOTHING = {"0", "нет", "ничего", "нисколько", "no", "none", "nothing", "zero"}
_SHOWN = 20
MOST_SAID = 40
"""Characters; a longer text is no day."""


def parse_event_day(text: str, today: dt.date, toward: Toward = Toward.NEAREST) -> dt.date:
    """A day in any way it may be said in a line: also "on Friday" and "the 5th". Refused with an example."""
    try:
        return parse_day(text, today, toward)
    except Refusal:
        said = Text(text[:MOST_SAID])
        found = take_days(said, today, repeats=toward is Toward.NEXT, happened=toward is Toward.LAST)
        if len(found) != 1 or said.left() is not None:
            raise
        return found[0].day


def parse_sum(text: str, currency: str) -> Money:
    """A sum, in this currency unless it names one; "0" and "nothing" are none. Refused with an example."""
    if text.strip().lower() in _NOTHING:
        return Money(0, currency)
    return parse_money(text, currency, unlike="“{text}” does not look like a sum. Write it like 45000 or 12.5k.")


def parse_time(text: str) -> int:
    """A time of day in minutes after midnight: "9", "9:30", "в 6 вечера". Refused with an example."""
    found = _TIME.fullmatch(" ".join(text.lower().split()))
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if found and (found[3] or "") in _AFTERNOON and hour < 12:
        hour += 12
    if hour > 23 or minute > 59:
        shown = "".join(one if one.isprintable() else " " for one in text[:_SHOWN])
        raise Refusal("“{text}” does not look like a time. Write it like 9:00 or 18:30.", text=shown)
    return hour * 60 + minute
