"""A district that our data lacks is reported as the text spells it; a misspelt station as the one it resembles."""

import re
from collections.abc import Collection

from domain.gazetteer import fuzzy
from domain.gazetteer.gazetteer import Gazetteer, Mention
from domain.gazetteer.place import UNLISTED, Place, PlaceKind
from domain.gazetteer.stems import stem
from domain.matching.intake.found import Found
from domain.matching.intake.reading import TAKEN, TextReader

_NAME = r"([А-ЯЁA-Z][А-Яа-яЁёA-Za-z]{2,20}(?:[ -](?:[А-ЯЁ][а-яё]{2,15}|\d{1,2}))?)"
_DISTRICT = re.compile(
    r"(?<![А-Яа-яё])(?:(?:[Рр]айон|РАЙОН|[Рр]-о?н)(?:е|а|у|ом)?|[Мм]крн?\.?|"
    rf"[Мм]икрорайон[а-я]{{0,2}}|[Жж]/[Мм]|"
    rf"[Жж]илмассив[а-я]{{0,2}})\s?[:-]?\s?(?:города\s)?(?:-\s)?\"?{_NAME}"
)
_ADJECTIVE = re.compile(r"([А-ЯЁ][а-яё]{3,20}[сц]к(?:ом|ого|ий|ой))\s(?:район[а-я]{0,2}|р-н[а-я]?)(?![а-я])")
_NUMBERED = re.compile(r"(?<![\d.,/])(\d{1,2})(?:\s?-?й)?\s?-?(?:мкрн?|м-н|микрорайон[а-я]{0,2})(?![а-я])")
_STATION = re.compile(
    r"(?:[Мм]етро|(?<![А-Яа-яA-Za-z\d])(?:[Мм]\.|[Мм](?= [А-ЯЁ]))|ст\.\s?м\.|"
    r"станци[а-я]{1,3})[\s:\"-]{0,3}([А-ЯЁа-яё][А-Яа-яё-]{3,24}(?:\s[А-ЯЁа-яё][а-яё]{3,20})?)"
)
_MOST_STATIONS = 5
"""Unknown names after “метро” that are compared with all stations."""
_DESCRIBING = (
    "метро центр центральный город парк рынок для от до цена адрес улица самый лучший прекрасный хороший отличный "
    "тихий спокойный зеленый престижный развитый современный исторический жилой элитный удобный перспективный "
    "респектабельный новый старый московский этот наш любой"
)
_NO_NAME = frozenset(map(stem, _DESCRIBING.split()))
"""Words that stand where a name would: “лучший район”, “район метро”."""


def unlisted_districts(reading: TextReader, gazetteer: Gazetteer) -> list[Found[Place]]:
    """At most one district introduced by “район”, “мкр”, “ж/м”; always unsure."""
    numbered = _NUMBERED.search(reading.open)
    if numbered:
        name = f"{numbered[1]}-й микрорайон"
        return [reading.found(Place(UNLISTED, PlaceKind.AREA, name, name), *numbered.span(), sure=False)]
    for pattern in (_DISTRICT, _ADJECTIVE):
        for match in pattern.finditer(reading.cased):
            if TAKEN in reading.open[match.start() : match.end()] or stem(match[1].lower().split()[0]) in _NO_NAME:
                continue
            if any(
                p.kind in (PlaceKind.CITY, PlaceKind.OKRUG)
                for m in gazetteer.mentions(match[1].lower())
                for p in m.places
            ):
                continue
            place = Place(UNLISTED, PlaceKind.AREA, match[1], match[1])
            return [reading.found(place, *match.span(1), sure=False)]
    return []


def misspelt_metro(
    reading: TextReader, gazetteer: Gazetteer, city: Place | None, mentions: Collection[Mention]
) -> list[Found[Place]]:
    """The stations most like the name after “м.” or “метро”, when no known one stands there; always unsure."""
    known = {mention.start for mention in mentions}
    stations = gazetteer.of_kind({PlaceKind.METRO}, city) or gazetteer.of_kind({PlaceKind.METRO})
    by_name: dict[str, Place] = {}
    found: list[Found[Place]] = []
    for match in list(_STATION.finditer(reading.cased))[:_MOST_STATIONS]:
        if match.start(1) in known:
            continue
        by_name = by_name or {s.ru.lower().replace("ё", "е"): s for s in stations}
        said = match[1].lower().replace("ё", "е")
        alike = fuzzy.nearest(said, by_name, limit=3) or fuzzy.nearest(said.split()[0], by_name, limit=3)
        if alike:
            first, *others = [by_name[name] for name, _ in alike]
            found.append(reading.found(first, *match.span(1), sure=False, alternatives=tuple(others)))
    return found
