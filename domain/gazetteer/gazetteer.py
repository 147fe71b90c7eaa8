"""Ask for a place by name: the answer is exactly it, the ones it might be, or nothing; never a guess."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from domain.gazetteer import fuzzy
from domain.gazetteer.loading import load_places
from domain.gazetteer.place import DISTRICT_KINDS, LOCAL_KINDS, Place, PlaceKind
from domain.gazetteer.stems import agrees, stem, words
from domain.gazetteer.transliteration import common_root, is_cyrillic, sounds_of
from domain.gazetteer.turkic_cases import without_case

_TURKIC = frozenset({"KG", "KZ"})
"""Countries whose languages put endings after the names of their cities."""
_LONGEST_QUERY = 60
"""Characters; the longest name has 34."""


@dataclass(frozen=True, slots=True)
class PlaceLookup:
    """The answer to one name: `exact` when only one place fits, else `candidates` to choose from, best first."""

    exact: Place | None = None
    candidates: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Places that a stretch of text may name: from `start` up to `end`, all of them spelt alike."""

    start: int
    end: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way to write a place's name; `roots` are what its words have in common in both scripts and all cases."""

    roots: tuple[str, ...]
    name: tuple[str, ...]
    place: Place


class Gazetteer:
    """All known places, indexed by how people write them; made once and shared, never changed."""

    def __init__(self, places: Collection[Place]) -> None:
        self._by_id = {place.id: place for place in places}
        self._spellings: dict[str, list[_Spelling]] = defaultdict(list)
        self._names: dict[str, list[Place]] = defaultdict(list)
        self._parts: dict[int, list[Place]] = defaultdict(list)
        for place in places:
            for name in dict.fromkeys((place.ru, place.en, *place.aliases)):
                self._add(name.lower(), place)
            if place.within_id is not None:
                self._parts[place.within_id].append(place)
        self._with_turkic_cases = frozenset(
            name.lower() for one in places if one.country in _TURKIC for name in (one.ru, *one.aliases)
        )
        for spellings in self._spellings.values():
            spellings.sort(key=lambda s: -len(s.roots))

    def _add(self, name: str, place: Place) -> None:
        said = tuple(word for word, _, _ in words(name))
        roots = tuple(map(common_root, said))
        self._spellings[roots[0]].append(_Spelling(roots, said, place))
        self._names[" ".join(said).replace("ё", "е")].append(place)

    @classmethod
    def standard(cls) -> "Gazetteer":
        """The gazetteer made of the data files that come with the program."""
        return _standard()

    def __getitem__(self, place_id: int) -> Place:
        return self._by_id[place_id]

    def get(self, place_id: int | None) -> Place | None:
        """The place with this id, or None."""
        return None if place_id is None else self._by_id.get(place_id)

    def names(self, lang: str, kind: PlaceKind = PlaceKind.CITY, city: Place | None = None) -> list[str]:
        """All names of one kind (in one city) in the language `lang`, sorted."""
        return sorted(place.name(lang) for place in self.of_kind({kind}, city))

    def of_kind(self, kinds: Collection[PlaceKind], city: Place | None = None) -> list[Place]:
        """All places of these kinds, of one city if given, in the order of the data."""
        return [p for p in self._by_id.values() if p.kind in kinds and (city is None or p.city_id == city.id)]

    def called(self, name: str, kinds: Collection[PlaceKind], city: Place) -> list[Place]:
        """The places of the city with exactly this Russian name, letter case and ё apart."""
        plain = _plain(name)
        named = [place for place in self._names.get(plain, ()) if _plain(place.ru) == plain]
        return [place for place in named if place.kind in kinds and place.city_id == city.id]

    def parts(self, place: Place) -> list[Place]:
        """Everything that lies in the place, stations apart: an okrug's districts and the areas in them."""
        within = [one for one in self._parts[place.id] if one.kind is not PlaceKind.METRO] if place.listed else []
        return [*within, *(part for one in within for part in self.parts(one))]

    def lies_in(self, place: Place, wider: Place) -> bool:
        """Whether `place` is known to lie in `wider`."""
        around = self.get(place.within_id)
        return around is not None and (around.id == wider.id or self.lies_in(around, wider))

    def starting_with(
        self, typed: str, kinds: Collection[PlaceKind], city: Place | None = None, limit: int = 10
    ) -> list[Place]:
        """Places with a word that starts as typed, for a picker: those whose name starts so come first."""
        said = _plain(typed)
        ranked: dict[int, tuple[int, str]] = {}
        for name, places in self._names.items():
            is_first = name.startswith(said)
            if not is_first and f" {said}" not in name:
                continue
            for place in places:
                if place.kind in kinds and (city is None or place.city_id == city.id):
                    is_its_own = name in (_plain(place.ru), _plain(place.en))
                    rank = (0 if is_first and is_its_own else 1, place.ru)
                    ranked[place.id] = min(ranked.get(place.id, (9, "")), rank)
        return [self._by_id[i] for i in sorted(ranked, key=lambda i: ranked[i])[:limit]]

    def find(self, said: str, kinds: Collection[PlaceKind], city: Place | None = None) -> PlaceLookup:
        """The place of one of `kinds` named by all of `said`, in any case; slips of the finger give candidates."""
        said = said[:_LONGEST_QUERY]
        whole = self._spelt_by_all_of(said, kinds, city)
        if len(whole) > 1:
            # a name that is spelt out is meant rather than one in a case of another
            exactly = [p for p in whole if _plain(said) in (_plain(p.ru), _plain(p.en))]
            whole = exactly if len(exactly) == 1 else whole
        if len(whole) == 1:
            return PlaceLookup(exact=whole[0])
        return PlaceLookup(candidates=tuple(whole) or self._alike(said, kinds, city))

    def _spelt_by_all_of(self, said: str, kinds: Collection[PlaceKind], city: Place | None) -> list[Place]:
        """The places that the words name, with nothing but blanks around the name."""
        return [
            place
            for mention in self.mentions(said.lower())
            if said[: mention.start].strip() == "" and said[mention.end :].strip(" .") == ""
            for place in self._fitting(mention.places, kinds, city)
        ]

    def _alike(self, said: str, kinds: Collection[PlaceKind], city: Place | None) -> tuple[Place, ...]:
        """Places with a name like the one typed, else those that begin so."""
        alike: dict[int, Place] = {}
        for name, _ in fuzzy.nearest(_plain(said), self._names, limit=8):
            alike |= {p.id: p for p in self._fitting(self._names[name], kinds, city)}
        if not alike and len(_plain(said)) >= 3:
            return tuple(self.starting_with(said, kinds, city))
        return tuple(alike.values())

    @staticmethod
    def _fitting(places: Collection[Place], kinds: Collection[PlaceKind], city: Place | None) -> list[Place]:
        return [p for p in places if p.kind in kinds and (city is None or p.city_id in (None, city.id))]

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every stretch of a lower-case text that spells a known name, the longest at each word, left to right."""
        said = [(self._in_its_own_form(word), start, end) for word, start, end in words(text)]
        roots = [common_root(word) for word, _, _ in said]
        index = 0
        while index < len(said):
            places, length = self._at(index, said, roots)
            if places:
                yield Mention(said[index][1], said[index + length - 1][2], places)
            index += max(length, 1)

    def _in_its_own_form(self, word: str) -> str:
        """The word, or the city's name that it is with a Kyrgyz or Kazakh ending: “Бишкектен” is Бишкек."""
        if word in self._with_turkic_cases or not is_cyrillic(word):
            return word
        bare = without_case(word)
        return bare if bare is not None and bare in self._with_turkic_cases else word

    def _at(self, index: int, said: list[tuple[str, int, int]], roots: list[str]) -> tuple[tuple[Place, ...], int]:
        found: dict[int, Place] = {}
        length = 0
        for spelling in self._spellings.get(roots[index], ()):
            size = len(spelling.roots)
            if size < length:
                break
            if tuple(roots[index : index + size]) != spelling.roots:
                continue
            heard = (word for word, _, _ in said[index : index + size])
            if all(map(_is_said, heard, spelling.name)) and _adjacent(said[index : index + size]):
                found[spelling.place.id] = spelling.place
                length = size
        return tuple(found.values()), length


def _is_said(heard: str, name: str) -> bool:
    """Whether a word heard can be this word of a name, in any case in Cyrillic, by any romanisation in Latin."""
    if is_cyrillic(heard):
        return stem(heard) == stem(name) and agrees(heard, name)
    return sounds_of(heard) == sounds_of(name)


def _adjacent(said: list[tuple[str, int, int]]) -> bool:
    """Words of one name stand within three characters of each other: “Арча - Бешик”, not two sentences."""
    return all(after[1] - before[2] <= 3 for before, after in pairwise(said))


def _plain(name: str) -> str:
    return " ".join(word for word, _, _ in words(name.lower())).replace("ё", "е")


@cache
def _standard() -> Gazetteer:
    return Gazetteer(load_places())


__all__ = ["DISTRICT_KINDS", "LOCAL_KINDS", "Gazetteer", "Mention", "PlaceLookup"]
