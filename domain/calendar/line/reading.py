"""One line of plain words is read into an event: "12 декабря аренда 45000 Арбат", "-4500 plumber yesterday".

What is said plainly is known; what may be meant otherwise is named with what else it may be; what says something that
cannot be done is named too, and never becomes a part of the name; the rest is left open.
"""

import datetime as dt
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.calendar.line.objects import Heard, NamedObject, take_object
from domain.calendar.line.pieces import pieces_of
from domain.calendar.line.sums import LineSum, take_sums
from domain.calendar.line.text import TAKEN, Text
from domain.calendar.line.when import When, take_when
from domain.calendar.line.words import (
    Direction,
    direction_of,
    does_something,
    has_happened,
    says_direction,
    take_plain_directions,
)
from domain.calendar.repetition import Repeat
from domain.money import Money

__all__ = ["LONGEST", "CalendarLine", "NamedObject", "read_line", "read_lines"]

LONGEST = 300
"""Characters; a longer text is no line of a calendar."""
MOST_WORDS_WITHOUT_MONEY = 8
"""A longer text with a day and an object, but without a sum, is a message rather than something to come."""
_SECOND_SUM = 100
"""Roubles, dollars: a lesser bare number beside a sum counts something."""
_YEARS = range(1990, 2101)
_TELLS = re.compile(
    r"(?<!\w)(?:кажд\w+|every|each|раз\s+в\s+\S+|минус|плюс|minus|plus|через\s+\S+(?:\s+\S+)?|\S+\s+назад|\S+\s+ago|"
    r"утром|вечером|днем|ночью|утра|вечера|(?:в|на|по)\s+(?:выходн\w+|будн\w+)|(?:на\s+)?(?:этой|следующей|прошлой)\s+неделе|"
    r"(?:this|next|last)\s+(?:week|weekend)|(?:до|с|по|until|till)\s+[0-9]\S*|[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}(?:[./][0-9]+)?|"
    r"ежедневно|daily|еженедельно|ежемесячно)(?!\w)"
)
"""What says when, how often or which way, and has not been understood by now."""


@dataclass(kw_only=True)
class CalendarLine:
    """What a line says; None is left open."""

    premises_id: int | None = None
    object_is_guess: bool = False
    """The line names none, and there is one only."""
    other_objects: tuple[int, ...] = ()
    """Objects it may as well be about; none is taken then."""
    day: dt.date | None = None
    other_days: tuple[dt.date, ...] = ()
    must_ask_day: bool = False
    """Whether it cannot be told which of the days it is: 12/05 of somebody from the US."""
    day_is_guess: bool = False
    """Whether only a month, or a part of one, was said."""
    income: int | None = None
    """In minor units, like `expense` and `amount`."""
    expense: int | None = None
    amount: int | None = None
    """A sum of which it is not plain whether it comes or goes."""
    other_amounts: tuple[int, ...] = ()
    pieces: tuple["CalendarLine", ...] = ()
    """The events that it is, if its sums are not one: to be asked, unless `is_several`."""
    is_several: bool = False
    """Whether it is plain that it is several events."""
    currency: str | None = None
    """That of the sums."""
    is_named: bool = False
    """Whether the line names the currency."""
    description: str | None = None
    at: int | None = None
    repeat: Repeat = Repeat.NONE
    month_day: int | None = None
    """As in `EventDraft`."""
    until: dt.date | None = None
    remind_before: int | None = None
    done: bool = False
    not_understood: tuple[str, ...] = ()
    """What says something about time or money that was not understood, or cannot be done."""

    @property
    def has_money(self) -> bool:
        """Whether there is a sum."""
        return any(one is not None for one in (self.income, self.expense, self.amount))


def read_lines(
    said: str, today: dt.date, objects: Sequence[NamedObject], currency: str, *, month_first: bool = False
) -> list[CalendarLine]:
    """The events of a text, one after another: a line each, or two in one where both directions are said."""
    texts = [one for one in said.splitlines() if one.strip()]
    read = [read_line(one, today, objects, currency, month_first=month_first) for one in texts]
    lines = [one for one in read if one is not None]
    if len(lines) <= 1 and (len(lines) < len(read) or not lines):
        # what stands on a line of its own and is no event belongs to the event beside it, if there is only one
        whole = read_line(said, today, objects, currency, month_first=month_first)
        lines = [whole] if whole is not None else lines
    return list(itertools.chain.from_iterable(map(_events_of, lines)))


