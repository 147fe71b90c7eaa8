"""The street and the house: “ул. Льва Толстого, 5к2”, “на Кутузовском проезде, дом 4”, “Ахунбаева / Шералиева”."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from domain.gazetteer.stems import stem
from domain.matching.intake import street_patterns as written
from domain.matching.intake.found import Found
from domain.matching.intake.house_numbers import as_on_the_house, is_a_floor
from domain.matching.intake.reading import TAKEN, TextReader
from domain.matching.intake.street_names import FREQUENT, WITHOUT_TYPE, full_name, spelt_out

_WITH_HOUSE, _INTRODUCED, _NAMED, _LOOKED_ONTO, _IN_PASSING = range(5)
"""How plainly a street is the address: with a house, “on” it, by name, by the windows, or as a thing on the way."""
_PATTERNS = (
    written.BEFORE,
    written.AFTER,
    written.NUMBER_FIRST,
    written.SUFFIXED,
    written.NUMBERED_LINE,
    written.CASELESS_BEFORE,
    written.PINNED,
    written.CROSSING,
    written.MIDLINE_CROSSING,
    written.CASELESS_CROSSING,
)
_CROSSINGS = (written.MIDLINE_CROSSING, written.CASELESS_CROSSING)
_MOST_TRIES = 6
"""Names looked at for each manner of writing."""
Spans = Collection[tuple[int, int]]
"""From where to where in the original text."""


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


def find_address(reading: TextReader, stations: Spans = (), places: Spans = ()) -> Address:
    """The likeliest street with its house number, which are taken; one that is only passed is left out.

    `stations` are metro stations and sure districts, which are no streets unless a house follows; `places` are all
    names of places, none of which is a street without a word for one.
    """
    best = min(_candidates(reading, stations, places), key=lambda c: (c.rank, c.start), default=None)
    if best is None or best.rank == _IN_PASSING:
        return Address()
    reading.take(min(best.start, best.house[0]) if best.house else best.start, max(best.end, (best.house or (0, 0))[1]))
    street = reading.found(best.name, best.start, best.end, sure=best.rank <= _INTRODUCED)
    if best.house is None:
        return Address(street)
    return Address(street, reading.found(as_on_the_house(reading.cased[slice(*best.house)]), *best.house))


def _candidates(reading: TextReader, stations: Spans, places: Spans) -> list[_Candidate]:
    """Streets with a word for one; names without one only where none of those has a house."""
    typed = [c for c in _typed(reading) if c.house or not _covered(reading.span(c.start, c.end), stations)]
    typed = _without_offices(reading, typed)
    if any(c.rank == _WITH_HOUSE for c in typed):
        return typed
    bare = [c for c in _untyped(reading) if not _covered(reading.span(c.start, c.end), places)]
    return typed + _without_offices(reading, bare)


def _without_offices(reading: TextReader, candidates: list[_Candidate]) -> list[_Candidate]:
    return [c for c in candidates if not _of_an_office(reading, c)]


def _typed(reading: TextReader) -> Iterator[_Candidate]:
    """Streets with a word for one, and crossings."""
    for pattern in _PATTERNS:
        for tries, match in enumerate(pattern.finditer(reading.cased)):
            if tries >= _MOST_TRIES:
                break
            candidate = _candidate(reading, match)
            if candidate:
                yield candidate
    for match in written.ALONE.finditer(reading.cased):
        name = _known_name(match["name"]) or (
            full_name(match["name"], "ул") if written.SIZED.match(match["name"]) else None
        )
        if name and not _taken_already(reading, *match.span("name")):
            house = _house(match)
            rank = _rank(reading.text[max(0, match.start("name") - 40) : match.start("name")], house)
            yield _Candidate(rank, *match.span("name"), name, house)


def _untyped(reading: TextReader) -> Iterator[_Candidate]:
    """Names with a house number only: sure where the ending is a street's, else where the name is a known one."""
    for match in islice(written.UNTYPED.finditer(reading.cased), _MOST_TRIES):
        said = match["name"]
        if not _house(match) or _names_no_street(reading, match):
            continue
        known = _known_name(said)
        if known or written.LIKE_A_STREET.search(said) or _is_frequent(said.lower()):
            yield _Candidate(_WITH_HOUSE, *match.span("name"), known or spelt_out(said.split()), _house(match))
    yield from _untyped_in_small_letters(reading)


def _untyped_in_small_letters(reading: TextReader) -> Iterator[_Candidate]:
    """The same of who does not bother with capitals: known names alone."""
    for match in islice(written.CASELESS_UNTYPED.finditer(reading.cased), 5 * _MOST_TRIES):
        said = match["name"]
        known = _known_name(said)
        if (known or _is_frequent(said)) and _house(match) and not _taken_already(reading, *match.span("name")):
            yield _Candidate(_WITH_HOUSE, *match.span("name"), known or said.capitalize(), _house(match))


