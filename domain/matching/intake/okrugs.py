"""An administrative okrug (“СВАО”) stands for all of its districts, unless something in it is named more closely."""

import re
from collections.abc import Iterable, Sequence

from domain.gazetteer.gazetteer import Gazetteer, Mention
from domain.gazetteer.place import Place, PlaceKind
from domain.matching.intake.found import Found, Understood
from domain.matching.intake.reading import TextReader

_A_COMPANY = re.compile(r"^\s?\"")
"""After “ЗАО”, which is a kind of company as well."""


def find_okrugs(reading: TextReader, mentions: Iterable[Mention], city: Place | None) -> tuple[Found[Place], ...]:
    """The okrugs that the text names; short ones that are also something else must be in capitals."""
    found: dict[int, Found[Place]] = {}
    for mention in mentions:
        for place in mention.places:
            if place.kind is not PlaceKind.OKRUG or (city is not None and place.city_id != city.id):
                continue
            said = reading.cased[mention.start : mention.end]
            if place.common and (not said[0].isupper() or _A_COMPANY.match(reading.cased[mention.end :])):
                continue
            found.setdefault(place.id, reading.found(place, mention.start, mention.end))
    return tuple(found.values())


def closest(read: Understood, gazetteer: Gazetteer | None = None) -> tuple[Found[Place], ...]:
    """The districts of a text and those of its okrugs that nothing in them is named closer than.

    “СВАО, ВДНХ или Алексеевская” wants the two stations and not all of the okrug; “СВАО или Сокол” wants both. So with
    an area and the district around it: the closer name is what is meant. What was only guessed from a landmark or a
    station takes no part in it.
    """
    gazetteer = gazetteer or Gazetteer.standard()
    named = _surely_named(read)
    kept = [one for one in read.districts if not one.sure or not _narrowed(one.value, named, gazetteer)]
    okrugs = [one for one in read.okrugs if not _narrowed(one.value, named, gazetteer, unless_elsewhere=True)]
    if okrugs and not any(one.sure for one in kept):
        return tuple(okrugs)
    return (*kept, *okrugs)


def _surely_named(read: Understood) -> list[Place]:
    """The places by which wider ones are narrowed."""
    return [*(one.value for one in read.districts if one.sure), *(one.value for one in read.metro_stations)]


def _narrowed(place: Place, named: Sequence[Place], gazetteer: Gazetteer, *, unless_elsewhere: bool = False) -> bool:
    """Whether one of the places named lies in `place`, or may lie there since we do not know where it does."""
    return any(
        gazetteer.lies_in(one, place) or (unless_elsewhere and one.within_id is None and one.id != place.id)
        for one in named
    )
