"""Short ways to look at what was understood: the bare value, or None where nothing was found."""

from typing import TypeVar

from domain.gazetteer import Place
from domain.matching.intake import Found

T = TypeVar("T")


def value(found: Found[T] | None) -> T | None:
    """The value alone, None where there is none."""
    return found.value if found else None


def names(found: tuple[Found[Place], ...]) -> list[str]:
    """The Russian names of the places found."""
    return [one.value.ru for one in found]


def city_name(found: Found[Place] | None) -> str | None:
    """The Russian name of the city found."""
    return found.value.ru if found else None


def the(found: T | None) -> T:
    """What must have been found for the test to go on."""
    assert found is not None
    return found
