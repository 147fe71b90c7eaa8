"""What each of several objects is called where one is chosen, with what tells it from its namesakes beside it."""

from collections.abc import Iterable

from bot.localization import Localizer
from domain.disambiguation import told_apart
from domain.estate.objects.premises import Premises, PremisesId


def objects_apart(t: Localizer, objects: Iterable[Premises]) -> dict[PremisesId, str]:
    """Two of one name differ by the address, the area or the city."""
    return told_apart((one.id, one.name, facts_of(t, one)) for one in objects)


def facts_of(t: Localizer, one: Premises, part: int | None = None) -> tuple[str | None, ...]:
    """What tells an object from its namesakes: the address, the area (of the `part` that is let), the city."""
    area = part or one.area
    return one.address if one.address != one.name else None, t.area(area) if area else None, one.city
