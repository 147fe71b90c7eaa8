"""“2-к”, “двушка”, “евротрёшка”, “студия”, “1-2 комнатную”, “two-bedroom”: how many rooms, and whether euro."""

import re

from domain.matching.intake.found import Found
from domain.matching.intake.reading import TextReader

STUDIO = 0
MOST = 20
"""Rooms; more than that is not one dwelling."""

_WORDS = {
    "одно": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "дву": 2,
}  # fmt: skip
_ENGLISH = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_SUFFIX = r"\s?-?\s?(?:[хx]\s?\((?:двух|трех|четырех)\)|[хx]|ю|у|но|ти|и|ми|ух|ех)?\s?-?\s?"
_ROOM = (
    r"(?:комн(?:ат[а-я]{0,5})?\.?|ком(?![а-я])\.?|комната?я?|rooms?(?![a-z])|к\.?\s?кв?(?![а-я])\.?"
    r"|[кk](?![а-яa-z\d])\.?(?!\s?\d{1,2}(?![\d.,]|\s?(?:м|кв))))"
)
_LIST = re.compile(
    rf"(?<![\d/+№])(?<!\d[.,])(\d{{1,2}}){_SUFFIX}(?:{_ROOM})?\s?(?:,|-|/|или|и|до|or)\s?(\d{{1,2}})"
    rf"(?:{_SUFFIX}(?:,|-|/|или|и)\s?(\d{{1,2}}))?{_SUFFIX}{_ROOM}"
)
_FROM_TO = re.compile(rf"(?:от)\s(\d{{1,2}}){_SUFFIX}(?:{_ROOM})?\s?(?:до)\s(\d{{1,2}}){_SUFFIX}{_ROOM}")
_ONE = re.compile(rf"(?<![\d/+№])(?<!\d[.,-])(\d{{1,2}}){_SUFFIX}{_ROOM}")
_SHKA = re.compile(r"(?<![\d/+№.,])([1-5])\s?-?\s?(?:х|ти)?-?ш(?:к|ечк)[ауеи](?![а-я])")
"""“2шку”, “3-шка”: the figure stands for the word’s beginning."""
_KYRGYZ = re.compile(r"(?<!\d)([1-9])\s?-?\s?(?:бөлмө|болмо)[а-яөүң]{0,6}")
_ROOMS_IN_WORDS = re.compile(
    r"(?<![а-яa-z])(одна|одной|две|двух|три|трех|четыре|четырех|one|two|three|four)[\s-](?:комнат[аы]?(?![а-я])|rooms?(?![a-z]))"
)
_HASH = re.compile(r"(?<!\d)(\d)[_]?комнат[а-я]{0,3}")
_COUNT = re.compile(r"(?:количество комнат|кол-во комнат|комнат[ыа]?|rooms)\s?[:=-]\s?(\d{1,2})(?!\d|\s?м)")
_LAYOUT = re.compile(r"(?<![\d.,+])([1-9])\s?\+\s?([01])(?![\d+]|[.,]\d|\s?(?:этаж|депоз|месяц))")
_BEDROOMS = re.compile(
    r"(?:(\d)|(one|two|three|four|five))[\s-]{0,2}(?:-\s?)?(?:bed(?:room)?s?(?![a-z])|"
    r"br(?![a-z])|bdr)|(\d)\s?(?:-х\s)?(?:светл[а-я]{2,3}\s)?спаль"
)
_WORD = re.compile(rf"({'|'.join(_WORDS)})[\s-]{{0,2}}ком(?:нат|н\.|\.|\s)[а-я]{{0,6}}")
_SLANG_WORD = re.compile(
    r"(евро)?[-\s]?(однушк|однушеч|двушк|двушеч|трешк|трешеч|трешу|трёшк|четверк|четырешк|пятешк)[а-я]{0,4}"
)
_SLANG_COUNT = {"одн": 1, "дву": 2, "две": 2, "тре": 3, "три": 3, "чет": 4, "пят": 5}
_EURO = re.compile(
    r"евро\s?-?\s?(\d)(?!\d)|(\d)\s?-?\s?[ее](?:вро)?(?![а-я])\s?-?\s?(?:к(?:омн)?)?|"
    r"евро-?(?:одн|дву|тре|чет)"
)
_EURO_NUMBER = re.compile(
    r"евро\s?-?\s?([1-5])(?!\d)|(?<![\d.,/])([1-5])\s?-?\s?(?:евро|e|"
    r"е)(?![а-яa-z])(?!\s?ремонт)"
)
_INSTRUMENTAL = re.compile(r"(?<![а-я])(двумя|тремя|две|три)\s(?:[а-я]{4,16}\s)?комнат[а-я]{0,3}")
_KINDS_OF_ROOMS = re.compile(
    r"(?<![\d.,/+№])([1-6])\s(?:изолированн|смежн|раздельн|отдельн|жил|больш|просторн|светл)[а-я]{1,3}\s(?:[а-я]{4,16}\s)?комнат[аы](?![а-я])"
    r"|(?<![\d.,/+№])([1-5])\s?-?\s?(?:х\s)?квартир[ауы](?![а-я])"
)
_STUDIO = re.compile(
    r"(?<![а-я])студи[яиюей]{1,2}(?![а-я])|квартир[а-я]{1,2}-студи[а-я]{1,2}|(?<![a-z])studio(?![a-z])"
)
_NOT_A_FLAT = re.compile(r"(?:спа|фото|арт|дизайн|звукозапис[а-я]{1,2}|йога|танц[а-я]{1,5})-?\s?$")


