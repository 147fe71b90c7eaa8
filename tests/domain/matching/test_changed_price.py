"""A changed price brings back what was turned down where it newly fits, and says old and new to whom it newly fits."""

from decimal import Decimal

from domain.matching.deals.match import DealSide, MatchStatus
from domain.matching.deals.reject_match import reject_match
from domain.matching.deals.show_match import show_match
from domain.matching.leads.edit_lead import edit_lead
from domain.matching.properties.edit_property import edit_property
from domain.matching.properties.show_property import show_property
from domain.matching.recommendations.dislike import dislike
from domain.matching.recommendations.like import like
from domain.matching.recommendations.recommend_leads import recommend_leads
from domain.matching.recommendations.recommend_properties import recommend_properties
from domain.money import Money, Rates
from domain.notifications.notification import NotificationKind
from tests.domain.matching.agency import Agency, Realtor, up_to


def roubles(millions: float) -> Money:
    return Money(int(millions * 100_000_000), "RUB")


async def cost(anna: Realtor, flat_id: int, price: Money) -> None:
    """Anna changes the price."""
    version = (await anna.does(show_property, flat_id)).offered.version  # type: ignore[arg-type]
    await anna.does(edit_property, flat_id, version, {"price": price})  # type: ignore[arg-type]


async def test_who_can_afford_it_now_hears_old_and_new_once_for_all_leads(anna: Realtor, irina: Realtor) -> None:
    flat_id = await anna.has_property(price=roubles(20))
    lead_id = await irina.has_lead(budget=up_to(19))
    partly = await irina.has_lead(budget=up_to(19), rooms=(3,))
    await irina.has_lead(budget=up_to(25))
    await irina.has_lead(budget=up_to(15))
    await anna.has_lead(budget=up_to(19))
    await cost(anna, flat_id, roubles(18))
    (news,) = await irina.inbox()
    assert news.kind is NotificationKind.PRICE_CHANGED
    assert news.data == {
        "property_id": flat_id,
        "lead_id": lead_id,
        "lead_ids": [lead_id, partly],
        "old": {"minor": 20 * 100_000_000, "currency": "RUB"},
        "new": {"minor": 18 * 100_000_000, "currency": "RUB"},
        "percent": -10,
    }
    assert await anna.inbox() == []


async def test_the_same_price_is_told_once_however_often_it_comes_back(anna: Realtor, irina: Realtor) -> None:
    flat_id = await anna.has_property(price=roubles(20))
    await irina.has_lead(budget=up_to(19))
    for millions in (18, 20, 18, 20, 17):
        await cost(anna, flat_id, roubles(millions))
    assert [news.data["new"]["minor"] for news in await irina.inbox()] == [17 * 100_000_000, 18 * 100_000_000]


async def test_a_tiny_change_is_not_told_but_opens_what_it_newly_fits(anna: Realtor, irina: Realtor) -> None:
    flat_id = await anna.has_property(price=roubles(19.1))
    lead_id = await irina.has_lead(budget=up_to(19))
    await irina.does(dislike, DealSide.LEAD, lead_id, flat_id)
    await cost(anna, flat_id, roubles(19))
    assert await irina.inbox() == []
    assert (await irina.does(recommend_properties, lead_id)).total == 1


async def test_dislike_stays_unless_the_price_newly_fits(anna: Realtor, irina: Realtor) -> None:
    flat_id = await anna.has_property(price=roubles(20))
    lead_id = await irina.has_lead(budget=up_to(19))
    affordable = await irina.has_lead(budget=up_to(30))
    for one in (lead_id, affordable):
        await irina.does(dislike, DealSide.LEAD, one, flat_id)
    await cost(anna, flat_id, roubles(19.5))
    assert (await irina.does(recommend_properties, lead_id)).total == 0
    await cost(anna, flat_id, roubles(18))
    assert (await irina.does(recommend_properties, lead_id)).total == 1
    assert (await irina.does(recommend_properties, affordable)).total == 0


async def test_rejected_match_can_be_proposed_again_with_its_history(anna: Realtor, irina: Realtor) -> None:
    flat_id = await anna.has_property(price=roubles(20))
    lead_id = await irina.has_lead(budget=up_to(19))
    match_id = await anna.does(like, DealSide.PROPERTY, lead_id, flat_id, 50_00)
    await irina.does(reject_match, match_id, await irina.sees_offer(match_id))
    await cost(anna, flat_id, roubles(18))
    assert (await irina.does(recommend_properties, lead_id)).total == 1
    assert (await anna.does(recommend_leads, flat_id)).total == 1
    assert (await irina.inbox())[0].kind is NotificationKind.PRICE_CHANGED

    assert await anna.does(like, DealSide.PROPERTY, lead_id, flat_id, 40_00) == match_id
    seen = await irina.does(show_match, match_id)
    assert (seen.match.status, seen.match.score) == (MatchStatus.PENDING, 100)
    assert [offer.share for offer in seen.offers] == [50_00, 40_00]


async def test_raised_budget_brings_the_lead_back_to_who_turned_it_down(anna: Realtor, irina: Realtor) -> None:
    flat_id = await anna.has_property(price=roubles(20))
    lead_id = await irina.has_lead(budget=up_to(19))
    await anna.does(dislike, DealSide.PROPERTY, lead_id, flat_id)
    other = await anna.has_property(price=roubles(20))
    match_id = await irina.does(like, DealSide.LEAD, lead_id, other, 50_00)
    await anna.does(reject_match, match_id, await anna.sees_offer(match_id))
    await irina.does(edit_lead, lead_id, 1, {"title": "Пара"})
    assert (await anna.does(recommend_leads, flat_id)).total == 0

    await irina.does(edit_lead, lead_id, 2, {"budget": up_to(21)})
    assert (await anna.does(recommend_leads, flat_id)).total == 1
    assert (await anna.does(recommend_leads, other)).total == 1


async def test_price_in_another_currency_is_compared_by_the_rate(agency: Agency, anna: Realtor, irina: Realtor) -> None:
    agency.set_rules(rates=Rates("RUB", {"USD": Decimal(100)}))
    flat_id = await anna.has_property(price=roubles(20))
    await irina.has_lead(budget=up_to(19))
    await cost(anna, flat_id, Money(180_000_00, "USD"))
    assert (await irina.inbox())[0].data["percent"] == -10


async def test_price_that_could_not_be_compared_before_is_told_without_a_percentage(
    anna: Realtor, irina: Realtor
) -> None:
    flat_id = await anna.has_property(price=Money(200_000_00, "USD"))
    await irina.has_lead(budget=up_to(19))
    await cost(anna, flat_id, roubles(18))
    assert (await irina.inbox())[0].data["percent"] is None


async def test_moving_to_another_city_is_not_a_price_change(anna: Realtor, irina: Realtor) -> None:
    flat_id = await anna.has_property(price=roubles(20), city="Казань")
    await irina.has_lead(budget=up_to(19))
    await anna.does(edit_property, flat_id, 1, {"price": roubles(18), "city": "Москва"})
    assert await irina.inbox() == []
