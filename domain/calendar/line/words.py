"""Words that tell income from an expense, how often something comes back, and what has happened already."""

import re
from enum import Enum, auto

from domain.calendar.line.text import Text
from domain.calendar.repetition import Repeat

_INCOME = re.compile(
    r"(?<!\w)(?:арендн?|депозит|залог|доход|поступлен|получ(?:ил|ен|ить|у)|пришл|приход|предоплат|наем|сда(?:ч|л)|"
    r"rent|deposit|income|received|revenue|payout)"
)
_EXPENSE = re.compile(
    r"(?<!\w)(?:сантехни|ремонт|страхо|налог|коммунал|жк[ухх]|квитанци|электри|свет(?!л)|вод[аыу](?!\w)|газ(?!о)|отоплен|"
    r"интернет|уборк|клининг|мебел|ипотек|кредит|охран|купил|покупк|оплати[лт]|заплати[лт]|потрати|расход|взнос|капремонт|"
    r"замен|мастер|покрас|обои|ри[эе]лтор|комисси|штраф|управляющ|тсж|домофон|вывоз|химчистк|замок|замк|бойлер|стиральн|"
    r"холодильник|техни[кч]|реклам|нотариус|оценк|"
    r"plumb|repair|insur|tax|utilit|mortgage|clean|electri|internet|paid|bought|fees?(?!\w)|maintenance|hoa|loan|"
    r"furniture|gas|water|heating|garbage|paint|locksmith|expense|spent|handyman|agent|commission)"
)
_BACK = re.compile(r"(?<!\w)(?:возвра[тщ]|верну|refund|returned)")
_HAPPENED = re.compile(
    r"(?<!\w)(?:получил[аи]?|пришл[аои]|оплатил[аи]?|заплатил[аи]?|купил[аи]?|потратил[аи]?|вернул[аи]?|paid|received|"
    r"bought|spent)(?!\w)"
)
_ONLY_DIRECTION = re.compile(r"(?<!\w)(?:доход|расход|income|expense|приход)(?!\w)[\s:=]*")
_MONTHLY = re.compile(
    r"(?<!\w)(?:кажд(?:ый|ого) месяц(?:а)?|раз в месяц|ежемесячн(?:о|ая|ый|ое)|помесячно|по месяцам|"
    r"monthly|every month|each month|per month|a month)(?!\w)"
)
_YEARLY = re.compile(
    r"(?<!\w)(?:кажд(?:ый|ого) год(?:а)?|раз в год|ежегодн(?:о|ая|ый|ое)|yearly|annual(?:ly)?|every year|each year|"
    r"per year|a year)(?!\w)"
)
_EACH_DAY_OF_MONTH = re.compile(
    r"(?<!\w)(?:кажд(?:ое|ого)|every)\s+(?=(?:the\s+)?\d{1,2}(?:\s?-?го|\s?-?е|st|nd|rd|th|\s+числ))"
)
_REMIND = re.compile(
    r"(?<!\w)(?:напомн\w*|remind(?: me)?)\s+(?:за\s+(?P<ru>день|\d+ дн\w+|неделю)|"
    r"(?P<en>a day|\d+ days?|a week)(?: before| earlier| ahead)?)(?!\w)"
)


class Direction(Enum):
    """Which way money goes."""

    IN = auto()
    OUT = auto()


def direction_of(said: str) -> Direction | None:
    """Which way, if the words agree; a deposit given back is for its owner to say."""
    if _BACK.search(said):
        return None
    comes, goes = _INCOME.search(said), _EXPENSE.search(said)
    if bool(comes) == bool(goes):
        return None
    return Direction.IN if comes else Direction.OUT


def says_direction(said: str) -> bool:
    """Whether there are words about money coming or going at all."""
    return bool(_INCOME.search(said) or _EXPENSE.search(said) or _BACK.search(said))


def has_happened(said: str) -> bool:
    """Whether the words are of the past."""
    return _HAPPENED.search(said) is not None


def take_plain_directions(text: Text) -> None:
    """The words "доход" and "расход" say nothing more once the sum is known to be one."""
    for match in list(_ONLY_DIRECTION.finditer(text.open)):
        text.take(*match.span())


def take_repeat(text: Text) -> Repeat:
    """How often it comes back, if that is said."""
    for repeat, pattern in ((Repeat.MONTHLY, _MONTHLY), (Repeat.YEARLY, _YEARLY), (Repeat.MONTHLY, _EACH_DAY_OF_MONTH)):
        if match := pattern.search(text.open):
            text.take(*match.span())
            return repeat
    return Repeat.NONE


def take_reminder(text: Text) -> int | None:
    """How many days before a reminder is wanted, if that is said."""
    match = _REMIND.search(text.open)
    if match is None:
        return None
    said = match["ru"] or match["en"]
    days = 7 if said in ("неделю", "a week") else int(said.split()[0]) if said[0].isdigit() else 1
    text.take(*match.span())
    return days
