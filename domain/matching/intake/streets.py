"""The street and the house: “ул. Льва Толстого, 5к2”, “на Кутузовском проезде, дом 4”, “Ахунбаева / Шералиева”."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from domain.matching.gazetteer.stems import stem
from domain.matching.intake import street_patterns as written
from domain.matching.intake.found import Found
from domain.matching.intake.reading import TAKEN, Reading
from domain.matching.intake.street_names import WITHOUT_TYPE, full_name, spelt_out

_WITH_HOUSE, _INTRODUCED, _NAMED, _LOOKED_ONTO, _IN_PASSING = range(5)
"""How plainly a street is the address: with a house, “on” it, by name, by the windows, or as a thing on the way."""
_PATTERNS = (
    written.BEFORE,
    written.AFTER,
    written.CASELESS_BEFORE,
    written.PINNED,
    written.CROSSING,
    written.MIDLINE_CROSSING,
)
_MOST_TRIES = 6
"""Names looked at for each manner of writing."""


@dataclass(frozen=True, slots=True)
class Address:
    """The street with its type where stated (“Молодёжная улица”) and the house number as written."""

    street: Found[str] | None = None
    house: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One street of the text: `name` as maps name it, `text[start:end]`, and the house number's span, if any."""

    rank: int
    start: int
    end: int
    name: str
    house: tuple[int, int] | None = None


def find_address(reading: Reading, stations: Collection[tuple[int, int]] = ()) -> Address:
    """The likeliest street with its house number, which are taken; one that is only passed is left out.

    `stations` are the places in the original text that name metro stations, which are no streets.
    """
    candidates = [c for c in _candidates(reading) if c.house or not _covered(reading.span(c.start, c.end), stations)]
    if not candidates:
        return Address()
    best = min(candidates, key=lambda c: (c.rank, c.start))
    if best.rank == _IN_PASSING:
        return Address()
    reading.take(best.start, best.house[1] if best.house else best.end)
    street = reading.found(best.name, best.start, best.end, sure=best.rank <= _INTRODUCED)
    if best.house is None:
        return Address(street)
    number = re.sub(r"\s", "", reading.cased[slice(*best.house)])
    return Address(street, reading.found(number, *best.house))


def _candidates(reading: Reading) -> Iterator[_Candidate]:
    for pattern in _PATTERNS:
        for tries, match in enumerate(pattern.finditer(reading.cased)):
            if tries >= _MOST_TRIES:
                break
            candidate = _candidate(reading, match)
            if candidate:
                yield candidate
    for match in written.ALONE.finditer(reading.cased):
        stems = " ".join(map(stem, match[1].lower().replace("ё", "е").split()))
        name = WITHOUT_TYPE.get(stems) or (full_name(match[1], "ул") if written.SIZED.match(match[1]) else None)
        if name and not _taken_already(reading, *match.span(1)):
            house = match.span(2) if match[2] else None
            rank = _rank(reading.text[max(0, match.start(1) - 40) : match.start(1)], house)
            yield _Candidate(rank, *match.span(1), name, house)


def _candidate(reading: Reading, match: re.Match[str]) -> _Candidate | None:
    start, end = match.span(1)
    name = match[1]
    while " " in name and written.NOT_A_STREET.match(name.split(" ", 1)[0]) and not name.lower().startswith("метро "):
        start += len(name) - len(name.split(" ", 1)[1])
        name = name.split(" ", 1)[1]
    house = _house(match)
    if _is_no_name(match, name.split(), house) or _taken_already(reading, start, end):
        return None
    if _is_something_else(reading, match, start, house):
        return None
    before = reading.text[max(0, match.start() - 40) : match.start()]
    if match.re is written.AFTER:
        return _Candidate(
            _rank(before, house), start, match.end(2), full_name(spelt_out(name.split()), match[2]), house
        )
    name = spelt_out(name.split())
    corner = written.CORNER.match(reading.cased, end) if match.re is written.BEFORE and not house else None
    if corner:
        name, end = f"{name} / {corner[1]}", corner.end()
    rank = _NAMED if match.re is written.MIDLINE_CROSSING else _rank(before, house)
    return _Candidate(rank, start, end, name, house)


def _is_no_name(match: re.Match[str], words: list[str], house: tuple[int, int] | None) -> bool:
    """Whether these are words that only stand where a street's name would."""
    if not words or written.NOT_A_STREET.match(words[0]):
        return True
    if len(words) == 1 and written.ONLY_A_SIZE.match(words[0]) and match.re is not written.AFTER:
        return True
    if match.re is written.CROSSING:
        return not written.SURNAME.search(match[1])
    return match.re is written.CASELESS_BEFORE and not house and "улиц" in match.group().lower()


def _is_something_else(reading: Reading, match: re.Match[str], start: int, house: tuple[int, int] | None) -> bool:
    """Whether the words beside tell that this is a station, a part of a town, or two sentences run together."""
    before = reading.text[max(0, match.start() - 40) : match.start()]
    if written.METRO_BEFORE.search(before):
        return True
    if match.re is written.PINNED:
        return bool(written.AREA_BEFORE.search(reading.text[max(0, start - 12) : start]))
    if match.re is written.BEFORE:
        return bool(written.TYPED_BEFORE.search(reading.cased[max(0, match.start() - 30) : match.start()]))
    # "На Большой улице. Кирпичный дом" ends a sentence, but "на Большой улице Льва" goes on to the name.
    return match.re is written.AFTER and not house and bool(re.match(r"\s[А-ЯЁ]", reading.cased[match.end(2) :]))


def _rank(before: str, house: tuple[int, int] | None) -> int:
    """An address with a house number says more than “a view of the prospect”."""
    if not house and written.LOOKS_ONTO.search(before):
        return _LOOKED_ONTO
    if house:
        return _WITH_HOUSE
    if written.PASSING.search(before):
        return _IN_PASSING
    return _INTRODUCED if written.INTRODUCED.search(before) else _NAMED


def _covered(span: tuple[int, int], others: Collection[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _taken_already(reading: Reading, start: int, end: int) -> bool:
    """Whether another value already used the name."""
    return TAKEN in reading.open[start:end]


def _house(match: re.Match[str]) -> tuple[int, int] | None:
    group = match.re.groups
    return match.span(group) if group >= 2 and match[group] and match[group][0].isdigit() else None
