"""A market, a park or a station often shares its district's name; such a district is offered as a guess, no more."""

import re
from collections.abc import Iterator
from functools import lru_cache

from domain.gazetteer.gazetteer import Gazetteer, Mention
from domain.gazetteer.place import LOCAL_KINDS, Place, PlaceKind
from domain.gazetteer.stems import stem
from domain.matching.intake.found import Found
from domain.matching.intake.reading import TextReader

MOST = 3
"""Guesses worth a person's look."""
_SHORTEST = 5
"""Letters of a root: shorter ones are shared by chance."""
_WORD = re.compile(r"[А-ЯЁ][а-яё]{4,24}|[А-ЯЁ]{5,25}")
_ADJECTIVE = re.compile(r"(?:ий|ый|ой|ая|ое|ые|ие|ого|его|ую|ом|ых|их|ым|ыми|ей)$")
_STREET_AFTER = re.compile(
    r"^[\"')]?\s{0,2}(?:улиц|ул(?![а-я])|переул|пер\.|проезд|просп|пр-?к?т|пр[.,\s]|бульвар|б-р|наб|област|обл\.|трасс|шоссе|ш\.|"
    r"вокзал|направлени|лини)"
)
_STREET_BEFORE = re.compile(
    r"(?:(?<![а-я])ул\.?|улиц[а-я]{1,2}|пер\.|переул[а-я]{2,3}|проспект[а-я]{0,2}|пр-?к?т\.?|наб\.|больш[а-я]{2,3}|"
    r"мал[а-я]{2,3}|(?<![а-я])б\.|верхн[а-я]{2,3}|нижн[а-я]{2,3})\s?$"
)
_ON_THE_ROAD = re.compile(r"(?<![а-я])(?<!езд )на\s$")
_NO_NAMES = frozenset(
    map(stem, ("центральный", "московский", "восточный", "северный", "южный", "западный", "ленинский"))
)
"""Districts so called for a direction or a city: the same word elsewhere says nothing."""


def namesakes(
    reading: TextReader, mentions: list[Mention], gazetteer: Gazetteer, city: Place | None
) -> list[Found[Place]]:
    """Districts of `city` (of any, if none is known) whose name a landmark of the text shares; all unsure."""
    found: dict[int, Found[Place]] = {}
    for one in (*_of_landmarks(reading, mentions, city), *_of_adjectives(reading, gazetteer, city)):
        found.setdefault(one.value.id, one)
    return sorted(found.values(), key=lambda f: f.start)[:MOST]


def _of_landmarks(reading: TextReader, mentions: list[Mention], city: Place | None) -> Iterator[Found[Place]]:
    """Districts called exactly like something that the text names: “Сокол”."""
    for mention in mentions:
        if not reading.cased[mention.start].isupper():
            continue
        street = _is_street(reading, mention.start, mention.end)
        for place in mention.places:
            # In Bishkek areas are called after a street or a shop in them, elsewhere districts are not.
            here = place.city_id == city.id if city else not place.common
            if here and place.kind in LOCAL_KINDS and not (street and place.kind is PlaceKind.DISTRICT):
                yield reading.found(place, mention.start, mention.end, sure=False)


def _of_adjectives(reading: TextReader, gazetteer: Gazetteer, city: Place | None) -> Iterator[Found[Place]]:
    """Districts whose root an adjective shares: “Дорогомиловский рынок” is probably in Дорогомилово."""
    for match in _WORD.finditer(reading.cased):
        word = reading.text[match.start() : match.end()]
        if not _ADJECTIVE.search(word) or stem(word) in _NO_NAMES or _is_street(reading, *match.span()):
            continue
        sharing = [p for p in _by_root(gazetteer).get(_root(word), ()) if city is None or p.city_id == city.id]
        if len({p.city_id for p in sharing}) == 1:
            yield reading.found(sharing[0], *match.span(), sure=False, alternatives=tuple(sharing[1:]))


def _is_street(reading: TextReader, start: int, end: int) -> bool:
    """Whether the word is a street's or a railway's name, both of which lead far from the district they name."""
    before = reading.text[max(0, start - 16) : start]
    if _ON_THE_ROAD.search(before) and reading.text[end : end + 6] == " шоссе":
        return False
    return bool(_STREET_AFTER.search(reading.text[end : end + 14]) or _STREET_BEFORE.search(before))


def _root(word: str) -> str:
    """What “Дорогомилово” and “Дорогомиловский” have in common."""
    root = stem(word)
    return root.removesuffix("ск") if len(root) >= _SHORTEST + 2 else root


@lru_cache(maxsize=4)
def _by_root(gazetteer: Gazetteer) -> dict[str, list[Place]]:
    """The official districts of one word by their roots."""
    roots: dict[str, list[Place]] = {}
    for place in gazetteer.of_kind({PlaceKind.DISTRICT}):
        name = place.ru.lower()
        if len(name) >= _SHORTEST and name.isalpha():
            roots.setdefault(_root(name), []).append(place)
    return roots
