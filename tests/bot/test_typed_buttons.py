"""Typing what stands on a button of a form does what the button does, at any choice."""

import pytest

from tests.support.estate import Manager, new_landlord
from tests.support.realtors import realtor
from tests.support.somebody import Somebody
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def lev(world: World) -> Manager:
    """Лев keeps two objects."""
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Студия на Арбате")
    await lev.manages(name="Лесная, 4")
    return lev


async def _at_income_or_expense(lev: Manager) -> None:
    await lev.writes("/calendar")
    await lev.taps("➕ Событие")
    await lev.writes("Арбат")
    await lev.writes("5 декабря")
    lev.sees("Деньги придут или уйдут?")


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("расход", "Сколько уйдёт?"),
        ("Расход", "Сколько уйдёт?"),
        ("➖ Расход", "Сколько уйдёт?"),
        (" РАСХОД. ", "Сколько уйдёт?"),
        ("расх", "Сколько уйдёт?"),
        ("доход", "Сколько придёт?"),
        ("«Доход»", "Сколько придёт?"),
        ("и то, и другое", "Сколько придёт?"),
        ("ход", "Деньги придут или уйдут?"),
        ("а", "Деньги придут или уйдут?"),
        ("назад", "В какой день?"),
        ("‹ Назад", "В какой день?"),
        ("отмена", "Ответы пока сохранил"),
        ("Отмена!", "Ответы пока сохранил"),
    ],
)
async def test_choice_between_income_and_expense_is_typed(lev: Manager, said: str, asks: str) -> None:
    await _at_income_or_expense(lev)
    await lev.writes(said)
    lev.sees(asks)


async def test_optional_questions_are_passed_in_words(world: World) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    await world.does(anna.taps, "Я риэлтор")
    await world.does(anna.shares_contact)
    for said in ("Пропустить", "нет", "-", "—", "Не знаю", "потом", "skip", "Нету."):
        assert "шаг 1 из 2" in anna.screen.text
        await world.does(anna.writes, said)
        assert "шаг 2 из 2" in anna.screen.text, said
        await world.does(anna.writes, "назад")
    await world.does(anna.writes, "нет")
    await world.does(anna.writes, "Нет")
    assert anna.screen.text.startswith("Готово, вы риэлтор.")
    await world.does(anna.writes, "/me")
    assert "Агентство: нет" in anna.screen.text


async def test_review_is_saved_and_corrected_by_typing(world: World) -> None:
    irina: Somebody = await realtor(world, "Ирина")
    await irina.writes("Продам 2-к квартиру 54 м2, 5/9, Москва, м. Арбатская, 18,5 млн, комиссия 50/50")
    await irina.writes("исправить")
    irina.sees("Что исправим?")
    await irina.writes("цена")
    irina.sees("Какая цена?")
    await irina.writes("19 млн")
    await irina.writes("сохранить")
    irina.sees("Сохранено")
    await irina.taps("📄 Открыть")
    irina.sees("19 000 000")


async def test_one_of_two_offered_for_an_unclear_answer_is_typed(world: World) -> None:
    manager = await new_landlord(world, "Лев")
    await manager.manages(name="Лесная, 4")
    await manager.manages(name="Лесная, 6")
    await manager.writes("/calendar")
    await manager.taps("➕ Событие")
    await manager.writes("Лесная")
    manager.sees("Лесная, 4", "Лесная, 6")
    await manager.writes("лесная, 6")
    manager.sees("В какой день?")


async def test_yes_and_no_are_read_in_any_words_and_yes_saves_what_was_looked_over(lev: Manager) -> None:
    for happened, means in (("ага", "отмечу сделанным"), ("Y", "отмечу сделанным"), ("неа", "попадёт в просроченные")):
        await _at_income_or_expense(lev)
        for said in ("назад", "5 ноября", "расход", "2000", "Замок", "один раз"):
            await lev.writes(said)
        lev.sees("Всё состоялось?")
        await lev.writes(happened)
        lev.sees("[✅ Сохранить]", means)
        await lev.writes("Да")
        lev.sees("✅ Записано в календарь.", "Замок")
