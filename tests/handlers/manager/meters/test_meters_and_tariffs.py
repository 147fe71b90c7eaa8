"""A manager sets up meters, reading days and tariffs by taps, enters readings, and is refused with an example."""

import pytest

from domain.ledger.entry import Article
from domain.metering.meter import MeterKind
from handlers.manager.callbacks import ObjectMeters, ObjectTariffs
from handlers.manager.meters.callbacks import (
    AddMeter,
    ArchiveMeter,
    BillAsItIs,
    ChangeReadingDays,
    CopyTariffsTo,
    EditMeter,
    EnterReading,
    OpenMeter,
    OpenObjectMonth,
    ReplaceMeter,
    SetTariff,
)
from tests.support.estate import new_manager
from tests.support.metered import NOVEMBER, home_in, metered_home_in
from tests.support.world import World

ELECTRICITY, WATER = MeterKind.ELECTRICITY, MeterKind.COLD_WATER


async def test_meters_from_none_to_three_and_one_with_everything(world: World) -> None:
    home = await home_in(world)
    maria = home.manager
    await home.looks_at_meters()
    maria.sees("Счётчиков пока нет", "⚡🚿💧 Свет и вода", "➕ Счётчик")
    maria.person.taps("⚡🚿💧")
    await maria.taps("⚡🚿💧")
    maria.sees(
        "⚡ Электричество: показаний ещё нет", "🚿 Горячая вода", "💧 Холодная вода", "Показания за ноябрь: 0 из 3"
    )
    assert maria.screen.count("показаний ещё нет") == 3, "tapped twice, added once"
    await maria.taps("➕ Счётчик")
    await maria.taps("⚡ Электричество")
    await maria.taps("День и ночь")
    await maria.writes("12345")
    maria.sees("Зон у счётчика — 2")
    await maria.writes("12 345 / 6 789,5")
    maria.sees("кВт·ч, 2 зоны", "Показывает 12 345 / 6 789,5", "Всё верно?")
    await maria.taps("📍 Место")
    await maria.writes("<b>щитовая</b>")
    await maria.taps("✏️ Исправить")
    await maria.taps("Поверка до")
    await maria.writes("-1")
    maria.sees("не похоже на дату")
    await maria.writes("01.06.2030")
    maria.sees("<b>щитовая</b>", "Поверен до 1 июня 2030")
    for _ in range(3):
        maria.person.taps("✅ Сохранить")
    await world.later(seconds=30)
    maria.sees("Сохранено.", "⚡ Электричество, <b>щитовая</b>: 12 345 / 6 789,5, 21 ноября", "0 из 4")
    await maria.taps("⚡ <b>щитовая</b>")
    maria.sees("2 зоны", "Начало: 12 345 / 6 789,5, 21 ноября")
    await maria.taps("✏️ Изменить")
    await maria.taps("Номер")
    await maria.writes("00-7")
    maria.sees("Сохранено.", "№ 00-7")
    await maria.taps("🗄 Убрать")
    maria.sees("Убрать этот счётчик?", "‹ Оставить")
    await maria.taps("🗄 Убрать")
    maria.sees("Больше не используется: ⚡ Электричество, <b>щитовая</b>.", "0 из 3")


@pytest.mark.one_database
async def test_the_same_in_english_and_stale_buttons_say_what_has_changed(world: World) -> None:
    home = await home_in(world, language="en")
    maria = home.manager
    meter = await home.has_meter(first_values=(100_000,))
    await home.looks_at_meters()
    maria.sees("Readings for November: 0 of 1, until Nov 25", "⚡ Electricity: 100 on Nov 21")
    await maria.forges(EditMeter(meter=meter, version=99, field="number").pack())
    maria.is_told("This has been changed meanwhile")
    await maria.forges(OpenMeter(meter=meter).pack())
    await maria.taps("✍️ Enter reading")
    maria.sees("For which month?", "November", "October")
    await maria.writes("nonsense")
    maria.sees("does not look like a month")
    await maria.taps("November")
    await maria.writes("90")
    maria.sees("90 is lower than 100, which the meter showed on Nov 21")
    await maria.writes("150.25")
    maria.sees("Saved.", "November: 150.25, Nov 21, by you")
    await maria.forges(ArchiveMeter(meter=meter, sure=True).pack())
    for press in (ArchiveMeter(meter=meter, sure=True), EnterReading(meter=meter), ReplaceMeter(meter=meter)):
        await maria.forges(press.pack())
        maria.is_told("This meter has been out of use since")
    await maria.forges(OpenMeter(meter=meter).pack())
    maria.sees("Out of use since Nov 21")


