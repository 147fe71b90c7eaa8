"""The residential complex: “ЖК «Сармат»”, “жилой комплекс Прайм Парк”, “СК Тоо-Жели”."""

import re

from domain.matching.intake.found import Found
from domain.matching.intake.reading import Reading

_WORD = r"[A-ZА-ЯЁ0-9][\wё'-]{0,24}"
_INTRODUCED = re.compile(
    r"(?:(?:ЖК|жк|Жк|Ж/К|ж/к|МЖК|[Жж]ил(?:ой|ом|ого)\s[Кк]омплекс[а-я]{0,2}|[Кк]лубн(?:ый|"
    r"ом) дом[а-я]?|[Жж]ил(?:ой|ом) дом[а-я]?(?=\s?\"))\s?[-:]?\s?)(?:ЖК\s)?"
    rf"(?:\"\s?([^\"\n]{{2,40}}?)\s?\"|({_WORD}(?:[ -]{_WORD}){{0,2}}))"
)
_QUOTED = re.compile(r"(?<![А-Яа-я])(?:ЖК|жк)\s?([а-яё]{3,20}(?:[ -][а-яё]{3,20})?)(?=\s?[,.\n;)]|$)")


def find_complex(reading: Reading) -> Found[str] | None:
    """Its name as written, without quotes; the first one named."""
    match = _INTRODUCED.search(reading.cased) or _QUOTED.search(reading.cased)
    if match is None:
        return None
    group = next(i for i in range(1, (match.lastindex or 0) + 1) if match.group(i))
    name = match.group(group).strip(" -,.")
    return reading.found(name, *match.span(group)) if name else None
