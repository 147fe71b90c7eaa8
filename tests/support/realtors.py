"""Realtors who are past their first steps: tests about deals begin with their leads and properties on the desk."""

from dataclasses import dataclass
from typing import Any

from domain.matching.leads.add_lead import add_lead
from domain.matching.leads.lead import LeadId
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.add_property import add_property
from domain.matching.properties.edit_property import edit_property
from domain.matching.properties.property import PropertyId
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.properties.show_property import show_property
from domain.matching.recommendations.budget import Budget
from domain.matching.terms import Deal, PropertyType
from domain.money import Money
from domain.people.person import Role
from tests.support.somebody import Somebody
from tests.support.world import World

MILLION = 100_000_000
"""Minor units."""
FLAT: dict[str, Any] = {
    "deal": Deal.SALE,
    "property_type": PropertyType.APARTMENT,
    "city": "Москва",
    "district": "Арбат",
    "metro_station": "Арбатская",
    "price": Money(18 * MILLION, "RUB"),
    "area": 54_00,
    "rooms": 2,
    "floor": 5,
    "total_floors": 9,
    "commission_share": 50_00,
}
"""What Анна offers unless a test says otherwise."""
WISH: dict[str, Any] = {
    "deal": Deal.SALE,
    "city": "Москва",
    "budget": Budget(None, 20 * MILLION, "RUB"),
    "rooms": (2,),
    "districts": ("Арбат",),
}
"""What a client looks for unless a test says otherwise."""


@dataclass
class Realtor(Somebody):
    """A realtor at their phone."""

    async def offers(self, **changes: Any) -> PropertyId:
        """Has one more property."""
        draft = PropertyDraft(**{**FLAT, **changes})
        return await add_property(self.world.product.new_work(), await self.me(), draft, again=True)

    async def seeks(self, **changes: Any) -> LeadId:
        """Has one more lead."""
        draft = LeadDraft(**{**WISH, **changes})
        return await add_lead(self.world.product.new_work(), await self.me(), draft, again=True)

    async def changes_price(self, property_id: PropertyId, millions: int) -> None:
        """Asks for more or less."""
        work, me = self.world.product.new_work(), await self.me()
        version = (await show_property(work, me, property_id)).offered.version
        price = Money(millions * MILLION, "RUB")
        await edit_property(self.world.product.new_work(), me, property_id, version, {"price": price})
        await self.world.settle()


async def realtor(
    world: World, first_name: str, last_name: str = "", *, agency: str | None = "Эталон", **about: Any
) -> Realtor:
    """Somebody who has become a realtor."""
    person = world.person(first_name, last_name=last_name, **about)
    made = Realtor(world, person)
    await made.becomes(Role.REALTOR, agency=agency)
    return made
