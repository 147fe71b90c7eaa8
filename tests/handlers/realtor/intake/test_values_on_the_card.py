"""A realtor sees on the card what a listing's figures come to, which of them are doubtful, and what has no field."""

import pytest

from tests.support.realtors import realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def test_the_card_shows_the_value_the_doubt_and_the_further_wishes(world: World) -> None:
    anna = await realtor(world, "Анна")
    for text, seen, doubted in (
        (
            "Продам 2-к квартиру 60 м², 250 000 руб/м2, м. Сокол, комиссия 50%",
            ("15 000 000 ₽ · 250 000 ₽/м²", "Посчитано: 60 м² × 250 000 ₽"),
            "цена",
        ),
        (
            "Сдам 2-к квартиру 60 м², 1 500 руб/м² в месяц, м. Арбатская, 50/50",
            ("90 000 ₽ в месяц", "Посчитано: 60 м² × 1 500 ₽"),
            "цена",
        ),
        ("Продам 2-к квартиру 54 м2, Москва, 8.500, комиссия 50%", ("54 м²", "8"), "цена"),
        (
            "Продам дом 120 м2, участок 6 сот., Химки, 12 млн, 50/50",
            ("120 м²", "12 000 000 ₽", "участок 6 сот"),
            None,
        ),
        (
            "Ищу 2-к квартиру, Москва, не первый этаж, кроме Марьино, с кошкой, до 15 млн",
            ("до 15 млн ₽", "не первый этаж", "кроме Марьино", "с кошкой"),
            None,
        ),
    ):
        await anna.writes(text)
        anna.sees(*seen)
        checked = next((line for line in anna.screen.splitlines() if line.startswith("⚠️ Проверьте:")), "")
        assert doubted is None or doubted in checked, anna.screen
        assert doubted is not None or "цена" not in checked, anna.screen
        await anna.taps("✖️ Отмена")
        await anna.taps("🗑 Выбросить")


async def test_a_wish_that_has_no_field_reaches_the_colleague(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await ivan.offers()
    await anna.writes("Ищу 2-к квартиру, м. Арбатская, не первый этаж, с кошкой, до 20 млн")
    await anna.taps("✅ Сохранить")
    await ivan.writes("/properties")
    await ivan.taps("1. ")
    await ivan.taps("👀 Заявки: 1")
    ivan.sees("не первый этаж", "с кошкой")
