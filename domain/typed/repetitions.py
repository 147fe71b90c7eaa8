"""How often something comes back, as people say it: каждую пятницу, раз в две недели, раз в квартал, yearly.

Only what is a whole number of weeks or months has a meaning here; anything else that says "again and again" is found
too, so that it is not lost: it has none.
"""

import re
from dataclasses import dataclass

from domain.typed.calendar_words import UNIT, WEEKDAY, unit_of, weekday_of
from domain.typed.ordinals import COUNT, ORDINAL, count_of

_MONTHS = {"m": 1, "q": 3, "h": 6, "y": 12}
_EACH = r"(?:кажд(?:ый|ого|ую|ое|ой|ые|ых)|every|each)"
_AND = r"(?:\s*(?:,|и|или|and|or|&)\s*(?:по\s+)?(?P<second>{weekday}))?".replace("{weekday}", WEEKDAY)
_ON_WEEKDAY = re.compile(
    rf"(?<!\w)(?:{_EACH}\s+(?:(?P<other>other|second|вторую|второй|второе)\s+)?(?P<weekday>{WEEKDAY})"
    rf"|по\s+(?P<plural>(?:понедельникам|вторникам|средам|четвергам|пятницам|субботам|воскресеньям)(?!\w))"
    rf"|(?:on\s+)?(?P<plural_en>(?:mon|tues|wednes|thurs|fri|satur|sun)days(?!\w))){_AND}"
)
_EVERY = re.compile(
    rf"(?<!\w)(?:(?:{_EACH}|(?:один\s+)?раз\s+в|once\s+(?:a|an|every|per|in)|per)\s+)"
    rf"(?:(?P<other>other|second|вторую|второй|второе)\s+)?(?:(?P<count>{COUNT})\s+)?(?P<unit>{UNIT})"
    r"|(?<!\w)(?:a\s+)(?P<unit_en>month|year|quarter|week)(?!\w)(?!\s+(?:ago|before|later|from))"
)
_ADVERBS = (
    (r"еженедельн\w+|понедельно|weekly", 1, "w"),
    (r"bi-?weekly|fortnightly", 2, "w"),
    (r"ежемесячн\w+|помесячн\w+|по месяцам|monthly", 1, "m"),
    (r"ежеквартальн\w+|поквартальн\w+|quarterly", 3, "m"),
    (r"раз в полугодие|semi-?annual\w*|half-yearly|twice a year|два раза в год|дважды в год", 6, "m"),
    (r"ежегодн\w+|yearly|annual(?:ly)?", 12, "m"),
    (
        r"ежедневн\w+|daily|twice a (?:month|week|day)|(?:два|три|2|3) раза в \w+|дважды в \w+|через день|bi-?monthly",
        0,
        "",
    ),
    (r"по (?:будням|выходным|рабочим дням|четным\w*|нечетным\w*)(?: дням| числам)?|on (?:weekdays|weekends)", 0, ""),
)
_ADVERB = re.compile("|".join(rf"(?<!\w)(?P<a{number}>{one[0]})(?!\w)" for number, one in enumerate(_ADVERBS)))
_ON_DAY = re.compile(
    rf"(?<!\w){_EACH}\s+(?=(?:the\s+)?(?:[0-9]{{1,2}}(?:\s?-?го|\s?-?е|\s?-?ое|st|nd|rd|th|\s+числ)|{ORDINAL}|последн|last))"
)
_OTHERWISE = re.compile(rf"(?<!\w){_EACH}\s+[^\s,;]+(?:\s+(?:{UNIT}|раз))?")


@dataclass(frozen=True, slots=True)
class Every:
    """Every so many weeks ("w") or months ("m"), perhaps on a day of the week (0 is Monday)."""

    count: int
    unit: str
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class RepetitionSaid:
    """A repetition found among other words: where it stands, and what it is; None for one that nothing can follow."""

    start: int
    end: int
    every: Every | None


def find_repetition(text: str) -> RepetitionSaid | None:
    """The repetition that a line says; `text` is in small letters with е for ё."""
    for read in (_on_weekday, _by_adverb, _by_unit, _on_day, _otherwise):
        found = read(text)
        if found is not None:
            return found
    return None


def _on_weekday(text: str) -> RepetitionSaid | None:
    match = _ON_WEEKDAY.search(text)
    if match is None:
        return None
    if match["second"]:
        return RepetitionSaid(*match.span(), None)
    weekday = weekday_of(match["weekday"] or match["plural"] or match["plural_en"])
    return RepetitionSaid(*match.span(), Every(_weeks_apart(text, match), "w", weekday))


def _weeks_apart(text: str, match: re.Match[str]) -> int:
    """How many weeks lie between two of the weekdays: the text may say besides that it is every other one."""
    rarer = _by_adverb(text) or _by_unit(text)
    if rarer and rarer.every and rarer.every.unit == "w":
        return rarer.every.count
    return 2 if match["other"] else 1


def _by_adverb(text: str) -> RepetitionSaid | None:
    match = _ADVERB.search(text)
    if match is None or match.lastgroup is None:
        return None
    _, count, unit = _ADVERBS[int(match.lastgroup[1:])]
    return RepetitionSaid(*match.span(), Every(count, unit) if count else None)


def _by_unit(text: str) -> RepetitionSaid | None:
    match = _EVERY.search(text)
    if match is None:
        return None
    unit = unit_of(match["unit"] or match["unit_en"])
    count = (count_of(match["count"]) or 0) if match["count"] else 1
    count *= 2 if match["other"] else 1
    if unit == "d":
        every = Every(count // 7, "w") if count and count % 7 == 0 else None
    else:
        every = Every(count * _MONTHS[unit], "m") if unit in _MONTHS else Every(count, "w")
    return RepetitionSaid(*match.span(), every)


def _on_day(text: str) -> RepetitionSaid | None:
    match = _ON_DAY.search(text)
    return None if match is None else RepetitionSaid(*match.span(), Every(1, "m"))


def _otherwise(text: str) -> RepetitionSaid | None:
    match = _OTHERWISE.search(text)
    return None if match is None else RepetitionSaid(*match.span(), None)
