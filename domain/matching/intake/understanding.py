"""A listing or request in plain words becomes fields; each value points at its words, and doubts are reported."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace

from domain.gazetteer.gazetteer import Gazetteer
from domain.gazetteer.place import Place, PlaceKind
from domain.matching.intake.areas import find_areas
from domain.matching.intake.client import find_client
from domain.matching.intake.commission import find_commission
from domain.matching.intake.complexes import find_complex
from domain.matching.intake.contacts import find_contacts
from domain.matching.intake.floors import find_floors
from domain.matching.intake.found import Found, Intent, Understood
from domain.matching.intake.intent_words import PROPERTY_WORD
from domain.matching.intake.intents import find_intent
from domain.matching.intake.kinds import find_kind
from domain.matching.intake.noise import take_land, take_noise
from domain.matching.intake.places import Places, find_places
from domain.matching.intake.prices import find_prices
from domain.matching.intake.qualities import find_class, find_condition, find_payment
from domain.matching.intake.reading import TextReader
from domain.matching.intake.rooms import find_euro, find_rooms
from domain.matching.intake.several import is_several
from domain.matching.intake.streets import Address, find_address
from domain.matching.intake.years import find_year
from domain.matching.plausible import is_plausible
from domain.matching.terms import PropertyType
from domain.typed.currencies import BY_COUNTRY

LONGEST = 4096
"""Characters read of a text: a Telegram message has no more; what follows stays in `rest`."""

_A_SENTENCE = 4
"""Words from which a text without anything of property in it is taken to be about something else."""
_EXCLUDED = re.compile(
    r"(?:кроме|исключая|только не|не рассматрива[а-я]{2,4}|except)\s(?:район[а-я]{0,2}\s|метро\s|м\.\s?)?$"
)
_ROOM_IN_A_FLAT = re.compile(r"комнат[ауы](?![а-я])[^\n]{0,40}?(?<![а-я])в\s(?:\d|двух|трех|четырех|пяти)")
_GUESSED_CURRENCY = "RUB"
"""For a bare sum in a text that names no place: most of the product's people write of roubles."""


def understand(text: str, gazetteer: Gazetteer | None = None, *, home_city: str | None = None) -> Understood:
    """Read `text` (its first 4,096 characters); `home_city`, the writer's, settles names that several cities have.

    Never raises: what is not understood is left out, and stays in `rest`.
    """
    gazetteer = gazetteer or Gazetteer.standard()
    reading = TextReader(text[:LONGEST])
    if not reading.text.strip():
        return Understood(rest="")
    home = _home(gazetteer, home_city)
    # The order matters: each step takes its words away from the next, the least mistakable first.
    contacts = find_contacts(reading)
    intent = find_intent(reading)
    if intent and intent.value is Intent.NOT_PROPERTY and intent.sure:
        return _with_rest(Understood(intent=intent, contacts=contacts), text)
    wanted = intent.value if intent else None
    kind, other_kind = find_kind(reading)
    request = wanted in (Intent.BUY, Intent.RENT_IN)
    places = _without_excluded(find_places(reading, gazetteer, home), reading.original.lower())
    year = find_year(reading)
    several = is_several(reading)
    take_noise(reading)
    address = _address(reading, places)
    commission = find_commission(reading, rent=wanted in (Intent.RENT_OUT, Intent.RENT_IN))
    land = take_land(reading)
    areas = find_areas(reading, request=request)
    floors = find_floors(reading, house=_is_house(kind))
    rooms = _rooms(reading, other_kind, request=request)
    prices = find_prices(reading, wanted, _home_currency(places.city, home), areas.total)
    understood = Understood(
        intent=intent,
        city=places.city,
        okrugs=places.okrugs,
        districts=places.districts,
        metro_stations=places.metro,
        street=address.street,
        house_number=address.house,
        residential_complex=find_complex(reading),
        price=prices.price,
        price_per_metre=prices.per_metre,
        price_min=prices.least,
        price_max=prices.most,
        price_alt=prices.alt,
        period=prices.period,
        deposit=prices.deposit,
        area=areas.total,
        area_min=areas.least,
        area_max=areas.most,
        living_area=areas.living,
        kitchen_area=areas.kitchen,
        land=land,
        rooms=rooms,
        euro=find_euro(reading),
        floor=floors.floor,
        total_floors=floors.total,
        year_built=year,
        property_type=kind or _flat_of_rooms(rooms, other_kind),
        other_kind=other_kind,
        property_class=find_class(reading),
        condition=find_condition(reading),
        payment_method=find_payment(reading),
        commission=commission.share,
        commission_of_price=commission.of_price,
        client_name=find_client(reading),
        contacts=contacts,
        several=several,
    )
    if len(text.split()) >= _A_SENTENCE and not _is_about_property(understood, reading.text):
        understood = replace(understood, intent=reading.found(Intent.NOT_PROPERTY, 0, len(reading.text), sure=False))
    return _with_rest(understood, text)


