"""The total area is told from the living room's, the kitchen's, a room's and the plot's: “54/30/9 м²” is 54."""

import re
from dataclasses import dataclass, field, replace

from domain.matching.intake.found import Found
from domain.matching.intake.reading import TextReader
from domain.typed.numbers import NUMBER, scaled

SMALLEST, LARGEST = 500, 10_000_000
"""Hundredths of a square metre: from 5 m² to 100 000 m²."""

_SMALLEST_DWELLING = 1_500
"""Hundredths of a square metre: a bare figure below that is a distance or a balcony."""

UNIT = (
    r"(?:кв\.?\s?/?\s?(?:м(?:етр[а-я]{0,3})?|m)2?(?![а-яa-z])\.?|[мm]\s?2(?!\d)|[мm]\s?[.]?\s?кв\.?(?![а-я])"
    r"|квадрат[а-я]{0,5}(?:\s?метр[а-я]{0,3})?|кв(?![а-я])\.?|м/кв|метр(?:ов|а)?(?![а-я])|"
    r"sq\.?\s?m\w{0,5}|sqm|square met\w{2,4})"
)
_ONE = r"\d{1,5}(?:[.,]\d{1,2})?"
_TRIPLE = re.compile(rf"(?<![\d.,/])({_ONE})\s?/\s?({_ONE})\s?/\s?({_ONE})(?![\d/])(?:\s?{UNIT})?")
_RANGE = re.compile(rf"(?:(?:от|с|from)\s)?(?<![\d.,/])({_ONE})\s?(?:{UNIT})?\s?(?:-|до|to)\s?({_ONE})\s?{UNIT}")
_FROM = re.compile(rf"(?:от|не менее|не меньше|минимум|мин\.?|from|at least|больше)\s?({_ONE})\s?{UNIT}")
_UP_TO = re.compile(rf"(?:до|не более|не больше|максимум|up to|меньше)\s?({_ONE})\s?{UNIT}")
_WITH_UNIT = re.compile(rf"(?<![\d/])(?<!\d[.,-])({NUMBER})\s?-?(?:х|ти|и)?\s?{UNIT}")
_LABELLED = re.compile(
    rf"(?:площад[а-я]{{1,3}}|квадратур[аы]|кв-?ра|метраж|(?<![а-яa-z])s|area)(?:\s(?:общая|дома|квартиры|"
    r"помещения|апартаментов|студии|объекта))?"
    rf"\s?[:=~-]{{0,2}}\s?(?:-\s)?({_ONE})(?!\d|/\s?\d|[.,]\d)\s?(?:м(?![а-я])|m(?![a-z]))?"
)
_BARE_METRES = re.compile(
    r"(?<![\d.,/-])(\d{2,3}(?:[.,]\d{1,2})?)\s?м(?![а-яa-z\d/])(?!\.?\s?(?:от|до|пешком|метро|кв)(?![а-я]))"
)

_PARTIAL = re.compile(
    r"(?:((?<![а-я])жил(?!пл)[а-я]{2}|кухн[а-я]{0,6}|террас[а-я]{1,2}|участ[а-я]{1,3}|kitchen|living)[^\n\d;]{0,22}"
    r"|(балкон[а-я]{0,2}|лодж[а-я]{1,3}|двор[а-я]{0,2}|зал[а-я]?|спальн[яию]|"
    r"гостин[а-я]{2,3}|комнат[аыу]|подвал[а-я]{0,2}"
    r"|гараж[а-я]{0,2}|земл[а-я]{1,2}|холл|balcony)(?:\s?площадью)?[ (:=,-]{0,4})$"
)
_PARTIAL_AFTER = re.compile(
    r"^ ?[-(]? ?(?![а-я]{3,9}(?: площадь)? ?[:-]? ?\d)"
    r"(кухн|жил|террас|балкон|лодж|зал(?![а-я])|двор|земл|гостиная|kitchen|living)"
)
_TOTAL = re.compile(r"(общ[а-я]{2,4}|площад[а-я]{1,3}|квартир[а-я]{1,2}|дом[а-я]{0,2}|total)[^\n\d;]{0,25}$")
_OF_THE_WHOLE = re.compile(r"(?:общ|площадь квартир|площадь дом)[^\d]{0,25}$")
_A_BUILDING = re.compile(r"жил[а-я]{2}\s(?:комплекс|дом|помещ)")
_PER_UNIT = re.compile(r"(?:/|за|per)\s?$|(?:\$|₽|руб\.?|сом)\s?/?\s?(?:за)?\s?(?:1)?\s?$")


@dataclass(frozen=True, slots=True)
class Areas:
    """What a text says of areas, each in hundredths of a square metre."""

    total: Found[int] | None = None
    least: Found[int] | None = None
    most: Found[int] | None = None
    living: Found[int] | None = None
    kitchen: Found[int] | None = None


def find_areas(reading: TextReader, *, request: bool) -> Areas:
    """The areas; a request's are limits, and one without “от” or “до” is taken as the least that suits."""
    at_once = _from_triple(reading) or (_limits(reading) if request else _limits_of_range(reading))
    if at_once:
        return at_once
    named = _named_areas(reading)
    total = named.total() or _bare(reading) or named.only_part()
    if request:
        return Areas(least=total)
    return Areas(total=total, living=named.parts.get("living"), kitchen=named.parts.get("kitchen"))


