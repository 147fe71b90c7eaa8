"""Who keeps or owns a vacant object offers it to realtors: a property is made of it, and follows it from then on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.estate.leases.lease import Lease
from domain.estate.objects.following import TYPES, followed, property_of, withdraw
from domain.estate.objects.occupancy import is_vacant
from domain.estate.objects.premises import Category, Premises, PremisesId
from domain.matching.deals.match import DealSide
from domain.matching.deals.negotiation import reopen_from_archive
from domain.matching.leads.now_fits import tell_who_awaits_property
from domain.matching.properties.property import PriceChange, Property, PropertyId
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.status import RentPeriod
from domain.matching.terms import Deal, PropertyType
from domain.money import Money
from domain.people.person import Action, Person
from domain.refusal import Conflict, NotFound, Refusal
from domain.work import Work, effect, query

CATEGORIES = {kind: category for category, kind in TYPES.items()}


@dataclass(kw_only=True)
class OfferTerms:
    """What realtors have to know besides what the object says."""

    property_type: PropertyType | None = None
    city: str | None = None
    area: int | None = None
    rooms: int | None = None
    price: Money | None = None
    """A month's."""
    commission_share: int | None = None
    """Of the commission, for the tenant's realtor, in hundredths of a percent."""


@query(Action.MANAGE_OBJECTS)
async def terms_to_offer(work: Work, actor: Person, premises_id: PremisesId) -> OfferTerms:
    """What is known already: from the object, from the last lease, or from when it was offered before."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id)
    leases = [one for one in await work.estate.leases.of_premises([premises.id]) if not one.is_void]
    _must_be_free(premises, is_vacant(leases, work.now().astimezone(actor.zone).date()))
    known = OfferTerms(property_type=TYPES.get(premises.category) if premises.category else None)
    known.price = _last_rent(leases)
    before = await property_of(work, premises, hold=False)
    if before is not None and before.realtor_id == actor.id:
        known = OfferTerms(
            property_type=known.property_type or before.property_type,
            city=before.city,
            area=before.area,
            rooms=before.rooms,
            price=known.price or before.price,
            commission_share=before.commission_share,
        )
    return replace(known, city=premises.city or known.city, area=premises.area or known.area)


def _last_rent(leases: Sequence[Lease]) -> Money | None:
    """What the whole object was let for in the end."""
    ended = [(one.ends_on, one) for one in leases if one.area is None and one.ends_on is not None]
    last = max(ended, key=lambda pair: pair[0], default=None)
    return None if last is None else last[1].rent_on(last[0])


@effect(Action.KEEP_PROPERTIES)
async def offer_premises(work: Work, actor: Person, premises_id: PremisesId, terms: OfferTerms) -> PropertyId:
    """Offer it for rent by the month; one that was offered before comes back with its talks."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id, hold=True)
    leases = await work.estate.leases.of_premises([premises.id])
    _must_be_free(premises, is_vacant(leases, work.now().astimezone(actor.zone).date()))
    before = await property_of(work, premises)
    if before is not None and before.realtor_id != actor.id:
        if before.is_active:
            raise Conflict("It is offered to realtors by somebody else already.")
        before = None
    offered = await _make(work, actor, premises, terms) if before is None else await _renew(work, before, terms)
    _complete(premises, actor, terms)
    for name, value in followed(premises).items():
        setattr(offered, name, value)
    await work.matching.properties.save(offered)
    await tell_who_awaits_property(work, offered)
    premises.property_id = offered.id
    await work.estate.premises.save(premises)
    return await work.commit(offered.id)


@effect(Action.KEEP_PROPERTIES)
async def stop_offering(work: Work, actor: Person, premises_id: PremisesId) -> PremisesId:
    """Put the actor's own property of this object into the archive."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id, hold=True)
    offered = await property_of(work, premises)
    if offered is None or offered.realtor_id != actor.id:
        raise NotFound
    if not await withdraw(work, premises):
        raise Conflict("This property has been in the archive since {date}.", date=offered.archived_at)
    return await work.commit(premises.id)


def _must_be_free(premises: Premises, vacant: bool) -> None:
    premises.must_be_active()
    if premises.category is not None and premises.category not in TYPES:
        raise Refusal("Realtors match homes here by now: flats and houses.")
    if not vacant:
        raise Conflict("It is let, or will be soon, so realtors need not look for a tenant.")


async def _make(work: Work, actor: Person, premises: Premises, terms: OfferTerms) -> Property:
    draft = PropertyDraft(
        deal=Deal.RENT,
        period=RentPeriod.MONTH,
        property_type=terms.property_type or PropertyType.APARTMENT,
        city=premises.city or terms.city,
        area=premises.area or terms.area,
        rooms=terms.rooms,
        price=terms.price,
        commission_share=terms.commission_share,
    ).checked(work.now())
    offered = Property(realtor_id=actor.id, created_at=work.now(), **draft.values())
    await work.matching.properties.save(offered)
    work.matching.properties.add_price(PriceChange(property_id=offered.id, price=offered.price, since=work.now()))
    return offered


async def _renew(work: Work, offered: Property, terms: OfferTerms) -> Property:
    if offered.is_active:
        raise Conflict("It is offered to realtors already.")
    if terms.price is not None and terms.price != offered.price:
        offered.price = terms.price
        work.matching.properties.add_price(PriceChange(property_id=offered.id, price=offered.price, since=work.now()))
    offered.restore()
    await work.matching.properties.save(offered)
    await reopen_from_archive(work, DealSide.PROPERTY, offered.id)
    return offered


def _complete(premises: Premises, actor: Person, terms: OfferTerms) -> None:
    """What its manager has just said about the object is the object's."""
    if not actor.may(Action.MANAGE_OBJECTS, at=premises):
        return
    premises.city = premises.city or terms.city
    premises.area = premises.area or terms.area
    if premises.category is None and terms.property_type is not None:
        premises.category = CATEGORIES.get(terms.property_type, Category.FLAT)
