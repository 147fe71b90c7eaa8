"""Who wants a part of a city wants everything in it: an okrug's districts, a district's quarters."""

from functools import lru_cache

from domain.gazetteer import Gazetteer, PlaceKind
from domain.gazetteer.place import DISTRICT_KINDS


@lru_cache(maxsize=10_000)
def with_parts(names: tuple[str, ...], city: str) -> frozenset[str]:
    """The names of districts as stated, and those of whatever is known to lie in them in this city."""
    gazetteer = Gazetteer.standard()
    within = gazetteer.find(city, {PlaceKind.CITY}).exact
    stated = [place for name in names for place in gazetteer.called(name, DISTRICT_KINDS, within)] if within else []
    return frozenset((*names, *(part.ru for place in stated for part in gazetteer.parts(place))))
