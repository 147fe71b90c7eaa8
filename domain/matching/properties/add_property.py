"""A realtor adds a property; from that moment it is recommended for every lead it fits."""

from domain.files.sent_by import must_have_sent
from domain.matching.leads.now_fits import tell_who_awaits_property
from domain.matching.properties.known_already import KnownAlready, is_same_property
from domain.matching.properties.property import PriceChange, Property, PropertyId
from domain.matching.properties.property_draft import PropertyDraft
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.KEEP_PROPERTIES)
async def add_property(work: Work, actor: Person, draft: PropertyDraft, *, again: bool = False) -> PropertyId:
    """Keep it as the actor's own; a `Refusal` says what is missing or cannot be.

    `KnownAlready` names the same one among the actor's active properties, unless it shall be kept `again`.
    """
    known = draft.checked(work.now())
    await must_have_sent(work, actor, *known.photos, as_photos=True)
    offered = Property(realtor_id=actor.id, created_at=work.now(), **known.values())
    for other in [] if again else await work.matching.properties.like(offered):
        if is_same_property(offered, other):
            raise KnownAlready(other.id)
    await work.matching.properties.save(offered)
    first = PriceChange(property_id=offered.id, price=offered.price, since=work.now())
    work.matching.properties.add_price(first)
    await tell_who_awaits_property(work, offered)
    return await work.commit(offered.id)
