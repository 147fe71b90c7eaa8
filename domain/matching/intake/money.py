"""Every sum of money in a text, with what the words around it say it is for."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto
from itertools import pairwise, zip_longest

from domain.matching.intake.found import Period
from domain.matching.intake.reading import TAKEN, TextReader
from domain.typed.amounts import Amount, Per, find_amounts, per_after
from domain.typed.currencies import CURRENCY
from domain.typed.scales import SCALE_WORD, THOUSAND, factor_of

SHORTEST = 100
"""Whole units: a bare number below that is money only where it is called so, and leaves its thousands unsaid."""
LEAST_LIMIT = 5_000
"""Whole units: a bare number from here on after “до” or “от” is a limit, and no year."""
LARGEST = 100_000_000_000
"""Whole units: a hundred thousand million roubles, more than any building costs."""

_LINK = re.compile(r"\s?(?:-|до|to)\s?$")
_FROM = re.compile(r"(?:(?<![а-я])от|from|начиная с|не менее|(?<![а-я])с)\s?$")
_UP_TO = re.compile(
    r"(?:(?<![а-я])до|up to|max|макс[а-я.]{0,7}|не более|не дороже|в пределах|under|"
    r"не выше)\s?:?\s?$"
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
    r"кладов[а-я]{2}|доход[а-я]{0,3}|(?<![а-я])окуп[а-я]{1,8}|прибыл[а-я]|комисс[а-я]{2,3}|"
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
_SUM_BEFORE_PLUS = re.compile(rf"(?:\d{{3}}|{SCALE_WORD}|{CURRENCY})\s?\+\s?$")
_COUNTED_AFTER = re.compile(
    r"^\s?-?\s?(?:%|процент|[кk](?![а-яa-z])|комн|м(?![а-я])|м2|кв|сот|га(?![а-я])|этаж|эт(?![а-я])|чел|год|лет|мес|дн|"
    r"мин|человек|[хx]\s?[\d-]|/)"
)
"""What a small number counts, other than money."""


class For(Enum):
    """What a sum is for, as far as the words beside it tell."""

    PRICE = auto()
    DEPOSIT = auto()
    AREA_UNIT = auto()
    ASIDE = auto()


@dataclass(slots=True)
class PriceSum:
    """An amount with what the words around it say of it; `per` is what it is paid for each of."""

    amount: Amount
    purpose: For
    labelled: bool
    per: Per | None = None
    at_least: bool = False
    at_most: bool = False
    range_with_next: bool = False
    added: bool = False
    """Whether it stands after a plus, as something to be paid besides."""

    @property
    def number(self) -> Decimal:
        """In whole units of its currency."""
        return self.amount.number

    @property
    def currency(self) -> str | None:
        """None where none is stated, `UNKNOWN` where it cannot be told."""
        return self.amount.currency

    @property
    def scaled(self) -> bool:
        """Whether it says thousands or millions."""
        return self.amount.scale is not None

    @property
    def short(self) -> bool:
        """Whether it is a bare number that leaves its thousands or millions unsaid: “бюджет 10-11,5”."""
        return self.amount.scale is None and self.currency is None and self.number < SHORTEST

    @property
    def start(self) -> int:
        """Where it begins in the reading's text."""
        return self.amount.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.amount.end


def find_sums(reading: TextReader) -> list[PriceSum]:
    """The sums, left to right; “8-10 млн” gives two, both in millions, the first marked as the range's start."""
    sums: list[PriceSum] = []
    amounts = find_amounts(reading.open)
    for one, after in zip_longest(amounts, amounts[1:]):
        linked = bool(sums) and _continues(reading.open, sums[-1], one)
        found = _sum(reading, _lent(reading.open, one, after), linked=linked)
        if found:
            sums.append(found)
    for first, second in pairwise(sums):
        if _linked(reading.open, first.amount, second.amount) and second.number >= first.number:
            first.range_with_next = True
            second.at_most, first.at_least = True, True
            second.labelled = first.labelled = first.labelled or second.labelled
    return sums


