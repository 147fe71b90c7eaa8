"""A typed answer is read strictly: the whole of it must make sense, or the person is told how to write it.

Digits are ASCII; spaces of every kind may group them. Everything else that people write by habit is allowed where it
belongs (“15 млн”, “12,5кк”, “$1.2M”, “от 8 до 10”), and nothing else: no “1e5”, “-1”, “NaN”, “½”, “１５０００”.
"""

import re

from domain.matching.intake import refusals
from domain.matching.intake.floors import HIGHEST, LOWEST
from domain.matching.intake.rooms import MOST, STUDIO
from domain.matching.intake.years import EARLIEST, LATEST
from domain.typed.answer import plain
from domain.typed.not_understood import NotUnderstood
from domain.typed.numbers import scaled

LARGEST_AREA = 10_000_000
"""Hundredths of a square metre: 100 000 m²."""

_UP_TO = r"(?:до|не более|не дороже|up to|under|max|<)"
_FROM = r"(?:от|не менее|from|over|min|>)"
_SIZE = r"(\d{1,6}(?:[.,]\d{1,2})?|\d{1,3} \d{3}(?:[.,]\d{1,2})?)"
_METRES = r"(?: ?(?:кв\.? ?м(?:етр[а-я]{0,3})?|метр[а-я]{0,3}|м2|м²|м|m2|m²|m|sqm|sq\.? ?m|квадрат[а-я]{0,3})\.?)?"
_AREA = re.compile(rf"{_SIZE}{_METRES}")
_AREA_RANGE = re.compile(rf"(?:{_FROM} )?{_SIZE}{_METRES} ?(?:-|до|to) ?{_SIZE}{_METRES}")
_AREA_LEAST = re.compile(rf"(?:{_FROM} ?)?{_SIZE}{_METRES}")
_AREA_MOST = re.compile(rf"{_UP_TO} ?{_SIZE}{_METRES}")
_ROOM_NAMES = {
    STUDIO: ("студия", "студию", "studio", "a studio", "0", "ст"),
    1: ("одна", "однушка", "однушку", "однокомнатная", "однокомнатную", "one", "1+0"),
    2: ("две", "двушка", "двушку", "двухкомнатная", "двухкомнатную", "евродвушка", "two", "1+1"),
    3: ("три", "трешка", "трешку", "трехкомнатная", "трехкомнатную", "евротрешка", "three", "2+1"),
    4: ("четырешка", "четырехкомнатная", "четырехкомнатную", "four", "3+1"),
    5: ("пятикомнатная", "пятикомнатную", "five", "4+1"),
}
_ROOM_WORD = {word: count for count, words in _ROOM_NAMES.items() for word in words}
_ROOMS = re.compile(
    r"(?:евро ?-? ?)?(\d{1,2})(?: ?-? ?(?:х|ти)?-? ?(?:к(?:омн?)?(?:ат[а-я]{0,4})?\.?|k|"
    r"rooms?|евро))?"
)
_FLOOR = re.compile(
    r"(-?\d{1,3})(?: ?-?(?:й|м|st|nd|rd|th))?(?: ?(?:этаж[а-я]?|эт\.?|floor))?(?: ?(?:/|"
    r"из|of) ?(\d{1,3}))?(?: ?(?:этаж[а-я]{0,2}|эт\.?|floors?))?"
)
_YEAR = re.compile(r"(?:(?:в|с|in|from) )?(\d{4})(?: ?(?:г\.?|год[а-я]?))?")
_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|процент[а-я]{0,3}|percent)?")
_HALVES = re.compile(r"(\d{1,3}) ?[/-] ?(\d{1,3})")


def parse_area(text: str) -> int:
    """An area in hundredths of a square metre, from 1 to 100 000 m². Raises `NotUnderstood`."""
    match = _AREA.fullmatch(plain(text, refusals.AREA))
    if match is None:
        raise NotUnderstood(refusals.AREA, text)
    return _area(text, match[1])


