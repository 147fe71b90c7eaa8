"""A realtor's matches: by status with counts, of one lead or property, each as a card."""

import re

import pytest

from domain.matching.deals.match import DealSide
from domain.matching.recommendations.budget import Budget
from domain.matching.recommendations.like import like
from domain.money import Money
from tests.support.realtors import realtor
from tests.support.talks import Talk, talk_in
from tests.support.world import World

pytestmark = pytest.mark.one_database

ALL = "mm::0:0:0"


@pytest.fixture
async def talk(world: World) -> Talk:
    return await talk_in(world)


async def test_none_yet_leads_to_leads_and_properties(world: World) -> None:
    ivan = await realtor(world, "Иван")
    await ivan.writes("/menu")
    await ivan.forges(ALL)
    ivan.sees("🤝 Совпадения", "Пока пусто", "👤 Мои заявки", "🏠 Мои объекты")


async def test_statuses_are_counted_and_chosen(talk: Talk) -> None:
    await talk.opens()
    other = await talk.anna.offers(rooms=3)
    await talk.irina.forges(f"lk:l:{talk.lead}:{other}:h:0:0:0")
    await talk.irina.taps("👍")
    await talk.irina.taps("40")
    await talk.anna.taps("✖️")
    await talk.anna.forges(ALL)
    talk.anna.sees("Обсуждаем 1", "Отказы 1", "Согласны 0", "Сделки 0", "Ваш ход: вам предлагают 45 %.")
    await talk.anna.taps("Отказы")
    talk.anna.sees("• Отказы 1", "Вы отказались.")
    assert "Ваш ход" not in talk.anna.screen
    await talk.anna.taps("• Отказы")
    talk.anna.sees("Ваш ход", "Вы отказались.")
    await talk.anna.taps("Сделки")
    talk.anna.sees("Таких нет.")


async def test_list_of_one_property_goes_back_to_it(talk: Talk) -> None:
    await talk.opens()
    await talk.anna.forges(f"mm:p:{talk.flat}:0:0")
    talk.anna.sees("🤝 Совпадения объекта · всего 1", "‹ Назад")
    await talk.anna.taps("🤝")
    talk.anna.sees("🤝 Совпадение · 100 %", "Коллега: Ирина Петрова, «Этажи»", "✅ Принять 45 %")
    await talk.irina.forges(f"mm:l:{talk.lead}:0:0")
    talk.irina.sees("🤝 Совпадения заявки", "Вы предложили 45 %")


async def test_card_shows_each_offer_with_its_time_and_note(talk: Talk) -> None:
    await talk.looks()
    await talk.irina.taps("💬")
    await talk.irina.writes("Клиент готов завтра")
    await talk.irina.taps("45")
    await talk.anna.taps("↔️")
    await talk.anna.taps("50")
    await talk.anna.forges("om:1:0")
    talk.anna.sees("История: 45 → 50", "· Ирина Петрова: 45 % «Клиент готов завтра»", "· вы: 50 %", "21 ноября, 15:0")
    await talk.irina.forges("om:1:0")
    talk.irina.sees("· вы: 45 % «Клиент готов завтра»", "· Анна: 50 %", "Ваша заявка: «Молодая пара»")


def numbered(screen: str) -> list[str]:
    """The numbers of the matches that have a button."""
    return re.findall(r"\[(\d+)\. 🤝", screen)


async def test_many_are_paged(talk: Talk) -> None:
    await talk.looks()
    for _ in range(6):
        flat = await talk.anna.offers()
        await talk.irina.forges(f"lk:l:{talk.lead}:{flat}:h:0:0:0")
        await talk.irina.taps("👍")
        await talk.irina.taps("45")
    await talk.irina.forges(ALL)
    assert numbered(talk.irina.screen) == ["1", "2", "3", "4"]
    await talk.irina.taps("›")
    assert numbered(talk.irina.screen) == ["5", "6"]
    await talk.irina.forges("mm::0:0:999")
    assert numbered(talk.irina.screen) == ["5", "6"]


async def test_forged_filters_do_no_harm(talk: Talk) -> None:
    await talk.opens()
    for data in ("mm:x:1:0:0", "mm::0:99:0"):
        await talk.irina.forges(data)
        talk.irina.sees("🤝 Совпадения")
    await talk.irina.forges(f"mm:p:{talk.flat}:0:0")
    talk.irina.is_told("больше нет")
    assert not talk.irina.person.spinning


async def test_no_sum_on_a_button_is_cut(world: World) -> None:
    anna, irina = await realtor(world, "Анна"), await realtor(world, "Ирина")
    lead = await irina.seeks(budget=Budget(15_500_000_00, 25_500_000_00, "RUB"))
    offered = await anna.offers(price=Money(18_550_000_00, "RUB"))
    await like(world.product.new_work(), await irina.me(), DealSide.LEAD, lead, offered, 45_00)
    await world.settle()
    await anna.writes("/menu")
    await anna.taps("🤝 Совпадения")
    anna.sees("[🤝 100 % · 25,5 млн ₽]")
    await anna.writes("/notifications")
    anna.sees("[1 🤝 25,5 млн]")
    await irina.writes("/menu")
    await irina.taps("🤝 Совпадения")
    irina.sees("[🤝 100 % · 18,55 млн]")
