"""A typed place is exactly one we know, a choice among several, or unknown, in which case its name is kept as typed."""

import re

from domain.gazetteer.gazetteer import Gazetteer, PlaceLookup
from domain.gazetteer.place import DISTRICT_KINDS, Place, PlaceKind
from domain.matching.intake import refusals
from domain.typed.not_understood import NotUnderstood

LONGEST_NAME = 60
"""Characters; the longest name we know has 34."""


def parse_city(text: str, gazetteer: Gazetteer) -> PlaceLookup:
    """The city typed, in any case or by a nickname. Raises `NotUnderstood` for what cannot be a name."""
    return gazetteer.find(_name(text), {PlaceKind.CITY})


def parse_district(text: str, gazetteer: Gazetteer, city: Place | None = None) -> PlaceLookup:
    """The district or area typed, within `city` if given. Raises `NotUnderstood` for what cannot be a name."""
    return gazetteer.find(_name(text), DISTRICT_KINDS, city)


def parse_metro(text: str, gazetteer: Gazetteer, city: Place | None = None) -> PlaceLookup:
    """The station typed, within `city` if given. Raises `NotUnderstood` for what cannot be a name."""
    return gazetteer.find(_METRO.sub("", _name(text)), {PlaceKind.METRO}, city)


def parse_address(text: str) -> tuple[str, str | None]:
    """The street and, if given, the house: “Новый Арбат, 4к1”. Raises `NotUnderstood` for what cannot be a street."""
    plain = " ".join(text.split())
    if _ONLY_A_TYPE.fullmatch(plain):
        raise NotUnderstood(refusals.ADDRESS, text)
    match = _HOUSE_LAST.fullmatch(plain)
    if match is None or match[1].lower().rstrip(".") in _NUMBERED:
        return _name(plain), None
    return _name(match[1]), match[2]


_METRO = re.compile(
    r"^(?:(?:на|у|возле|near|at)\s+)?(?:станци[яию]\s+)?"
    r"(?:метро|ст\.\s?м\.|м\.|м(?=\s)|metro(?:\s+station)?)\s*",
    re.IGNORECASE,
)
"""What people write before a station's name."""
_HOUSE_LAST = re.compile(
    r"(.*?[^\W\d_].*?)(?:,\s?|\s)(?:д(?:ом|\.)?\s?)?"
    r"(\d{1,4}\s?[а-яa-z]?(?:\s?[/-]\s?\d{1,4}[а-яa-z]?){0,2}"
    r"(?:[\s,]*(?:к|корп|корпус|с|стр|строение|лит|литера?|вл|владение)\.?\s?(?:\d{1,3}|[а-яa-z](?![а-яa-z]))){0,3})",
    re.IGNORECASE,
)
_ONLY_A_TYPE = re.compile(
    r"(?:ул(?:ица)?|пр(?:оспект|-т)?|пер(?:еулок)?|ш(?:оссе)?|б-р|бульвар|наб(?:ережная)?|проезд|площадь|аллея|дом|street|"
    r"st|avenue|ave|road|house)\.?(?:,?\s?(?:д\.?\s?)?\d{1,4})?",
    re.IGNORECASE,
)
"""A word for a street without its name."""
_NUMBERED = frozenset({"мкр", "микрорайон", "квартал", "дом"})
"""Words whose number belongs to the name."""


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
