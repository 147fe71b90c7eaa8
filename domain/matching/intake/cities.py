"""The city is the one that the text is in, not the one that it is an hour from; villages count as well."""

import re

from domain.matching.gazetteer.gazetteer import Mention
from domain.matching.gazetteer.place import UNLISTED, Place, PlaceKind
from domain.matching.intake.found import Found
from domain.matching.intake.reading import TAKEN, Reading
from domain.matching.intake.surroundings import Surroundings, around

_SHORT = 2
"""Letters: a name this short must be capitalised (Ош) or introduced (г. ош)."""
_SETTLEMENT = re.compile(
    r"(?<![А-Яа-яёЁ\d])(?:с\.|[Сс]ел[оае]|[Пп]ос\.|[Пп]ос[её]л(?:ок|ке|ка)|пгт|"
    r"[Дд]еревн[яие]|г\.|[Гг]ород[еа]?|ДП|дп|д/п)[ .]?\"?"
    r"([А-ЯЁ][а-яё]{2,20}(?:[- ][А-ЯЁ][а-яё]{1,15}){0,2})"
)


def find_city(reading: Reading, mentions: list[Mention]) -> Found[Place] | None:
    """The best introduced city: “г. X”, then “в X”, then a bare name; one that is only a way off is unsure."""
    ranked: list[tuple[int, int, Found[Place]]] = []
    for mention in mentions:
        cities = [p for p in mention.places if p.kind is PlaceKind.CITY]
        context = around(reading, mention.start, mention.end, None)
        rank = _rank(cities[0], context, mention) if cities else None
        if rank is None:
            continue
        found = reading.found(
            cities[0], mention.start, mention.end, sure=rank > 0 and len(cities) == 1, alternatives=tuple(cities[1:])
        )
        ranked.append((-rank, mention.start, found))
    okrug = next((m for m in mentions if any(p.kind is PlaceKind.OKRUG and not p.common for p in m.places)), None)
    best = min(ranked, default=None, key=lambda r: r[:2])
    if best and -best[0] >= 2:
        return best[2]
    unlisted = _unlisted(reading)
    if unlisted and (best is None or -best[0] < 1):
        return unlisted
    if best or okrug is None:
        return best[2] if best else None
    return None


def _rank(city: Place, context: Surroundings, mention: Mention) -> int | None:
    """How plainly the text says that it is about this city: 3 to 0, None for not at all."""
    if context.away and not context.metro:
        return None if city.common else 0
    if context.metro or (context.street and not context.city):
        return None
    if context.city:
        return 3
    short = mention.end - mention.start <= _SHORT and not context.capital
    if short or (city.common and not (context.inside and context.capital)):
        return None
    return 2 if context.inside and not city.common else 1


def _unlisted(reading: Reading) -> Found[Place] | None:
    for match in _SETTLEMENT.finditer(reading.cased):
        if TAKEN in reading.open[match.start() : match.end()]:
            continue
        name = match[1]
        return reading.found(Place(UNLISTED, PlaceKind.CITY, name, name), *match.span(1), sure=False)
    return None
