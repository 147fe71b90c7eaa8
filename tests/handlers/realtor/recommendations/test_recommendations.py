"""A realtor looks through what fits: card by card, with reasons, hiding what does not suit."""

import pytest

from domain.files.keep_photo import keep_photo
from domain.matching.leads.archive_lead import archive_lead
from domain.matching.properties.property import PropertyId
from domain.matching.recommendations.budget import Budget
from domain.matching.terms import Condition
from domain.money import Money
from sandbox.images import picture
from tests.support.realtors import MILLION, Realtor, realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def looks_for(ivan: Realtor, lead: int) -> None:
    await ivan.world.does(ivan.person.writes, "/menu")
    await ivan.forges(f"pf:{lead}")


async def test_card_says_why_it_fits_and_why_not(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await anna.offers(price=Money(21 * MILLION, "RUB"), condition=Condition.ROUGH)
    lead = await ivan.seeks(title="Молодая пара", condition=Condition.FINISHING)
    await looks_for(ivan, lead)
    ivan.sees("1/1 · заявка «Молодая пара»", "2-комн., 54 м², 5/9, м. Арбатская, 21 млн ₽")
    ivan.sees("✓ район, комнаты", "✗ цена: на 5 % выше бюджета", "✗ состояние: хотят с отделкой, здесь без отделки")
    ivan.sees("Комиссия: предлагают 50 % · Анна, «Эталон»", "👍 Предложить", "👎 Не то", "💬 С запиской")


async def test_next_and_previous_lead_there_and_back_though_others_add(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    for rooms in (2, 2, 3):
        await anna.offers(rooms=rooms, district="Арбат")
    lead = await ivan.seeks()
    await looks_for(ivan, lead)
    ivan.sees("1/3")
    await ivan.taps("Дальше")
    ivan.sees("2/3")
    await anna.offers()
    await ivan.taps("Дальше")
    ivan.sees("4/4", "3-комн.")
    await ivan.taps("‹ Назад")
    ivan.sees("3/4", "2-комн.")
    assert ivan.person.screen.is_edited


async def test_property_shows_leads_without_their_title_and_client(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    offered = await anna.offers()
    await ivan.seeks(title="Сергеевы с Тверской", client_name="Пётр Сергеев", additional_requirements="Тихий двор")
    await anna.forges(f"lf:{offered}")
    anna.sees("1/1 · объект «2-комн., м. Арбатская»", "Покупка, 2-комн., Арбат, до 20 млн ₽", "Тихий двор")
    assert "Сергеев" not in anna.screen


async def test_hidden_card_gives_way_to_the_next_and_comes_back(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await anna.offers(rooms=3)
    await anna.offers()
    lead = await ivan.seeks()
    await looks_for(ivan, lead)
    ivan.sees("1/2", "2-комн.")
    await ivan.taps("👎 Не то")
    ivan.sees("1/1", "3-комн.", "Прошлый вариант скрыт", "↩️ Вернуть скрытый")
    await ivan.taps("↩️")
    ivan.sees("1/2", "2-комн.")
    ivan.is_told("Вернули")


async def test_five_fast_taps_on_not_this_hide_one_card(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    for _ in range(3):
        await anna.offers()
    lead = await ivan.seeks()
    await looks_for(ivan, lead)
    for _ in range(5):
        ivan.person.taps("👎 Не то")
    await world.settle()
    ivan.sees("1/2")
    assert not ivan.person.spinning


async def test_after_the_last_card_one_can_begin_anew(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await anna.offers()
    await anna.offers(rooms=3)
    lead = await ivan.seeks()
    await looks_for(ivan, lead)
    await ivan.taps("Дальше")
    await ivan.taps("👎 Не то")
    ivan.sees("Это был последний вариант", "⏮ С первого")
    await ivan.taps("⏮")
    ivan.sees("1/1", "2-комн.")


async def test_nothing_that_fits_says_what_to_do(world: World) -> None:
    ivan = await realtor(world, "Иван")
    lead = await ivan.seeks(title="Молодая пара")
    await looks_for(ivan, lead)
    ivan.sees("Заявка «Молодая пара»", "Пока ничего не подходит", "‹ К заявке", "☰ Меню")


async def test_own_property_is_shown_only_when_asked_for(world: World) -> None:
    ivan = await realtor(world, "Иван")
    await ivan.offers()
    lead = await ivan.seeks()
    await looks_for(ivan, lead)
    ivan.sees("Пока ничего не подходит", "С моими: 1")
    await ivan.taps("С моими")
    ivan.sees("1/1", "это ваше", "🤝 Свести")
    await ivan.taps("🤝 Свести")
    ivan.sees("Ваша заявка и ваш объект сведены")


async def test_photos_turn_on_one_message(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await with_photos(world, anna)
    lead = await ivan.seeks()
    await looks_for(ivan, lead)
    ivan.sees("<photo>", "1 из 3")
    shown = ivan.person.screen.id
    await ivan.taps("фото ›")
    ivan.sees("2 из 3")
    await ivan.taps("‹ фото")
    await ivan.taps("‹ фото")
    ivan.sees("3 из 3")
    assert ivan.person.screen.id == shown


async def with_photos(world: World, anna: Realtor, **changes: object) -> int:
    photos = []
    for number in range(3):
        name, size, sha256 = await world.product.store.keep_photo(picture(width=40 + number))
        photos.append(await keep_photo(world.product.new_work(), await anna.me(), name, size, sha256))
    return await anna.offers(photos=tuple(photos), **changes)


async def test_turning_the_photos_of_a_card_that_has_gone_says_so_and_shows_the_next(world: World) -> None:
    anna, olga, ivan = await realtor(world, "Анна"), await realtor(world, "Ольга"), await realtor(world, "Иван")
    await with_photos(world, olga, rooms=3)
    await with_photos(world, anna)
    lead = await ivan.seeks()
    await looks_for(ivan, lead)
    ivan.sees("1/2", "2-комн.", "Анна", "1 из 3")
    await world.does(anna.person.writes, "/privacy")
    await world.does(anna.person.taps, "🗑 Стереть всё")
    await world.does(anna.person.taps, "🗑 Стереть всё")
    await ivan.taps("фото ›")
    ivan.sees("1/1", "Объект, который был здесь, больше не предлагают", "3-комн.", "Ольга", "1 из 3")
    await ivan.taps("фото ›")
    ivan.sees("1/1", "3-комн.", "2 из 3")
    assert "больше не предлагают" not in ivan.screen


async def test_a_card_that_fits_no_more_says_so_and_nothing_left_is_said_too(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    offered = await with_photos(world, anna)
    lead = await ivan.seeks()
    await looks_for(ivan, lead)
    await anna.changes_price(PropertyId(offered), 30)
    await ivan.taps("фото ›")
    ivan.sees("Объект, который был здесь, больше не подходит", "Пока ничего не подходит")
    await anna.changes_price(PropertyId(offered), 18)
    await ivan.forges(f"lk:l:{lead}:{offered}:h:1:0:0")
    ivan.sees("1/1", "2 из 3")
    assert "больше не подходит" not in ivan.screen


async def test_a_lead_that_has_been_closed_meanwhile_says_so(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    offered = await anna.offers()
    lead = await ivan.seeks()
    await anna.forges(f"lf:{offered}")
    anna.sees("1/1")
    await archive_lead(world.product.new_work(), await ivan.me(), lead)
    await anna.forges(f"lk:p:{offered}:{lead}:h:0:0:0")
    anna.sees("Заявку, которая была здесь, закрыли", "Подходящих заявок пока нет")


async def test_what_is_far_outside_the_budget_is_not_shown_and_what_is_near_says_by_how_much(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    for millions in (14, 98, 3, 12, 11):
        await anna.offers(price=Money(millions * MILLION, "RUB"))
    lead = await ivan.seeks(budget=Budget(None, 10 * MILLION, "RUB"), rooms=(), districts=())
    await looks_for(ivan, lead)
    ivan.sees("1/2", "· 100 %", "3 млн ₽", "✓ цена: на 70 % ниже бюджета")
    await ivan.taps("Дальше")
    ivan.sees("2/2", "· 75 %", "11 млн ₽", "✗ цена: на 10 % выше бюджета")


async def test_a_place_that_is_missed_or_not_stated_is_said_on_the_card(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await anna.offers(metro_station="Смоленская")
    await anna.offers(metro_station=None)
    lead = await ivan.seeks(metro_stations=("Арбатская",))
    await looks_for(ivan, lead)
    ivan.sees("1/2", "· 85 %", "✓ район, комнаты", "✗ метро не указано")
    await ivan.taps("Дальше")
    ivan.sees("2/2", "· 85 %", "✗ метро: Смоленская, а ищут: Арбатская")


async def test_a_lead_that_states_little_sees_first_what_makes_use_of_its_budget(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    for millions in (9, 8, 4, 5):
        await anna.offers(price=Money(millions * MILLION, "RUB"))
    lead = await ivan.seeks(budget=Budget(None, 10 * MILLION, "RUB"), rooms=(), districts=())
    await looks_for(ivan, lead)
    for shown in ("8 млн ₽", "9 млн ₽", "5 млн ₽", "4 млн ₽"):
        ivan.sees(shown, "100 %")
        if shown != "4 млн ₽":
            await ivan.taps("Дальше")


async def test_buttons_of_an_archived_or_foreign_row_say_so(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    offered = await anna.offers()
    lead = await ivan.seeks()
    await looks_for(ivan, lead)
    before = ivan.screen
    for data in (
        f"lf:{offered}",
        "pf:99999",
        f"lk:p:{offered}:0:h:0:0:0",
        f"hd:p:{offered}:{lead}:0",
        "lk:x:1:1:h:0:0:0",
    ):
        toasts = len(ivan.person.toasts)
        await ivan.forges(data)
        assert len(ivan.person.toasts) == toasts + 1, data
        assert not ivan.person.spinning
    assert before.splitlines()[0] in "\n".join(ivan.heard)


async def test_english_reader_sees_english(world: World) -> None:
    anna = await realtor(world, "Анна")
    john = await realtor(world, "John", language_code="en", agency="Etalon")
    await anna.offers()
    lead = await john.seeks()
    await looks_for(john, lead)
    john.sees("1/1 · lead", "For sale, 2-room, 54 m², 5/9, Arbatskaya metro", "✓ district, rooms", "👍 Propose")
