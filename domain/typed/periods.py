"""When something begins and ends, and on which days of a month, as people type it.

С 1 декабря; до 31.10.2027; по май; до конца года; на 11 месяцев; бессрочно. Days of a month: 5, до 5 числа, последний;
с 20 по 25.
"""

import datetime as dt
import re

from domain.refusal import Refusal
from domain.typed.answer import quoted, words_of
from domain.typed.calendar_words import MONTH, UNIT, later, month_end, months_later, unit_of
from domain.typed.day_reckoning import Toward
from domain.typed.days import MOST_SAID, parse_day, without_leads
from domain.typed.months import parse_month
from domain.typed.ordinals import COUNT, ORDINAL, count_of, ordinal_of

_OPEN_ENDED = re.compile(
    r"(?:на\s+)?(?:бессрочн\w*|без\s+(?:срока|окончания|конца)|неопределенный(?:\s+срок)?|не\s+ограничен\w*|пока\s+нет|"
    r"open[\s-]?end(?:ed)?|indefinite(?:ly)?|unlimited|no\s+(?:end|end\s+date)|for\s+good|forever)"
)
_UNTIL = re.compile(r"(?:до|по|until|till|to|by|through)\s+")
_INCLUSIVE = re.compile(r"(?:по|through)\s+")
_MONTH_ONLY = re.compile(rf"{MONTH}(?:[,\s]+[0-9]{{4}}(?:\s?(?:г|год|года)\.?)?)?|[0-9]{{1,2}}[./][0-9]{{4}}")
_TERM = re.compile(
    r"(?:(?:сроком\s+)?(?:на|for|ещ[её]\s+на)\s+)?"
    rf"(?:(?P<count1>{COUNT}|полтора)\s?)?(?P<unit1>{UNIT})"
    rf"(?:\s+(?:и\s+|and\s+)?(?:(?P<count2>{COUNT})\s?)?(?P<unit2>{UNIT}))?"
)
_WITHIN = re.compile(r"(?:через|in|after)\s")
_LAST = re.compile(
    r"(?:каждый\s+|the\s+)?(?:последн(?:ий|ее|его|ему)(?:\s+(?:день|дня|число|числа))?(?:\s+месяца)?|кон(?:ец|ца|це)\s+месяца|"
    r"last(?:\s+day)?(?:\s+of\s+(?:the\s+)?month)?|end\s+of\s+(?:the\s+)?month)"
)
_DAY_OF_MONTH = re.compile(
    rf"(?:(?:до|не\s+позднее|не\s+позже|кажд(?:ое|ого|ый)|по|к|на|every|by|before|until|the|on|day)\s+)*"
    rf"(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th|\s?-?е|\s?-?го|\s?-?ое|\s?-?ого|\s?-?м)?|{ORDINAL})(?:\s?числ(?:а|о|у|ам))?"
    r"(?:\s+(?:каждого\s+|of\s+(?:each|every|the)\s+)?(?:месяца|month))?\.?"
)
_DAYS = re.compile(
    r"(?:с |со |from |between )?([0-9]{1,2})(?:-?го)?(?: ?(?:-|\.\.\.?|по|до|to|till|until|and) ?| )"
    r"([0-9]{1,2})(?:-?е|-?го)?(?: ?числ[оа])?"
)


def parse_first_day(text: str, today: dt.date, *, month_first: bool = False) -> dt.date:
    """The day from which something counts: "с 1 декабря", "1.12", "tomorrow"; an end ("до 5 мая") is refused."""
    if _UNTIL.match(words_of(text, MOST_SAID)):
        raise Refusal("“{text}” says when it ends. From which day does it begin?", text=quoted(text))
    return parse_day(text, today, month_first=month_first)


def parse_last_day(text: str, start: dt.date, today: dt.date, *, month_first: bool = False) -> dt.date | None:
    """The last day of what begins on `start`: a day, a month, a length ("11 months", "год"); None without an end.

    "До мая" ends with April, "по май" with May. Nothing about an end is a `Refusal` with an example.
    """
    said = words_of(text, MOST_SAID)
    if _OPEN_ENDED.fullmatch(said.rstrip(".")):
        return None
    if length := _TERM.fullmatch(said):
        end = start
        for number in ("1", "2"):
            if length["unit" + number]:
                end = _lengthened(end, length["count" + number], length["unit" + number])
        return end - dt.timedelta(days=1)
    months_only = _UNTIL.sub("", said, count=1)
    if months_only != said and _MONTH_ONLY.fullmatch(months_only):
        month = parse_month(months_only, start, Toward.NEXT)
        return month_end(month) if _INCLUSIVE.match(said) else month - dt.timedelta(days=1)
    counts_from_today = bool(_WITHIN.match(said)) or without_leads(text)[-1] in (
        "сегодня",
        "завтра",
        "послезавтра",
        "today",
        "tomorrow",
    )
    return parse_day(text, today if counts_from_today else start, Toward.NEXT, month_first=month_first)


def _lengthened(day: dt.date, count: str | None, unit: str) -> dt.date:
    if count == "полтора":
        return months_later(day, 18) if unit_of(unit) == "y" else later(later(day, 1, unit_of(unit)), 15, "d")
    return later(day, (count_of(count) or 1) if count else 1, unit_of(unit))


def parse_day_of_month(text: str) -> int:
    """1 to 31: "5", "до 5 числа", "двадцать пятое"; "last" is 31, which in a shorter month is its last day."""
    said = words_of(text, MOST_SAID).rstrip(".")
    if _LAST.fullmatch(said) or _LAST.fullmatch(without_leads(text)[-1]):
        return 31
    match = _DAY_OF_MONTH.fullmatch(said)
    number = ordinal_of(match["day"]) if match else None
    if number is None or not 1 <= number <= 31:
        raise Refusal("“{text}” is not a day of the month. Write a number from 1 to 31, or “last”.", text=quoted(text))
    return number


def parse_days_of_month(text: str) -> tuple[int, int]:
    """Two days of a month, from the one to the other: "20-25", "с 20 по 25"."""
    match = _DAYS.fullmatch(words_of(text, MOST_SAID))
    if match is None or not all(1 <= int(one) <= 31 for one in match.groups()):
        raise Refusal("“{text}” is not two days of a month. Write them like 20-25.", text=quoted(text))
    return int(match[1]), int(match[2])