def _address(reading: TextReader, places: Places) -> Address:
    """The street and the house, which are told from the places that have been named."""
    named = (*places.metro, *places.districts)
    stations = [(f.start, f.end) for f in named if f.sure or f.value.kind is PlaceKind.METRO]
    all_named = named if places.city is None else (*named, places.city)
    return find_address(reading, stations, [(f.start, f.end) for f in all_named])


def _is_house(kind: Found[PropertyType] | None) -> bool:
    return kind is not None and kind.value is PropertyType.HOUSE


def _rooms(reading: TextReader, other_kind: Found[str] | None, *, request: bool) -> Found[tuple[int, ...]] | None:
    """How many rooms; those of a flat in which a room is let are not what is let."""
    if other_kind and _ROOM_IN_A_FLAT.search(reading.text):
        return None
    return find_rooms(reading, request=request)


def _flat_of_rooms(rooms: Found[tuple[int, ...]] | None, other_kind: Found[str] | None) -> Found[PropertyType] | None:
    """What has rooms and is called nothing else is a flat, as a guess."""
    if rooms is None or other_kind is not None:
        return None
    return Found(PropertyType.APARTMENT, rooms.start, rooms.end, sure=False)


def _without_excluded(places: Places, text: str) -> Places:
    """The places without those that follow “кроме”: they stay in `rest`, as a further wish."""

    def wanted(one: Found[Place]) -> bool:
        return not _EXCLUDED.search(text[max(0, one.start - 30) : one.start])

    return replace(
        places,
        metro=tuple(one for one in places.metro if wanted(one)),
        districts=tuple(one for one in places.districts if wanted(one)),
    )


def _is_about_property(read: Understood, text: str) -> bool:
    """Whether anything in it is of a home; a price, a city and a name may be of anything that is sold."""
    if read.intent is not None and PROPERTY_WORD.search(text):
        return True
    of_a_home = (read.area, read.area_min, read.area_max, read.rooms, read.floor, read.total_floors, read.property_type)
    named = (
        read.other_kind,
        read.residential_complex,
        read.commission,
        *read.metro_stations,
        *read.districts,
        read.land,
    )
    if any(one is not None for one in (*of_a_home, *named)):
        return True
    spoken = read.intent is not None and read.intent.sure
    return (spoken and (_is_dear(read) or read.city is not None)) or read.street is not None


def _is_dear(read: Understood) -> bool:
    """Whether a home may cost so much."""
    prices = (read.price, read.price_max, read.price_min)
    return any(one and read.deal and is_plausible(one.value, read.deal, None) for one in prices)


def _home(gazetteer: Gazetteer, home_city: str | None) -> Place | None:
    return gazetteer.find(home_city, {PlaceKind.CITY}).exact if home_city else None


def _home_currency(found: Found[Place] | None, home: Place | None) -> str | None:
    """That of the country that the property is in, else of the writer's own."""
    city = found.value if found else home
    return BY_COUNTRY.get(city.country or "") if city and city.listed else _GUESSED_CURRENCY


def _with_rest(understood: Understood, text: str) -> Understood:
    """The same, with the text that no value came from and that is no contact."""
    left, at = [], 0
    for one in sorted(_values(understood), key=lambda f: f.start):
        left.append(text[at : one.start])
        at = max(at, one.end)
    left.append(text[at:])
    lines = (re.sub(r"[ \t]{2,}", " ", line).strip(" ,;:-–—") for line in "".join(left).split("\n"))
    rest = "\n".join(line for line in lines if any(c.isalnum() for c in line))
    return Understood(
        **{f.name: getattr(understood, f.name) for f in fields(understood) if f.name != "rest"}, rest=rest
    )


def _values(understood: Understood) -> Iterator[Found[object]]:
    for f in fields(understood):
        value = getattr(understood, f.name)
        if isinstance(value, Found):
            yield value
        elif isinstance(value, tuple):
            yield from value
