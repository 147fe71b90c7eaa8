"""A realtor finds their own properties and leads: paged, sorted, searched, active or archived."""

import pytest

from domain.matching.recommendations.budget import Budget
from domain.money import Money
from tests.support.realtors import MILLION, realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def test_empty_lists_say_what_to_do_first(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("/properties")
    anna.sees("Объектов пока нет. Пришлите объявление как есть", "🏠 Добавить объект", "☰ Меню")
    await anna.writes("/leads")
    anna.sees("Заявок пока нет. Напишите одним сообщением", "👤 Добавить заявку", "☰ Меню")


async def test_menu_counts_what_there_is(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.offers()
    await anna.seeks()
    await anna.seeks(rooms=(1,))
    await anna.writes("/menu")
    anna.sees("1 объект, 2 заявки, 0 обсуждений", "🤝 Совпадения", "🔔 Новости", "⚙️ Настройки")


async def test_each_row_has_commission_matches_and_date(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.offers()
    await anna.writes("/properties")
    anna.sees("1. Продажа, 2-комн., 54 м², 5/9, м. Арбатская, 18 млн ₽", "комиссия 50 % · 0 совпадений · 21 ноября")


async def test_pages_turn_there_and_back(world: World) -> None:
    anna = await realtor(world, "Анна")
    for millions in range(1, 8):
        await anna.offers(price=Money(millions * MILLION, "RUB"))
    await anna.writes("/properties")
    anna.sees("всего 7", "1 из 2", "7 млн ₽")
    await anna.taps("›")
    anna.sees("2 из 2", "7. Продажа", "1 млн ₽")
    await anna.taps("‹")
    anna.sees("1 из 2")


async def test_order_changes_by_a_tap(world: World) -> None:
    anna = await realtor(world, "Анна")
    for millions in (20, 10, 15):
        await anna.seeks(budget=Budget(None, millions * MILLION, "RUB"))
    await anna.writes("/leads")
    anna.sees("1. Покупка, 2-комн., Арбат, до 15 млн ₽")
    await anna.taps("↕️ Новые")
    anna.sees("1. Покупка, 2-комн., Арбат, до 10 млн ₽", "↕️ Дешевле")
    await anna.taps("↕️ Дешевле")
    anna.sees("1. Покупка, 2-комн., Арбат, до 20 млн ₽", "↕️ Дороже")


async def test_typed_part_finds_and_show_all_brings_all_back(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.offers(street="Лесная", house_number="4")
    await anna.offers(street="Тверская")
    await anna.writes("/properties")
    await anna.taps("🔎 Найти")
    await anna.writes("лесн")
    anna.sees("Мои объекты, «лесн» · всего 1")
    await anna.taps("✖️ Показать все")
    anna.sees("Мои объекты · всего 2")


async def test_nothing_found_says_so_with_a_way_back(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.seeks()
    await anna.writes("/leads")
    await anna.taps("🔎 Найти")
    await anna.writes("<b>Зюзино</b>")
    anna.sees("Мои заявки, «<b>Зюзино</b>»", "Ничего не нашлось.", "✖️ Показать все")


@pytest.mark.parametrize("nonsense", ["\u2063", "—", "я" * 4096])
async def test_a_search_for_nothing_is_explained(world: World, nonsense: str) -> None:
    anna = await realtor(world, "Анна")
    await anna.seeks()
    await anna.writes("/leads")
    await anna.taps("🔎 Найти")
    await anna.writes(nonsense)
    anna.sees("Что найти?")
    await anna.taps("‹ Назад")
    anna.sees("Мои заявки · всего 1")


async def test_archived_ones_are_in_the_archive_only(world: World) -> None:
    anna = await realtor(world, "Анна")
    offered = await anna.offers()
    await anna.forges(f"arp:{offered}:1")
    await anna.writes("/properties")
    anna.sees("Активных нет: в архиве 1 объект, его можно вернуть.")
    await anna.taps("🗄 Архив")
    anna.sees("Мои объекты: архив · всего 1", "✅ В работе")


async def test_a_page_that_is_gone_shows_the_last_one(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.offers()
    await anna.writes("/properties")
    await anna.forges("mp:999:0:0:0")
    anna.sees("Мои объекты · всего 1")


async def test_a_list_whose_rows_are_all_in_the_archive_says_so(world: World) -> None:
    anna = await realtor(world, "Анна")
    lead, flat = await anna.seeks(), await anna.offers()
    for data in (f"arl:{lead}:0", f"arp:{flat}:0"):
        await anna.writes("/menu")
        await anna.forges(data)
        await anna.taps("🗄")
    await anna.writes("/leads")
    anna.sees("Активных нет: в архиве 1 заявка, её можно вернуть.")
    await anna.writes("/properties")
    anna.sees("Активных нет: в архиве 1 объект, его можно вернуть.")