@dataclass(slots=True)
class _Named:
    """The areas of a text sorted by what the words beside them say they are of."""

    parts: dict[str, Found[int]] = field(default_factory=dict)
    totals: list[tuple[bool, int, Found[int]]] = field(default_factory=list)
    others: list[Found[int]] = field(default_factory=list)

    def add(self, found: Found[int], kind: str, *, labelled: bool) -> None:
        """File one area under its part."""
        if kind in ("living", "kitchen"):
            self.parts.setdefault(kind, found)
        elif kind == "total":
            self.totals.append((not labelled, found.start, found))
        else:
            self.others.append(found)

    def total(self) -> Found[int] | None:
        """The first that is called total, else the first of no particular part."""
        return min(self.totals, key=lambda t: t[:2])[2] if self.totals else None

    def only_part(self) -> Found[int] | None:
        """A part that stands for the whole where no total is said, which stays unsure."""
        if self.others and not self.parts:
            # "Комната 13 м²" is the whole of what is let; of a flat it would be one of several.
            return replace(self.others[0], sure=False)
        return replace(self.parts["living"], sure=False) if "living" in self.parts else None


def _named_areas(reading: TextReader) -> _Named:
    """Every area with a unit or a label, which are taken; so much “за м²” is a price."""
    named = _Named()
    for pattern in (_WITH_UNIT, _LABELLED):
        for match in list(pattern.finditer(reading.open)):
            found = _sized(reading, match, 1)
            if found and not _PER_UNIT.search(reading.text[max(0, match.start() - 12) : match.start()]):
                reading.take(*match.span())
                labelled = pattern is _LABELLED or bool(_TOTAL.search(_before(reading, match)))
                named.add(found, _part(reading, match), labelled=labelled)
    return named


def _bare(reading: TextReader) -> Found[int] | None:
    """“47 м” without a square: an area only when nothing else is one and it is as large as a dwelling."""
    for match in reading.take_all(_BARE_METRES):
        found = _sized(reading, match, 1, sure=False)
        if found and found.value >= _SMALLEST_DWELLING:
            return found
    return None


def _from_triple(reading: TextReader) -> Areas | None:
    for match in _TRIPLE.finditer(reading.open):
        sizes = [_sized(reading, match, group) for group in (1, 2, 3)]
        total, living, kitchen = sizes
        if (
            total
            and living
            and kitchen is not None
            and total.value >= living.value >= kitchen.value
            and total.value >= _SMALLEST_DWELLING
        ):
            reading.take(*match.span())
            return Areas(total=total, living=living, kitchen=kitchen)
    return None


def _limits(reading: TextReader) -> Areas | None:
    for match in _RANGE.finditer(reading.open):
        low, high = _sized(reading, match, 1), _sized(reading, match, 2)
        if low and high and low.value <= high.value:
            reading.take(*match.span())
            return Areas(least=low, most=high)
    least, most = _first_sized(reading, _FROM), _first_sized(reading, _UP_TO)
    return Areas(least=least, most=most) if least or most else None


def _first_sized(reading: TextReader, pattern: re.Pattern[str]) -> Found[int] | None:
    """The first area of this pattern; it and what stands before it is taken."""
    return next((found for match in reading.take_all(pattern) if (found := _sized(reading, match, 1))), None)


def _limits_of_range(reading: TextReader) -> Areas | None:
    """“240–260 м²” of one property is the smaller with the larger as what else it may be."""
    match = _RANGE.search(reading.open)
    if match is None or _part(reading, match) != "total":
        return None
    low, high = _sized(reading, match, 1), _sized(reading, match, 2)
    if low is None or high is None or not low.value < high.value <= 2 * low.value:
        return None
    reading.take(*match.span())
    return Areas(total=replace(low, sure=False, alternatives=(high.value,)))


def _before(reading: TextReader, match: re.Match[str]) -> str:
    return reading.text[max(0, match.start() - 40) : match.start()]


def _part(reading: TextReader, match: re.Match[str]) -> str:
    """Which part of the property this area is of: total, living, kitchen, or another that is nobody's question."""
    before = _PARTIAL.search(_before(reading, match))
    after = _PARTIAL_AFTER.search(reading.text[match.end() : match.end() + 20])
    word = after.group(1) if after else _part_before(before, _before(reading, match))
    if not word:
        return "total"
    if word.startswith(("жил", "living")):
        return "total" if before and _A_BUILDING.search(before.group()) else "living"
    return "kitchen" if word.startswith(("кух", "kit")) else "other"


def _part_before(match: re.Match[str] | None, before: str) -> str:
    """The word for a part that stands before an area, unless the whole is meant: “площадь квартиры”, “комнатная”."""
    if match is None or _OF_THE_WHOLE.search(before):
        return ""
    word = match[1] or match[2]
    return "" if word.startswith("комнат") and "комнатн" in match.group() else word


def _sized(reading: TextReader, match: re.Match[str], group: int, *, sure: bool = True) -> Found[int] | None:
    hundredths = scaled(match.group(group), 100, grouped=False)
    if hundredths is None or not SMALLEST <= hundredths <= LARGEST:
        return None
    return reading.found(hundredths, match.start(group), match.end(), sure=sure)
