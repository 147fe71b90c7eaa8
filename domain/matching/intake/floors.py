"""“5/9”, “5 этаж из 9”, “на 3-м этаже 9-этажного дома”: the floor and how many there are, not a date or an address."""

import re
from dataclasses import dataclass

from domain.matching.intake.found import Found
from domain.matching.intake.reading import TAKEN, TextReader
from domain.typed.number_words import read_words

LOWEST, HIGHEST = -3, 163
"""Floors; 163 are in the tallest building there is."""

_FLOOR = r"(?:этажность|эт(?:аж(?:а|е|у|ом|ей|и|ах)?)?(?![а-я])\.?|floor|кабат[а-яү]{0,4})"
_ORDINAL = r"[ ]?-?[ ]?(?:[ыио]?й|[ыио]?м|го|[ео]м|м|х|st|nd|rd|th)?"
_WORDS = {
    "цокольн": 0, "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4, "пят": 5, "шест": 6,
    "седьм": 7, "восьм": 8, "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13,
    "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19,
    "двадцат": 20,
}  # fmt: skip
_ENGLISH_WORDS = {
    "ground": 1, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_STOREYED = {
    "одно": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9,
    "десяти": 10, "одиннадцати": 11, "двенадцати": 12, "тринадцати": 13, "четырнадцати": 14, "пятнадцати": 15,
    "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18, "двадцати": 20,
}  # fmt: skip
_BOTH = (
    re.compile(
        rf"{_FLOOR}[ ]?[:=№-]{{0,2}}[ ]?(?:-[ ])?(?<!\d)(-?\d{{1,3}}){_ORDINAL}[ ]?(?:/|из|"
        rf"of)[ ]?-?[ ]?(\d{{1,3}})(?!\d)"
    ),
    re.compile(
        rf"(?<![\d/])(?<!\d[.,])(\d{{1,3}}){_ORDINAL}[ ]?(?:/|из|"
        rf"of)[ ]?-?[ ]?(\d{{1,3}})(?:-?[ ]?(?:ти|х|и|м|го)?[ ]?-?[ ]?)?{_FLOOR}"
    ),
    re.compile(
        rf"(?<![\d/])(?<!\d[.,])(\d{{1,3}}){_ORDINAL}[ ]?-?[ ]?{_FLOOR}[ ,:]{{0,2}}(?:в|дома)?[ ]?-?[ ]?"
        r"(\d{1,3})-?[ ]?(?:ти|и|х|го|м)?[ ]?-?[ ]?этажн[а-я]{2,4}"
    ),
    re.compile(
        rf"(?<![\d/])(?<!\d[.,])(\d{{1,3}}){_ORDINAL}[ ]?-?[ ]?{_FLOOR}[ ,:]{{0,2}}(?:из|/|of)[ ]?-?[ ]?"
        r"(\d{1,3})(?![\d]|[.,]\d|[ ]\d{3})"
    ),
    re.compile(rf"(?<![\d/])(?<!\d[.,])(\d{{1,3}}){_ORDINAL}[ ]?{_FLOOR}[ ]?\([ ]?(?:из|в)?[ ]?(\d{{1,3}})"),
    re.compile(rf"(?<![\d/])(?<!\d[.,])(\d{{1,3}}){_ORDINAL}[ ]?{_FLOOR}[ ](\d{{1,3}}) дома(?![а-я])"),
)
_FLOOR_ONLY = (
    re.compile(r"(?<![\d/+])(\d{1,3})(?: ?-?[ыи]?й)? ?\((?:последний|предпоследний|верхний)\) ?этаж"),
    re.compile(r"(?<![а-я])со? (\d{1,3})(?:-?го)? этажа(?![а-я])"),
    re.compile(
        rf"(?<![\d/+])(?<!\d[.,])(\d{{1,3}})(?:[ ]?-?[ ]?(?:[ыио]?й|[ыио]?м|[еио]м|ем|st|nd|rd|th))[ ]?{_FLOOR}"
    ),
    re.compile(
        r"(?<![\d/+])(?<!\d[.,])(\d{1,3})[ ]?-?[ ]?(?:эт(?:аж|\.)?(?![а-я])|этаже(?![а-я])|floor|кабат)"
        r"(?![ ]?[:][ ]?\d)"
    ),
    re.compile(
        rf"(?<![\d])[ ]?{_FLOOR}(?:[ ](?:квартиры|"
        rf"расположения))?[ ]?[:=№-]{{1,2}}[ ]?(?:-[ ])?(-?\d{{1,3}})(?![\d/])(?![ ]?-?[ ]?(?:к"
        r"омн|спал))"
    ),
    re.compile(r"(?:этаж|floor)[ ](-?\d{1,3})(?![\d/]|[ ]?(?:комн|спал|м2|кв))"),
)
_ORDINAL_WORD = rf"(?:({'|'.join(_WORDS)})[а-я]{{1,4}}|({'|'.join(_ENGLISH_WORDS)}))"
_NOT_EXCLUDED = r"(?<!не)(?<!кроме)" + "".join(
    rf"(?<!{no})(?<!{no} the)(?<!{no} on the)" for no in ("not", "no", "except", "but")
)
_FLOOR_WORD = (
    re.compile(rf"{_NOT_EXCLUDED}(?:^|[ ,\n(]){_ORDINAL_WORD}[ ](?:этаж[а-я]{{0,2}}|floor)(?![а-яa-z])"),
    re.compile(rf"(?<![а-я])этаж[ ]?[:-]?[ ]?{_ORDINAL_WORD}(?![а-я])"),
    re.compile(rf"(?<!не)(?:^|[ ,\n(]){_ORDINAL_WORD}(?=[ ]из[ ][а-я]{{4,12}}(?:[ ]этаж|[\s,.;]|$))"),
)
_OUT_OF = re.compile(r"[ ,(]{0,2}(?:из|of|/)[ ]")
_TOTAL = (
    re.compile(
        r"(?<![\d.,])(\d{1,3})[ ]?-?[ ]?(?:[тм]?и|х|ти|го)?[ ]?-?[ ]?(?:эт(?:ажн[а-я]{2,4}|ажк[а-я]{1,2})|этажк)"
    ),
    re.compile(
        r"(?:этажность|этажей|эт-ть)(?:[ ](?:в|дома|доме|здания))?(?:[ ](?:доме|"
        r"здании))?[ ]?[:-]{0,2}[ ]?(\d{1,3})(?!\d)"
    ),
    re.compile(r"(?<![\d.,/])(\d{1,3})[ ]?-?[ ]?х?[ ]?(?:этажа|этажей|уровня|stor(?:e?y|e?ys|ies)|floors)(?![а-я])"),
    re.compile(r"этаж[а-я]{0,2}[^\n.]{0,12}(?:из|of)[ ](\d{1,3})(?!\d)"),
)
_TOTAL_WORD = re.compile(rf"({'|'.join(_STOREYED)})-?этажн[а-я]{{2,4}}")
_BARE = re.compile(r"(?<![\d/.,а-яa-z№-])(\d{1,2})\s?/\s?(\d{1,2})(?![\d/]|[.,]\d|\s?(?:м2|кв|ч|\d))(?![а-яa-z])")
_ADDRESS_BEFORE = re.compile(r"(?:д\.?|дом|ул\.?[^\n,]{0,30}|улиц[а-я]{1,3}[^\n]{0,30}|корп\.?|кв\.|№|с/у|график)\s?$")
_NAME_BEFORE = re.compile(r"[А-ЯЁA-Z][\w-]{1,25} ?$")
_NAME_AND_COMMA = re.compile(r"[А-ЯЁA-Z][\w-]{1,25}, ?$")
_LIST_AROUND = re.compile(r"[\n,;|•·-]\s{0,2}$|^\s{0,3}$|¦[\s,]{0,3}$")


@dataclass(frozen=True, slots=True)
class Floors:
    """The floor of the property and the number of floors of the building."""

    floor: Found[int] | None = None
    total: Found[int] | None = None


def find_floors(reading: TextReader, *, house: bool) -> Floors:
    """Floor and total; of a `house` only the total, since its floors are all the owner's."""
    if not house:
        for pattern in _BOTH:
            for match in pattern.finditer(reading.open):
                both = _pair(reading, match)
                if both:
                    return both
        floor = _floor(reading)
    else:
        floor = None
    total = _total(reading, floor)
    if floor is None and total is None and not house:
        return _bare(reading)
    return Floors(floor, total)


def _pair(reading: TextReader, match: re.Match[str], *, sure: bool = True) -> Floors | None:
    floor, total = int(match[1]), int(match[2])
    if not (LOWEST <= floor <= total <= HIGHEST and total > 0):
        return None
    reading.take(*match.span())
    return Floors(
        reading.found(floor, match.start(1), match.end(1), sure=sure),
        reading.found(total, match.start(2), match.end(2), sure=sure),
    )


def _floor(reading: TextReader) -> Found[int] | None:
    matches = [m for p in _FLOOR_ONLY for m in p.finditer(reading.open) if LOWEST <= int(m[1]) <= HIGHEST]
    if matches:
        match = min(matches, key=lambda m: m.start())
        several = tuple(dict.fromkeys(int(m[1]) for m in sorted(matches, key=lambda m: m.start())))
        reading.take(*match.span())
        return reading.found(int(match[1]), *match.span(), sure=len(several) == 1, alternatives=several[1:])
    word = next((found for rule in _FLOOR_WORD if (found := rule.search(reading.open))), None)
    if word:
        reading.take(*word.span())
        return reading.found(_WORDS[word[1]] if word[1] else _ENGLISH_WORDS[word[2]], *word.span())
    return None


def _total(reading: TextReader, floor: Found[int] | None) -> Found[int] | None:
    for pattern in _TOTAL:
        for match in pattern.finditer(reading.open):
            total = int(match[1])
            if (floor.value if floor else 1) <= total <= HIGHEST:
                reading.take(*match.span())
                return reading.found(total, *match.span())
    return _total_in_words(reading, floor)


def _total_in_words(reading: TextReader, floor: Found[int] | None) -> Found[int] | None:
    word = _TOTAL_WORD.search(reading.open)
    if word:
        return reading.found(_STOREYED[word[1]], *word.span())
    for match in _OUT_OF.finditer(reading.open) if floor else ():
        said = read_words(reading.open, match.end())
        near = TAKEN in reading.open[max(0, match.start() - 8) : match.start()]
        if floor and said and near and max(floor.value, 1) <= said.value <= HIGHEST and not said.scaled:
            return reading.found(int(said.value), match.end(), said.end)
    return None


def _bare(reading: TextReader) -> Floors:
    for match in _BARE.finditer(reading.open):
        before = reading.open[max(0, match.start() - 40) : match.start()]
        if _ADDRESS_BEFORE.search(before) or _NAME_BEFORE.search(reading.cased[: match.start()][-30:]):
            continue
        listed = bool(_LIST_AROUND.search(before))
        if not listed and int(match[2]) < 4:
            continue
        after_name = bool(_NAME_AND_COMMA.search(reading.cased[: match.start()][-30:]))
        both = _pair(reading, match, sure=listed and not after_name and int(match[2]) >= 3)
        if both:
            return both
    return Floors()
