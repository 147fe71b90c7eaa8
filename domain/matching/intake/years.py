"""The year the building was built or will be ready: “дом 1960 года постройки”, “сдача 2 кв. 2027”."""

import re

from domain.matching.intake.found import Found
from domain.matching.intake.reading import TextReader

EARLIEST, LATEST = 1700, 2100
"""Years; older houses are monuments, later ones are not planned yet."""

_YEAR = r"((?:17|18|19|20)\d\d)"
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        (
            rf"(?:построен[а-я]{{0,2}}|постройк[аие]|год постройки|возвед[её]н|built|"
            rf"сдан[а-я]{{0,2}}|сдача)[^\d\n]{{0,20}}(?:[1-4]\s?кв[а-я.]{{0,6}}\s)?(?<!\d){_YEAR}(?"
            r"!\d)"
        ),
        rf"(?<!\d){_YEAR}\s?(?:г\.?|год[а-я]?|г\.п\.)?\s?-?\s?(?:постройки|построен|п\.|п(?![а-я]))",
        rf"(?:дом[а-я]?|здани[а-я])\s(?:\w{{1,15}}\s){{0,2}}{_YEAR}\s?(?:г\.?(?![а-я])|год[а-я]?)",
    )
)


def find_year(reading: TextReader) -> Found[int] | None:
    """The year, from 1700 to 2100."""
    for pattern in _PATTERNS:
        match = pattern.search(reading.open)
        if match:
            reading.take(*match.span())
            return reading.found(int(match[1]), *match.span())
    return None
