"""What a manager writes under a receipt, or instead of a form, is read into a cost: “чек 2300 свет Лесная”."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.calendar.line import CalendarLine, NamedObject, read_lines
from domain.calendar.line.text import Text
from domain.calendar.line.words import without_receipt
from domain.calendar.repetition import Repeat
from domain.estate.costs.cost import MOST_ARTICLE, CostKind
from domain.typed.day_reckoning import DayContext, Toward
from domain.typed.days import find_days
from domain.typed.months import MonthSaid, find_months

_KINDS = (
    (
        CostKind.UTILITY,
        re.compile(
            r"(?<!\w)(?:свет|электри|вод[аыу](?!\w)|водоснаб|газ|отоплен|коммунал|жк[ух]|интернет|домофон|вывоз|мусор|"
            r"utilit|electri|water|gas(?!\w)|heating|internet|garbage)",
            re.IGNORECASE,
        ),
    ),
    (
        CostKind.OPERATING,
        re.compile(
            r"(?<!\w)(?:ремонт|убор|клининг|сантехни|мастер|замен|замок|замк|покрас|обои|охран|управляющ|химчистк|"
            r"repair|clean|plumb|maint|paint|locksmith|handyman|guard)",
            re.IGNORECASE,
        ),
    ),
)
"""What is known by its name to be of a kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidCost:
    """A cost as far as the words say it."""

    premises_id: int | None
    others: tuple[int, ...]
    """Objects it may as well be of; none is taken then."""
    minor: int
    currency: str
    article: str | None
    kind: CostKind | None
    month: dt.date
    is_whole: bool
    """Whether it says plainly what for, and of which object or day."""


def cost_said(
    text: str, today: dt.date, objects: Sequence[NamedObject], home: str, *, month_first: bool = False
) -> SaidCost | None:
    """The one cost that the words are about, or None: what comes in, repeats or has an hour is no cost of a month."""
    of_month = _month_alone(text, today)
    rest = text if of_month is None else f"{text[: of_month.start]} {text[of_month.end :]}"
    found = read_lines(rest, today, objects, home, month_first=month_first)
    return _cost_of(found[0], of_month, today, home) if len(found) == 1 and not _is_more(found[0]) else None


def _cost_of(line: CalendarLine, of_month: MonthSaid | None, today: dt.date, home: str) -> SaidCost | None:
    minor = line.expense or line.amount
    if not minor:
        return None
    article = without_receipt(line.description)[:MOST_ARTICLE] if line.description else None
    return SaidCost(
        premises_id=line.premises_id,
        others=line.other_objects,
        minor=minor,
        currency=line.currency or home,
        article=article,
        kind=likely_kind(article) if article else None,
        month=of_month.first if of_month is not None else (line.day or today).replace(day=1),
        is_whole=bool(article) and _is_plain(line, of_month),
    )


def _is_plain(line: CalendarLine, of_month: MonthSaid | None) -> bool:
    """Whether it says that money goes, and where or when."""
    is_placed = line.premises_id is not None or bool(line.other_objects)
    return (is_placed or line.day is not None or of_month is not None) and line.amount is None


def _month_alone(text: str, today: dt.date) -> MonthSaid | None:
    """The month that the words name without a day: the last one of that name that has begun."""
    plain = Text(text).open
    if find_days(plain, DayContext(today, Toward.LAST)):
        return None
    months = find_months(plain, today, Toward.LAST, bare=True)
    return months[0] if len(months) == 1 else None


def likely_kind(article: str) -> CostKind | None:
    """The kind that an article is known to be of by its name; None where that does not tell."""
    return next((kind for kind, words in _KINDS if words.search(article)), None)


def _is_more(line: CalendarLine) -> bool:
    return bool(line.income or line.pieces or line.at is not None or line.until) or line.repeat is not Repeat.NONE
