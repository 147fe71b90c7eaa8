"""A typed place is exactly one we know, a choice among several, or unknown, in which case its name is kept as typed."""

from domain.matching.gazetteer.gazetteer import Gazetteer, Lookup
from domain.matching.gazetteer.place import DISTRICT_KINDS, Place, PlaceKind
from domain.matching.intake import refusals
from domain.matching.intake.refusals import NotUnderstood

LONGEST_NAME = 60
"""Characters; the longest name we know has 34."""


def parse_city(text: str, gazetteer: Gazetteer) -> Lookup:
    """The city typed, in any case or by a nickname. Raises `NotUnderstood` for what cannot be a name."""
    return gazetteer.find(_name(text), {PlaceKind.CITY})


def parse_district(text: str, gazetteer: Gazetteer, city: Place | None = None) -> Lookup:
    """The district or area typed, within `city` if given. Raises `NotUnderstood` for what cannot be a name."""
    return gazetteer.find(_name(text), DISTRICT_KINDS, city)


def parse_metro(text: str, gazetteer: Gazetteer, city: Place | None = None) -> Lookup:
    """The station typed, within `city` if given. Raises `NotUnderstood` for what cannot be a name."""
    name = _name(text)
    for introduction in ("станция метро ", "ст. м. ", "ст.м. ", "метро ", "м. ", "м."):
        if name.lower().startswith(introduction):
            name = name[len(introduction) :]
            break
    return gazetteer.find(name, {PlaceKind.METRO}, city)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if (
        not 1 <= len(name) <= LONGEST_NAME
        or not name.isprintable()
        or not any(c.isalpha() for c in name)
        or "<" in name
    ):
        raise NotUnderstood(refusals.PLACE, text)
    return name