def _events_of(line: CalendarLine) -> Sequence[CalendarLine]:
    return line.pieces if line.is_several else (line,)


def read_line(
    said: str, today: dt.date, objects: Sequence[NamedObject], currency: str, *, month_first: bool = False
) -> CalendarLine | None:
    """What the line says, or None if it is no event: it has a sum and something besides, or a day and an object.

    `currency` is the person's own: sums are in that of the object where none is named, else in the person's.
    """
    if not 0 < len(said) <= LONGEST:
        return None
    text = Text(said)
    happened = has_happened(text.open)
    sums = take_sums(text, currency, bare=False)
    when = take_when(text, today, happened=happened, month_first=month_first)
    found = take_object(text, objects)
    words = text.open
    if not sums:
        sums = _take_bare_sums(text, currency)
    if not _is_event(sums, when, found, words, text):
        return None
    line = CalendarLine()
    _take_sums(line, sums, words)
    _settle_time(line, when, sums, today, happened=happened)
    _take_objects(line, found, objects)
    _settle_currency(line, objects, currency)
    line.not_understood = (*when.no_such, *when.not_understood, *_leftovers(text))
    if sums and line.amount is None:
        take_plain_directions(text)
    line.description = text.left()
    _take_pieces(line, said, sums, today, objects, currency, month_first=month_first)
    return line


def _take_bare_sums(text: Text, currency: str) -> list[LineSum]:
    """Bare numbers, where no sum is written as such."""
    sums = _likely(take_sums(text, currency, bare=True), currency)
    for one in sums:
        text.take(one.start, one.end)
    return sums


def _settle_time(line: CalendarLine, when: When, sums: Sequence[LineSum], today: dt.date, *, happened: bool) -> None:
    """The day and what is said of time; what has happened without a day did so today."""
    line.at, line.month_day, line.until, line.remind_before = when.at, when.month_day, when.until, when.remind_before
    is_monthly = not when.repeats and any(one.per_month for one in sums)
    line.repeat = Repeat.MONTHLY if is_monthly else when.repeat
    line.day, line.other_days, line.day_is_guess = when.day, when.others, when.is_vague
    line.must_ask_day = when.must_ask and bool(when.others)
    if happened and line.day is None and not when.no_such:
        line.day = today
    if line.day is not None:
        line.done = line.day <= today if happened else line.day < today


def _likely(sums: list[LineSum], currency: str) -> list[LineSum]:
    """Of bare numbers those that are money: beside a larger one, a small one counts something."""
    unit = Money.of(1, currency).minor
    most = max((one.minor for one in sums), default=0)
    return [one for one in sums if one.minor == most or one.minor >= _SECOND_SUM * unit]


def _is_event(sums: Sequence[LineSum], when: When, found: Heard, words: str, text: Text) -> bool:
    if sums:
        return bool(when.is_said or found.objects or says_direction(words) or any(one.sign for one in sums))
    names = (text.left() or "").split()
    is_placed = found.is_plain or when.at is not None
    return when.day is not None and is_placed and 0 < len(names) <= MOST_WORDS_WITHOUT_MONEY


def _leftovers(text: Text) -> tuple[str, ...]:
    """What tells something and was not understood is taken out of the name, to be said to the person."""
    found = []
    for match in _TELLS.finditer(text.open.replace(TAKEN, "|")):
        found.append(text.said[match.start() : match.end()].strip())
        text.take(*match.span(), with_lead=True)
    return tuple(found)


def _take_objects(line: CalendarLine, found: Heard, objects: Sequence[NamedObject]) -> None:
    if found.is_plain:
        line.premises_id = found.objects[0].id
    elif found.objects and len(objects) > 1:
        line.other_objects = tuple(one.id for one in found.objects)
    elif len(objects) == 1:
        line.premises_id, line.object_is_guess = objects[0].id, True


def _settle_currency(line: CalendarLine, objects: Sequence[NamedObject], home: str) -> None:
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


def _take_sums(line: CalendarLine, sums: Sequence[LineSum], words: str) -> None:
    """One income and one expense, or the sum of all; what else they may be is for the pieces to say."""
    if not sums:
        line.income = line.expense = 0
        return
    line.currency = next((one.currency for one in sums if one.currency), None)
    same = [one for one in sums if one.currency in (None, line.currency)]
    by_way: dict[Direction | None, int] = {}
    for one in same:
        way = _way(one, same, words)
        by_way[way] = by_way.get(way, 0) + one.minor
    if None in by_way:
        line.amount = sum(one.minor for one in same)
    else:
        line.income, line.expense = by_way.get(Direction.IN), by_way.get(Direction.OUT)