def _names_no_street(reading: TextReader, match: re.Match[str]) -> bool:
    """Whether a capitalised name before a number is another's already, a place's, or a word of the listing itself."""
    said, start = match["name"], match.start("name")
    if written.NOT_AN_ADDRESS.match(said) or written.NOT_A_STREET.match(said.split()[0]) or written.A_TYPE.match(said):
        return True
    before = reading.text[max(0, start - 40) : start]
    is_of_a_place = written.AREA_BEFORE.search(before) or written.METRO_BEFORE.search(before)
    return bool(is_of_a_place) or _taken_already(reading, *match.span("name"))


def _is_frequent(said: str) -> bool:
    """Whether streets in many cities are called so."""
    return stem(said.replace("ё", "е")) in FREQUENT


def _known_name(said: str) -> str | None:
    """The street that people call by this name alone."""
    return WITHOUT_TYPE.get(" ".join(map(stem, said.lower().replace("ё", "е").split())))


def _of_an_office(reading: TextReader, candidate: _Candidate) -> bool:
    """Whether this is where the agency sits that wrote the text."""
    before = reading.text[max(0, candidate.start - 90) : candidate.start]
    after = reading.text[candidate.house[1] : candidate.house[1] + 12] if candidate.house else ""
    return bool(written.AN_OFFICE_BEFORE.search(before) or written.AN_OFFICE_AFTER.match(after))


def _candidate(reading: TextReader, match: re.Match[str]) -> _Candidate | None:
    name = _from_its_first_word(match["name"])
    end = match.end("name")
    start = end - len(name)
    house = _house(match)
    if _is_no_name(match, name.split(), house) or _taken_already(reading, start, end):
        return None
    if _is_something_else(reading, match, start, house):
        return None
    before = reading.text[max(0, match.start() - 40) : match.start()]
    if "kind" in match.re.groupindex:
        typed = full_name(spelt_out(name.split()), match["kind"])
        return _Candidate(_rank(before, house), start, match.end("kind"), typed, house)
    name = spelt_out(name.split())
    corner = written.CORNER.match(reading.cased, end) if match.re is written.BEFORE and not house else None
    if corner:
        name, end = f"{name} / {corner[1]}", corner.end()
    rank = _NAMED if match.re in _CROSSINGS else _rank(before, house)
    return _Candidate(rank, start, end, name, house)


def _from_its_first_word(name: str) -> str:
    """The name without words before it that are no part of one."""
    first, gap, rest = name.partition(" ")
    while gap and written.NOT_A_STREET.match(first) and not name.lower().startswith("метро "):
        name = rest
        first, gap, rest = name.partition(" ")
    return name


def _is_no_name(match: re.Match[str], words: list[str], house: tuple[int, int] | None) -> bool:
    """Whether these are words that only stand where a street's name would."""
    if not words or written.NOT_A_STREET.match(words[0]):
        return True
    if len(words) == 1 and written.ONLY_A_SIZE.match(words[0]) and match.re is not written.AFTER:
        return True
    if match.re is written.CROSSING:
        return not written.SURNAME.search(match["name"])
    return match.re is written.CASELESS_BEFORE and not house and "улиц" in match.group().lower()


def _is_something_else(reading: TextReader, match: re.Match[str], start: int, house: tuple[int, int] | None) -> bool:
    """Whether the words beside tell that this is a station, a part of a town, or two sentences run together."""
    before = reading.text[max(0, match.start() - 40) : match.start()]
    if written.METRO_BEFORE.search(before):
        return True
    if match.re is written.PINNED:
        return bool(written.AREA_BEFORE.search(reading.text[max(0, start - 12) : start]))
    if match.re is written.BEFORE:
        return bool(written.TYPED_BEFORE.search(reading.cased[max(0, match.start() - 30) : match.start()]))
    # "На Большой улице. Кирпичный дом" ends a sentence, but "на Большой улице Льва" goes on to the name.
    return match.re is written.AFTER and not house and bool(re.match(r"\s[А-ЯЁ]", reading.cased[match.end("kind") :]))


def _rank(before: str, house: tuple[int, int] | None) -> int:
    """An address with a house number says more than “a view of the prospect”."""
    if not house and written.LOOKS_ONTO.search(before):
        return _LOOKED_ONTO
    if house:
        return _WITH_HOUSE
    if written.PASSING.search(before):
        return _IN_PASSING
    return _INTRODUCED if written.INTRODUCED.search(before) else _NAMED


def _covered(span: tuple[int, int], others: Spans) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _taken_already(reading: TextReader, start: int, end: int) -> bool:
    """Whether another value already used the name."""
    return TAKEN in reading.open[start:end]


def _house(match: re.Match[str]) -> tuple[int, int] | None:
    """Where the house number stands, if there is one and it is not a floor of so many."""
    if "house" not in match.re.groupindex or not match["house"]:
        return None
    between = match.string[match.end("name") : match.start("house")]
    return None if is_a_floor(match["house"], between) else match.span("house")
