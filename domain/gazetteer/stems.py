"""A name is recognised in any grammatical case: “на Арбатской”, “в Хамовниках”, “Свердловского района”."""

import re
from functools import lru_cache

WORD = re.compile(r"[a-zа-яёңөүәғқұіһ]+|\d+", re.IGNORECASE)
_MICRODISTRICT = re.compile(
    r"(?<=[\s\d-])(?:мкрн?|м-н|м/р|м/н|микрорайон[а-я]{0,3}|мкр-н|микр)(?![а-я])|"
    r"^(?:мкрн?|м-н|микрорайон[а-я]{0,3})(?![а-я])"
)

_ADJECTIVE = {
    "ая": ("ая", "ой", "ую", "ою", "яя", "ей", "юю"),
    "яя": ("яя", "ей", "юю"),
    "ий": ("ий", "ого", "его", "ому", "ему", "ом", "ем", "им", "ым"),
    "ый": ("ый", "ого", "ому", "ом", "ым"),
    "ой": ("ой", "ого", "ому", "ом", "им", "ым"),
    "ое": ("ое", "ого", "ому", "ом", "им", "ым"),
    "ее": ("ее", "его", "ему", "ем", "им"),
    "ые": ("ые", "ых", "ым", "ыми"),
    "ие": ("ие", "их", "им", "ими"),
}
_NEVER_A_NOUN = frozenset("ий ый ая яя ое ее ого его ому ему ую юю ые ие ых их ыми ими".split())  # noqa: SIM905 -- a list of endings reads best as one line
_ENDINGS = tuple(
    sorted(
        {e for group in _ADJECTIVE.values() for e in group}
        | {*"ауюеиыоьйя", "ам", "ям", "ах", "ях", "ами", "ями", "ов", "ев", "ия", "ии", "ию"},
        key=len,
        reverse=True,
    )
)
_SHORTEST = 3


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The part of a lower-case word that its grammatical endings leave alone; ё counts as е."""
    word = word.replace("ё", "е")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    if len(word) == _SHORTEST and word[-1] in "аеуыи":
        return word[:2]
    return word


def agrees(said: str, name: str) -> bool:
    """Whether `said` can be an inflection of `name`: a station Таганская is not a district Таганский."""
    said, name = said.replace("ё", "е"), name.replace("ё", "е")
    if said == name:
        return True
    allowed = _ADJECTIVE.get(name[-2:])
    if allowed is None:
        # Курск is not meant by "Курский вокзал", though the two have the same stem.
        return said[-2:] not in _NEVER_A_NOUN and said[-3:] not in _NEVER_A_NOUN
    return said[-2:] in allowed or said[-3:] in allowed


def words(text: str) -> list[tuple[str, int, int]]:
    """The words and numbers of a lower-case text with their places; every spelling of “микрорайон” is “мкр”."""
    found = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]
    micro = {m.start(): m.end() for m in _MICRODISTRICT.finditer(text)}
    if not micro:
        return found
    kept: list[tuple[str, int, int]] = []
    until = 0
    for word, start, end in found:
        if start < until:
            continue
        if start in micro:
            until = micro[start]
            kept.append(("мкр", start, until))
        else:
            kept.append((word, start, end))
    return kept
