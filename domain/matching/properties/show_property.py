"""A realtor looks at their own property: with what it has cost, its matches, and how many leads it fits."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.estate.objects.premises import PremisesId
from domain.matching.deals.match import MatchStatus
from domain.matching.properties.property import PriceChange, Property, PropertyId
from domain.matching.recommendations.recommendation import COUNTED
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class PropertyView:
    """What the owner sees of a property."""

    offered: Property
    prices: tuple[PriceChange, ...]
    """The oldest first; the last one is the present price."""
    matches: Mapping[MatchStatus, int]
    follows: PremisesId | None
    """The rented object that it offers, from which its place, area and photos come."""
    fitting: int
    """How many leads wait to be looked at, counted up to `COUNTED`; 0 for an archived property."""


@query(Action.KEEP_PROPERTIES)
async def show_property(work: Work, actor: Person, property_id: PropertyId) -> PropertyView:
    """The actor's own property, or `NotFound`."""
    offered = await work.matching.properties.of(actor.id, property_id)
    fitting = (
        await work.matching.matches.count_leads_for(offered, own=False, at_most=COUNTED) if offered.is_active else 0
    )
    premises = await work.estate.premises.offered_by(offered.id)
    return PropertyView(
        offered=offered,
        follows=premises.id if premises is not None else None,
        prices=tuple(await work.matching.properties.prices(offered.id)),
        matches=await work.matching.matches.tally(actor.id, property_id=offered.id),
        fitting=fitting,
    )
