"""A realtor's own card of a property or a lead: everything on it, every field changed by a tap, archive and back."""

import pytest

from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.money import Money
from sandbox.images import picture
from tests.support.realtors import MILLION, Realtor, realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def opens_property(anna: Realtor, **changes: object) -> PropertyId:
    offered = await anna.offers(**changes)
    await anna.writes("/properties")
    await anna.taps("1. ")
    return offered


async def opens_lead(anna: Realtor, **changes: object) -> LeadId:
    lead = await anna.seeks(**changes)
    await anna.writes("/leads")
    await anna.taps("1. ")
    return lead


async def test_property_card_tells_how_many_leads_it_fits(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await ivan.seeks()
    await opens_property(anna)
    anna.sees("Продажа · 2-комн. · 54 м² · 5/9 эт.", "👀 Заявки: 1", "🤝 Совпадения: 0", "Добавлено 21 ноября")
    await anna.taps("👀 Заявки: 1")
    anna.sees("1/1")


async def test_lead_card_shows_its_owner_the_client(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await ivan.offers()
    await opens_lead(anna, title="Молодая пара", client_name="Ирина", client_contacts="+7 900", notes="до июня")
    anna.sees("Молодая пара", "🔒 Клиент: Ирина, +7 900", "🔒 Заметки: до июня", "👀 Объекты: 1")


async def test_new_price_is_saved_and_the_old_one_remembered(world: World) -> None:
    anna = await realtor(world, "Анна")
    await opens_property(anna)
    await anna.taps("✏️ Изменить")
    await anna.taps("Цена")
    anna.sees("Сейчас: 18 000 000 ₽")
    await anna.writes("1e5")
    anna.sees("«1e5» не похоже на цену.")
    await anna.writes("17,5 млн")
    anna.sees("Сохранено: 18 млн ₽ → 17,5 млн ₽, −3 %.", "Цена изменилась 21 ноября, была 18 млн ₽")


async def test_a_price_too_small_for_a_home_is_asked_about(world: World) -> None:
    anna = await realtor(world, "Анна")
    await opens_property(anna)
    await anna.taps("✏️ Изменить")
    await anna.taps("Цена")
    await anna.writes("17,5")
    anna.sees("17,5 млн ₽", "17 500 ₽", "17,50 ₽")
    await anna.taps("17,5")
    anna.sees("Сохранено: 18 млн ₽ → 17,5 млн ₽, −3 %.")


async def test_a_budget_too_small_for_a_home_is_asked_about(world: World) -> None:
    anna = await realtor(world, "Анна")
    await opens_lead(anna)
    await anna.taps("✏️ Изменить")
    await anna.taps("Бюджет")
    await anna.writes("15-20")
    await anna.taps("от 15")
    anna.sees("Бюджет: от 15 млн ₽ до 20 млн ₽")


async def test_a_colleague_hears_of_the_price_that_now_fits(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await ivan.seeks(title="Молодая пара")
    await opens_property(anna, price=Money(25 * MILLION, "RUB"))
    await anna.taps("✏️ Изменить")
    await anna.taps("Цена")
    await anna.writes("19 млн")
    ivan.sees("19 млн ₽")


async def test_an_optional_field_can_be_emptied(world: World) -> None:
    anna = await realtor(world, "Анна")
    await opens_property(anna)
    await anna.taps("✏️ Изменить")
    await anna.taps("Этаж")
    await anna.taps("🧹 Не указывать")
    assert "5/9" not in anna.screen
    anna.sees("Сохранено.")


async def test_several_rooms_of_a_lead_are_chosen_and_taken_back(world: World) -> None:
    anna = await realtor(world, "Анна")
    await opens_lead(anna)
    await anna.taps("✏️ Изменить")
    await anna.taps("Комнаты")
    for tap in ("3-комн.", "✓ 2-комн.", "Студия", "✅ Готово"):
        await anna.taps(tap)
    anna.sees("Покупка · студия, 3-комн.")


async def test_back_from_a_question_leads_to_the_card(world: World) -> None:
    anna = await realtor(world, "Анна")
    await opens_lead(anna)
    await anna.taps("✏️ Изменить")
    await anna.taps("Бюджет")
    await anna.taps("‹ Назад")
    anna.sees("Покупка · 2-комн.", "✏️ Изменить")


async def test_who_edits_what_was_changed_meanwhile_sees_how_it_is_now(world: World) -> None:
    anna = await realtor(world, "Анна")
    offered = await opens_property(anna)
    await anna.taps("✏️ Изменить")
    await anna.taps("Цена")
    await anna.changes_price(offered, 16)
    await anna.writes("17 млн")
    anna.sees("16 000 000 ₽")
    assert "17 000 000" not in anna.screen


async def test_a_stale_edit_button_tells_and_shows_the_present_card(world: World) -> None:
    anna = await realtor(world, "Анна")
    offered = await opens_property(anna)
    await anna.changes_price(offered, 16)
    await anna.taps("✏️ Изменить")
    assert anna.person.toasts
    anna.sees("16 000 000 ₽", "✏️ Изменить")


async def test_photos_turn_on_one_message_and_are_added_and_removed(world: World) -> None:
    anna = await realtor(world, "Анна")
    await opens_property(anna)
    await anna.taps("🖼 Фото")
    anna.sees("Фото пока нет.")
    await anna.taps("➕ Добавить")
    await world.does(anna.person.sends_album, [picture(10, 10), picture(20, 20), picture(30, 30)])
    anna.sees("1 из 3")
    shown = len(anna.heard)
    for where in ("2 из 3", "3 из 3", "1 из 3"):
        await anna.taps("фото ›")
        anna.sees(where)
    assert len(anna.heard) == shown
    await anna.taps("🖼 Фото")
    await anna.taps("🗑 Убрать это")
    anna.sees("1 из 2", "2 фото, поместится до 10.")


async def test_more_than_ten_photos_do_not_fit_and_it_is_said(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("Продам 2-к квартиру 54 м2 на Арбате, 18,5 млн")
    for size in (10, 100):
        await world.does(anna.person.sends_album, [picture(size + one, 10) for one in range(6)])
    anna.sees("10 фото")


async def test_archiving_asks_first_and_can_be_undone(world: World) -> None:
    anna = await realtor(world, "Анна")
    await opens_property(anna)
    await anna.taps("🗄 В архив")
    assert anna.person.screen.buttons == [["‹ Оставить"], ["🗄 В архив"]]
    await anna.taps("🗄 В архив")
    anna.sees("В архиве", "↩️")
    await anna.taps("↩️")
    anna.sees("Снова в работе.", "👀 Заявки: 0")


async def test_an_archived_lead_leaves_every_recommendation_until_it_is_restored(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    offered = await ivan.offers()
    await opens_lead(anna)
    await anna.taps("🗄 В архив")
    await anna.taps("🗄 В архив")
    await ivan.writes("/properties")
    await ivan.taps("1. ")
    ivan.sees("👀 Заявки: 0")
    await anna.taps("↩️")
    await ivan.forges(f"op:{offered}:0:0")
    ivan.sees("👀 Заявки: 1")


async def test_archiving_twice_says_since_when_it_is_there(world: World) -> None:
    anna = await realtor(world, "Анна")
    offered = await opens_property(anna)
    await anna.forges(f"arp:{offered}:1")
    await anna.forges(f"arp:{offered}:1")
    anna.is_told("21 ноября")
    anna.sees("В архиве с 21 ноября", "↩️ Вернуть в работу")


@pytest.mark.parametrize("button", ["op:{p}:0:0", "ep:{p}:1:price", "arp:{p}:1", "rsp:{p}", "ph:{p}:0", "phr:{p}:1:1"])
async def test_a_strangers_property_is_not_there(world: World, button: str) -> None:
    anna, eve = await realtor(world, "Анна"), await realtor(world, "Ева")
    offered = await anna.offers()
    await eve.writes("/menu")
    await eve.forges(button.format(p=offered))
    assert eve.person.toasts
    assert "Арбат" not in eve.screen


@pytest.mark.parametrize("button", ["ol:{lead}:0", "el:{lead}:1:notes", "arl:{lead}:1", "rsl:{lead}"])
async def test_a_strangers_lead_is_not_there(world: World, button: str) -> None:
    anna, eve = await realtor(world, "Анна"), await realtor(world, "Ева")
    lead = await anna.seeks(client_name="Ирина")
    await eve.writes("/menu")
    await eve.forges(button.format(lead=lead))
    assert eve.person.toasts
    assert "Ирина" not in eve.screen
    assert "Арбат" not in eve.screen


@pytest.mark.parametrize("data", ["op:0:0:0", "op:-1:0:0", f"op:{10**17}:0:0", "op:x:0:0", "op", "ep:1:1:nothing"])
async def test_a_garbled_button_is_answered(world: World, data: str) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("/menu")
    await anna.forges(data)
    assert anna.person.toasts
    assert not anna.person.spinning
    assert "Код:" not in anna.screen
