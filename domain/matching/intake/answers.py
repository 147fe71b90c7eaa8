"""A typed answer is read strictly: the whole of it must make sense, or the person is told how to write it.

Digits are ASCII; spaces of every kind may group them. Everything else that people write by habit is allowed where it
belongs (“15 млн”, “12,5кк”, “$1.2M”, “от 8 до 10”), and nothing else: no “1e5”, “-1”, “NaN”, “½”, “１５０００”.
"""

import re

from domain.matching.intake import refusals
from domain.matching.intake.currencies import CURRENCY, MULTIPLIER, currency_of, factor_of
from domain.matching.intake.floors import HIGHEST, LOWEST
from domain.matching.intake.numbers import NUMBER, scaled
from domain.matching.intake.refusals import NotUnderstood
from domain.matching.intake.rooms import MOST, STUDIO
from domain.matching.intake.years import EARLIEST, LATEST
from domain.money import Money

LONGEST = 64
"""Characters of a typed answer; a longer one is not a number."""
HIGHEST_PRICE = 10_000_000_000_000
"""Minor units: 100 000 000 000 of any currency."""
LARGEST_AREA = 10_000_000
"""Hundredths of a square metre: 100 000 m²."""

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2008\u2009\u202f\t"), " ") | dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_SCALE = rf"(?:{MULTIPLIER}|[mмkк](?![a-zа-я]))"
_SIGN = rf"(?:{CURRENCY}|сом|р|с)"


def _amount(which: str) -> str:
    """A pattern for one sum whose named groups end in `which`."""
    return (
        rf"(?:(?P<before{which}>\$|€|₽|₸)\s?)?(?P<number{which}>{NUMBER})"
        rf"\s?(?P<scale{which}>{_SCALE})?\s?(?P<sign{which}>{_SIGN})?"
    )


_UP_TO = r"(?:до|не более|не дороже|up to|under|max|<)"
_FROM = r"(?:от|не менее|from|over|min|>)"
_PRICE = re.compile(rf"(?:около |примерно |about |~ ?)?{_amount('')}")
_PRICE_MOST = re.compile(rf"(?:{_UP_TO} ?)?{_amount('')}")
_PRICE_LEAST = re.compile(rf"{_FROM} ?{_amount('')}")
_PRICE_RANGE = re.compile(rf"(?:{_FROM} )?{_amount('1')} ?(?:-|до|to|\.\.\.?) ?{_amount('2')}")
_SIZE = r"(\d{1,6}(?:[.,]\d{1,2})?|\d{1,3} \d{3}(?:[.,]\d{1,2})?)"
_METRES = r"(?: ?(?:кв\.? ?м(?:етр[а-я]{0,3})?|м2|м²|м|m2|m²|m|sqm|sq\.? ?m|квадрат[а-я]{0,3})\.?)?"
_AREA = re.compile(rf"{_SIZE}{_METRES}")
_AREA_RANGE = re.compile(rf"(?:{_FROM} )?{_SIZE}{_METRES} ?(?:-|до|to) ?{_SIZE}{_METRES}")
_AREA_LEAST = re.compile(rf"(?:{_FROM} ?)?{_SIZE}{_METRES}")
_AREA_MOST = re.compile(rf"{_UP_TO} ?{_SIZE}{_METRES}")
_ROOM_NAMES = {
    STUDIO: ("студия", "студию", "studio", "0", "ст"),
    1: ("однушка", "однушку", "однокомнатная", "однокомнатную", "one", "1+0"),
    2: ("двушка", "двушку", "двухкомнатная", "двухкомнатную", "евродвушка", "two", "1+1"),
    3: ("трешка", "трешку", "трехкомнатная", "трехкомнатную", "евротрешка", "three", "2+1"),
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
_YEAR = re.compile(r"(\d{4})(?: ?(?:г\.?|год[а-я]?))?")
_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|процент[а-я]{0,3}|percent)?")
_HALVES = re.compile(r"(\d{1,2}) ?[/-] ?(\d{1,2})")


def parse_price(text: str, currency: str) -> Money:
    """One sum in minor units; `currency` (ISO 4217) is meant when the text names none. Raises `NotUnderstood`."""
    match = _PRICE.fullmatch(_plain(text, refusals.PRICE))
    if match is None:
        raise NotUnderstood(refusals.PRICE, text)
    return _money(text, match, "", currency, match["scale"])


def parse_price_range(text: str, currency: str) -> tuple[Money | None, Money | None]:
    """The least and the most, either of which may be None; a lone sum is the most. Raises `NotUnderstood`."""
    plain = _plain(text, refusals.PRICE)
    if match := _PRICE_RANGE.fullmatch(plain):
        sign = match["sign2"] or match["before2"] or match["sign1"] or match["before1"]
        most_currency = _currency(text, sign, currency)
        low = _money(text, match, "1", most_currency, match["scale1"] or match["scale2"])
        high = _money(text, match, "2", most_currency, match["scale2"])
        if low.currency != high.currency:
            raise NotUnderstood(refusals.PRICE, text)
        if low.minor > high.minor:
            raise NotUnderstood(refusals.PRICE_ORDER, text)
        return low, high
    if match := _PRICE_LEAST.fullmatch(plain):
        return _money(text, match, "", currency, match["scale"]), None
    if match := _PRICE_MOST.fullmatch(plain):
        return None, _money(text, match, "", currency, match["scale"])
    raise NotUnderstood(refusals.PRICE, text)


