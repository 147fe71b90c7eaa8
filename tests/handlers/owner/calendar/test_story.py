"""A landlord's calendar from the first line to the year's totals, by taps, in Russian and in English."""

import datetime as dt

import pytest

from tests.support.estate import Manager, new_landlord
from tests.support.world import World


async def at_home(world: World, language: str, *names: str) -> Manager:
    """A landlord with objects, who reads this language."""
    lev = await new_landlord(world, "Лев", language_code=language)
    for name in names:
        await lev.manages(name=name)
    return lev


async def test_in_russian(world: World) -> None:
    lev = await at_home(world, "ru")
    await lev.writes("/calendar")
    lev.sees("Календарь · ноябрь", "В этом месяце пока пусто", "12 декабря аренда 45000 Арбат", "[[21]]")
    await lev.taps("➕ Событие")
    lev.sees("Сначала объект", "➕ Добавить объект")
    for name in ("Студия на Арбате", "Лесная, 4"):
        await lev.manages(name=name)
    # a line is shown before it is saved
    await lev.writes("12 декабря аренда 45000 Арбат")
    lev.sees("понял из вашей строки", "🏠 Студия на Арбате", "📅 12 декабря, сб", "➕ Доход: 45 000 ₽")
    await lev.taps("✅ Сохранить")
    lev.sees("✅ Записано в календарь.", "⏰ Напомню 12 декабря в 09:00")
    # what is not plain is asked, what is past is proposed as done
    await lev.writes("перевод 5000 вчера")
    lev.sees("Сумма: 5 000 ₽", "Не нашёл: объект", "Это доход или расход?", "✅ День прошёл: отмечу сделанным")
    await lev.taps("➖ Расход")
    await lev.taps("✅ Сохранить")
    lev.sees("О каком объекте речь?", "[Лесная, 4] [Студия на Арбате]")
    await lev.writes("лесная")
    lev.sees("➖ Расход: 5 000 ₽", "✅ Сделано 20 ноября")
    await lev.writes("+46 000 аренда 1-го каждый месяц Лесная до 31.05.2027")
    lev.sees("🔁 Каждый месяц, 1-го числа, до 31 мая 2027")
    await lev.taps("✅ Сохранить")
    # by questions, from a day of the grid; a wrong answer loses nothing
    await lev.writes("/calendar")
    lev.sees("Ушло 5 000 ₽", "✓ всё сделано", "[20✓]", "пн · вт · ср")
    await lev.taps("дек ›")
    lev.sees("Ждём 91 000 ₽", "[1+]", "[12+]", "[пн] [вт] [ср]")
    await lev.taps("12+")
    lev.sees("12 декабря, сб", "1. +45 000 ₽ · аренда · Студия на Арбате")
    await lev.taps("➕ Событие")
    await lev.taps("Студия")
    await lev.taps("➖ Расход")
    await lev.writes("1e5")
    lev.sees("«1e5» не похоже на сумму", "Сколько уйдёт?")
    await lev.writes("12,5 тыс")
    await lev.taps("Страховка")
    await lev.taps("Каждый год")
    lev.sees("Страховка", "➖ Расход: 12 500 ₽", "🔁 Каждый год, 12 декабря")
    await lev.taps("✅ Сохранить")
    await lev.taps("📅 Этот день")
    lev.sees("2. −12 500 ₽ · Страховка · Студия на Арбате")
    # this time and the following ones cost more
    await lev.taps("2. ")
    await lev.taps("✏️ Изменить")
    await lev.taps("Это и следующие")
    await lev.taps("Расход")
    await lev.writes("15 тыс")
    lev.sees("Сохранено.", "➖ Расход: 15 000 ₽")
    await lev.taps("🗑 Удалить")
    await lev.taps("🗑 Только это")
    lev.sees("🗑 Удалено")
    await lev.taps("↩️ Вернуть")
    lev.sees("1 событие снова в календаре.")
    # the morning of the first: one message, done by a tap, one of them with another sum
    world.clock.set(dt.datetime(2026, 12, 1, 6, 0, tzinfo=dt.UTC))
    await world.later(seconds=1)
    lev.sees("⏰ Сегодня: аренда", "+46 000 ₽ · Лесная, 4", "[🕒 Завтра] [🕒 Через 3 дня]")
    await lev.taps("🕒 Завтра")
    lev.sees("🕒 Напомню 2 декабря, 09:00")
    await world.later(days=1)
    lev.sees("❗ Просрочено на 1 день")
    await lev.taps("✅ Другая сумма")
    await lev.writes("40000")
    await lev.taps("Сегодня")
    lev.sees("Отмечено.", "Пришло 40 000 ₽ из 46 000 ₽")
    await lev.taps("↩️ Не сделано")
    lev.sees("➕ Доход: 46 000 ₽", "✅ Готово")
    await lev.taps("✅ Готово")
    world.clock.set(dt.datetime(2026, 12, 12, 6, 0, tzinfo=dt.UTC))
    await world.later(seconds=1)
    lev.sees("⏰ Вас ждут 2 события", "[✅ 1. аренда]", "[✅ 2. Страховка]")
    await lev.taps("✅ 2. ")
    lev.sees("⏰ Вас ждёт 1 событие", "2. ✅ 12 декабря")
    await lev.taps("✅ Всё сделано")
    # lists and totals
    await lev.writes("/calendar")
    lev.sees("Пришло 91 000 ₽ · ушло 15 000 ₽", "[1✓]")
    await lev.taps("📋 Список")
    await lev.taps("📅 Этот месяц")
    await lev.taps("📅 Свои даты")
    await lev.writes("1.12-15.12")
    lev.sees("События · всего 3", "1 декабря – 15 декабря")
    await lev.taps("🔎 Найти")
    await lev.writes("страх")
    lev.sees("События, «страх» · всего 1")
    await lev.taps("✖️ Показать все")
    await lev.taps("‹ Календарь")
    await lev.taps("📊 Итоги")
    lev.sees("Итоги · декабрь", "Прибыль: 76 000 ₽", "• Студия на Арбате: пришло 45 000 ₽ · ушло 15 000 ₽")
    assert lev.person.screen.kind == "photo"
    await lev.taps("Год")
    lev.sees("Итоги · 2026 год", "ушло 20 000 ₽")
    await lev.taps("🔮 Прогноз")
    lev.sees("Прогноз · 3 месяца вперёд", "Январь 2027: +46 000 ₽", "Посчитано по календарю: 1 повторяющееся событие")
    await lev.taps("12 месяцев")
    lev.sees("Май 2027: +46 000 ₽", "Декабрь 2027: −15 000 ₽", "Всего: +230 000 ₽ −15 000 ₽ = 215 000 ₽")
    assert "Июнь" not in lev.screen


