"""A realtor adds a property or a lead question by question; whatever is typed is understood or explained."""

import pytest

from sandbox.images import picture
from tests.support.realtors import Realtor, realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database

NONSENSE = ["1e5", "-1", "9999999999", "\u2063", "<b>x</b>", "я" * 4096, "½", "１２", "NaN", "'; drop table lead; --"]


async def begins_property(anna: Realtor) -> None:
    await anna.writes("/menu")
    await anna.taps("🏠 Добавить объект")


async def answers_the_short_form(anna: Realtor) -> None:
    for tap in ("Продажа", "Квартира", "Москва", "2-комн."):
        await anna.taps(tap)
    await anna.writes("54,5")
    await anna.writes("18,5 млн")
    await anna.taps("50")


async def test_seven_answers_and_a_look_make_a_property(world: World) -> None:
    anna = await realtor(world, "Анна")
    await begins_property(anna)
    anna.sees("Новый объект · шаг 1 из 7")
    await answers_the_short_form(anna)
    anna.sees("Продажа · 2-комн. · 54,5 м²", "Москва", "18 500 000 ₽", "Можно добавить: метро, район, адрес")
    await anna.taps("✅ Сохранить")
    anna.sees("Сохранено")


async def test_the_rest_is_asked_of_who_wants_to_say_more(world: World) -> None:
    anna = await realtor(world, "Анна")
    await begins_property(anna)
    await answers_the_short_form(anna)
    await anna.taps("✏️ Исправить")
    await anna.taps("➕")
    await anna.writes("арбатск")
    anna.sees("Арбатская", "Так: «арбатск»")
    await anna.taps("Арбатская")
    await anna.writes("Арбат")
    await anna.writes("Новый Арбат, 4к1")
    await anna.writes("Зиларт")
    await anna.writes("5/9")
    await anna.writes("2015")
    await anna.taps("Бизнес-класс")
    await anna.taps("С отделкой")
    await world.does(anna.person.sends_album, [picture(10, 10), picture(20, 20)])
    anna.sees("Пока 2 фото.")
    await anna.taps("✅ Готово")
    await anna.writes("Тихий двор & <b>без</b> машин")
    anna.sees("5/9 эт.", "м. Арбатская, Арбат, Новый Арбат, 4к1, ЖК «Зиларт»", "дом 2015 года · бизнес-класс")
    anna.sees("Тихий двор & <b>без</b> машин", "2 фото")
    await anna.taps("✅ Сохранить")
    await anna.taps("📄 Открыть")
    anna.sees("ЖК «Зиларт»", "1 из 2")


