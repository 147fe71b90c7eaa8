"""Who talks about a property hears of its new price; who waits for something that fits hears of the first, once."""

import pytest

from domain.matching.properties.archive_property import archive_property
from domain.matching.properties.property import PropertyId
from domain.matching.recommendations.budget import Budget
from tests.support.realtors import MILLION, realtor
from tests.support.talks import Talk, talk_in
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def talk(world: World) -> Talk:
    return await talk_in(world)


@pytest.mark.parametrize("is_agreed", [False, True])
async def test_a_new_price_is_told_to_both_sides_of_a_talk(talk: Talk, is_agreed: bool) -> None:
    """18 to 15 and to 19 million: lower, higher, and what it was when they began stands on the card."""
    await talk.opens()
    if is_agreed:
        await talk.anna.taps("✅")
    stands = "Вы договорились об этом объекте." if is_agreed else "Вы обсуждаете этот объект с коллегой."
    await talk.anna.forges(f"ep:{talk.flat}:1:price")
    await talk.anna.writes("15 млн")
    talk.anna.sees("Сохранено: 18 млн ₽ → 15 млн ₽, −17 %.", "1 коллега, с которым вы его обсуждаете, узнает сразу.")
    talk.irina.sees("📉 Цена ниже на 17 %: 18 млн ₽ → 15 млн ₽", stands)
    await talk.anna.changes_price(PropertyId(talk.flat), 19)
    talk.irina.sees("📈 Цена выше на 27 %: 15 млн ₽ → 19 млн ₽", stands)
    for one in (talk.anna, talk.irina):
        await one.forges("om:1:1")
        one.sees("Цена с тех пор изменилась: 18 млн ₽ → 19 млн ₽, +6 %")
    await talk.irina.writes("/notifications")
    talk.irina.sees("💰", "Цена: 15 млн ₽ → 19 млн ₽")


async def test_a_price_is_no_news_to_who_has_turned_it_down(talk: Talk) -> None:
    await talk.opens()
    await talk.anna.taps("✖️")
    heard = len(talk.irina.heard)
    await talk.anna.changes_price(PropertyId(talk.flat), 17)
    assert len(talk.irina.heard) == heard


async def test_i_will_write_when_one_fits_is_done_once(world: World) -> None:
    irina = await realtor(world, "Ирина")
    lead = await irina.seeks(title="Молодая пара")
    await irina.writes("/menu")
    for _ in range(2):
        await irina.forges(f"pf:{lead}")
        irina.sees("Пока ничего не подходит", "напишу")
    anna = await realtor(world, "Анна")
    await anna.offers(city="Казань", district=None, metro_station=None)
    heard = len(irina.heard)
    await world.settle()
    assert len(irina.heard) == heard
    flat = await anna.offers()
    await world.settle()
    irina.sees("🔎 Нашлось подходящее", "Для вас: заявка «Молодая пара».", "Продажа, 2-комн.", "👍 Предложить")
    await anna.offers()
    await world.settle()
    assert sum("🔎" in one for one in irina.heard) == 1
    await irina.writes("/notifications")
    irina.sees("Нашлось подходящее: заявка «Молодая пара»")
    await archive_property(world.product.new_work(), await anna.me(), flat)
    await irina.taps("1 🔎")
    irina.sees("Этого варианта уже нет в подборке.")


async def test_the_owner_of_a_property_is_told_of_the_first_lead(world: World) -> None:
    anna = await realtor(world, "Анна")
    flat = await anna.offers()
    await anna.writes("/menu")
    await anna.forges(f"lf:{flat}")
    anna.sees("Подходящих заявок пока нет. Напишу")
    irina = await realtor(world, "Ирина")
    lead = await irina.seeks(budget=Budget(None, 5 * MILLION, "RUB"), rooms=(4,), districts=("Митино",))
    await irina.writes("/menu")
    heard = len(anna.heard)
    await irina.forges(f"el:{lead}:1:title")
    await irina.writes("Пара")
    assert len(anna.heard) == heard
    await irina.seeks()
    await world.settle()
    anna.sees("🔎 Нашлось подходящее", "Покупка, 2-комн.", "👀 Посмотреть")
    await anna.taps("👀")
    anna.sees("👍 Предложить")


async def test_a_realtor_with_several_leads_hears_of_a_price_once(talk: Talk) -> None:
    """Two talks and a third lead that the property fits only now: one message that names them."""
    await talk.opens()
    second = await talk.irina.seeks(title="Вторая")
    await talk.irina.forges(f"lk:l:{second}:{talk.flat}:h:0:0:0")
    await talk.irina.taps("👍")
    await talk.irina.taps("40")
    await talk.irina.seeks(title="Третья", budget=Budget(None, 16 * MILLION, "RUB"))
    heard = len(talk.irina.heard)
    await talk.anna.changes_price(PropertyId(talk.flat), 15)
    assert len(talk.irina.heard) == heard + 1, talk.irina.heard[heard:]
    talk.irina.sees(
        "📉 Цена ниже на 17 %: 18 млн ₽ → 15 млн ₽", "Касается и других ваших заявок:", "«Вторая»", "«Третья»"
    )


async def test_leads_that_a_price_newly_fits_are_told_at_once_and_together(talk: Talk, world: World) -> None:
    peter = await realtor(world, "Пётр")
    for title in ("Первая", "Вторая"):
        await peter.seeks(title=title, budget=Budget(None, 16 * MILLION, "RUB"))
    heard = len(peter.heard)
    await talk.anna.changes_price(PropertyId(talk.flat), 15)
    assert len(peter.heard) == heard + 1
    peter.sees("📉 Цена ниже на 17 %", "И ещё к 1 вашей заявке.")
