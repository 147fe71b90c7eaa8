"""What is plainly something else than an answer is kept, recognised and offered; the question waits."""

import pytest

from domain.people.person import Role
from sandbox.images import picture
from tests.support.estate import new_landlord
from tests.support.realtors import realtor
from tests.support.somebody import Somebody, plainly
from tests.support.world import World

pytestmark = pytest.mark.one_database

LISTING = "Продам 2-к квартиру 54 м2, 5/9, м. Арбатская, 18,5 млн, комиссия 50/50"
REQUEST = "Ищу для клиента 2-3-комн., Сокол, от 55 м2, до 20 млн"
LINE = "12 декабря аренда 45000 Арбат"


async def test_a_listing_at_the_e_mail_of_registration_waits_and_the_question_stays(world: World) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    await world.does(anna.taps, "Я риэлтор")
    await world.does(anna.shares_contact)
    question = anna.screen.text
    await world.does(anna.writes, LISTING)
    assert "Похоже на объявление или заявку клиента." in anna.screen.text
    assert anna.screen.text.endswith(question.splitlines()[-1])
    await world.does(anna.writes, "anna@example.com")
    await world.does(anna.taps, "Пропустить")
    assert "📥 Ещё тексты: 1" in str(anna.screen)
    await world.does(anna.taps, "📥 Ещё тексты: 1")
    assert anna.screen.text.startswith("Продажа · 2-комн. · 54")


