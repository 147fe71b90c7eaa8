"""Our places are read from the files beside this one, once, when the program starts."""

import json
from importlib.resources import files
from typing import Any

from domain.gazetteer.place import Place, PlaceKind

_DATA = files("domain.gazetteer") / "data"


def load_places() -> tuple[Place, ...]:
    """Every place we know: cities first, then what lies in each of them."""
    found = [_place(row, None) for row in json.loads((_DATA / "cities.json").read_text("utf-8"))]
    for file in sorted(_DATA.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".json") and file.name != "cities.json":
            content = json.loads(file.read_text("utf-8"))
            found.extend(_place(row, content["city"]) for row in content["places"])
    return tuple(found)


def _place(row: dict[str, Any], city_id: int | None) -> Place:
    return Place(
        id=row["id"],
        kind=PlaceKind(row.get("kind", PlaceKind.CITY)),
        ru=row["ru"],
        en=row["en"],
        city_id=city_id,
        aliases=tuple(row.get("aliases", ())),
        common=row.get("common", False),
        within_id=row.get("within"),
        country=row.get("country"),
    )
