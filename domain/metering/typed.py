"""Readings, prices and months as people type them: 12 345,6; 6,73 / 2,44; 12.2026.

The whole of what was typed must make sense, or the person is told how to write it: no 1e5, no -1, no other digits than
0 to 9. A comma and a point are the same.
"""

import datetime as dt
import re

from domain.metering.meter import MOST_DECIMALS, MOST_DIGITS, Values
from domain.metering.tariff import MOST_PRICE, Prices
from domain.refusal import Refusal
from domain.typed.answer import even, quoted
from domain.typed.days import Toward
from domain.typed.months import parse_month

MOST_TYPED = 80
MOST_SHOWN = 24
PRICE_DECIMALS = 4
_BETWEEN = re.compile(r"\s*[/;\n]\s*")
_DIGITS = r"([0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,20})(?:[.,]([0-9]{1,9}))?"
_UNIT = r"(?: ?(?:квт(?:[ ·*.-]?ч(?:ас\w*)?)?|kwh|мвт[·*.-]?ч|mwh|м3|м³|m3|m³|куб\w*\.?|гкал|gcal|гдж|gj))?"
_VALUE = re.compile(rf"{_DIGITS}{_UNIT}")
_PRICE = re.compile(rf"(?:[$€₽₸] ?)?{_DIGITS}(?: ?(?:[$€₽₸]|[a-zа-я]{{1,8}})\.?)?")


def parse_values(text: str, decimals: int, zones: int) -> Values:
    """What the meter shows, in thousandths: one number, or one for every zone with slashes between them."""
    parts = _parts(text) if zones > 1 else [_plain(text)]
    if len(parts) not in (1, zones):
        raise Refusal(
            "This meter has {zones} zones: write them one by one, or all with slashes, for example 12345 / 6789.",
            zones=zones,
        )
    return tuple(_value(part, decimals) for part in parts)


def leading_digits(text: str, zones: int) -> tuple[int, ...]:
    """How many digits before the comma each value was written with, if it begins with a zero (`00012`), else 0."""
    found = []
    for part in _parts(text) if zones > 1 else [_plain(text)]:
        match = _VALUE.fullmatch(part)
        whole = match[1].replace(" ", "") if match is not None else ""
        found.append(len(whole) if len(whole) > 1 and whole.startswith("0") else 0)
    return tuple(found)


def parse_prices(text: str) -> Prices:
    """What one unit costs, in ten-thousandths: one price, or one for every zone with slashes between them."""
    found = []
    for part in _parts(text):
        match = _PRICE.fullmatch(part)
        if match is None:
            raise Refusal("“{text}” does not look like a price. Write it like 5.38.", text=quoted(text, MOST_SHOWN))
        fraction = (match[2] or "").rstrip("0")
        if len(fraction) > PRICE_DECIMALS:
            raise Refusal("A price has at most {most} digits after the comma.", most=PRICE_DECIMALS)
        price = int(match[1].replace(" ", "") + fraction.ljust(PRICE_DECIMALS, "0"))
        if price > MOST_PRICE:
            raise Refusal("That is more than anything costs. Write it like 5.38.")
        found.append(price)
    return tuple(found)


def parse_since(text: str, today: dt.date) -> dt.date:
    """The first day of the month from which something counts: the nearest one of that name, unless it has a year."""
    return parse_month(text, today, Toward.NEAREST)


def _value(part: str, decimals: int) -> int:
    match = _VALUE.fullmatch(part)
    if match is None:
        raise Refusal(
            "“{text}” does not look like a reading. Write what the meter shows, for example 12345.6.",
            text=quoted(part, MOST_SHOWN),
        )
    whole, fraction = match[1].replace(" ", "").lstrip("0"), (match[2] or "").rstrip("0")
    if len(match[2] or "") == 3 > decimals and len(match[1]) <= 3 and len(fraction) > decimals:
        whole, fraction = (match[1] + match[2]).lstrip("0"), ""  # 12,345 is how thousands are written elsewhere
    if len(whole) > MOST_DIGITS:
        raise Refusal("No meter has so many digits: {text}.", text=quoted(part, MOST_SHOWN))
    if len(fraction) > decimals:
        raise Refusal("Digits after the comma on this meter: {most} at most.", most=decimals)
    return int((whole or "0") + fraction.ljust(MOST_DECIMALS, "0"))


def _parts(text: str) -> list[str]:
    tidy = "\n".join(" ".join(line.split()) for line in even(text).strip().splitlines())
    return [_plain(part) for part in _BETWEEN.split(tidy)]


def _plain(text: str) -> str:
    if len(text) > MOST_TYPED:
        return ""
    return " ".join(even(text).lower().split())
