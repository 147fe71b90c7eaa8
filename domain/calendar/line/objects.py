"""Which object a line names: by any word of its name or address, in any grammatical case and either script."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.calendar.line.text import Text
from domain.estate.objects.premises import Premises
from domain.gazetteer.fuzzy import nearest
from domain.gazetteer.stems import WORD, stem
from domain.gazetteer.transliteration import common_root

GENERIC = frozenset(
    stem(word)
    for word in (
        "квартира", "квартиры", "дом", "помещение", "улица", "ул", "проспект", "пр", "переулок", "пер", "шоссе",
        "бульвар", "кв", "д", "корп", "стр", "москва", "новая", "старая", "первая", "вторая", "большая", "маленькая",
        "flat", "apartment", "house", "street", "st", "road", "lane", "avenue", "new", "old", "big", "small", "the",
        "на", "в", "у", "м", "at", "in", "of", "on",
    )
)  # fmt: skip
"""Words that fit almost any object, whatever it is called: by them one is only a guess, unless it has no other name."""
_OTHER_SCRIPT_FROM = 3
"""Letters of a name in the other script: "Arbat" for Арбат."""
_FUZZY_FROM = 4
"""Letters; a slip in a shorter word makes another word."""


@dataclass(frozen=True, slots=True)
class NamedObject:
    """An object, as it can be called."""

    id: int
    name: str
    address: str | None = None
    currency: str = "RUB"

    @classmethod
    def of(cls, premises: Premises) -> "NamedObject":
        """An object as a line of words may name it."""
        return cls(premises.id, premises.name, premises.address, premises.currency)


@dataclass(frozen=True, slots=True)
class Heard:
    """The objects that a line may be about, and whether that is plain."""

    objects: tuple[NamedObject, ...] = ()
    is_plain: bool = False


def take_object(text: Text, objects: Sequence[NamedObject]) -> Heard:
    """What the line names: by a word of its own, plainly; several alike, or by a word for any object, as a guess."""
    said = [(match.group(), *match.span()) for match in WORD.finditer(text.open)]
    named, places = _named_most([(one, _own_words(said, one)) for one in objects])
    if len(named) == 1:
        for start, end, _ in places:
            text.take(start, end, with_lead=True)
        return Heard(named, is_plain=True)
    if not named:
        named, _ = _named_most([(one, _shared_words(said, one)) for one in objects])
    return Heard(named)


def named_alone(said: str, objects: Sequence[NamedObject]) -> Heard:
    """What words that should name an object and nothing else do name: with a word left over it is only a guess."""
    text = Text(said)
    heard = take_object(text, objects)
    is_whole = all(stem(word) in GENERIC for word, _, _ in text.words())
    return Heard(heard.objects, heard.is_plain and is_whole)


Place = tuple[int, int, int]
"""Where a word of the name stands, from and to, and how much it weighs."""


def _named_most(
    heard: Sequence[tuple[NamedObject, list[Place]]],
) -> tuple[tuple[NamedObject, ...], list[Place]]:
    """The objects of whose names most was said, if anything was, and where the first of them was."""
    weights = [sum(weight for _, _, weight in places) for _, places in heard]
    best = max(weights, default=0)
    if not best:
        return (), []
    named = [one for one, weight in zip(heard, weights, strict=True) if weight == best]
    return tuple(one for one, _ in named), named[0][1]


def _own_words(said: Sequence[tuple[str, int, int]], one: NamedObject) -> list[Place]:
    """Words that tell this object from others; numbers count only beside one."""
    names = _stems(one)
    telling = _without_numbers(names - GENERIC) or _without_numbers(names)
    roots = {common_root(word) for word in _words(one) if stem(word) in telling}
    found: list[Place] = []
    for word, start, end in said:
        weight = _weight_of_number(word, names, found) if word.isdigit() else _weight_of_word(word, telling, roots)
        if weight:
            found.append((start, end, weight))
    return [*found, *((start, end, 0) for start, end, _ in _shared_words(said, one))] if found else []


def _weight_of_number(number: str, names: set[str], found: Sequence[Place]) -> int:
    return 1 if found and stem(number) in names else 0


def _weight_of_word(word: str, telling: set[str], roots: set[str]) -> int:
    """A name as it is says more than one with a slip in it."""
    root = stem(word)
    if root in telling:
        return 4
    return 3 if root not in GENERIC and _is_alike(word, root, telling, roots) else 0


def _without_numbers(names: set[str]) -> set[str]:
    return {name for name in names if not name.isdigit()}


def _is_alike(word: str, root: str, telling: set[str], roots: set[str]) -> bool:
    """Whether it is a word of the name with a slip in it, or in the other script."""
    is_slip = len(word) >= _FUZZY_FROM and bool(nearest(root, telling, 1))
    return is_slip or (len(word) >= _OTHER_SCRIPT_FROM and common_root(word) in roots)


def _shared_words(said: Sequence[tuple[str, int, int]], one: NamedObject) -> list[Place]:
    """Words that any object may be called by."""
    names = _stems(one) & GENERIC
    return [(start, end, 1) for word, start, end in said if stem(word) in names and len(word) >= _FUZZY_FROM]


def _stems(one: NamedObject) -> set[str]:
    return {stem(word) for word in _words(one)}


def _words(one: NamedObject) -> list[str]:
    return WORD.findall(f"{one.name} {one.address or ''}".lower().replace("ё", "е"))