async def test_tariffs_are_said_changed_ended_and_copied(world: World) -> None:
    home = await home_in(world)
    maria = home.manager
    await home.has_meter(zones=2, first_values=(0, 0))
    other = await maria.manages((await maria.owner("Пётр")).party, name="Садовая, 7", area=None)
    await maria.manages((await maria.owner("Ян")).party, name="Берлинская, 1", currency="EUR")
    await home.looks_at_tariffs()
    maria.sees("Тарифов пока нет")
    await maria.taps("➕ Тариф")
    await maria.taps("Электричество")
    await maria.taps("По счётчику, кВт·ч")
    for typed in ("1e5", "-1", "бесплатно", "6,73 / 2,44 / 1", "0,00001"):
        await maria.writes(typed)
        maria.sees("Сколько стоит один кВт·ч?", "день / ночь")
    await maria.writes("6,73 / 2,4412")
    maria.sees("Электричество: 6,73 ₽ / 2,4412 ₽ за кВт·ч", "С какого месяца?")
    await maria.taps("Ноябрь")
    maria.sees("Сохранено: Электричество, с ноября.", "• Электричество: 6,73 ₽ / 2,4412 ₽ за кВт·ч, с ноября")
    await maria.taps("➕ Тариф")
    await maria.taps("Отопление")
    await maria.taps("За м² в месяц")
    await maria.writes("31,5")
    await maria.taps("Ноябрь")
    await maria.taps("Электричество")
    await maria.taps("✏️ Новая цена")
    await maria.writes("7")
    await maria.writes("декабрь")
    maria.sees("6,73 ₽ / 2,4412 ₽ за кВт·ч, с ноября", "◦ Электричество: 7 ₽ за кВт·ч, начиная с декабря")
    await maria.taps("📋 В другие объекты")
    maria.sees("Садовая, 7")
    assert "Берлинская" not in maria.screen, "another currency"
    maria.person.taps("📋 Садовая, 7")
    await maria.taps("📋 Садовая, 7")
    maria.sees("Скопировано: Садовая, 7.")
    await maria.forges(ObjectTariffs(premises=other).pack())
    maria.sees("• Электричество: 6,73 ₽ / 2,4412 ₽ за кВт·ч, с ноября")
    assert "Отопление" not in maria.screen, "its area is not known"
    await home.looks_at_tariffs()
    await maria.taps("Отопление")
    await maria.taps("🗑 Не начислять")
    maria.sees("Отопление: больше не начислять?")
    await maria.taps("🗑 Не начислять")
    maria.sees("Отопление: больше не начисляется.")
    assert "• Отопление" not in maria.screen


@pytest.mark.one_database
async def test_reading_days_are_chosen_or_typed(world: World) -> None:
    home = await home_in(world)
    maria = home.manager
    await home.looks_at_meters()
    await maria.taps("📅 20–25")
    maria.sees("Сейчас: 20–25")
    await maria.writes("с 40 по 50")
    maria.sees("не похоже на два числа месяца")
    await maria.writes("28-3")
    maria.sees("Сохранено.", "📅 28–3 числа")
    await maria.taps("📅 28–3")
    await maria.taps("15–20")
    maria.sees("📅 15–20 числа")


@pytest.mark.one_database
async def test_a_stranger_an_owner_and_a_tenant_change_nothing(world: World) -> None:
    home = await metered_home_in(world)
    stranger = await new_manager(world, "Чужой")
    meter = home.meters[ELECTRICITY]
    presses = (
        ObjectMeters(premises=home.premises),
        ObjectTariffs(premises=home.premises),
        OpenObjectMonth(premises=home.premises),
        AddMeter(premises=home.premises),
        ChangeReadingDays(premises=home.premises),
        OpenMeter(meter=meter),
        EnterReading(meter=meter),
        ReplaceMeter(meter=meter),
        SetTariff(premises=home.premises, article=Article.GAS),
        CopyTariffsTo(premises=home.premises, target=0),
        BillAsItIs(premises=home.premises, month=202611, sure=True),
    )
    await stranger.writes("/menu")
    for press in presses:
        await stranger.forges(press.pack())
        stranger.is_told("Этого здесь больше нет")
    await home.tenant.writes("/menu")
    for press in presses:
        await home.tenant.forges(press.pack())
        assert home.tenant.person.toasts, press
    assert await home.entries() == []


