"""A manager says what a utility costs at an object from a month on; what was booked before keeps its price."""

import datetime as dt
from collections.abc import Collection

from domain.estate.objects.premises import Premises, PremisesId
from domain.ledger.entry import Article
from domain.metering.around import object_today, watch_object
from domain.metering.meter import MOST_ZONES
from domain.metering.tariff import ARTICLES, MOST_PRICE, Basis, Prices, Tariff, bases_of, in_force
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect

MOST_MONTHS_AHEAD = 24


@effect(Action.MANAGE_OBJECTS)
async def set_tariff(
    work: Work,
    actor: Person,
    premises_id: PremisesId,
    article: Article,
    basis: Basis,
    prices: Prices,
    since: dt.date,
) -> None:
    """Keep the price from this month on, in place of another one said for the same month."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id, hold=True)
    today = await object_today(work, premises)
    _check(premises, article, basis, prices)
    if since > today + dt.timedelta(days=31 * MOST_MONTHS_AHEAD):
        raise Refusal("That is too far ahead. Which month shall the price begin with?")
    await _keep(work, premises, article, basis, prices, since.replace(day=1))
    await watch_object(work, premises)
    return await work.commit(None)


@effect(Action.MANAGE_OBJECTS)
async def copy_tariffs(work: Work, actor: Person, source_id: PremisesId, target_ids: Collection[PremisesId]) -> int:
    """Give other objects of the same manager and currency the tariffs in force, from this month on; how many got them.

    What another object has for other articles stays as it is.
    """
    source = await work.estate.premises.managed_by(actor.id, source_id)
    month = (await object_today(work, source)).replace(day=1)
    present = in_force(await work.metering.tariffs.of_premises([source.id]), month)
    count = 0
    for target_id in sorted(set(target_ids) - {source.id}):
        target = await work.estate.premises.managed_by(actor.id, target_id, hold=True)
        if target.currency != source.currency:
            raise Refusal("The prices of {object} are in another currency.", object=target.name)
        for article, tariff in present.items():
            if tariff.basis is not Basis.AREA or target.area is not None:
                await _keep(work, target, article, tariff.basis, tariff.prices, month)
        await watch_object(work, target)
        count += 1
    return await work.commit(count)


async def _keep(work: Work, premises: Premises, article: Article, basis: Basis, prices: Prices, since: dt.date) -> None:
    known = await work.metering.tariffs.of_premises([premises.id])
    tariff = next((one for one in known if one.article is article and one.since == since), None)
    if tariff is None:
        tariff = Tariff(
            premises_id=premises.id, article=article, since=since, basis=basis, prices=prices, created_at=work.now()
        )
    tariff.basis, tariff.prices = basis, prices
    await work.metering.tariffs.save(tariff)


def _check(premises: Premises, article: Article, basis: Basis, prices: Prices) -> None:
    if article not in ARTICLES or basis not in (*bases_of(article), Basis.NONE):
        raise Refusal("There is no such tariff.")
    if basis is Basis.NONE:
        return
    if not 1 <= len(prices) <= (MOST_ZONES if basis is Basis.UNIT else 1):
        raise Refusal("One price is enough here.")
    if not all(0 <= price <= MOST_PRICE for price in prices):
        raise Refusal("That is more than anything costs. Write it like 5.38.")
    if basis is Basis.AREA and premises.area is None:
        raise Refusal("The area of this object is not known yet. Say it on the object's card first.")
