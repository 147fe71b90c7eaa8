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
    ranked = _ranked(reading, mentions)
    top = max((rank for rank, _ in ranked), default=_ONLY_A_WAY_OFF)
    best = [found for rank, found in ranked if rank == top]
    if top <= _BARE and (unlisted := _unlisted(reading)):
        return replace(unlisted, alternatives=tuple(f.value for f in best if top == _BARE))
    return _with_rivals(best, is_named=top > _ONLY_A_WAY_OFF) if best else None


def _ranked(reading: TextReader, mentions: list[Mention]) -> list[tuple[int, Found[Place]]]:
    """Every city that the text may be in, with how plainly it says so."""
    ranked: list[tuple[int, Found[Place]]] = []
    for mention in mentions:
        cities = [p for p in mention.places if p.kind is PlaceKind.CITY]
        if not cities:
            continue
        around = NearbyText(reading, mention.start, mention.end, None)
        rank = _rank(cities[0], around, reading.text[mention.start : mention.end])
        if rank is None:
            continue
        if ranked and _OR_BEFORE.search(reading.text[: mention.start]):
            # “Moscow or Kazan”: the second is meant as plainly as the first, not more
            rank = ranked[-1][0]
        ranked.append((rank, reading.found(cities[0], mention.start, mention.end, alternatives=tuple(cities[1:]))))
    return ranked


def _with_rivals(best: list[Found[Place]], *, is_named: bool) -> Found[Place]:
    """The first of cities that are named as plainly, the others beside it."""
    rivals = {p.id: p for f in best for p in (f.value, *f.alternatives) if p.id != best[0].value.id}
    return replace(best[0], sure=is_named and not rivals, alternatives=tuple(rivals.values()))


def _rank(city: Place, around: NearbyText, said: str) -> int | None:
    """How plainly the text says that it is about this city, None for not at all."""
    if around.metro:
        return None
    if around.away:
        return None if city.common else _ONLY_A_WAY_OFF
    if around.city:
        return _INTRODUCED
    return None if around.street else _rank_of_name(city, around, said)


def _rank_of_name(city: Place, around: NearbyText, said: str) -> int | None:
    """The same of a name that no word introduces."""
    name = city.ru.lower()
    # “Бишкекте”, “Алматыда” say so by their ending
    is_inside = around.inside or without_case(said) == name
    if not is_inside and _is_a_street(around, said, name):
        return None
    if len(said) <= _SHORT and not around.capital:
        return None
    if city.common:
        return _BARE if _is_plainly_a_name(around, said, is_inside=is_inside) else None
    return _INSIDE if is_inside else _BARE


def _is_a_street(around: NearbyText, said: str, name: str) -> bool:
    """Whether a form of the city's name with a number after it is a street: “Токтогула 98”."""
    return around.numbered and not said.isascii() and said != name.replace("ё", "е")


def _is_plainly_a_name(around: NearbyText, said: str, *, is_inside: bool) -> bool:
    """Whether an everyday word that is also a city's name is one here."""
    return around.capital and (is_inside or (around.alone and said.isascii()))


def _unlisted(reading: TextReader) -> Found[Place] | None:
    for match in _SETTLEMENT.finditer(reading.cased):
        if TAKEN in reading.open[match.start() : match.end()]:
            continue
        name = match[1]
        return reading.found(Place(UNLISTED, PlaceKind.CITY, name, name), *match.span(1), sure=False)
    return None
