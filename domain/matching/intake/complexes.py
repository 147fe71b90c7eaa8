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
_CENTRE = re.compile(
    rf"(?<![А-Яа-я])(?:ЦО|Ц\. ?О\.|БЦ)\s?(?:\"\s?([^\"\n]{{2,40}}?)\s?\"|({_WORD}(?:[ -]{_WORD}){{0,2}}))"
)
_CALLED_SO = re.compile(
    r"(?<![A-Za-z])((?:[A-Z][A-Za-z]{1,15} ){1,3}(?:City|Tower|Towers|Residence|Resort|Park|Plaza|House|Village|"
    r"Villas|Hills|Garden))(?![a-z])"
)
_CALLED_IN_RUSSIAN = re.compile(
    r"(?<![а-яё-])((?:(?!в |на |для |от |клиента |квартира |город |москва |бишкек )[а-яё]{3,15} )"
    r"(?:сити|виллас|резиденс|таувер|тауэр|резорт|хиллс|вилладж|квартал[ае]?))(?![а-яё])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(?<![А-Яа-я])(?:ЖК|жк)\s?([а-яё]{3,20}(?:[ -][а-яё]{3,20})?)(?=\s?[,.\n;)]|$)")


def find_complex(reading: Reading) -> Found[str] | None:
    """Its name as written, without quotes; the first one named; unsure when only its manner tells that it is one."""
    match = _INTRODUCED.search(reading.cased) or _QUOTED.search(reading.cased)
    sure = match is not None
    for pattern in (_CENTRE, _CALLED_SO, _CALLED_IN_RUSSIAN):
        match = match or pattern.search(reading.cased)
    if match is None:
        return None
    group = next(i for i in range(1, (match.lastindex or 0) + 1) if match.group(i))
    name = match.group(group).strip(" -,.")
    return reading.found(name, *match.span(group), sure=sure) if name else None
