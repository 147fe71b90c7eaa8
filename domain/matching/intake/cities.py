"""The city is the one that the text is in, not the one that it is an hour from; villages count as well."""

import re
from dataclasses import replace

from domain.gazetteer.gazetteer import Mention
from domain.gazetteer.place import UNLISTED, Place, PlaceKind
from domain.gazetteer.turkic_cases import without_case
from domain.matching.intake.found import Found
from domain.matching.intake.nearby_text import NearbyText
from domain.matching.intake.reading import TAKEN, TextReader

_ONLY_A_WAY_OFF, _BARE, _INSIDE, _INTRODUCED = range(4)
"""How plainly a city is meant: “10 minutes from X”, “X”, “in X”, “г. X”."""
_OR_BEFORE = re.compile(r"(?<![а-яa-z])(?:или|or)\s\"?$")
_SHORT = 2
"""Letters: a name this short must be capitalised (Ош) or introduced (г. ош)."""
_SETTLEMENT = re.compile(
    r"(?<![А-Яа-яёЁ\d])(?:с\.|[Сс]ел[оае]|[Пп]ос\.|[Пп]ос[её]л(?:ок|ке|ка)|пгт|"
    r"[Дд]еревн[яие]|г\.|[Гг]ород[еа]?|ДП|дп|д/п)(?:(?<=сел[оае])\.)? ?\"?"
    r"([А-ЯЁ][а-яё]{2,20}(?:[- ][А-ЯЁ][а-яё]{1,15}){0,2})"
)


def find_city(reading: TextReader, mentions: list[Mention]) -> Found[Place] | None:
    """The best introduced city: “г. X”, then “в X”, then a bare name; one that is only a way off is unsure."""
    ranked: list[tuple[int, Found[Place]]] = []
    for mention in mentions:
        cities = [p for p in mention.places if p.kind is PlaceKind.CITY]
        if not cities:
            continue
        context = NearbyText(reading, mention.start, mention.end, None)
        rank = _rank(cities[0], context, reading.text[mention.start : mention.end])
        if rank is not None and ranked and _OR_BEFORE.search(reading.text[: mention.start]):
            # “Moscow or Kazan”: the second is meant as plainly as the first, not more
            rank = ranked[-1][0]
        if rank is not None:
            ranked.append((rank, reading.found(cities[0], mention.start, mention.end, alternatives=tuple(cities[1:]))))
    top = max((rank for rank, _ in ranked), default=_ONLY_A_WAY_OFF)
    best = [found for rank, found in ranked if rank == top]
    if top <= _BARE and (unlisted := _unlisted(reading)):
        return replace(unlisted, alternatives=tuple(f.value for f in best if top == _BARE))
    if not best:
        return None
    rivals = {p.id: p for f in best for p in (f.value, *f.alternatives) if p.id != best[0].value.id}
    sure = top > _ONLY_A_WAY_OFF and not rivals
    return replace(best[0], sure=sure, alternatives=tuple(rivals.values()))


def _rank(city: Place, context: NearbyText, said: str) -> int | None:
    """How plainly the text says that it is about this city, None for not at all; “Токтогула 98” is a street."""
    if context.away and not context.metro:
        return None if city.common else _ONLY_A_WAY_OFF
    if context.metro or (context.street and not context.city):
        return None
    if context.city:
        return _INTRODUCED
    # “Бишкекте”, “Алматыда” say so by their ending
    inside = context.inside or without_case(said) == city.ru.lower()
    if context.numbered and not (inside or said.isascii()) and said != city.ru.lower().replace("ё", "е"):
        return None
    short = len(said) <= _SHORT and not context.capital
    in_latin = context.alone and said.isascii()
    if short or (city.common and not (context.capital and (inside or in_latin))):
        return None
    return _INSIDE if inside and not city.common else _BARE


def _unlisted(reading: TextReader) -> Found[Place] | None:
    for match in _SETTLEMENT.finditer(reading.cased):
        if TAKEN in reading.open[match.start() : match.end()]:
            continue
        name = match[1]
        return reading.found(Place(UNLISTED, PlaceKind.CITY, name, name), *match.span(1), sure=False)
    return None