def parse_area_range(text: str) -> tuple[int | None, int | None]:
    """The least and the most in hundredths of a square metre; a lone number is the least. Raises `NotUnderstood`."""
    said = plain(text, refusals.AREA)
    if match := _AREA_RANGE.fullmatch(said):
        low, high = _area(text, match[1]), _area(text, match[2])
        if low > high:
            raise NotUnderstood(refusals.AREA_ORDER, text)
        return low, high
    if match := _AREA_MOST.fullmatch(said):
        return None, _area(text, match[1])
    if match := _AREA_LEAST.fullmatch(said):
        return _area(text, match[1]), None
    raise NotUnderstood(refusals.AREA, text)


def parse_rooms(text: str) -> int:
    """The number of rooms, 1 to 20, or 0 for a studio. Raises `NotUnderstood`."""
    said = plain(text, refusals.ROOMS)
    return _rooms(text, said, refusals.ROOMS)


def parse_rooms_list(text: str) -> tuple[int, ...]:
    """The numbers of rooms that suit, ascending: “1, 2”, “1-3”, “студия или 1”. Raises `NotUnderstood`."""
    said = plain(text, refusals.ROOMS_LIST)
    if match := re.fullmatch(r"(?:от )?(\d{1,2}) ?(?:-|до|to) ?(\d{1,2})(?: ?-? ?(?:к|комн[а-я.]{0,6}|rooms?))?", said):
        low, high = int(match[1]), int(match[2])
        if not 1 <= low <= high <= MOST:
            raise NotUnderstood(refusals.ROOMS_BOUNDS, text)
        return tuple(range(low, high + 1))
    pieces = re.split(r" ?(?:,|;|/| или | и | or | and ) ?", said)
    return tuple(sorted({_rooms(text, piece, refusals.ROOMS_LIST) for piece in pieces}))


def parse_floor(text: str) -> tuple[int, int | None]:
    """The floor and, where given, the number of floors: “5/9”, “5 из 9”, “5”. Raises `NotUnderstood`."""
    match = _FLOOR.fullmatch(plain(text, refusals.FLOOR))
    if match is None:
        raise NotUnderstood(refusals.FLOOR, text)
    floor, total = int(match[1]), int(match[2]) if match[2] else None
    if not LOWEST <= floor <= HIGHEST or (total is not None and not max(floor, 1) <= total <= HIGHEST):
        raise NotUnderstood(refusals.FLOOR_BOUNDS, text)
    return floor, total


def parse_year(text: str) -> int:
    """A year from 1700 to 2100. Raises `NotUnderstood`."""
    match = _YEAR.fullmatch(plain(text, refusals.YEAR))
    if match is None:
        raise NotUnderstood(refusals.YEAR, text)
    year = int(match[1])
    if not EARLIEST <= year <= LATEST:
        raise NotUnderstood(refusals.YEAR_BOUNDS, text)
    return year


def parse_share(text: str) -> int:
    """A share in hundredths of a percent, 0 to 100 %; the second of “60/40”. Raises `NotUnderstood`."""
    said = plain(text, refusals.SHARE)
    if said in ("пополам", "половина", "half"):
        return 5_000
    if halves := _HALVES.fullmatch(said):
        if int(halves[1]) + int(halves[2]) != 100:
            raise NotUnderstood(refusals.SHARE, text)
        return int(halves[2]) * 100
    match = _SHARE.fullmatch(said)
    if match is None:
        raise NotUnderstood(refusals.SHARE, text)
    share = scaled(match[1], 100, grouped=False)
    if share is None or share > 10_000:
        raise NotUnderstood(refusals.SHARE_BOUNDS, text)
    return share


def _rooms(text: str, said: str, reason: str) -> int:
    if said in _ROOM_WORD:
        return _ROOM_WORD[said]
    match = _ROOMS.fullmatch(said)
    if match is None:
        raise NotUnderstood(reason, text)
    if not 1 <= int(match[1]) <= MOST:
        raise NotUnderstood(refusals.ROOMS_BOUNDS, text)
    return int(match[1])


def _area(text: str, written: str) -> int:
    area = scaled(written, 100, grouped=False)
    if area is None or not 100 <= area <= LARGEST_AREA:
        raise NotUnderstood(refusals.AREA_BOUNDS, text)
    return area