async def test_the_listing_can_be_gone_on_with_at_once_and_the_question_is_offered_back(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("/add_lead")
    await anna.writes(LISTING)
    anna.sees("Похоже на объявление", "🏠 Сделать карточку")
    await anna.taps("🏠 Сделать карточку")
    anna.sees("Продажа · 2-комн. · 54 м²")
    await anna.taps("✅ Сохранить")
    await anna.writes("/menu")
    anna.sees("↩️ Продолжить")


async def test_what_looks_like_a_listing_can_be_the_answer_after_all(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("/me")
    await anna.taps("Агентство")
    await anna.writes("Продам 2-к квартиру 54 м2 за 18,5 млн")
    anna.sees("Похоже на объявление", "✍️ Это мой ответ")
    await anna.taps("✍️ Это мой ответ")
    anna.sees("Сохранено", "Агентство: Продам 2-к квартиру 54 м2 за 18,5 млн")
    await anna.writes("/menu")
    assert "Ещё тексты" not in anna.screen


async def test_an_album_in_the_settings_waits_as_photos_of_a_property(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("/settings")
    await anna.taps("🕒")
    await world.does(anna.person.sends_album, [picture(60), picture(61)])
    anna.sees("Фото бывают у объекта.", "Ждёт очереди: 1 текст.", "🏠 Сделать карточку")
    await anna.writes("/menu")
    await anna.taps("📥 Ещё тексты: 1")
    anna.sees("2 фото")


async def test_a_strangers_first_listing_is_kept_and_offered_once_they_are_a_realtor(world: World) -> None:
    for said in (LISTING, REQUEST):
        anna = world.person("Анна")
        await world.does(anna.writes, said)
        assert anna.screen.text.startswith("Похоже на объявление или заявку клиента.")
        assert "Здравствуйте, Анна!" in anna.screen.text
        await world.does(anna.taps, "Я риэлтор")
        await world.does(anna.writes, said)
        assert "Похоже на объявление" in anna.screen.text
        await world.does(anna.shares_contact)
        await world.does(anna.taps, "Пропустить")
        await world.does(anna.taps, "Пропустить")
        await world.does(anna.taps, "📥 Ещё тексты: 2")
        assert "54" in anna.screen.text or "2, 3-комн." in plainly(anna.screen) or "Покупка" in anna.screen.text


async def test_a_strangers_photo_and_calendar_line_are_kept_too(world: World) -> None:
    boris = world.person("Борис")
    await world.does(boris.sends_photo)
    assert boris.screen.text.startswith("Фото бывают у объекта.")
    await world.does(boris.writes, LINE)
    assert boris.screen.text.startswith("Похоже на событие календаря.")
    await world.does(boris.writes, "привет")
    assert boris.screen.text.startswith("Здравствуйте, Борис!")


async def test_an_owner_who_sends_a_listing_saves_no_expense_in_one_tap(world: World) -> None:
    olga = await new_landlord(world, "Ольга")
    await olga.writes(LISTING)
    olga.sees("Похоже на объявление", "🏠 Я риэлтор", "🗑 Не нужно")
    assert "✅ Сохранить" not in olga.screen
    await olga.becomes(Role.REALTOR)
    await olga.writes("/menu")
    await olga.taps("📥 Ещё тексты: 1")
    olga.sees("Продажа · 2-комн. · 54 м²")


async def test_an_owner_who_is_a_realtor_too_goes_on_with_a_tap(world: World) -> None:
    olga = await _both(world, Role.OWNER)
    await olga.writes(LISTING)
    olga.sees("Похоже на объявление", "🏠 Сделать карточку")
    await olga.taps("🏠 Сделать карточку")
    olga.sees("Продажа · 2-комн. · 54 м²", "18 500 000 ₽")


async def test_a_calendar_line_of_a_realtor_in_front_goes_into_the_calendar(world: World) -> None:
    olga = await _both(world, Role.REALTOR)
    await olga.writes(LINE)
    olga.sees("Похоже на событие календаря.", "📅 В календарь")
    await olga.taps("📅 В календарь")
    olga.sees("12 декабря", "45 000 ₽")
    await olga.taps("✖️ Отмена")
    await olga.writes("/menu")


async def test_what_is_not_wanted_is_thrown_away(world: World) -> None:
    olga = await _both(world, Role.OWNER)
    await olga.writes(LISTING)
    await olga.taps("🗑 Не нужно")
    olga.sees("Убрал.")
    assert "Ещё тексты" not in olga.screen


async def test_the_way_back_to_a_half_filled_form_stays_until_it_is_taken_or_thrown_away(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("/add_property")
    await anna.taps("Продажа")
    for _ in range(3):
        await anna.writes("/menu")
        anna.sees("↩️ Продолжить")
    await anna.writes("/settings")
    await anna.taps("🕒")
    await anna.writes("Омск")
    await anna.writes("/menu")
    anna.sees("↩️ Продолжить")
    await anna.taps("↩️ Продолжить")
    anna.sees("шаг 2")
    await anna.writes("/cancel")
    await anna.taps("🗑 Выбросить")
    await anna.writes("/menu")
    assert "↩️" not in anna.screen


async def test_what_is_typed_on_a_review_answers_the_question_it_fits(world: World) -> None:
    olga = await new_landlord(world, "Ольга")
    await olga.manages(name="Арбат")
    await olga.writes(LINE)
    olga.sees("12 декабря", "45 000 ₽")
    await olga.writes("13 декабря")
    olga.sees("Что такое «13 декабря»?")
    await olga.taps("Дата")
    olga.sees("13 декабря")


async def _both(world: World, front: Role) -> Somebody:
    """Ольга, a landlord with an object and a realtor."""
    olga = await new_landlord(world, "Ольга")
    await olga.manages(name="Арбат")
    await olga.becomes(Role.REALTOR)
    await olga.becomes(front)
    return olga


async def test_a_line_where_any_words_are_an_answer_is_asked_about_and_a_sentence_is_the_answer(world: World) -> None:
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Арбат")
    for said in (
        "Оплата 5 декабря 45000 картой",
        "Отключение воды 12 декабря, приготовьте 500 рублей за замену стояка",
    ):
        await lev.writes("/calendar")
        await lev.taps("➕ Событие")
        for answer in ("Арбат", "5 декабря", "расход", "2000", said):
            await lev.writes(answer)
        if said.endswith("картой"):
            lev.sees("Похоже на событие календаря.", "📅 В календарь", "За что?")
            await lev.taps("✍️ Это мой ответ")
        lev.sees("Событие повторяется?")
    await lev.writes("один раз")
    await lev.writes(LISTING)
    lev.sees("Похоже на объявление", "Отключение воды", "✅ Сохранить")
    assert "18 500 000" not in lev.screen


async def test_the_second_of_two_listings_is_offered_after_a_restart(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("Два объекта: 1) 1-к 38 м2 Бутово 9,5 млн 2) 2-к 56 м2 Бутово 13,2 млн")
    await world.restart()
    anna.sees("1 из 2", "38 м²", "9 500 000 ₽", "⚠️ Проверьте: сделка, тип, город, район, метро")
    await anna.writes("/menu")
    await world.restart()
    await anna.taps("➡️ Дальше: 2 из 2")
    anna.sees("56 м²", "13 200 000 ₽")