def _continues(text: str, before: PriceSum, one: Amount) -> bool:
    """Whether it is the upper end of “бюджет 10-11,5”."""
    return before.short and before.labelled and _linked(text, before.amount, one)


def _linked(text: str, one: Amount, after: Amount) -> bool:
    return 0 <= after.start - one.end <= 5 and bool(_LINK.fullmatch(text[one.end : after.start]))


def _lent(text: str, one: Amount, after: Amount | None) -> Amount:
    """The first half of a range with the “млн” and the currency of the second."""
    if after is None or not _linked(text, one, after):
        return one
    if one.scale is None and after.scale is not None and one.number < THOUSAND:
        one = replace(one, number=one.number * factor_of(after.scale), scale=after.scale)
    return replace(one, currency=after.currency) if one.currency is None else one


def _sum(reading: TextReader, one: Amount, *, linked: bool) -> PriceSum | None:
    """The amount as a sum, if it is money; `linked` to a sum before it, it is."""
    before, after = _line_before(reading.open[max(0, one.start - 45) : one.start]), reading.open[one.end : one.end + 24]
    said_per = per_after(reading.open, one.end)
    per = said_per[0] if said_per else None
    if not (linked or _is_money(one, before, after, per)) or not 0 < one.number <= LARGEST:
        return None
    label = _PER_AREA_BEFORE.search(before)
    if label and per is None:
        per = Per.PLOT if "сот" in label.group() else Per.METRE
    return PriceSum(
        one,
        purpose=_purpose(before, after, per),
        labelled=bool(_LABEL.search(before)),
        per=per,
        at_least=bool(_FROM.search(before)),
        at_most=bool(_UP_TO.search(before)),
        added=before.rstrip().endswith("+"),
    )


def _line_before(before: str) -> str:
    """The words before a sum on its own line; a line above counts when it ends in a colon, as a label would."""
    above, _, line = before.rpartition("\n")
    return before if above.rstrip().endswith(":") and not any(c.isalnum() for c in line) else line


def _is_money(one: Amount, before: str, after: str, per: Per | None) -> bool:
    if after[:1] == TAKEN or (before[-1:] and (before[-1].isalnum() or before[-1] == TAKEN) and not one.is_sign_before):
        return False
    if one.currency is not None:
        return one.digits != 1 or one.scale is not None
    if one.scale:
        # "45к" is thousands, "2к" is rooms
        return one.scale not in ("т", "к", "k") or one.digits >= 2
    return _is_bare_money(one, before, after, per)


def _is_bare_money(one: Amount, before: str, after: str, per: Per | None) -> bool:
    """Whether a number without a currency and a scale is money, by the words around it."""
    is_large = one.number >= SHORTEST
    if before.rstrip().endswith("+"):
        return is_large and bool(_SUM_BEFORE_PLUS.search(before))
    is_counting = bool(_COUNTED_AFTER.search(after))
    if _BARE_LABEL.search(before):
        return is_large or (one.number > 1 and not is_counting)
    if not is_counting and _is_limit(one, before):
        return True
    return is_large and (per is not None or bool(_DEPOSIT.search(before)))


def _is_limit(one: Amount, before: str) -> bool:
    """Whether a number after “от” or “до” is as large as the limit of a budget."""
    return one.number >= LEAST_LIMIT and bool(_UP_TO.search(before) or _FROM.search(before))


def _purpose(before: str, after: str, per: Per | None) -> For:
    if per in (Per.METRE, Per.PLOT):
        return For.AREA_UNIT
    if _DEPOSIT.search(before) or _DEPOSIT_AFTER.search(after):
        return For.DEPOSIT
    if (not _OWN_LABEL.search(before) and _ASIDE.search(before)) or _ASIDE_AFTER.search(after):
        return For.ASIDE
    return For.PRICE


def period_after(text: str, end: int) -> tuple[Period, int] | None:
    """What a rent is paid for, when the words right after `end` say so, and where those words end."""
    said = per_after(text, end)
    if said is None or said[0] not in (Per.DAY, Per.MONTH):
        return None
    return (Period.DAY if said[0] is Per.DAY else Period.MONTH), said[1]
