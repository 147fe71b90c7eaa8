"""Words that tell income from an expense, and what has happened already."""

import re
from enum import Enum, auto

from domain.calendar.line.text import Text

_INCOME = re.compile(
    r"(?<!\w)(?:арендн?|депозит|залог|поступлен|предоплат|наем|сда(?:ч|л)|rent|deposit|revenue|payout)"
)
_EXPENSE = re.compile(
    r"(?<!\w)(?:сантехни|ремонт|страхо|налог|коммунал|жк[ухх]|квитанци|электри|свет(?!л)|вод[аыу](?!\w)|газ(?!о)|отоплен|"
    r"интернет|уборк|клининг|мебел|ипотек|кредит|охран|покупк|взнос|капремонт|"
    r"замен|мастер|покрас|обои|ри[эе]лтор|комисси|штраф|управляющ|тсж|домофон|вывоз|химчистк|замок|замк|бойлер|стиральн|"
    r"холодильник|техни[кч]|реклам|нотариус|оценк|чек(?!\w)|"
    r"plumb|repair|insur|tax|utilit|mortgage|clean|electri|internet|fees?(?!\w)|maintenance|hoa|loan|"
    r"furniture|gas|water|heating|garbage|paint|locksmith|handyman|agent|commission|receipt)"
)
_COMES = re.compile(
    r"(?<!\w)(?:получ(?:ил[аи]?|ен[аоы]?|ить|у|им)|пришл[аои]|прид[еу]т|поступил[аои]|доход\w*|приход(?!и)\w*|income|received?|"
    r"got|earned)(?!\w)"
)
_GOES = re.compile(
    r"(?<!\w)(?:отда(?:л[аи]?|ть|м)|за?платил[аи]?|заплатить|уплатил[аи]?|оплатил[аи]?|оплатить|купил[аи]?|"
    r"оплата за|купить|потратил[аи]?|перечислил[аи]?|расход\w*|expenses?|paid|pay|bought|spent)(?!\w)"
)
_BACK = re.compile(r"(?<!\w)(?:возвра[тщ]|верну|refund|returned)")
_HAPPENED = re.compile(
    r"(?<!\w)(?:получил[аи]?|пришл[аои]|поступил[аои]|отдал[аи]?|за?платил[аи]?|уплатил[аи]?|оплатил[аи]?|купил[аи]?|"
    r"потратил[аи]?|перечислил[аи]?|вернул[аи]?|чек|paid|received|bought|spent|got|earned|receipt)(?!\w)"
)
_RECEIPT = re.compile(
    r"(?:чек|квитанция|receipt|bill)(?:\s+(?:за|на|об\s+оплате|for))?[\s:,.–—-]+(?=[^\W\d_])", re.IGNORECASE
)
_ONLY_DIRECTION = re.compile(r"(?<!\w)(?:доход|расход|income|expense|приход)(?!\w)[\s:=]*")


class Direction(Enum):
    """Which way money goes."""

    IN = auto()
    OUT = auto()


def direction_of(said: str) -> Direction | None:
    """Which way, if the words agree; what somebody does outranks what it is for; a deposit given back is asked."""
    if _BACK.search(said):
        return None
    for comes, goes in ((_COMES.search(said), _GOES.search(said)), (_INCOME.search(said), _EXPENSE.search(said))):
        if bool(comes) != bool(goes):
            return Direction.IN if comes else Direction.OUT
        if comes:
            return None
    return None


def says_direction(said: str) -> bool:
    """Whether there are words about money coming or going at all."""
    return any(one.search(said) for one in (_INCOME, _EXPENSE, _COMES, _GOES, _BACK))


def does_something(said: str) -> bool:
    """Whether it says that money is received, or that it is paid."""
    return _COMES.search(said) is not None or _GOES.search(said) is not None


def has_happened(said: str) -> bool:
    """Whether the words are of the past."""
    return _HAPPENED.search(said) is not None


def without_receipt(description: str) -> str:
    """What was paid for, of words that begin with saying that this is a receipt: “чек за свет” is свет."""
    return _RECEIPT.sub("", description, count=1) if _RECEIPT.match(description) else description


def take_plain_directions(text: Text) -> None:
    """The words "доход" and "расход" say nothing more once the sum is known to be one."""
    for match in list(_ONLY_DIRECTION.finditer(text.open)):
        text.take(*match.span())