async def test_the_owner_of_a_managed_object_sees_and_changes_nothing(world: World) -> None:
    home = await metered_home_in(world)
    maria = home.manager
    olga = await maria.owner("Ольга", "Вторая")
    premises = await maria.manages(olga.party, name="Южная, 2")
    await maria.forges(ObjectMeters(premises=premises).pack())
    await maria.taps("⚡🚿💧")
    await olga.writes("/menu")
    await olga.forges(ObjectMeters(premises=premises).pack())
    olga.sees("⚡ Электричество", "🏷 Тарифы", "💡 Счета")
    assert "➕" not in olga.screen
    assert "📅" not in olga.screen
    await olga.taps("🏷 Тарифы")
    assert "➕" not in olga.screen
    await olga.forges(OpenObjectMonth(premises=premises).pack())
    olga.sees("В этом месяце объект никто не снимал.")
    await olga.forges(AddMeter(premises=premises).pack())
    olga.is_told("Этого здесь больше нет")


@pytest.mark.one_database
async def test_an_old_month_is_entered_between_its_neighbours(world: World) -> None:
    home = await metered_home_in(world)
    maria = home.manager
    await maria.writes("/menu")
    await maria.forges(EnterReading(meter=home.meters[ELECTRICITY], month=202610).pack())
    maria.sees("За октябрь", "Внесено: 12 225", "В прошлый раз: 12 125, 21 сентября")
    await maria.writes("12 200")
    maria.sees("В какой день сняты показания?", "25 октября")
    await maria.writes("завтра")
    maria.sees("22 ноября ещё не наступило")
    await maria.taps("25 октября")
    maria.sees("Октябрь: 12 200, 25 октября, от вас", "Октябрь: 12 225, 21 октября, от вас (заменено)")
    await home.showed(ELECTRICITY, NOVEMBER, 12_300)
    await maria.forges(EnterReading(meter=home.meters[ELECTRICITY], month=202610).pack())
    await maria.writes("12 400")
    await maria.taps("Сегодня")
    maria.sees("12 400 больше, чем 12 300, а столько счётчик показал 21 ноября")


@pytest.mark.one_database
async def test_a_replaced_meter_that_shows_much_too_much_is_asked_about(world: World) -> None:
    home = await metered_home_in(world)
    maria = home.manager
    await home.looks_at_meters()
    await maria.taps("⚡ Электричество")
    await maria.taps("🔁 Заменить")
    await maria.writes("99999")
    maria.sees("Точно 99 999? Получается 87 774 кВт·ч", "✅ Да, всё верно")
    await maria.taps("✏️ Исправить")
    await maria.writes("12335")
    await maria.taps("0")
    await maria.taps("Сегодня")
    await maria.taps("Пропустить")
    maria.sees("Теперь показания снимаем с нового счётчика", "Начало: 0")
    assert (await home.readings(ELECTRICITY))[0].values == (12_335_000,)


@pytest.mark.one_database
async def test_a_tariff_that_has_not_begun_is_opened_corrected_and_taken_back(world: World) -> None:
    home = await home_in(world)
    maria = home.manager
    await home.has_meter()
    await home.looks_at_tariffs()
    await maria.taps("➕ Тариф")
    await maria.taps("Электричество")
    await maria.taps("По счётчику, кВт·ч")
    await maria.writes("67,3")
    await maria.writes("декабрь")
    maria.sees("◦ Электричество: 67,30 ₽ за кВт·ч, начиная с декабря")
    assert "Тарифов пока нет" not in maria.screen
    await maria.taps("Электричество")
    await maria.taps("✏️ Новая цена")
    await maria.writes("6,73")
    await maria.writes("декабрь")
    maria.sees("◦ Электричество: 6,73 ₽ за кВт·ч, начиная с декабря")
    await maria.taps("Электричество")
    await maria.taps("🗑 Не начислять")
    maria.sees("С декабря")
    await maria.taps("🗑 Не начислять")
    maria.sees("Электричество: больше не начисляется.", "Тарифов пока нет")
