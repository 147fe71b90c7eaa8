"""Several objects in a message become cards one after another; each is saved or left out, and none is lost."""

import pytest

from sandbox.images import picture
from tests.support.realtors import realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database

TWO = "Два объекта: 1) 1-к 38 м2 Бутово 9,5 млн 2) 2-к 56 м2 Бутово 13,2 млн"
THREE = (
    "Продам, м. Сокол, комиссия 50%\n- студия 25 м2 6,5 млн\n- 1-к 38 м2 9,5 млн, 5/9\n- 2-к 54 м2 14 млн, евроремонт"
)
BOTH = "Продам 2-к квартиру 54 м2 м. Сокол 15 млн, комиссия 40%. Ищу для клиента 3-к до 25 млн м. Аэропорт"


async def test_two_numbered_objects_are_two_cards(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(f"Продам. {TWO}")
    assert any("В этом сообщении 2 объекта" in said for said in anna.heard)
    anna.sees("1 из 2 в вашем сообщении", "Продажа · 1-комн. · 38 м²", "9 500 000 ₽")
    await anna.taps("✅ Сохранить")
    await anna.taps("50")
    anna.sees("Сохранено", "➡️ Дальше: 2 из 2")
    await anna.taps("➡️ Дальше: 2 из 2")
    anna.sees("2 из 2 в вашем сообщении", "Продажа · 2-комн. · 56 м²", "13 200 000 ₽")
    await anna.taps("✅ Сохранить")
    await anna.taps("50")
    await anna.taps("🏠 Мои объекты")
    anna.sees("всего 2")


async def test_two_objects_on_lines_of_their_own_are_two_cards(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("Продам\n2-к\n54 м2, м. Сокол\n15 млн\nПродам\n3-к\n80 м2, м. Аэропорт\n22 млн")
    anna.sees("1 из 2", "Продажа · 2-комн. · 54 м²", "15 000 000 ₽")
    await anna.taps("✖️ Отмена")
    anna.sees("➡️ Дальше: 2 из 2")
    await anna.taps("➡️ Дальше: 2 из 2")
    anna.sees("Продажа · 3-комн. · 80 м²", "22 000 000 ₽")


async def test_one_is_left_out_and_what_was_said_for_all_is_in_each(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(THREE)
    anna.sees("1 из 3", "студия", "м. Сокол", "Комиссия: 50 %")
    await anna.taps("✖️ Отмена")
    await anna.taps("🗑 ")
    anna.sees("Убрал", "➡️ Дальше: 2 из 3")
    await anna.taps("➡️ Дальше: 2 из 3")
    anna.sees("1-комн. · 38 м²", "м. Сокол", "Комиссия: 50 %")
    await anna.taps("✅ Сохранить")
    await anna.writes("/menu")
    anna.sees("➡️ Дальше: 3 из 3")
    await anna.taps("➡️ Дальше: 3 из 3")
    anna.sees("2-комн. · 54 м²", "Комиссия: 50 %")
    await anna.taps("✅ Сохранить")
    await anna.writes("/menu")
    assert "Дальше" not in anna.screen
    await anna.taps("Мои объекты")
    anna.sees("всего 2")


async def test_an_offer_and_a_request_in_one_message_are_a_property_and_a_lead(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(BOTH)
    anna.sees("1 из 2", "Продажа · 2-комн. · 54 м²", "15 000 000 ₽", "Комиссия: 40 %")
    await anna.taps("✅ Сохранить")
    await anna.taps("➡️ Дальше: 2 из 2")
    anna.sees("2 из 2", "Покупка · 3-комн.", "до 25 млн ₽")
    await anna.taps("✅ Сохранить")
    await anna.writes("/menu")
    anna.sees("1 объект", "1 заявка")


async def test_two_requests_are_two_leads(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("Ищу 2-к до 15 млн, Москва, м. Сокол. Ищу 3-к до 22 млн, Москва, м. Аэропорт")
    anna.sees("1 из 2", "Покупка · 2-комн.")
    await anna.taps("✅ Сохранить")
    await anna.taps("➡️ Дальше")
    anna.sees("2 из 2", "Покупка · 3-комн.")


async def test_what_was_taken_for_two_can_be_one_after_all(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(THREE)
    await anna.taps("🧩 Это один объект")
    anna.sees("Продажа", "✅ Сохранить")
    assert "из 3" not in anna.screen
    await anna.writes("/menu")
    assert "Дальше" not in anna.screen
    assert "Ещё тексты" not in anna.screen


async def test_captions_that_are_listings_of_their_own_keep_their_photos(world: World) -> None:
    anna = await realtor(world, "Анна")
    captions = ["Продам 1-к 38 м2 м. Сокол 9,5 млн", "", "Продам 2-к 56 м2 м. Аэропорт 13,2 млн"]
    await world.does(anna.person.sends_album, [picture(60), picture(61), picture(62)], captions)
    anna.sees("Продажа · 1-комн. · 38 м²", "2 фото")
    await anna.taps("✖️ Отмена")
    await anna.taps("📥 Ещё тексты: 1")
    anna.sees("Продажа · 2-комн. · 56 м²", "1 фото")
