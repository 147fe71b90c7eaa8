"""In which time zones a country lies, from the tables of the IANA database: those whose clocks agree count as one.

Whether clocks agree from now on is told by the last line of a zone's file, its rule for the time to come (RFC 9636);
a zone that has gone its own way only in the past is no choice of its own.
"""

from functools import cache
from importlib import resources

from domain.people.time_zones import COUNTRIES, OFFERED

_FILES = resources.files("tzdata") / "zoneinfo"


def zone_of(country: str) -> str | None:
    """The time zone of the country, or of most of it; None where there are several and nobody can tell."""
    zones = zones_of(country)
    return COUNTRIES.get(country) or (zones[0] if len(zones) == 1 else None)


@cache
def zones_of(country: str) -> tuple[str, ...]:
    """One zone for each time that is kept there, in the order of the table: by where they lie, the larger first.

    Of those that agree it is the one we offer anyway, else the one the database names for its time, else the first.
    """
    agreeing: dict[bytes, list[str]] = {}
    for zone in _by_country().get(country, ()):
        agreeing.setdefault(_rule(zone), []).append(zone)
    return tuple(min(some, key=_rank) for some in agreeing.values())


def _rank(zone: str) -> int:
    return 0 if zone in OFFERED else 1 if zone in _named_for_their_time() else 2


def _rule(zone: str) -> bytes:
    return _FILES.joinpath(*zone.split("/")).read_bytes().rstrip(b"\n").rpartition(b"\n")[2]


@cache
def _by_country() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for country, _, zone, *_ in _rows("zone.tab"):
        found.setdefault(country, []).append(zone)
    return found


@cache
def _named_for_their_time() -> frozenset[str]:
    return frozenset(row[2] for row in _rows("zonenow.tab"))


def _rows(table: str) -> list[list[str]]:
    lines = (_FILES / table).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