def parse_area(text: str) -> int:
    """An area in hundredths of a square metre, from 1 to 100 000 m². Raises `NotUnderstood`."""
    match = _AREA.fullmatch(_plain(text, refusals.AREA))
    if match is None:
        raise NotUnderstood(refusals.AREA, text)
    return _area(text, match[1])


def parse_area_range(text: str) -> tuple[int | None, int | None]:
    """The least and the most in hundredths of a square metre; a lone number is the least. Raises `NotUnderstood`."""
    plain = _plain(text, refusals.AREA)
    if match := _AREA_RANGE.fullmatch(plain):
        low, high = _area(text, match[1]), _area(text, match[2])
        if low > high:
            raise NotUnderstood(refusals.AREA_ORDER, text)
        return low, high
    if match := _AREA_MOST.fullmatch(plain):
        return None, _area(text, match[1])
    if match := _AREA_LEAST.fullmatch(plain):
        return _area(text, match[1]), None
    raise NotUnderstood(refusals.AREA, text)


def parse_rooms(text: str) -> int:
    """The number of rooms, 1 to 20, or 0 for a studio. Raises `NotUnderstood`."""
    plain = _plain(text, refusals.ROOMS)
    return _rooms(text, plain, refusals.ROOMS)


def parse_rooms_list(text: str) -> tuple[int, ...]:
    """The numbers of rooms that suit, ascending: “1, 2”, “1-3”, “студия или 1”. Raises `NotUnderstood`."""
    plain = _plain(text, refusals.ROOMS_LIST)
    if match := re.fullmatch(
        r"(?:от )?(\d{1,2}) ?(?:-|до|to) ?(\d{1,2})(?: ?-? ?(?:к|комн[а-я.]{0,6}|rooms?))?", plain
    ):
        low, high = int(match[1]), int(match[2])
        if not 1 <= low <= high <= MOST:
            raise NotUnderstood(refusals.ROOMS_BOUNDS, text)
        return tuple(range(low, high + 1))
    pieces = re.split(r" ?(?:,|;|/| или | и | or | and ) ?", plain)
    return tuple(sorted({_rooms(text, piece, refusals.ROOMS_LIST) for piece in pieces}))


def parse_floor(text: str) -> tuple[int, int | None]:
    """The floor and, where given, the number of floors: “5/9”, “5 из 9”, “5”. Raises `NotUnderstood`."""
    match = _FLOOR.fullmatch(_plain(text, refusals.FLOOR))
    if match is None:
        raise NotUnderstood(refusals.FLOOR, text)
    floor, total = int(match[1]), int(match[2]) if match[2] else None
    if not LOWEST <= floor <= HIGHEST or (total is not None and not max(floor, 1) <= total <= HIGHEST):
        raise NotUnderstood(refusals.FLOOR_BOUNDS, text)
    return floor, total


def parse_year(text: str) -> int:
    """A year from 1700 to 2100. Raises `NotUnderstood`."""
    match = _YEAR.fullmatch(_plain(text, refusals.YEAR))
    if match is None:
        raise NotUnderstood(refusals.YEAR, text)
    year = int(match[1])
    if not EARLIEST <= year <= LATEST:
        raise NotUnderstood(refusals.YEAR_BOUNDS, text)
    return year


def parse_share(text: str) -> int:
    """A share in hundredths of a percent, 0 to 100 %; the second of “60/40”. Raises `NotUnderstood`."""
    plain = _plain(text, refusals.SHARE)
    if plain in ("пополам", "половина", "half"):
        return 5_000
    if halves := _HALVES.fullmatch(plain):
        if int(halves[1]) + int(halves[2]) != 100:
            raise NotUnderstood(refusals.SHARE, text)
        return int(halves[2]) * 100
    match = _SHARE.fullmatch(plain)
    if match is None:
        raise NotUnderstood(refusals.SHARE, text)
    share = scaled(match[1], 100, grouped=False)
    if share is None or share > 10_000:
        raise NotUnderstood(refusals.SHARE_BOUNDS, text)
    return share


def _plain(text: str, reason: str) -> str:
    """The answer in lower case with ordinary spaces and hyphens; invisible characters and other digits are refused."""
    if not 0 < len(text) <= LONGEST:
        raise NotUnderstood(reason, text)
    plain = re.sub(r" {1,}", " ", text.translate(_SPACES)).strip(" ").lower().replace("ё", "е")
    if (
        any((c.isnumeric() or c.isdigit()) and not c.isascii() for c in plain.replace("²", ""))
        or not plain.isprintable()
    ):
        raise NotUnderstood(reason, text)
    return plain


def _rooms(text: str, plain: str, reason: str) -> int:
    if plain in _ROOM_WORD:
        return _ROOM_WORD[plain]
    match = _ROOMS.fullmatch(plain)
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


def _currency(text: str, sign: str | None, default: str) -> str:
    if not sign:
        return default
    found = currency_of(sign)
    if found is None:
        raise NotUnderstood(refusals.PRICE, text)
    return found


def _money(text: str, match: re.Match[str], which: str, default: str, scale: str | None) -> Money:
    signs = [s for s in (match[f"before{which}"], match[f"sign{which}"]) if s]
    currencies = {_currency(text, s, default) for s in signs} or {default}
    currency = currencies.pop()
    one = Money.of(1, currency).minor
    minor = scaled(match[f"number{which}"], factor_of(scale) * one, grouped=scale is None)
    if currencies or minor is None:
        raise NotUnderstood(refusals.PRICE, text)
    if not one <= minor <= HIGHEST_PRICE:
        raise NotUnderstood(refusals.PRICE_BOUNDS, text)
    return Money(minor, currency)
