"""A whole object from one line: "Студия Арбат 28,5 м², Арбат 12" is a name, an area, an address and a category.

What a part of the line is can be told by its looks alone: a figure with square metres, a city we know, a word for a
kind of object, a street with a house. The first part that is none of these is the name, the others describe it.
"""

import re

from domain.estate.objects.premises import Category
from domain.estate.objects.premises_draft import PremisesDraft
from domain.gazetteer import Gazetteer, PlaceKind
from domain.matching.intake.answers import parse_area
from domain.matching.intake.place_answers import parse_address
from domain.refusal import Refusal
from domain.typed import limits

_METRES = r"(?:кв\.?\s?м\.?|[мm]\^?2|[мm]²|sq\.?\s?m|sqm|м\.?\s?кв\.?|квадрат[а-я]{0,3})"
_AREA = re.compile(rf"(?<![\w.,])(\d[\d ]{{0,8}}(?:[.,]\d{{1,2}})?\s?{_METRES})(?!\w)", re.IGNORECASE)
_HOUSE = re.compile(
    r"(?:д(?:ом|\.)?\s?)?\d{1,4}\s?[а-яa-z]?(?:\s?[/-]\s?\d{1,4})?(?:\s?(?:к|корп|с|стр)\.?\s?\d{1,3}){0,2}",
    re.IGNORECASE,
)
_WORDS: dict[Category, str] = {
    Category.FLAT: r"студи[яюи]|квартир[аыу]|апартаменты?|лофт|пентхаус|(?:одн|дв)ушк[аиу]|тр[её]шк[аиу]"
    r"|flat|apartment|studio|loft|penthouse",
    Category.ROOM: r"комнат[аыу]|room",
    Category.HOUSE: r"дом(?!\s?\d)|коттедж|дач[аиу]|таунхаус|house|cottage|townhouse",
    Category.OFFICE: r"офис|кабинет|office",
    Category.SHOP: r"магазин|торгов(?:ое|ая|ый)|павильон|псн|shop|store|retail",
    Category.WAREHOUSE: r"склад|warehouse",
    Category.PRODUCTION: r"цех|производств[оа]|workshop|factory",
    Category.GARAGE: r"гараж|машиноместо|паркинг|бокс|garage|parking",
    Category.LAND: r"участок|земл[яи]|land|plot",
}
_KIND = {kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for kind, words in _WORDS.items()}
_HOUSE_FIRST = re.compile(
    r"\d{1,5}[a-z]?\s(?:[a-z][\w.'’-]*\s){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|square|sq|"
    r"court|ct|place|pl|terrace|gardens|quay|row)\.?",
    re.IGNORECASE,
)
"""As English has it: 12 Baker Street."""
_POSTCODE = re.compile(r"^\d{5,6}\s+")
_LATIN_NAME = re.compile(r"[A-Z][a-zÀ-ž'’-]+(?:\s[A-Z][a-zÀ-ž'’-]+){0,2}")
_MOST_WORDS_OF_CITY = 3
_SPACES = re.compile(r"[ \t\u00a0\u2007\u202f]+")


def read_premises(text: str) -> PremisesDraft:
    """What the line says of an object; a `Refusal` if it says nothing."""
    area, rest = _area(_SPACES.sub(" ", text))
    draft = PremisesDraft(area=area, category=_category(rest))
    more: list[str] = []
    for part in _parts(rest):
        _take(part, draft, more)
    if draft.title is None and draft.category is None:
        raise Refusal(
            "I found neither a name nor an address here. Write it like this: Studio on Arbat, 28.5 m², Arbat 12."
        )
    if draft.title is None:
        # the kind of object is a name too, for who has only one of it
        kind = next(part for part in _parts(rest) if _category(part) is not None)
        draft.name = (kind[0].upper() + kind[1:])[: limits.NAME]
    draft.description = ", ".join(more) or None
    return draft


def _area(text: str) -> tuple[int | None, str]:
    match = _AREA.search(text)
    if match is None:
        return None, text
    try:
        area = parse_area(match[1])
    except Refusal:
        return None, text
    return area, f"{text[: match.start()]} {text[match.end() :]}"


def _category(text: str) -> Category | None:
    """The kind that is named first."""
    found = [(match.start(), kind) for kind, words in _KIND.items() if (match := words.search(text))]
    return min(found)[1] if found else None


def _parts(text: str) -> list[str]:
    """What stands between commas; a house's number belongs to the street before it."""
    parts: list[str] = []
    for one in re.split(r"[,;\n]", text):
        part = " ".join(one.split()).strip(" .—–-:")
        if parts and part and _HOUSE.fullmatch(part) and not any(map(str.isdigit, parts[-1])):
            parts[-1] = f"{parts[-1]}, {part}"
        elif part:
            parts.append(part)
    return parts


def _take(part: str, draft: PremisesDraft, more: list[str]) -> None:
    """Put a part of the line where it belongs."""
    bare = _without_kind(part)
    if not any(map(str.isalpha, bare)):
        # only the kind of object, perhaps with its number
        if any(map(str.isdigit, bare)) and bare != part:
            draft.name = draft.name or part
    elif not _take_place(bare, draft):
        is_name = draft.name is None and len(part) <= limits.NAME and not (draft.address and part[0].islower())
        if is_name:
            draft.name = part
        else:
            more.append(part)


def _without_kind(part: str) -> str:
    for words in _KIND.values():
        part = words.sub("", part)
    return " ".join(part.split()).strip(" ,.:—–-")


def _take_place(said: str, draft: PremisesDraft) -> bool:
    """Take a city or an address, if it is one that is still open; returns whether it was."""
    city = _city(said) if draft.city is None else None
    if city is not None:
        draft.city = city
        return True
    if draft.address is None:
        return _take_address(said, draft)
    if draft.city is None and draft.name is None and _LATIN_NAME.fullmatch(said):
        # after a street and its house: a city that we have not heard of
        draft.city = said
        return True
    return False


def _take_address(said: str, draft: PremisesDraft) -> bool:
    split = _with_city(said) if draft.city is None else None
    if split is not None:
        draft.address, draft.city = split
    elif _has_house(said):
        draft.address = said
    return draft.address is not None


def _city(part: str) -> str | None:
    """The city that this is, with its postcode or without."""
    found = Gazetteer.standard().find(_POSTCODE.sub("", part), {PlaceKind.CITY}).exact
    return found.ru if found is not None else None


def _with_city(part: str) -> tuple[str, str] | None:
    """A street with its house, and the city that follows without a comma: “Torstrasse 12 Berlin”."""
    words = part.split()
    for at in range(len(words) - 1, max(1, len(words) - _MOST_WORDS_OF_CITY - 1), -1):
        street, city = " ".join(words[:at]), _city(" ".join(words[at:]))
        if city is not None and _has_house(street) and any(map(str.isdigit, words[at - 1])):
            return street, city
    return None


def _has_house(part: str) -> bool:
    if _HOUSE_FIRST.fullmatch(part):
        return True
    try:
        return parse_address(part)[1] is not None
    except Refusal:
        return False
