"""Every sum of money in a text, with what the words around it say it is for."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from domain.matching.intake.currencies import (
    CURRENCY,
    MILLIONS_LETTER,
    MULTIPLIER,
    THOUSANDS_LETTER,
    currency_of,
    factor_of,
)
from domain.matching.intake.found import Period
from domain.matching.intake.numbers import NUMBER, scaled
from domain.matching.intake.reading import TAKEN, Reading

LARGEST = 10_000_000_000_000
"""Minor units: a hundred thousand million roubles, more than any building costs."""

_THOUSAND = 1_000
_ALREADY_THOUSANDS = 6
"""Digits of a number that already counts single roubles or dollars."""
_SCALE = rf"(?:{MULTIPLIER}|{MILLIONS_LETTER}|{THOUSANDS_LETTER})"
_SUM = re.compile(
    rf"(?P<before>(?:\$|€|₽|₸|usd|eur|rub|kgs)\s?)?(?<![\d/+№#])(?<!\d[.,])(?P<number>{NUMBER})"
    rf"(?:\s?-?\s?(?P<scale>{_SCALE}))?(?:\s{{0,2}}(?P<sign>{CURRENCY}))?"
)
_LINK = re.compile(r"\s?(?:-|до|to)\s?$")
_FROM = re.compile(r"(?:(?<![а-я])от|from|начиная с|не менее|(?<![а-я])с)\s?$")
_UP_TO = re.compile(
    r"(?:(?<![а-я])до|up to|max|макс[а-я.]{0,7}|не более|не дороже|в пределах|under|"
    r"не выше)\s?:?\s?$"
)
_PER_AREA = re.compile(
    r"^\s?(?:/|за|per|-?\s?цена за)\s{0,2}(?:1\s?)?(?:кв|м2|м(?![а-я])|m2|sq|квадрат|сот|м\.кв|кв/м|¦)"
)
_PER_AREA_BEFORE = re.compile(
    r"(?:за|/)\s?(?:1\s?)?(?:кв\.?\s?м[а-я.]{0,4}|м2|m2|сотк[а-я]|квадрат[а-я]{0,2}|¦{1,6})\s?[:=-]?\s?$"
)
_DEPOSIT = re.compile(
    r"(?:залог[а-я]{0,2}|депозит[а-я]{0,2}|страхов(?:ой|ка)[а-я ]{0,12}|deposit|"
    r"обеспечительн[а-я ]{2,20})[^\n\d.;$]{0,18}$"
)
_DEPOSIT_AFTER = re.compile(r"^ ?[(-]? ?(?:залог|депозит|deposit|страховой)")
_ASIDE = re.compile(
    r"(?:коммунал[а-я]{0,8}|(?<![а-я])ку(?![а-я])|жкх|свет[а-я]{0,2}|счетчик[а-я]{0,4}|"
    r"интернет[а-я]{0,2}|взнос[а-я]{0,2}|платеж[а-я]{0,2}|паркинг[а-я]{0,2}|парковк[а-я]|"
    r"кладов[а-я]{2}|доход[а-я]{0,3}|окуп[а-я]{1,8}|прибыл[а-я]|комисс[а-я]{2,3}|"
    r"услуг[а-я]|питани[яе]|посещени[яе]|бассейн[а-я]{0,2}|"
    r"стар[а-я]{2} цен[а-я]|за (?:уборку|животн[а-я]{2,3}|человека|чел)|"
    r"рассрочк[а-я]|скидк[а-я]|налог[а-я]{0,2}|штраф[а-я]{0,2}|уборк[а-я]|сда[её]тся за|"
    r"сда[её]тся по|аренда? за|пассивн[а-я ]{2,12})[^\n\d]{0,15}$"
)
_ASIDE_AFTER = re.compile(
    r"^ ?(?:за (?:уборку|коммун|человека|животн)|/\s?чел|с человека|"
    r"ежемесячн[а-я]{2} плат|взнос|первоначальн|прибыл|дохода|комисс)"
)
_LABEL = re.compile(
    r"(?:цен[аыеу]|стоимост[ьи]|прайс|price|cost|аренд[аы]|плата|оплата|прошу|итого|"
    r"cтоимость|бюджет[а-я]{0,2}|budget|общая)[^\n\d]{0,28}$"
)
_BARE_LABEL = re.compile(
    r"(?:цен[аыеу]|стоимост[ьи]|price|аренд[аы]|плата|прошу|бюджет[а-я]{0,2}|"
    r"budget)(?:\s(?:квартиры|дома|за все|за месяц|в месяц|аренды|"
    r"продажи))?\s{0,8}[:=-]{0,2}\s{0,3}(?:до|от|около|примерно|всего|\$)?\s?$"
)
_OWN_LABEL = re.compile(
    r"(?:цен[аыу](?:\sс\s(?:паркинг|парковк|мебел)[а-я]{1,3})?|price|стоимость аренды|арендная плата)\s?[:=-]?\s?$"
)
_MONTHLY_AFTER = re.compile(r"^\s?(?:/|в|за|per|-|на)?\s?(?:мес(?:яц)?(?![а-я])|month|mo(?![a-z]))")
_DAILY_AFTER = re.compile(r"^\s?(?:/|в|за|per|-)?\s?(?:сутк|сут(?![а-я])|день|ноч|day|night)")


class For(Enum):
    """What a sum is for, as far as the words beside it tell."""

    PRICE = auto()
    DEPOSIT = auto()
    AREA_UNIT = auto()
    ASIDE = auto()


@dataclass(slots=True)
class Sum:
    """An amount in minor units; `currency` None is not stated, “” is one the product does not deal in."""

    minor: int
    currency: str | None
    start: int
    end: int
    purpose: For
    labelled: bool
    scaled: bool
    at_least: bool = False
    at_most: bool = False
    range_with_next: bool = False


def find_sums(reading: Reading) -> list[Sum]:
    """The sums, left to right; “8-10 млн” gives two, both in millions, the first marked as the range's start."""
    sums: list[Sum] = []
    matches = list(_SUM.finditer(reading.open))
    for index, match in enumerate(matches):
        lent = _lent(reading, match, matches[index + 1] if index + 1 < len(matches) else None)
        one = _sum(reading, match, lent)
        if one:
            sums.append(one)
    for one, after in pairwise(sums):
        between = reading.open[one.end : after.start]
        if len(between) <= 5 and _LINK.fullmatch(between) and after.minor >= one.minor:
            one.range_with_next = True
            after.at_most, one.at_least = True, True
            one.currency = one.currency if one.currency is not None else after.currency
            after.currency = after.currency if after.currency is not None else one.currency
            after.labelled = one.labelled = one.labelled or after.labelled
    return sums