def _way(one: LineSum, sums: Sequence[LineSum], words: str) -> Direction | None:
    """Which way a sum goes: by its sign, by the words before it where there are several sums, by all the words."""
    if one.sign:
        return Direction.IN if one.sign == "+" else Direction.OUT
    if len(sums) > 1 and not one.joined:
        start = max((other.end for other in sums if other.end <= one.start), default=0)
        before = direction_of(words[start : one.start].replace(TAKEN, " "))
        if before is not None:
            return before
    return direction_of(words)


def _take_pieces(
    line: CalendarLine,
    said: str,
    sums: Sequence[LineSum],
    today: dt.date,
    objects: Sequence[NamedObject],
    currency: str,
    *,
    month_first: bool,
) -> None:
    """Where there are several sums that are not an income and an expense of one event, read each by itself."""
    if len(sums) < 2:
        return
    texts, is_parted = pieces_of(said, sums)
    read = [
        read_line(text, today, objects, currency, month_first=month_first) or _bare(text, currency) for text in texts
    ]
    pieces = _each_going_as_said(texts, read)
    both = _go_both_ways(pieces)
    if both and _may_be_one_event(pieces, is_parted=is_parted):
        return
    line.pieces = tuple(_with_rest(one, line) for one in pieces)
    line.is_several = both or (bool(pieces) and len({one.currency for one in sums} - {None}) > 1)


def _may_be_one_event(pieces: Sequence[CalendarLine], *, is_parted: bool) -> bool:
    """Whether an income and an expense have one name between them."""
    return len(pieces) == 2 and not (is_parted and all(one.description for one in pieces))


def _each_going_as_said(texts: Sequence[str], read: Sequence[CalendarLine | None]) -> list[CalendarLine]:
    """The pieces, each going the way of its sign, else of the last verb; none if one of them is no single event.

    “Paid 500 for water, 300 for gas” has one verb for both.
    """
    pieces: list[CalendarLine] = []
    verb = ""
    for text, one in zip(texts, read, strict=True):
        if one is None or one.pieces:
            return []
        verb = text.lower() if does_something(text.lower()) else verb
        way = direction_of(verb) if verb else None
        has_sign = text.lstrip().startswith(("+", "-"))
        pieces.append(one if way is None or has_sign else _going(one, way))
    return pieces


def _go_both_ways(pieces: Sequence[CalendarLine]) -> bool:
    """Whether it is plain of each which way it goes, and both ways are there."""
    if any(one.amount is not None for one in pieces):
        return False
    return len({bool(one.income) for one in pieces}) == 2


def _bare(text: str, currency: str) -> CalendarLine | None:
    """A sum with nothing that makes it an event by itself."""
    open_ = Text(text)
    sums = take_sums(open_, currency, bare=True)
    if len(sums) != 1:
        return None
    way = _way(sums[0], sums, open_.open)
    minor = sums[0].minor
    return CalendarLine(
        income=minor if way is Direction.IN else None,
        expense=minor if way is Direction.OUT else None,
        amount=minor if way is None else None,
        currency=sums[0].currency or currency,
        is_named=sums[0].currency is not None,
        description=open_.left(),
    )


def _going(one: CalendarLine, way: Direction) -> CalendarLine:
    minor = next((sum_ for sum_ in (one.amount, one.income, one.expense) if sum_), None)
    is_in = way is Direction.IN
    return replace(one, amount=None, income=minor if is_in else None, expense=None if is_in else minor)


def _with_rest(one: CalendarLine, line: CalendarLine) -> CalendarLine:
    """A piece with what the line says of all of them."""
    shared = ("premises_id", "day", "at", "until", "remind_before", "month_day")
    known = {name: getattr(line, name) for name in shared if getattr(one, name) is None}
    is_of_line = one.day is None
    return replace(
        one,
        **known,
        other_days=line.other_days if is_of_line else one.other_days,
        other_objects=() if known.get("premises_id") is not None else one.other_objects or line.other_objects,
        repeat=line.repeat if one.repeat is Repeat.NONE else one.repeat,
        done=line.done if is_of_line else one.done,
    )
