"""City, districts and stations are found by name and told apart by context; what stays ambiguous is said to be so."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from domain.gazetteer.gazetteer import Gazetteer, Mention
from domain.gazetteer.place import LOCAL_KINDS, Place, PlaceKind
from domain.matching.intake.cities import find_city
from domain.matching.intake.found import Found
from domain.matching.intake.microdistricts import listed_before
from domain.matching.intake.namesakes import namesakes
from domain.matching.intake.nearby_text import NearbyText
from domain.matching.intake.okrugs import find_okrugs
from domain.matching.intake.reading import TAKEN, TextReader
from domain.matching.intake.unlisted import misspelt_metro, unlisted_districts


@dataclass(frozen=True, slots=True)
class Places:
    """The city, the okrugs, the districts (official and unofficial) and the stations of a text."""

    city: Found[Place] | None = None
    okrugs: tuple[Found[Place], ...] = ()
    districts: tuple[Found[Place], ...] = ()
    metro: tuple[Found[Place], ...] = ()


@dataclass(slots=True)
class _Names:
    """One mention with the readings of it that its surroundings allow."""

    mention: Mention
    around: NearbyText
    districts: list[Place] = field(default_factory=list)
    metro: list[Place] = field(default_factory=list)


def find_places(reading: TextReader, gazetteer: Gazetteer, home_city: Place | None) -> Places:
    """The places; `home_city` settles a name that several cities have when the text does not say which."""
    mentions = _mentions(reading, gazetteer)
    names = _read(reading, mentions)
    stated = find_city(reading, mentions)
    bound = stated.value if stated else _voted(names, gazetteer)
    context = bound or home_city
    districts, metro = _settled_names(reading, names, gazetteer, context, bound)
    for found in misspelt_metro(reading, gazetteer, context, mentions):
        metro.setdefault(found.value.id, found)
    stations = tuple(metro.values())
    areas = sorted(districts.values(), key=lambda f: f.start) or unlisted_districts(reading, gazetteer)
    if not _names_a_district(areas):
        where = context or _city(gazetteer, stations)
        guesses = (*_around_stations(gazetteer, stations), *namesakes(reading, mentions, gazetteer, where))
        areas = _each_once((*areas, *guesses))
    okrugs = find_okrugs(reading, mentions, context)
    implied = stated or _implied_city(gazetteer, [*stations, *areas, *okrugs]) or _hinted(reading, gazetteer, mentions)
    _take_numbered(reading, names)
    return Places(implied, okrugs, tuple(areas), stations)


def _mentions(reading: TextReader, gazetteer: Gazetteer) -> list[Mention]:
    """Known names in what no value has taken yet."""
    return [m for m in gazetteer.mentions(reading.text) if TAKEN not in reading.open[m.start : m.end]]


def _each_once(areas: Sequence[Found[Place]]) -> list[Found[Place]]:
    """As it was found first, in the order in which they are guessed."""
    return list({f.value.id: f for f in reversed(areas)}.values())[::-1]


def _settled_names(
    reading: TextReader, names: list[_Names], gazetteer: Gazetteer, context: Place | None, bound: Place | None
) -> tuple[dict[int, Found[Place]], dict[int, Found[Place]]]:
    """The districts and the stations by their ids, each where it is named first."""
    districts: dict[int, Found[Place]] = {}
    metro: dict[int, Found[Place]] = {}
    for one in names:
        for places, into in ((one.districts, districts), (one.metro, metro)):
            found = _settled(reading, one, places, context, bound)
            if found:
                into.setdefault(found.value.id, found)
        if one.districts:
            for found in listed_before(reading, one.mention, gazetteer, context):
                districts.setdefault(found.value.id, found)
    return districts, metro


def _names_a_district(areas: Iterable[Found[Place]]) -> bool:
    """Whether an official district is named, or any part of a city whose people do not speak of districts."""
    return any(f.value.kind is PlaceKind.DISTRICT or f.value.city_id == _BISHKEK for f in areas)


def _take_numbered(reading: TextReader, names: list[_Names]) -> None:
    """The number in a name is no number of rooms, floors or roubles."""
    for one in names:
        if any(c.isdecimal() for c in reading.text[one.mention.start : one.mention.end]):
            reading.take(one.mention.start, one.mention.end)


def _read(reading: TextReader, mentions: list[Mention]) -> list[_Names]:
    """The mentions that may be districts or stations; a station helps to recognise the next one in a list of them."""
    names: list[_Names] = []
    metro_before: int | None = None
    for mention in mentions:
        stations, areas = _of_kinds(mention, _STATIONS), _of_kinds(mention, LOCAL_KINDS)
        if not stations and not areas:
            continue
        around = NearbyText(reading, mention.start, mention.end, metro_before)
        if stations and around.metro:
            names.append(_Names(mention, around, metro=stations))
            metro_before = mention.end
        elif _spelt_as_a_name(reading, mention):
            one = _without_metro(_Names(mention, around), areas, stations, is_long=mention.end - mention.start > _SHORT)
            if one.metro or one.districts:
                names.append(one)
    return names


def _of_kinds(mention: Mention, kinds: Collection[PlaceKind]) -> list[Place]:
    return [p for p in mention.places if p.kind in kinds]


def _without_metro(one: _Names, areas: list[Place], stations: list[Place], *, is_long: bool) -> _Names:
    """What a name may be that no word calls a station: a district by the word beside it, or either by itself."""
    around = one.around
    if around.district:
        one.districts = areas
    elif not around.street and not around.away:
        one.districts = [p for p in areas if _is_plain_district(around, p, is_long=is_long)]
        one.metro = [p for p in stations if _is_plain_station(around, p, may_be_district=bool(one.districts))]
    return one


def _is_plain_district(around: NearbyText, place: Place, *, is_long: bool) -> bool:
    """Whether the name alone is a district: a lone “, Басманный,” in an address line is, though an everyday word."""
    if not place.common and (around.capital or is_long):
        return True
    # so is a village's name
    return around.capital and (around.alone or (around.city and place.kind is PlaceKind.AREA))


def _is_plain_station(around: NearbyText, place: Place, *, may_be_district: bool) -> bool:
    """Whether the name alone is a station: “на Соколе” is by it as a rule, even where the word is an everyday one."""
    return around.capital and (not place.common or around.on or (may_be_district and around.alone))


def _spelt_as_a_name(reading: TextReader, mention: Mention) -> bool:
    """An everyday word (“старый московский район”) is a name only when capitalised, unless nothing here is."""
    everyday = all(p.common for p in mention.places)
    return not everyday or not reading.cased[mention.start].islower() or sum(map(str.isupper, reading.cased)) <= _LAZY


def _voted(names: list[_Names], gazetteer: Gazetteer) -> Place | None:
    """The one city that every name of the text could be in, when there is only one such."""
    cities = [{p.city_id for p in told} for one in names if (told := _telling((*one.districts, *one.metro)))]
    if not cities:
        return None
    common = set.intersection(*cities)
    sole = {next(iter(c)) for c in cities if len(c) == 1}
    agreed = common if len(common) == 1 else sole
    return gazetteer.get(next(iter(agreed))) if len(agreed) == 1 else None


def _settled(
    reading: TextReader, one: _Names, places: list[Place], context: Place | None, bound: Place | None
) -> Found[Place] | None:
    """One place with its rivals: other cities' namesakes, or the district or station of the same name."""
    here = _in_city(places, context)
    fitting = here or places
    if not fitting or (bound is not None and not here and _elsewhere(bound)):
        return None
    rivals = (*fitting[1:], *_twins(one, places, here))
    is_settled = not rivals and not _is_everyday_station(one, fitting[0])
    return reading.found(
        fitting[0],
        one.mention.start,
        one.mention.end,
        sure=is_settled and (context is not None or bool(_telling(fitting))),
        alternatives=rivals,
    )


