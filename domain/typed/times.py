"""A time of day as people type it: 9, 9:30, в 18.05, в 9 утра, 6 вечера, 11 pm, noon; and from when until when."""

import re
from dataclasses import dataclass

from domain.refusal import Refusal
from domain.typed.answer import quoted, words_of

DAY = 24 * 60
"""Minutes."""
MOST_SAID = 40
_PART = r"утра|утром|дня|днем|вечера|вечером|ночи|ночью|a\.?m\.?|p\.?m\.?"
_NAMED = {
    "полдень": 720, "в полдень": 720, "noon": 720, "at noon": 720, "midday": 720,
    "полночь": 0, "в полночь": 0, "midnight": 0, "at midnight": 0,
    "в час дня": 780, "час дня": 780, "в час ночи": 60, "час ночи": 60,
}  # fmt: skip
_NAMES = "|".join(sorted(_NAMED, key=len, reverse=True))
_HOURS = r"(?:\s?(?:часов|часа|час|ч)(?!\w)\.?)"
_CLOCK = rf"(?P<hour>[0-9]{{1,2}})(?:\s?[:.]\s?(?P<minute>[0-9]{{2}}))?{_HOURS}?(?:\s?(?P<part>{_PART})(?!\w))?"
_ALONE = re.compile(rf"(?:в|к|с|at|by)?\s*(?:(?P<name>{_NAMES})|{_CLOCK})")
_AT = r"(?:(?:в|к|at|by)\s+)"
_IN_LINE = re.compile(
    rf"(?<![\w.,:-])(?:(?P<name>{_NAMES})(?!\w)"
    rf"|{_AT}?(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-9]{{2}})(?![\w:])(?:\s?(?P<part>{_PART})(?!\w))?"
    rf"|{_AT}?(?P<hour2>[0-9]{{1,2}}){_HOURS}?\s?(?P<part2>утра|вечера|a\.?m\.?|p\.?m\.?)(?!\w)"
    rf"|(?:{_AT}(?P<hour4>[0-9]{{1,2}}){_HOURS}?|(?P<hour5>[0-9]{{1,2}}){_HOURS})\s(?P<part4>дня|ночи)(?!\w)(?!\s+назад)"
    rf"|{_AT}(?P<hour3>[0-9]{{1,2}}){_HOURS})"
)
_BETWEEN = re.compile(r"\s*(?:-|до|to|until|till)\s*")
_FROM = re.compile(r"^(?:с|от|from)\s*")


@dataclass(frozen=True, slots=True)
class TimeSaid:
    """A time found among other words: where it stands, and minutes after midnight; None if the day has no such time."""

    start: int
    end: int
    minutes: int | None


def parse_time(text: str) -> int:
    """A time of day in minutes after midnight. Refused with an example."""
    found = _ALONE.fullmatch(words_of(text, MOST_SAID))
    minutes = _minutes(found["name"], found["hour"], found["minute"], found["part"]) if found else None
    if minutes is None:
        raise Refusal("“{text}” does not look like a time. Write it like 9:00 or 18:30.", text=quoted(text))
    return minutes


def parse_times(text: str) -> tuple[int, int] | None:
    """From when until when, in minutes after midnight: "22-8", "с 23:30 до 7:15"; None for anything else."""
    parts = _BETWEEN.split(_FROM.sub("", words_of(text, MOST_SAID)))
    if len(parts) != 2:
        return None
    try:
        begin, end = (parse_time(one) for one in parts)
    except Refusal:
        return None
    return begin, end


def find_times(text: str) -> list[TimeSaid]:
    """The times of day that a line says; `text` is in small letters with е for ё."""
    return [
        TimeSaid(
            *match.span(),
            _minutes(
                match["name"],
                next((hour for one in ("hour", "hour2", "hour3", "hour4", "hour5") if (hour := match[one])), None),
                match["minute"],
                match["part"] or match["part2"] or match["part4"],
            ),
        )
        for match in _IN_LINE.finditer(text)
    ]


def _minutes(name: str | None, hour: str | None, minute: str | None, part: str | None) -> int | None:
    if name:
        return _NAMED[name]
    hours, minutes = _of_day(int(hour or 99), (part or "").replace(".", "")), int(minute or 0)
    if hours > 24 or minutes > 59 or (hours == 24 and minutes):
        return None
    return (hours * 60 + minutes) % DAY


def _of_day(hours: int, part: str) -> int:
    """The hour of the whole day: six in the evening is 18."""
    if part in ("дня", "днем", "вечера", "вечером", "pm") and hours < 12:
        return hours + 12
    return 0 if hours == 12 and part in ("am", "ночи", "ночью") else hours
