"""A meter that has passed its highest number: who reads it is asked whether it has begun anew, and all use counts."""

import datetime as dt

import pytest

from domain.ledger.entry import Article
from domain.metering.meter import MeterKind
from domain.metering.tariff import Basis
from handlers.manager.meters.callbacks import EnterReading, ReplaceMeter
from tests.support.metered import NOVEMBER, OCTOBER, Home, home_in
from tests.support.world import World

ELECTRICITY = MeterKind.ELECTRICITY


async def near_its_end(world: World, *, language: str = "ru") -> Home:
    """A meter of five digits that showed 99 950 in October, and used 60 kWh in that month."""
    home = await home_in(world, language=language)
    await home.has_meter(first_values=(99_890_000,))
    await home.showed(ELECTRICITY, OCTOBER, 99_950)
    await home.costs(Article.ELECTRICITY, Basis.UNIT, 53_800)
    return home


async def test_a_meter_that_has_turned_over_is_asked_about_and_counted_on(world: World) -> None:
    home = await near_its_end(world)
    ivan, maria = home.tenant, home.manager
    await home.sends()
    await ivan.writes("00012")
    ivan.sees(
        "12 меньше, чем 99 950, а столько счётчик показал 21 октября",
        "Счётчик дошёл до 99 999 и пошёл с нуля? Тогда расход — 62 кВт·ч.",
        "Обычно около 60 кВт·ч.",
        "✏️ Опечатка",
        "🔄 Пошёл с нуля",
        "🔧 Счётчик заменили",
    )
    await ivan.taps("✏️ Опечатка")
    ivan.sees("Тогда напишите ещё раз.", "В прошлый раз: 99 950")
    await ivan.writes("00012")
    await ivan.taps("🔄 Пошёл с нуля")
    ivan.sees("62 кВт·ч × 5,38 ₽ = 333,56 ₽ (100 000 + 12 − 99 950)", "Итого: 333,56 ₽")
    assert await home.billed() == {(Article.ELECTRICITY, NOVEMBER): (333_56, dt.date(2026, 12, 10))}

    await maria.writes("/menu")
    await maria.forges(EnterReading(meter=home.meters[ELECTRICITY], month=202611).pack())
    await maria.writes("15")
    maria.sees("Счётчик дошёл до 99 999", "Тогда расход — 65 кВт·ч.")
    await maria.taps("🔄 Пошёл с нуля")
    maria.sees("Ноябрь: 15, 21 ноября, от вас")
    assert (await home.billed())[Article.ELECTRICITY, NOVEMBER][0] == 349_70

    home.at(22, 12, month=12)
    await home.sends()
    ivan.sees("В прошлый раз: 15", "Обычно 62,5 кВт·ч в месяц")
    await ivan.writes("85")
    ivan.sees("70 кВт·ч × 5,38 ₽ = 376,60 ₽ (85 − 15)")


@pytest.mark.one_database
async def test_more_than_half_a_turn_is_refused_and_a_replaced_meter_has_its_own_questions(world: World) -> None:
    home = await near_its_end(world)
    maria = home.manager
    await home.sends()
    await home.tenant.writes("90 000")
    home.tenant.sees("90 000 меньше, чем 99 950", "Назад счётчики не крутятся")
    assert "Пошёл с нуля" not in home.tenant.screen
    await maria.writes("/menu")
    await maria.forges(EnterReading(meter=home.meters[ELECTRICITY], month=202611).pack())
    await maria.writes("00012")
    await maria.taps("🔧 Счётчик заменили")
    maria.sees("Замена счётчика", "Что было на старом счётчике в конце?")
    await maria.writes("00020")
    maria.sees("Счётчик дошёл до 99 999", "Тогда расход — 70 кВт·ч.")
    assert "🔧 Счётчик заменили" not in maria.screen, "that is what is being entered"
    await maria.taps("🔄 Пошёл с нуля")
    await maria.taps("0")
    await maria.taps("Сегодня")
    await maria.taps("Пропустить")
    maria.sees("Теперь показания снимаем с нового счётчика")
    await maria.forges(EnterReading(meter=home.meters[ELECTRICITY], month=202611).pack())
    maria.is_told("не используется")
    await maria.forges(ReplaceMeter(meter=home.meters[ELECTRICITY]).pack())
    maria.is_told("не используется")


@pytest.mark.one_database
async def test_in_english_one_zone_of_two_has_turned_over_and_the_reading_before_says_how_many_digits(
    world: World,
) -> None:
    home = await home_in(world, language="en")
    ivan = home.tenant
    await home.has_meter(zones=2, first_values=(999_950_000, 50_000))
    await home.costs(Article.ELECTRICITY, Basis.UNIT, 67_300, 24_400)
    await home.sends()
    await world.does(ivan.person.sends_photo, caption="00012 / 80")
    ivan.sees("12 is lower than 999,950", "Has the meter turned over, that is, gone past 999,999")
    await ivan.taps("✏️ I mistyped")
    await ivan.writes("00012")
    await ivan.taps("🔄 It has turned over")
    ivan.sees("⚡ Electricity, night", "Last time: 50")
    await ivan.writes("80")
    ivan.sees("day: 62 kWh × ₽6.73 = ₽417.26 (1,000,000 + 12 − 999,950)", "night: 30 kWh")
