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
    candidates = [c for c in _candidates(reading) if not _overlaps(reading.span(c.start, c.end), stations)]
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
    for pattern in (written.BEFORE, written.AFTER, written.CASELESS_BEFORE, written.PINNED, written.CROSSING):
        for tries, match in enumerate(pattern.finditer(reading.cased)):
            if tries >= _MOST_TRIES:
                break
            candidate = _candidate(reading, match)
            if candidate:
                yield candidate
    for match in written.ALONE.finditer(reading.cased):
        stems = " ".join(map(stem, match[1].lower().replace("ё", "е").split()))
        if stems in WITHOUT_TYPE and not _taken_already(reading, *match.span(1)):
            house = match.span(2) if match[2] else None
            yield _Candidate(_WITH_HOUSE if house else _INTRODUCED, *match.span(1), WITHOUT_TYPE[stems], house)


def _candidate(reading: Reading, match: re.Match[str]) -> _Candidate | None:
    start, end = match.span(1)
    after = match.re is written.AFTER
    name = match[1]
    while " " in name and written.NOT_A_STREET.match(name.split(" ", 1)[0]):
        if name.lower().startswith(("метро ", "станция ")):
            return None
        start += len(name) - len(name.split(" ", 1)[1])
        name = name.split(" ", 1)[1]
    words = name.split()
    if not words or written.NOT_A_STREET.match(words[0]) or _taken_already(reading, start, end):
        return None
    if len(words) == 1 and written.ONLY_A_SIZE.match(words[0]) and not after:
        return None
    if match.re is written.CROSSING and not written.SURNAME.search(name):
        return None
    house = _house(match)
    if not house and match.re is written.CASELESS_BEFORE and "улиц" in match.group().lower():
        return None
    if match.re is written.BEFORE and written.TYPED_BEFORE.search(
        reading.cased[max(0, match.start() - 30) : match.start()]
    ):
        return None
    if after and not house and re.match(r"\.?\s?[А-ЯЁ]", reading.cased[match.end(2) :]):
        # "На Большой улице. Кирпичный дом": the sentence ends, but "улице Льва" goes on to another name.
        if not reading.cased[match.end(2)].startswith("."):
            return None
    before = reading.text[max(0, match.start() - 40) : match.start()]
    if written.METRO_BEFORE.search(before):
        return None
    if match.re is written.PINNED and written.AREA_BEFORE.search(reading.text[max(0, start - 12) : start]):
        return None
    if after:
        end = match.end(2)
    named = full_name(spelt_out(words), match[2]) if after else spelt_out(words)
    corner = written.CORNER.match(reading.cased, end) if match.re is written.BEFORE and not house else None
    if corner:
        named, end = f"{named} / {corner[1]}", corner.end()
    return _Candidate(_rank(before, house), start, end, named, house)


def _rank(before: str, house: tuple[int, int] | None) -> int:
    """An address with a house number says more than “a view of the prospect”."""
    if not house and written.LOOKS_ONTO.search(before):
        return _LOOKED_ONTO
    if house:
        return _WITH_HOUSE
    if written.PASSING.search(before):
        return _IN_PASSING
    return _INTRODUCED if written.INTRODUCED.search(before) else _NAMED


def _overlaps(span: tuple[int, int], others: Collection[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _taken_already(reading: Reading, start: int, end: int) -> bool:
    """Whether another value already used the name."""
    return TAKEN in reading.open[start:end]


def _house(match: re.Match[str]) -> tuple[int, int] | None:
    group = match.re.groups
    return match.span(group) if group >= 2 and match[group] and match[group][0].isdigit() else None
