"""Whatever somebody types, taps twice or taps too late is answered, and nothing is lost or done twice."""

import pytest

from domain.calendar.of_premises import release_events_of
from tests.handlers.owner.calendar.buttons import data_of
from tests.support.estate import Manager, new_landlord
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def lev(world: World) -> Manager:
    """Лев, who has two objects and rent every month."""
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Студия на Арбате")
    await lev.manages(name="Лесная, 4")
    await lev.writes("+45 000 аренда 1-го каждый месяц Арбат")
    await lev.taps("✅ Сохранить")
    return lev


async def test_no_answer_breaks_a_question(lev: Manager, world: World) -> None:
    await lev.writes("/calendar")
    await lev.taps("➕ Событие")
    for wrong in ("<b>дача</b>", "1e5", "я" * 4096, "-1"):
        await lev.writes(wrong)
        lev.sees("О каком объекте речь?")
    await world.does(lev.person.sends_sticker)
    lev.sees("О каком объекте речь?")
    await lev.writes("Арбат")
    for wrong in ("32.13", "когда-нибудь", "1.1.1500", "-1", "<i>завтра</i>"):
        await lev.writes(wrong)
        lev.sees("В какой день?")
    await lev.writes("5 декабря")
    await lev.writes("как получится")
    lev.sees("Деньги придут или уйдут?")
    await lev.taps("И то и другое")
    for wrong in ("много", "-1", "999999999999999", "5 $ и 3 ₽"):
        await lev.writes(wrong)
        lev.sees("Сколько придёт?")
    await lev.writes("45000")
    await lev.writes("$100")
    lev.sees("Доход и расход одного события — в одной валюте", "Сколько уйдёт?")
    await lev.writes("100")
    await lev.writes("<b>залог</b> & " + "а" * 400)
    lev.sees("За что?")
    await lev.writes("<b>залог</b> & ключи")
    await lev.taps("Один раз")
    lev.sees("<b>залог</b> & ключи", "➕ Доход: 45 000 ₽", "➖ Расход: 100 ₽")
    # leaving and coming back loses nothing
    await lev.writes("/cancel")
    await lev.taps("↩️ Продолжить")
    lev.sees("<b>залог</b> & ключи")
    save = data_of(lev, "✅ Сохранить")
    await lev.taps("✅ Сохранить")
    await lev.forges(save)
    lev.is_told("Эта форма уже закрыта.")
    await lev.writes("/calendar")
    await lev.taps("дек")
    await lev.taps("5±")
    assert lev.screen.count("залог") == 1  # saved once


async def test_old_and_foreign_buttons_say_what_is_so_now(lev: Manager, world: World) -> None:
    await lev.writes("/calendar")
    await lev.taps("дек")
    await lev.taps("1+")
    await lev.taps("1. ")
    presses = {name: data_of(lev, name) for name in ("✅ Готово", "✏️ Изменить", "🗑 Удалить")}
    stranger = await new_landlord(world, "Чужой")
    await stranger.manages(name="Дача")
    await stranger.writes("/calendar")
    for data in presses.values():
        await stranger.forges(data)
        stranger.is_told("Этого здесь больше нет.")
    for forged in (
        "icd:0:0:0:0:0",
        "icd:1000000:999:0:0:0",
        "icm:999999:0:0",
        "ict:1000000:1:0:XXX",
        "icp:5:0:",
        "ics:1:0:0",
    ):
        await stranger.forges(forged)
    stranger.sees("☰ Меню")
    await lev.taps("✅ Готово")
    await lev.forges(presses["✅ Готово"])
    lev.is_told("Это уже отмечено: сделано 21 ноября.")
    # the version on the old card is no longer the present one
    await lev.forges(presses["✏️ Изменить"])
    lev.is_told("изменил")
    lev.sees("✅ Сделано 21 ноября")
    await lev.taps("🗑 Удалить")
    await lev.taps("🗑 Все, и прошлые")
    undo = data_of(lev, "↩️ Вернуть")
    await lev.forges(presses["✅ Готово"])
    lev.is_told("Этого здесь больше нет.")
    await stranger.forges(undo)
    stranger.is_told("Это уже нельзя вернуть.")
    await world.later(days=2)
    await lev.forges(undo)
    lev.is_told("Это уже нельзя вернуть.")


async def test_a_line_is_for_owners_and_for_events_only(lev: Manager, world: World) -> None:
    for text in ("привет", "1e5", "45000"):
        await lev.writes(text)
        lev.sees("Не понял")
    await lev.writes("налог на аренду 5000 Арбат или Лесная")
    lev.sees("Это доход или расход?", "[Студия на Арбате]", "[Лесная, 4]", "Не нашёл: объект, дата")
    await lev.taps("➖ Расход")
    await lev.taps("Лесная, 4")
    await lev.taps("✅ Сохранить")
    lev.sees("В какой день?")
    await lev.taps("Завтра")
    lev.sees("✅ Записано в календарь.", "📅 22 ноября, вс", "➖ Расход: 5 000 ₽")


async def test_what_else_a_line_may_mean_is_a_tap_away(lev: Manager) -> None:
    await lev.writes("аренда 45000 завтра Арбат\nналог 3000 завтра Лесная")
    lev.sees("2 события из того", "+45 000 ₽ · аренда", "−3 000 ₽ · налог")
    await lev.taps("✖️ Отмена")
    await lev.writes("аренда 45000 депозит 20000 Арбат 25 июня")
    lev.sees("Это одна сумма или разные события?", "[Одна: 65 000 ₽]", "[2 события]")
    await lev.taps("Одна: ")
    lev.sees("➕ Доход: 65 000 ₽", "Если я понял не так, нажмите верное:", "[25 июня 2027]", "отмечу сделанным")
    await lev.taps("25 июня 2027")
    lev.sees("📅 25 июня 2027, пт", "⏰ Напомню 25 июня 2027 в 09:00")
    await lev.taps("✅ Сохранить")
    lev.sees("✅ Записано в календарь.")


async def test_a_forgotten_object_leaves_its_events(lev: Manager, world: World) -> None:
    work = world.product.new_work()
    me = await lev.me()
    async with work.writing("delete"):
        for one in await work.estate.premises.all_seen_by(me.id):
            await release_events_of(work, one.id)
        await work.commit(None)
    await lev.writes("/calendar")
    await lev.taps("дек")
    await lev.taps("1+")
    lev.sees("аренда · без объекта")
    await lev.taps("1. ")
    await lev.taps("✏️ Изменить")
    await lev.taps("Все события")
    await lev.taps("Объект")
    await lev.taps("Лесная, 4")
    lev.sees("🏠 Лесная, 4")


async def test_a_whole_line_answers_the_first_question_and_the_rest(lev: Manager) -> None:
    await lev.writes("/calendar")
    await lev.taps("➕ Событие")
    lev.sees("О каком объекте речь?", "Или сразу всё: 12 декабря аренда 45000 Арбат")
    await lev.writes("каждый месяц 25 числа капремонт -1150 лесная")
    lev.sees("Капремонт", "понял из вашей строки", "🏠 Лесная, 4", "📅 25 ноября, ср", "➖ Расход: 1 150 ₽")
    await lev.taps("✅ Сохранить")
    lev.sees("✅ Записано в календарь.")
    await lev.taps("➕ Ещё событие")
    await lev.taps("Лесная, 4")
    for day in ("завтра в 10", "5 дек 26"):
        await lev.writes(day)
        lev.sees("В какой день?")