def _in_city(places: list[Place], city: Place | None) -> list[Place]:
    return [p for p in places if p.city_id == city.id] if city is not None else []


def _twins(one: _Names, places: list[Place], here: list[Place]) -> list[Place]:
    """The stations of a district's name, or the other way round, unless a word says which it is."""
    if not one.districts or not one.metro or one.around.district:
        return []
    return [p for p in (*one.districts, *one.metro) if p not in places and (not here or p.city_id == here[0].city_id)]


def _is_everyday_station(one: _Names, place: Place) -> bool:
    """Whether it is a station called by an everyday word, without the word for a station beside it."""
    return place.common and place.kind is PlaceKind.METRO and not one.around.metro


def _around_stations(gazetteer: Gazetteer, metro: Sequence[Found[Place]]) -> list[Found[Place]]:
    """The district that most of the stations stand in: a guess, since the property may be across its border."""
    known = [(station, station.value.within_id) for station in metro if not station.alternatives]
    counts = Counter(district_id for _, district_id in known if district_id is not None)
    for station, district_id in known:
        district = gazetteer.get(district_id)
        if district and counts[district.id] == max(counts.values()):
            return [Found(district, station.start, station.end, sure=False)]
    return []


def _elsewhere(stated: Place) -> bool:
    """Whether the stated city rules these places out: one whose districts we know, or one of another country."""
    return stated.id in _CITIES_WITH_PLACES or (stated.country is not None and stated.country != "KG")


_SHORT = 3
"""Letters: a name this short must be capitalised."""
_STATIONS = frozenset({PlaceKind.METRO})
_LAZY = 2
"""Capital letters in a text whose writer does not bother with them."""
_BISHKEK = 5
"""The id of the city whose people speak of areas and not of official districts."""
_CITIES_WITH_PLACES = frozenset(range(1, 7))
"""The ids of the cities whose districts and stations the data has."""


def _hinted(reading: TextReader, gazetteer: Gazetteer, mentions: list[Mention]) -> Found[Place] | None:
    """The city of a landmark or an okrug in passing (“view of Moscow City”, “ЦАО”), as a guess."""
    telling = [m for m in mentions if reading.cased[m.start].isupper() and not any(p.common for p in m.places)]
    ids = {p.city_id for m in telling for p in m.places}
    city = gazetteer.get(next(iter(ids))) if len(ids) == 1 else None
    return reading.found(city, telling[0].start, telling[0].end, sure=False) if city else None


def _implied_city(gazetteer: Gazetteer, places: list[Found[Place]]) -> Found[Place] | None:
    """The city that the named stations and districts lie in, as a guess."""
    city = _city(gazetteer, places)
    if city is None:
        return None
    first = next(f for f in places if f.value.listed and not f.alternatives and f.value.city_id == city.id)
    return Found(city, first.start, first.end, sure=False)


def _city(gazetteer: Gazetteer, places: Iterable[Found[Place]]) -> Place | None:
    """The one city that all the unmistakable ones of these places lie in."""
    ids = {f.value.city_id for f in places if f.value.listed and not f.alternatives and _telling((f.value,))}
    return gazetteer.get(next(iter(ids))) if len(ids) == 1 else None


def _telling(places: Iterable[Place]) -> list[Place]:
    """Those whose name says which city it is: a numbered microdistrict is in many, whichever of them we know."""
    return [place for place in places if not place.ru[0].isdecimal()]