def _lent(reading: Reading, match: re.Match[str], after: re.Match[str] | None) -> re.Match[str] | None:
    """The second half of a range, which lends its “млн” and its currency to the first."""
    if after is None or match["scale"]:
        return None
    between = reading.open[match.end() : after.start()]
    return after if len(between) <= 5 and _LINK.fullmatch(between) and (after["scale"] or after["sign"]) else None


def _sum(reading: Reading, match: re.Match[str], lent: re.Match[str] | None) -> Sum | None:
    start, end = match.span()
    before, after = _line_before(reading.open[max(0, start - 45) : start]), reading.open[end : end + 24]
    sign = (match["before"] or match["sign"] or "").strip()
    borrowed = (lent["sign"] or "").strip() if lent else ""
    scale = match["scale"] or (lent["scale"] if lent else None)
    if scale in ("к", "k") and not _thousands(match, sign):
        scale = None
    if scale and factor_of(scale) == _THOUSAND and len(re.sub(r"\D", "", match["number"])) >= _ALREADY_THOUSANDS:
        # "220 000 тысяч" says it twice.
        scale = None
    if not _is_money(match, before, after, sign or borrowed, scale):
        return None
    minor = scaled(match["number"], factor_of(scale) * 100, grouped=scale is None)
    if minor is None or not 0 < minor <= LARGEST:
        return None
    rouble_thousands = scale == "т" and sign.startswith("р")
    currency = (currency_of(sign or borrowed) or "") if sign or borrowed else None
    return Sum(
        minor=minor,
        currency=currency,
        start=start,
        end=end,
        purpose=_purpose(before, after),
        labelled=bool(_LABEL.search(before)),
        scaled=scale is not None or rouble_thousands,
        at_least=bool(_FROM.search(before)),
        at_most=bool(_UP_TO.search(before)),
    )


def _line_before(before: str) -> str:
    """The words before a sum on its own line; a line above counts when it ends in a colon, as a label would."""
    above, _, line = before.rpartition("\n")
    return before if above.rstrip().endswith(":") and not any(c.isalnum() for c in line) else line


def _thousands(match: re.Match[str], sign: str) -> bool:
    """“45к” is thousands, “2к” is rooms; “2к $” is thousands again."""
    return len(re.sub(r"\D", "", match["number"])) >= 2 or bool(sign)


def _is_money(match: re.Match[str], before: str, after: str, sign: str, scale: str | None) -> bool:
    if after[:1] == TAKEN or (before[-1:] and (before[-1].isalnum() or before[-1] == TAKEN) and not match["before"]):
        return False
    digits = len(re.sub(r"\D", "", match["number"]))
    if sign:
        return digits >= 2 or scale is not None
    if scale:
        return scale not in ("т", "к", "k") or digits >= 2
    whole = "," not in match["number"] or digits >= 4
    labelled = bool(_BARE_LABEL.search(before)) or bool(_DEPOSIT.search(before))
    return digits >= 3 and whole and (labelled or bool(_MONTHLY_AFTER.search(after)))


def _purpose(before: str, after: str) -> For:
    if _PER_AREA.search(after) or _PER_AREA_BEFORE.search(before):
        return For.AREA_UNIT
    if _DEPOSIT.search(before) or _DEPOSIT_AFTER.search(after):
        return For.DEPOSIT
    if (not _OWN_LABEL.search(before) and _ASIDE.search(before)) or _ASIDE_AFTER.search(after):
        return For.ASIDE
    return For.PRICE


def period_after(text: str, end: int) -> tuple[Period, int] | None:
    """What a rent is paid for, when the words right after `end` say so, and where those words end."""
    for period, pattern in ((Period.DAY, _DAILY_AFTER), (Period.MONTH, _MONTHLY_AFTER)):
        match = pattern.search(text[end : end + 16])
        if match:
            return period, end + match.end()
    return None