def find_rooms(reading: TextReader, *, request: bool) -> Found[tuple[int, ...]] | None:
    """The numbers of rooms that the text offers or accepts, ascending; a lead may accept several."""
    found = _listed(reading, request=request) or _counted(reading) or _named(reading)
    studio = _studio(reading)
    if studio is None:
        return found or _layout(reading)
    if request and not found:
        found = _layout(reading)
    return _with_studio(found, studio, request=request) if found else studio


def _with_studio(
    found: Found[tuple[int, ...]], studio: Found[tuple[int, ...]], *, request: bool
) -> Found[tuple[int, ...]]:
    """A number of rooms in a text that speaks of a studio too: a lead takes either, one room may be the studio."""
    if request and _joined(found, studio):
        both = tuple(sorted({STUDIO, *found.value}))
        return Found(both, min(found.start, studio.start), max(found.end, studio.end), found.sure)
    if found.value == (1,):
        return Found((1,), found.start, found.end, sure=False, alternatives=((STUDIO,),))
    return found


def find_euro(reading: TextReader) -> Found[bool] | None:
    """True where the text says “евро-”: a kitchen and living room in one count as a room."""
    match = _EURO_NUMBER.search(reading.text) or re.search(r"евро-?(?:одн|дву|тре|чет)", reading.text)
    return reading.found(True, *match.span()) if match else None


def _listed(reading: TextReader, *, request: bool) -> Found[tuple[int, ...]] | None:
    match = _FROM_TO.search(reading.open)
    if match and 0 < int(match[1]) <= int(match[2]) <= MOST:
        return _taken(reading, match, range(int(match[1]), int(match[2]) + 1))
    for match in _LIST.finditer(reading.open):
        numbers = _numbers_of_list(match)
        if numbers:
            return _taken(reading, match, numbers)
    return _listed_in_words(reading) if request else None


def _numbers_of_list(match: re.Match[str]) -> list[int]:
    """The numbers of “1, 2 или 3-комнатную”, all those between of “1-3”; none if they are not of rooms."""
    numbers = [int(g) for g in match.groups() if g]
    if not all(1 <= n <= 9 for n in numbers) or numbers != sorted(set(numbers)):
        return []
    is_range = len(numbers) == 2 and "-" in match.group() and "," not in match.group()
    return list(range(numbers[0], numbers[1] + 1)) if is_range else numbers


def _listed_in_words(reading: TextReader) -> Found[tuple[int, ...]] | None:
    """“Двух- или трёхкомнатную”: numbers that stand close together."""
    every = list(_WORD.finditer(reading.open))
    if len(every) < 2 or every[-1].end() - every[0].start() >= 60:
        return None
    return reading.found(tuple(sorted({_WORDS[m[1]] for m in every})), every[0].start(), every[-1].end())


def _counted(reading: TextReader) -> Found[tuple[int, ...]] | None:
    best: tuple[int, re.Match[str], int] | None = None
    for pattern in (
        _EURO_NUMBER,
        _COUNT,
        _ONE,
        _HASH,
        _WORD,
        _SLANG_WORD,
        _INSTRUMENTAL,
        _KINDS_OF_ROOMS,
        _SHKA,
        _KYRGYZ,
        _ROOMS_IN_WORDS,
    ):
        for match in pattern.finditer(reading.open):
            count = _count(match)
            if 1 <= count <= MOST and (best is None or match.start() < best[0]):
                best = match.start(), match, count
                break
    if best is None:
        return None
    return _taken(reading, best[1], [best[2]])


def _count(match: re.Match[str]) -> int:
    said = next(g for g in match.groups()[::-1] if g)
    if said.isdecimal():
        return int(said)
    return _WORDS.get(said) or _ENGLISH.get(said) or _SLANG_COUNT.get(said[:3], 0)


def _named(reading: TextReader) -> Found[tuple[int, ...]] | None:
    match = _BEDROOMS.search(reading.open)
    if match is None:
        return None
    bedrooms = int(match[1] or match[3] or _ENGLISH[match[2]])
    if match[3]:
        # "2 спальни" in a Russian text says nothing of the living room, so both readings are offered.
        return reading.found((bedrooms + 1,), *match.span(), sure=False, alternatives=((bedrooms,),))
    return _taken(reading, match, [bedrooms + 1], sure=False, alternatives=((bedrooms,),))


def _layout(reading: TextReader) -> Found[tuple[int, ...]] | None:
    """“2+1” is two bedrooms and a living room: three rooms to a Russian ear, unless two bedrooms were meant."""
    match = _LAYOUT.search(reading.open)
    if match is None:
        return None
    total = int(match[1]) + int(match[2])
    return _taken(reading, match, [total], sure=False, alternatives=((int(match[1]),),))


def _studio(reading: TextReader) -> Found[tuple[int, ...]] | None:
    for match in _STUDIO.finditer(reading.open):
        if not _NOT_A_FLAT.search(reading.text[max(0, match.start() - 20) : match.start()]):
            return reading.found((STUDIO,), *match.span())
    return None


def _joined(one: Found[tuple[int, ...]], other: Found[tuple[int, ...]]) -> bool:
    first, second = sorted((one, other), key=lambda f: f.start)
    return second.start - first.end < 25


def _taken(
    reading: TextReader,
    match: re.Match[str],
    rooms: "range | list[int]",
    *,
    sure: bool = True,
    alternatives: tuple[tuple[int, ...], ...] = (),
) -> Found[tuple[int, ...]]:
    reading.take(*match.span())
    return reading.found(tuple(rooms), *match.span(), sure=sure, alternatives=alternatives)
