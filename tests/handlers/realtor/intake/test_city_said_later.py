"""The places of a listing are read again when its city is said, or corrected, on the card."""

import pytest

from tests.support.realtors import realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def test_the_city_that_is_said_later_makes_the_names_of_the_text_its_places(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("Продам 2-к Сокол 54 м2 15 млн 50/50")
    anna.sees("Не хватает: город", "Не нашёл: метро")
    await anna.taps("✅ Сохранить")
    await anna.writes("Москва")
    anna.sees("Москва, Сокол", "⚠️ Проверьте: тип, район")
    await anna.taps("✅ Сохранить")
    anna.sees("Сохранено")
    await anna.writes("/properties")
    anna.sees("54 м², Сокол, 15 млн")


async def test_a_city_corrected_on_the_card_takes_the_places_along(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("Продам 2-к, м. Площадь Революции, 54 м2, 15 млн, 50/50, Москва")
    anna.sees("м. Площадь Революции")
    await anna.taps("✏️ Исправить")
    await anna.taps("Город")
    await anna.writes("Казань")
    anna.sees("Казань", "⚠️ Это не Казань, поэтому не взял: Площадь Революции")
    await anna.taps("✏️ Исправить")
    await anna.taps("Город")
    await anna.taps("Москва")
    anna.sees("Москва", "м. Площадь Революции")
    assert "не взял" not in anna.screen

    await anna.taps("✖️ Отмена")
    await anna.writes("Ищу 2-к, Сокол или Аэропорт, до 15 млн")
    anna.sees("Не хватает: город")
    await anna.taps("✏️ Исправить")
    await anna.taps("Город")
    await anna.taps("Москва")
    anna.sees("Сокол", "Аэропорт")
    await anna.taps("✏️ Исправить")
    await anna.taps("Районы")
    await anna.writes("Арбат")
    await anna.taps("✅ Готово") if "✅ Готово" in anna.screen else None
    await anna.taps("✏️ Исправить")
    await anna.taps("Город")
    await anna.taps("Казань")
    anna.sees("Арбат")
