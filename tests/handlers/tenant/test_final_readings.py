"""At the end of a lease final readings are asked for; they can be sent on any day, and their use is its own."""

import datetime as dt

import pytest

from domain.estate.leases.lease import LeaseId
from domain.ledger.entry import Article
from domain.metering.meter import MeterKind
from handlers.manager.callbacks import OpenLease
from handlers.tenant.callbacks import SendReadings
from tests.support.metered import DECEMBER, NOVEMBER, Home, metered_home_in
from tests.support.world import World

ELECTRICITY, WATER = MeterKind.ELECTRICITY, MeterKind.COLD_WATER


async def metered(home: Home, lease: LeaseId | None = None) -> dict[Article, int]:
    """What a lease was billed for December by its meters."""
    found = await home.billed(lease)
    return {article: minor for (article, month), (minor, _) in found.items() if month == DECEMBER}


async def ending_on_the_tenth(world: World, *, language: str = "ru") -> Home:
    """Read for November; in December the manager ends the lease on the 10th, when no readings are taken otherwise."""
    home = await metered_home_in(world, language=language)
    await home.showed(ELECTRICITY, NOVEMBER, 12_325)
    await home.showed(WATER, NOVEMBER, 55)
    home.at(1, 12, month=12)
    await home.manager.ends(home.lease, dt.date(2026, 12, 10))
    await world.settle()
    return home


async def test_the_last_tenant_sends_final_readings_and_the_next_one_pays_for_the_rest(world: World) -> None:
    home = await ending_on_the_tenth(world)
    ivan, maria = home.tenant, home.manager
    ivan.sees("Ваш договор заканчивается 10 декабря", "В последние дни договора попрошу передать последние показания")
    petr = await maria.tenant("Пётр")
    lease = await maria.lets(home.premises, petr.party, starts_on=dt.date(2026, 12, 11))

    home.at(8, 10, month=12)
    await world.later(minutes=1)
    ivan.sees(
        "🔢 Последние показания",
        "Договор заканчивается 10 декабря: передайте, пожалуйста, что на счётчиках при выезде, до 15 декабря.",
        "⚡ Электричество, 💧 Холодная вода",
    )
    await ivan.taps("🔢 Передать показания")
    ivan.sees("Последние показания: договор действует до 10 декабря.", "В прошлый раз: 12 325")
    await ivan.writes("12 385")
    await ivan.writes("57")
    ivan.sees("Последние показания", "60 кВт·ч × 5,38 ₽ = 322,80 ₽ (12 385 − 12 325)", "2 м³ × 59,80 ₽ = 119,60 ₽")
    assert await metered(home) == {
        Article.ELECTRICITY: 322_80,
        Article.COLD_WATER: 119_60,
        Article.INTERNET: 161_29,
    }

    home.at(22, 12, month=12)
    await petr.writes("/menu")
    await petr.forges(SendReadings(lease=lease).pack())
    petr.sees("В прошлый раз: 12 385, 8 декабря")
    await petr.writes("12 425")
    await petr.writes("60")
    petr.sees("40 кВт·ч × 5,38 ₽ = 215,20 ₽ (12 425 − 12 385)", "3 м³ × 59,80 ₽ = 179,40 ₽")
    assert (await metered(home, lease))[Article.ELECTRICITY] == 215_20, "all that was used since, not 21 of 31 days"
    assert (await metered(home))[Article.ELECTRICITY] == 322_80
    assert not any("Последние показания" in one for one in petr.heard)


@pytest.mark.one_database
async def test_the_manager_hears_what_is_missing_and_enters_it_as_of_the_last_day(world: World) -> None:
    home = await ending_on_the_tenth(world)
    maria = home.manager
    home.at(10, 10, month=12)
    await world.later(minutes=1)
    maria.sees("🔢 Нет последних показаний · Лесная, 4", "Иван, до 10 декабря", "• ⚡ Электричество")
    home.at(12, 10, month=12)
    await maria.taps("✍️ Внести")
    await maria.taps("✍️ ⚡")
    maria.sees("Последнее показание, договор действует до 10 декабря", "В прошлый раз: 12 325")
    await maria.writes("12 385")
    maria.sees("В какой день")
    await maria.taps("Сегодня")
    maria.sees("⚡ Электричество: 12 385, 10 декабря, расход 60 кВт·ч", "💧 Холодная вода: нет")
    await home.tenant.writes("/menu")
    await home.tenant.forges(SendReadings(lease=home.lease).pack())
    home.tenant.sees("💧 Холодная вода")
    await home.tenant.writes("57")
    assert (await metered(home))[Article.ELECTRICITY] == 322_80
    await maria.forges(OpenLease(lease=home.lease).pack())
    await maria.taps("🔢 Последние показания")
    maria.sees("💧 Холодная вода: 57, 10 декабря, расход 2 м³", "✏️ 💧")
    home.at(26, 10, month=12)
    await world.later(minutes=1)
    await maria.writes("/menu")
    assert "показани" not in maria.screen, "nobody else rents, so nothing more is read for December"


@pytest.mark.one_database
async def test_in_english_a_lease_ended_at_once_asks_at_once_and_a_shared_object_is_shared_until_then(
    world: World,
) -> None:
    home = await metered_home_in(world, language="en", area=100_00)
    maria, ivan = home.manager, home.tenant
    petr = await maria.tenant("Пётр")
    lease = await maria.lets(home.premises, petr.party, starts_on=dt.date(2026, 9, 1), area=50_00)
    work = world.product.new_work()
    async with work.writing("half"):
        one = await work.estate.leases.get(home.lease)
        one.area = 50_00
        await work.estate.leases.save(one)
        await work.commit(None)
    await home.showed(ELECTRICITY, NOVEMBER, 12_325)
    await home.showed(WATER, NOVEMBER, 55)
    home.at(5, 12, month=12)
    await maria.ends(home.lease, dt.date(2026, 12, 5))
    await world.settle()
    ivan.sees("Your lease ends on Dec 5", "Please send the final readings of the meters until Dec 10.")
    await ivan.taps("🔢 Send readings")
    ivan.sees("Final readings: the lease ends on Dec 5.")
    await ivan.writes("12 335")
    await ivan.writes("57")
    assert (await metered(home))[Article.ELECTRICITY] == 26_90, "10 kWh are shared by two"
    home.at(22, 12, month=12)
    await petr.writes("/menu")
    await petr.forges(SendReadings(lease=lease).pack())
    await petr.writes("12 435")
    await petr.writes("60")
    # 10 kWh were shared by two; of the next 100, half of the object stood empty
    assert (await metered(home, lease))[Article.ELECTRICITY] == 26_90 + 269_00
