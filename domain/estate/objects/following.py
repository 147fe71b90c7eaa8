"""A property that offers an object to realtors follows it: place, area, photos; and it is put away once it is let.

These are parts of use cases, and run in their transaction.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from domain.estate.leases.lease import Lease
from domain.estate.objects.occupancy import is_vacant
from domain.estate.objects.premises import Category, Premises
from domain.matching.deals.match import DealSide
from domain.matching.deals.negotiation import close_for_archive
from domain.matching.intake import understand
from domain.matching.intake.place_answers import parse_address
from domain.matching.properties.property import Property, PropertyId
from domain.matching.terms import PropertyType
from domain.refusal import NotFound, Refusal
from domain.work import Work

TYPES = {Category.FLAT: PropertyType.APARTMENT, Category.HOUSE: PropertyType.HOUSE}
"""What realtors match by now."""


def followed(premises: Premises) -> Mapping[str, Any]:
    """The fields of a property that are the object's, as the object has them; what it lacks stays the property's."""
    street, house = _address(premises.address)
    same: dict[str, Any] = {
        "street": street,
        "house_number": house,
        "photos": premises.photos,
        "description": _story(premises.description),
    }
    if premises.city is not None:
        same["city"] = premises.city
    if premises.area is not None:
        same["area"] = premises.area
    if premises.category in TYPES:
        same["property_type"] = TYPES[premises.category]
    return same


async def property_of(work: Work, premises: Premises, *, hold: bool = True) -> Property | None:
    """The property by which the object is, or was, offered; held for a change unless it is only looked at."""
    if premises.property_id is None:
        return None
    try:
        return await work.matching.properties.get(PropertyId(premises.property_id), hold=hold)
    except NotFound:
        return None


async def follow(work: Work, premises: Premises) -> None:
    """Bring the property up to date with the object."""
    offered = await property_of(work, premises)
    if offered is None:
        return
    changes = {name: value for name, value in followed(premises).items() if getattr(offered, name) != value}
    for name, value in changes.items():
        setattr(offered, name, value)
    if changes:
        await work.matching.properties.save(offered)


async def withdraw(work: Work, premises: Premises) -> bool:
    """Put the property into the archive; False if it was not offered."""
    offered = await property_of(work, premises)
    if offered is None or not offered.is_active:
        return False
    offered.archive(work.now())
    await work.matching.properties.save(offered)
    await close_for_archive(work, DealSide.PROPERTY, offered.id)
    return True


async def withdraw_if_let(work: Work, premises: Premises, leases: Collection[Lease], today: dt.date) -> bool:
    """The same once it is let, or will be soon."""
    return False if is_vacant(leases, today) else await withdraw(work, premises)


def _address(address: str | None) -> tuple[str | None, str | None]:
    try:
        return parse_address(address) if address else (None, None)
    except Refusal:
        return None, None


def _story(description: str | None) -> str | None:
    """What colleagues may read: nothing that has a contact in it, since contacts open by agreement."""
    return None if description is None or understand(description).contacts else description