async def test_city_and_budget_are_enough_for_a_lead(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("/menu")
    await anna.taps("👤 Добавить заявку")
    await anna.taps("Снять помесячно")
    await anna.writes("Бишкек")
    await anna.writes("до 60000")
    anna.sees("Съём", "Бишкек", "Бюджет: до 60 000 сом в месяц")
    await anna.taps("✅ Сохранить")
    anna.sees("Сохранено")


async def test_all_wishes_of_a_lead_can_be_said(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("/add_lead")
    for tap in ("Купить", "Москва"):
        await anna.taps(tap)
    await anna.writes("от 15 до 20 млн")
    await anna.taps("✏️ Исправить")
    await anna.taps("➕")
    for tap in ("1-комн.", "2-комн.", "1-комн.", "3-комн.", "✅ Готово", "Квартира"):
        await anna.taps(tap)
    await anna.writes("Арбатская, Смоленская")
    await anna.taps("✅ Готово")
    await anna.writes("Хамовники")
    await anna.taps("✅ Готово")
    await anna.writes("40-60")
    for tap in ("С отделкой", "Комфорт-класс", "Ипотека"):
        await anna.taps(tap)
    await anna.writes("Не первый этаж")
    await anna.writes("Ирина")
    await anna.writes("+7 900 111-22-33")
    await anna.writes("Спешат до июня")
    await anna.writes("Молодая пара")
    anna.sees("Покупка · 2–3-комн. · от 40 до 60 м²", "м. Арбатская, м. Смоленская, Хамовники")
    anna.sees("Бюджет: от 15 млн ₽ до 20 млн ₽", "оплата: ипотека", "Не первый этаж")
    anna.sees("🔒 Клиент: Ирина, +7 900 111-22-33", "🔒 Заметки: Спешат до июня")
    await anna.taps("✅ Сохранить")
    await anna.taps("👤 Мои заявки")
    anna.sees("Молодая пара")


async def test_back_keeps_what_was_answered(world: World) -> None:
    anna = await realtor(world, "Анна")
    await begins_property(anna)
    await anna.taps("Продажа")
    await anna.taps("‹ Назад")
    anna.sees("Продажа или аренда?", "Сейчас: Продажа")


async def test_five_fast_taps_on_an_answer_skip_nothing(world: World) -> None:
    anna = await realtor(world, "Анна")
    await begins_property(anna)
    question = anna.person.screen
    sale = question.find_button("Продажа")
    assert sale is not None
    for _ in range(5):
        anna.person.taps_data(sale["callback_data"], question)
    await world.settle()
    anna.sees("шаг 2 из 7", "Что это?")


async def test_cancelling_offers_what_was_typed_back(world: World) -> None:
    anna = await realtor(world, "Анна")
    await begins_property(anna)
    for tap in ("Продажа", "Квартира", "Москва", "2-комн."):
        await anna.taps(tap)
    await anna.writes("/cancel")
    await anna.taps("↩️")
    anna.sees("Какая площадь")
    await anna.writes("54")
    anna.sees("Какая цена?")


@pytest.mark.parametrize("nonsense", NONSENSE)
async def test_nonsense_is_explained_at_every_figure_and_nothing_is_lost(world: World, nonsense: str) -> None:
    anna = await realtor(world, "Анна")
    await begins_property(anna)
    for tap in ("Продажа", "Квартира", "Москва", "2-комн."):
        await anna.taps(tap)
    for question, answer in (("Какая площадь", "54"), ("Какая цена?", "18 млн"), ("Какую долю комиссии", "50/50")):
        before = len(anna.heard)
        anna.sees(question)
        await anna.writes(nonsense)
        if question == "Какая цена?" and nonsense == "9999999999":
            anna.sees("Какую долю комиссии")
            await anna.taps("‹ Назад")
        else:
            assert len(anna.heard) == before + 1
            anna.sees(question)
        await anna.writes(answer)
    anna.sees("Продажа · 2-комн. · 54 м²", "18 000 000 ₽", "Комиссия: 50 %")


@pytest.mark.parametrize("nonsense", ["-1", "<b>x</b>", "\u2063", "я" * 4096])
async def test_nonsense_breaks_no_question_of_the_long_form(world: World, nonsense: str) -> None:
    anna = await realtor(world, "Анна")
    await begins_property(anna)
    await answers_the_short_form(anna)
    await anna.taps("✏️ Исправить")
    await anna.taps("➕")
    for _ in range(10):
        await world.does(anna.person.sends_sticker)
        anna.sees("‹ Назад")
        await anna.writes(nonsense)
        assert "Код:" not in anna.screen
        if "Сохранить" in anna.screen:
            break
        if "Пропустить" in anna.screen and anna.person.screen.find_button("Пропустить"):
            await anna.taps("Пропустить")
    anna.sees("Продажа · 2-комн. · 54,5 м²")


async def test_contacts_in_a_description_are_refused_with_the_reason(world: World) -> None:
    anna = await realtor(world, "Анна")
    await begins_property(anna)
    await answers_the_short_form(anna)
    await anna.taps("✏️ Исправить")
    await anna.taps("Описание")
    await anna.writes("Тихий двор, звоните 8 900 111-22-33")
    anna.sees("контакты открываются, только когда обе стороны согласны")
    await anna.writes("Тихий двор")
    anna.sees("Тихий двор", "✅ Сохранить")


async def test_a_photo_is_no_answer_to_a_question_about_figures(world: World) -> None:
    anna = await realtor(world, "Анна")
    await begins_property(anna)
    for tap in ("Продажа", "Квартира", "Москва", "2-комн."):
        await anna.taps(tap)
    await world.does(anna.person.sends_photo)
    anna.sees("Какая площадь")
