"""What a colleague is offered: “комиссия 50/50” is half of the commission, “агенту 2 %” is a part of the price.

A percent counts as a share of the commission when the text says so (“делюсь 40 %”, “50/50”, “пополам”, “партнёру
половина”) or when it is 15 or more, since nobody charges that much of a price; below 15 it is a part of the price. For
rent, where commission is a part of the month's rent, a bare percent is a commission of the price whatever its size.
Two percents side by side (“агентские 40 % / 50 %”) are a tariff, and no offer.
"""

import re
from dataclasses import dataclass

from domain.matching.intake.found import Found
from domain.matching.intake.reading import TextReader
from domain.typed.numbers import scaled

WHOLE = 10_000
"""Hundredths of a percent in everything there is."""
_SHARE_FROM = 1_500
"""Hundredths of a percent: from here on a bare percent of a sale is a share of the commission."""

_WORD = r"(?:комис[а-я]{2,5}|вознагражден[а-я]{1,3}|commission|ав(?![а-я])|агентск[а-я]{2,3})"
_SHARING = (
    r"(?:дел(?:юсь|имся|им|ю)|поделюсь|поделимся|партн[её]р[а-я]{0,3}|коллег[а-я]{0,3}|"
    r"агент[а-я]{0,2}|отдаю|отдам|split|share)"
)
_PERCENT = r"(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|процент[а-я]{0,3}|percent)"
_HALVES = re.compile(
    rf"(?=[квcадпоs])(?:{_WORD}|{_SHARING})[^\n\d]{{0,25}}(\d{{1,2}})\s?[/x:на-]{{1,4}}\s?(\d{{1,2}})(?!\d|\s?(?:эт|%))"
)
_HALF = re.compile(
    rf"{_WORD}[^\n]{{0,20}}(?:пополам|половин[ауы]|поровну|in half)|(?:пополам|"
    rf"половин[ауы])[^\n]{{0,12}}{_WORD}|{_SHARING}[^\n\d]{{0,20}}(?:пополам|половин[ауы]|"
    r"поровну)"
)
_SHARED = re.compile(
    rf"{_SHARING}[^\n\d]{{0,30}}{_PERCENT}|{_WORD}[^\n\d]{{0,15}}{_PERCENT}\s?(?:вам|"
    r"коллеге|партн[её]ру|агенту|от (?:моей|нашей|комисс))"
)
_BARE = re.compile(rf"{_WORD}[^\n\d]{{0,20}}{_PERCENT}|{_PERCENT}[^\n\d]{{0,6}}{_WORD}")
_BARE_HALVES = re.compile(
    r"(?<![\d/.,-])(\d{2})\s?(?:/|на|x|:)\s?(\d{2})(?![\d/%]|[.,]\d|\s?(?:эт|м2|м(?![а-я])|кв|из))"
)
"""“50/50” on its own is a share of the commission: the two make a hundred."""
_SEVERAL = re.compile(rf"{_WORD}[^\n\d]{{0,15}}{_PERCENT}\s?(?:/|или|и|-)\s?{_PERCENT}")
"""“Агентские 40 % / 50 %” is a tariff, not an offer."""
_FOR_AGENT = re.compile(r"(?:партн[её]р|коллег|агент)")
_OF_IT = re.compile(r"\s?(?:от|of)\s(?:моей|нашей|комисс|the commission)")
_OF_PRICE = 1_000
"""Hundredths of a percent: so much and less “for the agent” is of the price, where no commission is named."""
_NONE = re.compile(
    r"(?:без|нулевая|0\s?%?|no)\s(?:\w{1,12}\s)?(?:комис[а-я]{2,4}|commission)|"
    r"комисс[а-я]{2}\s?-?\s?(?:0\s?%|нет)"
)


@dataclass(frozen=True, slots=True)
class Commission:
    """`share` is offered to the colleague; `of_price` is charged to the client; both in hundredths of a percent."""

    share: Found[int] | None = None
    of_price: Found[int] | None = None


def find_commission(reading: TextReader, *, rent: bool) -> Commission:
    """The commission of the text, if it states one; “без комиссии” is 0 % of the price."""
    halves = _halves(reading, _HALVES)
    if halves:
        return Commission(share=halves)
    half = next(reading.take_all(_HALF), None)
    if half:
        return Commission(share=reading.found(WHOLE // 2, *half.span()))
    if next(reading.take_all(_SEVERAL), None):
        return Commission()
    stated = _stated(reading, rent=rent)
    if stated:
        return stated
    none = _NONE.search(reading.open)
    if none:
        return Commission(of_price=reading.found(0, *none.span()))
    return Commission(share=None if rent else _halves(reading, _BARE_HALVES))


def _stated(reading: TextReader, *, rent: bool) -> Commission | None:
    """One percent, of the commission or of the price."""
    for match in reading.take_all(_SHARED):
        share = _hundredths(match)
        if share is not None:
            found = reading.found(share, *match.span())
            small = share <= _OF_PRICE and _FOR_AGENT.match(match.group())
            return (
                Commission(of_price=found)
                if small and not _OF_IT.match(reading.text, match.end())
                else Commission(found)
            )
    for match in reading.take_all(_BARE):
        percent = _hundredths(match)
        if percent is None:
            continue
        if percent >= _SHARE_FROM and not rent:
            return Commission(share=reading.found(percent, *match.span(), sure=percent >= 3_000))
        return Commission(of_price=reading.found(percent, *match.span()))
    return None


def _halves(reading: TextReader, pattern: re.Pattern[str]) -> Found[int] | None:
    """“60/40”: the second is the colleague's, unless it is the first."""
    for match in list(pattern.finditer(reading.open)):
        ours, theirs = int(match[1]), int(match[2])
        if ours + theirs == 100 and ours % 5 == 0:
            reading.take(*match.span())
            others = () if ours == theirs else (ours * 100,)
            return reading.found(theirs * 100, *match.span(), sure=not others, alternatives=others)
    return None


def _hundredths(match: re.Match[str]) -> int | None:
    written = next(g for g in match.groups() if g)
    value = scaled(written, 100, grouped=False)
    return value if value is not None and 0 <= value <= WHOLE else None
