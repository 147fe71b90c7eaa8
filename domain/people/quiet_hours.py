"""Quiet hours as people write them, "22-8", "23:30–7:15", "с 22 до 8"; and the hour of a daily digest."""

from dataclasses import dataclass

from domain.refusal import Refusal
from domain.typed.times import parse_time, parse_times


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when until when, in minutes after midnight; usually over midnight."""

    begin: int
    end: int

    @classmethod
    def parse(cls, text: str) -> "QuietHours":
        """Read what people type; refused with an example."""
        found = parse_times(text)
        if found is None or found[0] == found[1]:
            raise Refusal("Write from when until when, like 22-8 or 23:30-7:15.")
        return cls(*found)


def parse_hour(text: str) -> int:
    """Read an hour of the day: "9", "9:00", "в 9 утра"; refused with an example."""
    try:
        minutes = parse_time(text)
    except Refusal:
        minutes = 1
    if minutes % 60:
        raise Refusal("Write a full hour from 0 to 23, like 9 or 18:00.")
    return minutes // 60
