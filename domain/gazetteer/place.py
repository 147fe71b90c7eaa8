"""A place is a city, a district of one, an area people call by name, or a metro station."""

from dataclasses import dataclass
from enum import StrEnum

UNLISTED = 0
"""The id of a place that a text names but our data does not have."""


class PlaceKind(StrEnum):
    """What the name is a name of; an okrug is an administrative group of Moscow's districts."""

    CITY = "city"
    OKRUG = "okrug"
    DISTRICT = "district"
    AREA = "area"
    METRO = "metro"


LOCAL_KINDS = frozenset({PlaceKind.DISTRICT, PlaceKind.AREA})
"""What a realtor calls a district: the official ones and the unofficial ones alike."""
DISTRICT_KINDS = LOCAL_KINDS | {PlaceKind.OKRUG}
"""What may be said where a district is asked for: an okrug stands for all of its districts."""


@dataclass(frozen=True, slots=True)
class Place:
    """A named place; `id` is stable and fits a button, `city_id` is the id of the city it lies in.

    `common` marks a name that is also an everyday word (“Сокол”, “Южная”), which a text must introduce
    (“м. Сокол”) before it counts. `within_id` is the smallest place we know that it lies in: the district of a
    station or of an area, the okrug of a district.
    """

    id: int
    kind: PlaceKind
    ru: str
    en: str
    city_id: int | None = None
    aliases: tuple[str, ...] = ()
    common: bool = False
    within_id: int | None = None
    country: str | None = None

    @property
    def listed(self) -> bool:
        """Whether our data has this place; otherwise only its name is known, as the text spells it."""
        return self.id != UNLISTED

    def name(self, lang: str = "ru") -> str:
        """The name to show in the language `lang`: Russian for “ru”, Latin letters for anything else."""
        return self.ru if lang == "ru" else self.en
