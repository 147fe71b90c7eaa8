"""Which of a person's objects a line names, by any word of its name or address, in any case, with a slip of the finger."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.calendar.line.text import Text
from domain.matching.gazetteer.fuzzy import nearest
from domain.matching.gazetteer.stems import WORD, stem

GENERIC = frozenset(
    stem(word)
    for word in (
        "квартира", "квартиры", "студия", "комната", "дом", "офис", "гараж", "склад", "дача", "помещение", "магазин",
        "участок", "улица", "ул", "проспект", "пр", "переулок", "пер", "шоссе", "бульвар", "кв", "д", "корп", "стр",
        "москва", "новая", "старая", "первая", "вторая", "большая", "маленькая",
        "flat", "apartment", "studio", "house", "room", "office", "garage", "street", "st", "road", "lane", "avenue",
        "new", "old", "big", "small", "the", "на", "в", "у", "м", "at", "in", "of", "on",
    )
)  # fmt: skip
"""Words that many objects share: of them only an object that has no other name is known."""
_FUZZY_FROM = 4
"""Letters; a slip in a shorter word makes another word."""


@dataclass(frozen=True, slots=True)
class Named:
    """An object, as it can be called."""

    id: int
    name: str
    address: str | None = None
    currency: str = "RUB"


def take_object(text: Text, objects: Sequence[Named]) -> list[Named]:
    """The objects that the line may be about: one if it is plain, several if it is not, none if none is named."""
    said = [(match.group(), *match.span()) for match in WORD.finditer(text.open)]
    heard = {one.id: _heard(said, one) for one in objects}
    weights = {one.id: sum(weight for _, _, weight in heard[one.id]) for one in objects}
    best = max(weights.values(), default=0)
    if best == 0:
        return []
    found = [one for one in objects if weights[one.id] == best]
    for start, end, _ in {place for one in found for place in heard[one.id]}:
        text.take(start, end, with_lead=True)
    return found


def _heard(said: Sequence[tuple[str, int, int]], one: Named) -> list[tuple[int, int, int]]:
    """The places of the words that name the object, each with its weight; numbers count only beside a word."""
    names = {stem(word) for word in WORD.findall(f"{one.name} {one.address or ''}".lower().replace("ё", "е"))}
    own = names - GENERIC
    telling = {name for name in own if not name.isdigit()} or {name for name in names if not name.isdigit()}
    found: list[tuple[int, int, int]] = []
    for word, start, end in said:
        root = stem(word)
        is_number = word.isdigit()
        if is_number and root in names and found:
            found.append((start, end, 1))
        elif not is_number and root in telling:
            found.append((start, end, 4))
        elif not is_number and len(word) >= _FUZZY_FROM and root not in GENERIC and nearest(root, telling, 1):
            found.append((start, end, 3))
    if found:
        found += [(start, end, 0) for word, start, end in said if stem(word) in names & GENERIC and not word.isdigit()]
    return found
