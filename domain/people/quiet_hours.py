"""Quiet hours as people write them: "22-8", "23:30–7:15", "с 22 до 8"."""

import re
from dataclasses import dataclass

from domain.refusal import Refusal

DAY = 24 * 60
_TIME = r"(\d{1,2})(?:[:.](\d{2}))?"
_HOURS = re.compile(rf"(?:с|от|from)?\s*{_TIME}\s*(?:-|–|—|до|to|until)\s*{_TIME}", re.IGNORECASE | re.ASCII)
_HOUR = re.compile(rf"(?:в|at)?\s*{_TIME}\s*(утра|дня|вечера|am|pm)?", re.IGNORECASE | re.ASCII)
_AFTERNOON = {"дня", "вечера", "pm"}


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when until when, in minutes after midnight; usually over midnight."""

    begin: int
    end: int

    @classmethod
    def parse(cls, text: str) -> "QuietHours":
        """Read what people type; refused with an example."""
        found = _HOURS.fullmatch(text.strip())
        begin, end = (_minutes(*found.group(1, 2)), _minutes(*found.group(3, 4))) if found else (None, None)
        if begin is None or end is None or begin == end:
            raise Refusal("Write from when until when, like 22-8 or 23:30-7:15.")
        return cls(begin, end)


def parse_hour(text: str) -> int:
    """Read an hour of the day: "9", "9:00", "в 9 утра"; refused with an example."""
    found = _HOUR.fullmatch(text.strip())
    minutes = _minutes(found.group(1), found.group(2)) if found else None
    if found is None or minutes is None or minutes % 60:
        raise Refusal("Write a full hour from 0 to 23, like 9 or 18:00.")
    hour = minutes // 60
    return hour + 12 if (found.group(3) or "").lower() in _AFTERNOON and hour < 12 else hour


def _minutes(hour: str, minute: str | None) -> int | None:
    total = int(hour) * 60 + int(minute or 0)
    return total % DAY if total <= DAY and int(minute or 0) < 60 else None
