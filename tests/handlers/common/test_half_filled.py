"""Every form that is left half-filled can be gone on with: a second one does not take the place of the first."""

import pytest

from tests.support.realtors import realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def test_two_half_filled_forms_are_both_gone_on_with(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("/add_property")
    await anna.taps("Продажа")
    await anna.writes("/add_lead")
    await anna.taps("Купить")
    await anna.writes("Казань")
    await anna.writes("/menu")
    anna.sees("↩️ Недозаполнено: 2")
    await anna.taps("↩️ Недозаполнено: 2")
    anna.sees("1. Новая заявка: шаг 3, после «Казань»", "2. Новый объект: шаг 2, после «Продажа»")
    await anna.taps("↩️ 2. Новый объект")
    anna.sees("Новый объект · шаг 2", "Что это?")
    await anna.taps("Квартира")
    # the one that is open gives way to the one that is taken up, and is kept in its turn
    await anna.writes("/menu")
    await anna.taps("↩️ Недозаполнено: 2")
    other = anna.person.screen.find_button("↩️ 1. Новый объект")
    assert other is not None
    await anna.taps("↩️ 2. Новая заявка")
    anna.sees("Новая заявка · шаг 3", "бюджет")
    await anna.forges(other["callback_data"])
    anna.sees("Новый объект · шаг 3")
    await anna.writes("/menu")
    anna.sees("↩️ Недозаполнено: 2")
    await anna.taps("↩️ Недозаполнено: 2")
    await anna.taps("🗑 Выбросить")
    anna.sees("Убрал.", "↩️ Продолжить")
    await anna.taps("↩️ Продолжить")
    anna.sees("Новая заявка · шаг 3")
    await anna.writes("/cancel")
    anna.sees("Отменено: Новая заявка.")
    await anna.taps("🗑 Выбросить")
    await anna.writes("/menu")
    assert "↩️" not in anna.screen


async def test_a_form_begun_twice_and_left_unanswered_is_kept_once(world: World) -> None:
    anna = await realtor(world, "Анна")
    for _ in range(3):
        await anna.writes("/add_property")
    await anna.writes("/menu")
    anna.sees("↩️ Продолжить")
    for city in ("Казань", "Омск", "Томск", "Тверь", "Пермь", "Сочи", "Уфа", "Самара"):
        await anna.writes("/add_lead")
        await anna.taps("Купить")
        await anna.writes(city)
    await anna.writes("/menu")
    await anna.taps("↩️ Недозаполнено: 7")
    anna.sees("1. Новая заявка: шаг 3, после «Самара»", "Больше не поместится: следующее займёт место самого старого.")
    assert "Казань" not in anna.screen
