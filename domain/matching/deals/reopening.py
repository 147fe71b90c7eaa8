"""A changed price brings back what was turned down, where it newly fits, and finds the leads that it newly fits.

Brought back are the other side's dislikes and rejected matches of pairs whose price was outside the budget before and
is within it now, if the pair fits well enough to be recommended at all.
"""

from decimal import ROUND_HALF_UP, Decimal

from domain.matching.deals.match import DealSide, Match, MatchStatus, Reaction
from domain.matching.leads.lead import Lead, LeadId
from domain.matching.properties.property import Property
from domain.matching.recommendations.score import fits_price, points
from domain.matching.recommendations.shape import Wish, base_price, offering_of, wish_of
from domain.money import Money, Rates
from domain.people.person import PersonId
from domain.work import Work


async def reopen_by_price(work: Work, offered: Property, old_price: Money) -> dict[PersonId, list[LeadId]]:
    """The property's price has changed from `old_price` to what it is now.

    Returns the leads that it fits only now, by their realtor, the best first, each of them once a price.
    """
    rules = work.matching.matches.rules
    offering, old = offering_of(offered, rules.rates), base_price(old_price, rules.rates)
    dislikes = {one.lead_id: one for one in await work.matching.matches.disliked_by(DealSide.LEAD, offered.id)}
    matches = await work.matching.matches.hold_of(DealSide.PROPERTY, offered.id, MatchStatus.REJECTED)
    rejected = {one.lead_id: one for one in matches}
    for lead in await work.matching.leads.many(dislikes.keys() | rejected.keys()):
        wish = wish_of(lead, rules.rates)
        newly = fits_price(wish, offering.price) and not fits_price(wish, old)
        fits = points(wish, offering, rules.score) >= rules.score.threshold_points
        if lead.is_active and newly and fits:
            await _reopen(work, dislikes.get(lead.id), rejected.get(lead.id))
    await work.flush()
    return await _newly_fitting(work, offered, old_price)


async def reopen_by_budget(work: Work, lead: Lead, before: Wish) -> None:
    """What the lead asks for has changed; `before` is what it asked for until now."""
    rules = work.matching.matches.rules
    wish = wish_of(lead, rules.rates)
    if (wish.price_min, wish.price_max) == (before.price_min, before.price_max):
        return
    dislikes = {one.property_id: one for one in await work.matching.matches.disliked_by(DealSide.PROPERTY, lead.id)}
    matches = await work.matching.matches.hold_of(DealSide.LEAD, lead.id, MatchStatus.REJECTED)
    rejected = {one.property_id: one for one in matches}
    for offered in await work.matching.properties.many(dislikes.keys() | rejected.keys()):
        offering = offering_of(offered, rules.rates)
        newly = fits_price(wish, offering.price) and not fits_price(before, offering.price)
        fits = points(wish, offering, rules.score) >= rules.score.threshold_points
        if offered.is_active and newly and fits:
            await _reopen(work, dislikes.get(offered.id), rejected.get(offered.id))
    await work.flush()


async def _reopen(work: Work, dislike: Reaction | None, rejected: Match | None) -> None:
    """What was looked at at another price may be looked at again."""
    if dislike is not None:
        await work.matching.matches.forget_reaction(dislike)
    if rejected is not None:
        rejected.reopened_at = work.now()


def change_in_percent(old: Money, new: Money, rates: Rates) -> Decimal | None:
    """By how many percent the price went up (or down, below zero); None if the two cannot be compared."""
    before, after = base_price(old, rates), base_price(new, rates)
    if old.currency == new.currency:
        before, after = old.minor, new.minor
    if not before or after is None:
        return None
    return Decimal(after - before) * 100 / before


def rounded(percent: Decimal | None) -> int | None:
    """As it is told."""
    return None if percent is None else int(percent.quantize(Decimal(1), ROUND_HALF_UP))


async def _newly_fitting(work: Work, offered: Property, old_price: Money) -> dict[PersonId, list[LeadId]]:
    rules = work.matching.matches.rules
    percent = change_in_percent(old_price, offered.price, rules.rates)
    if percent is not None and abs(percent) < rules.price_noise:
        return {}
    found = await work.matching.matches.leads_fit_by_price(offered, old_price, limit=rules.most_told_of_price)
    best_first = [LeadId(one.id) for one in found]
    fresh = await work.matching.matches.not_yet_told(best_first, offered.id, offered.price)
    leads = {lead.id: lead for lead in await work.matching.leads.many(fresh)}
    by_realtor: dict[PersonId, list[LeadId]] = {}
    for lead_id in fresh:
        by_realtor.setdefault(leads[lead_id].realtor_id, []).append(lead_id)
    return by_realtor