async def test_in_english(world: World) -> None:
    lev = await at_home(world, "en", "Studio Nook, Soho", "Garage")
    await lev.writes("rent 900 on Dec 1 monthly Soho")
    lev.sees("from what you wrote", "🏠 Studio Nook, Soho", "🔁 Every month on day 1", "➕ Income: ₽900")
    await lev.taps("✅ Save")
    await lev.writes("-45 plumber yesterday garage")
    await lev.taps("✅ Save")
    lev.sees("✅ Done on Nov 20", "➖ Expense: ₽45")
    await lev.writes("/calendar")
    lev.sees("Calendar · November", "Spent ₽45", "Mo · Tu · We")
    for row in lev.person.screen.buttons:
        assert len(row) in (3, 7) or all(len(label) <= 7 for label in row), f"a phone cuts longer ones of four: {row}"
    await lev.taps("Dec ›")
    lev.sees("₽900 to come", "[1+]")
    await lev.taps("1+")
    await lev.taps("1. ")
    await lev.taps("✏️ Edit")
    await lev.taps("All times")
    await lev.taps("Remind early")
    await lev.taps("3 days before")
    lev.sees("⏰ Reminders: Nov 28 and Dec 1 at 09:00")
    world.clock.set(dt.datetime(2026, 11, 28, 6, 0, tzinfo=dt.UTC))
    await world.later(seconds=1)
    lev.sees("⏰ Dec 1, Tue: rent", "+₽900 · Studio Nook, Soho")
    world.clock.set(dt.datetime(2026, 12, 1, 6, 0, tzinfo=dt.UTC))
    await world.later(seconds=1)
    lev.sees("⏰ Today: rent")
    await lev.taps("✅ Done")
    lev.sees("✅ rent", "Done on Dec 1")
    await lev.taps("📅 Calendar")
    await lev.taps("‹ Calendar")
    await lev.taps("📊 Totals")
    lev.sees("Totals · December", "Received ₽900", "Profit: ₽900")
    await lev.writes("/notifications")
    lev.sees("All is read.", "✅ Dec 1 · +₽900 · rent · Studio Nook, Soho")


@pytest.mark.one_database
async def test_two_currencies_are_never_added(world: World) -> None:
    lev = await at_home(world, "ru", "Студия на Арбате")
    await lev.manages(name="Soho", currency="USD")
    for line in ("аренда 45000 Арбат завтра", "rent 900 soho tomorrow"):
        await lev.writes(line)
        await lev.taps("✅ Сохранить")
    await lev.writes("/calendar")
    lev.sees("Ждём 45 000 ₽", "Ждём 900 $")
    await lev.taps("📊 Итоги")
    lev.sees("со всем запланированным 45 000 ₽", "со всем запланированным 900 $", "[USD]")
    await lev.taps("USD")
    lev.sees("[RUB]")
