"""Time zones by the names of their cities, in the person's language, found by what people type."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from bot.localization import LANGUAGES, Localizer
from domain.gazetteer import Gazetteer, PlaceKind
from domain.gazetteer.fuzzy import nearest
from domain.people.time_zones import zone_of, zones_at

MOST_OFFERED = 8


def zone_name(t: Localizer, zone: str) -> str:
    """The city that the zone is named after."""
    return _city(zone, t.language)


def time_there(t: Localizer, zone: str) -> str:
    """What the clocks show there now."""
    return f"{t.now.astimezone(ZoneInfo(zone)):%H:%M}"


def find_zones(said: str, now: dt.datetime) -> list[str]:
    """The zones that what was typed may mean, the likeliest first: one if it is certain."""
    by_offset = zones_at(said, now)
    if by_offset:
        return by_offset[:MOST_OFFERED]
    name = _plain(said)
    known = _zones_by_name()
    if name in known:
        return list(known[name])
    city = Gazetteer.standard().find(said, {PlaceKind.CITY}).exact
    zone = zone_of(city) if city is not None else None
    return [zone] if zone is not None else _first(_named_alike(name, known))


def _named_alike(name: str, known: Mapping[str, Sequence[str]]) -> list[str]:
    """The zones of places whose names begin so, else are almost so."""
    begun = [zone for one, zones in known.items() if len(name) > 1 and one.startswith(name) for zone in zones]
    return begun or [zone for one, _ in nearest(name, known) for zone in known[one]]


def _first(zones: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(zones))[:MOST_OFFERED]


@cache
def _city(zone: str, language: str) -> str:
    return get_timezone_location(zone, locale=Locale.parse(language), return_city=True)


@cache
def _zones_by_name() -> dict[str, tuple[str, ...]]:
    """Every zone of CLDR that stands for a place, by the name of its city in each of our languages and in IANA's."""
    aliases = get_global("zone_aliases")
    named: dict[str, tuple[str, ...]] = {}
    for zone in get_global("zone_territories"):
        if zone in aliases or zone.startswith("Etc/") or not _exists(zone):
            continue
        names = {_plain(_city(zone, language)) for language in LANGUAGES}
        for name in {*names, _plain(zone), _plain(zone.rpartition("/")[2].replace("_", " "))}:
            named[name] = (*named.get(name, ()), zone)
    return named


def _exists(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").replace("-", " ").split())
