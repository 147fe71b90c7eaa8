"""One line of plain words is read into an event: "12 декабря аренда 45000 Арбат", "-4500 plumber yesterday".

What is said plainly is known; what may be meant otherwise is named with what else it may be; the rest is left open.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from domain.calendar.event import REMINDED
from domain.calendar.line.days import Said, take_days, take_time
from domain.calendar.line.objects import Heard, Named, take_object
from domain.calendar.line.sums import Sum, take_sums
from domain.calendar.line.text import TAKEN, Text
from domain.calendar.line.words import (
    Direction,
    direction_of,
    has_happened,
    says_direction,
    take_plain_directions,
    take_reminder,
    take_repeat,
)
from domain.calendar.repetition import Repeat
from domain.money import Money

__all__ = ["LONGEST", "Line", "Named", "read_line"]

LONGEST = 300
"""Characters; a longer text is no line of a calendar."""


@dataclass(kw_only=True)
class Line:
    """What a line says; None is left open."""

    premises_id: int | None = None
    other_objects: tuple[int, ...] = ()
    """Objects it may as well be about; none is taken then."""
    day: dt.date | None = None
    other_days: tuple[dt.date, ...] = ()
    income: int | None = None
    """In minor units, like `expense` and `amount`."""
    expense: int | None = None
    amount: int | None = None
    """A sum of which it is not plain whether it comes or goes."""
    other_amounts: tuple[int, ...] = ()
    currency: str | None = None
    """That of the sums."""
    is_named: bool = False
    """Whether the line names the currency."""
    description: str | None = None
    at: int | None = None
    repeat: Repeat = Repeat.NONE
    until: dt.date | None = None
    remind_before: int | None = None
    done: bool = False


def read_line(said: str, today: dt.date, objects: Sequence[Named], currency: str) -> Line | None:
    """What the line says, or None if it is no event: it has to have a sum, and something besides.

    `currency` is the person's own: sums are in that of the object where none is named, else in the person's.
    """
    if not 0 < len(said) <= LONGEST:
        return None
    text = Text(said)
    line = Line(repeat=take_repeat(text), at=take_time(text), remind_before=_reminder(text))
    happened = has_happened(text.open)
    sums = take_sums(text, currency, bare=False)
    days = take_days(text, today, repeats=line.repeat is not Repeat.NONE, happened=happened)
    found = take_object(text, objects)
    words = text.open
    if not sums:
        sums = take_sums(text, currency, bare=True)
    if not sums:
        return None
    is_more = (
        days
        or found.objects
        or says_direction(words)
        or line.repeat is not Repeat.NONE
        or any(one.sign for one in sums)
    )
    if not is_more:
        return None
    _take_sums(line, sums, words)
    _take_days(line, days)
    _take_objects(line, found, objects)
    _settle_currency(line, objects, currency)
    if happened and line.day is None:
        line.day = today
    line.done = line.day is not None and (line.day < today or (happened and line.day == today))
    if line.income is not None or line.expense is not None:
        take_plain_directions(text)
    line.description = text.left()
    return line


def _reminder(text: Text) -> int | None:
    days = take_reminder(text)
    return days if days in REMINDED else None


def _take_days(line: Line, days: Sequence[Said]) -> None:
    ends = [one for one in days if one.is_end] if line.repeat is not Repeat.NONE and len(days) > 1 else []
    starts = [one for one in days if one not in ends]
    if ends:
        line.until = ends[-1].day
    if starts:
        line.day = starts[0].day
        others = [starts[0].other, *(one.day for one in starts[1:])]
        line.other_days = tuple(dict.fromkeys(day for day in others if day is not None and day != line.day))


def _take_objects(line: Line, found: Heard, objects: Sequence[Named]) -> None:
    if found.is_plain:
        line.premises_id = found.objects[0].id
    elif found.objects and len(objects) > 1:
        line.other_objects = tuple(one.id for one in found.objects)
    elif len(objects) == 1:
        line.premises_id = objects[0].id


def _settle_currency(line: Line, objects: Sequence[Named], home: str) -> None:
    """A sum without a currency is one of the object's own."""
    line.is_named = line.currency is not None
    if line.currency is None:
        line.currency = next((one.currency for one in objects if one.id == line.premises_id), home)
        line.income, line.expense, line.amount = (
            _in(one, home, line.currency) for one in (line.income, line.expense, line.amount)
        )
        others = (_in(one, home, line.currency) for one in line.other_amounts)
        line.other_amounts = tuple(one for one in others if one is not None)


def _in(minor: int | None, before: str, after: str) -> int | None:
    """The same number of another currency, which may have other digits."""
    return None if minor is None else Money.of(Money(minor, before).major, after).minor


def _take_sums(line: Line, sums: Sequence[Sum], words: str) -> None:
    line.currency = next((one.currency for one in sums if one.currency), None)
    same = [one for one in sums if one.currency in (None, line.currency)]
    ways = [_way(one, same, words) for one in same]
    ins = [one.minor for one, way in zip(same, ways, strict=True) if way is Direction.IN]
    outs = [one.minor for one, way in zip(same, ways, strict=True) if way is Direction.OUT]
    unclear = [one.minor for one, way in zip(same, ways, strict=True) if way is None]
    if unclear:
        line.amount, others = unclear[0], [*unclear[1:], *ins, *outs]
    else:
        line.income, line.expense = ins[0] if ins else None, outs[0] if outs else None
        others = [*ins[1:], *outs[1:]]
    line.other_amounts = tuple(dict.fromkeys(others))


def _way(one: Sum, sums: Sequence[Sum], words: str) -> Direction | None:
    """Which way a sum goes: by its sign, by the words before it where there are several sums, by all the words."""
    if one.sign:
        return Direction.IN if one.sign == "+" else Direction.OUT
    if len(sums) > 1:
        start = max((other.end for other in sums if other.end <= one.start), default=0)
        before = direction_of(words[start : one.start].replace(TAKEN, " "))
        if before is not None:
            return before
    return direction_of(words)
