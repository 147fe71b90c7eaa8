"""A realtor changes any field of their property; a changed price is remembered, and told to whom it concerns."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.files.sent_by import must_have_sent
from domain.matching.deals.price_in_talks import tell_new_price
from domain.matching.deals.reopening import reopen_by_price
from domain.matching.leads.now_fits import tell_who_awaits_property
from domain.matching.properties.property import PriceChange, PropertyId
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.recommendations.shape import gate_key
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect

FOLLOWED = frozenset(
    {"deal", "period", "property_type", "city", "street", "house_number", "area", "photos", "description"}
)
"""What a property that offers a rented object has from it."""


@effect(Action.KEEP_PROPERTIES)
async def edit_property(
    work: Work, actor: Person, property_id: PropertyId, version: int, changes: Mapping[str, Any]
) -> int:
    """Set the fields of `PropertyDraft` named in `changes` (None empties one); returns the new version.

    `version` is the one the person saw: if it is no longer the present one, `Conflict`.
    """
    offered = await work.matching.properties.of(actor.id, property_id, hold=True)
    if offered.version != version:
        raise Conflict
    if changes.keys() & FOLLOWED and await work.estate.premises.offered_by(offered.id) is not None:
        raise Refusal("This comes from the rented object: change it there, and this card follows.")
    draft = replace(PropertyDraft.of(offered), **changes).checked(work.now())
    if "photos" in changes:
        await must_have_sent(work, actor, *draft.photos, as_photos=True)
    old_price, old_gate = offered.price, gate_key(offered.deal, offered.period, offered.city)
    for name, value in draft.values().items():
        setattr(offered, name, value)
    await work.matching.properties.save(offered)
    if offered.price != old_price:
        change = PriceChange(property_id=offered.id, price=offered.price, since=work.now())
        work.matching.properties.add_price(change)
        is_comparable = offered.is_active and old_gate == gate_key(offered.deal, offered.period, offered.city)
        newly = await reopen_by_price(work, offered, old_price) if is_comparable else {}
        await tell_new_price(work, offered, old_price, newly)
    if offered.is_active:
        await tell_who_awaits_property(work, offered)
    return await work.commit(offered.version)
