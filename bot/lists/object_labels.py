"""What each of several objects is called where one is chosen, with what tells it from its namesakes beside it."""

from collections.abc import Iterable

from bot.localization import Localizer
from domain.disambiguation import told_apart
from domain.estate.objects.premises import Premises, PremisesId


def objects_apart(t: Localizer, objects: Iterable[Premises]) -> dict[PremisesId, str]:
    """Two of one name differ by the address, the area or the city."""
    return told_apart(
        (one.id, one.name, (_address(one), t.area(one.area) if one.area else None, one.city)) for one in objects
    )


def _address(one: Premises) -> str | None:
    return one.address if one.address != one.name else None
