"""Tenants hear that readings are open, that the period ends, and that it is over, once each, on their own morning."""

import datetime as dt

import pytest

from domain.ledger.entry import Article
from domain.metering.meter import MeterKind
from domain.metering.tariff import Basis
from tests.support.metered import Home, home_in, metered_home_in
from tests.support.world import World

ELECTRICITY, WATER = MeterKind.ELECTRICITY, MeterKind.COLD_WATER
OPEN, LAST, OVER = (
    "🔢 Показания принимаются до 25",
    "⏰ Показания принимаются до завтра",
    "🔢 Приём показаний закончился",
)


def count(who: object, words: str) -> int:
    return sum(words in one for one in who.heard)  # type: ignore[attr-defined]


async def days(home: Home, month: int, first: int, last: int) -> None:
    """Days pass, each with its midnight and its morning in Moscow."""
    for day in range(first, last + 1):
        for hour in (0, 10):
            home.at(day, hour, month)
            await home.world.later(minutes=1)


async def test_a_period_is_told_of_three_times_and_only_while_something_is_missing(world: World) -> None:
    home = await metered_home_in(world)
    ivan = home.tenant
    # the meters were added on the 21st, within the period: the next midnight tells of it
    home.at(22, 0)
    await world.later(minutes=1)
    assert count(ivan, OPEN) == 0, "it is night"
    home.at(22, 9)
    await world.later(minutes=1)
    ivan.sees("🔢 Показания принимаются до 25 ноября", "⚡ Электричество, 💧 Холодная вода", "🔢 Передать показания")
    await ivan.taps("🔢 Передать показания")
    ivan.sees("⚡ Электричество", "В прошлый раз: 12 225")
    assert count(ivan, OPEN) == 1
    await ivan.writes("12 325")
    await days(home, 11, 23, 24)
    assert (count(ivan, OPEN), count(ivan, LAST)) == (1, 1)
    ivan.sees("⏰ Показания принимаются до завтра, 25 ноября", "передано 1 из 2", "💧 Холодная вода")
    await ivan.taps("🔢 Передать показания")
    await ivan.writes("55")
    await days(home, 11, 25, 28)
    assert (count(ivan, LAST), count(ivan, OVER)) == (1, 0)
    await days(home, 12, 18, 19)
    assert count(ivan, "до 25 декабря") == 0
    await days(home, 12, 20, 27)
    assert count(ivan, "🔢 Показания принимаются до 25 декабря") == 1
    assert (count(ivan, LAST), count(ivan, OVER)) == (2, 1)
    assert count(home.manager, "🔢 Нет показаний") == 1


@pytest.mark.one_database
async def test_each_is_told_on_their_own_morning_in_their_own_language(world: World) -> None:
    home = await metered_home_in(world, language="en")
    ivan = home.tenant
    await ivan.prefers(time_zone="Asia/Vladivostok")
    home.at(22, 0)  # 7 in the morning of Vladivostok
    await world.later(minutes=1)
    assert count(ivan, "Readings are open") == 0
    home.at(22, 2)
    await world.later(minutes=1)
    ivan.sees("🔢 Readings are open until Nov 25", "⚡ Electricity, 💧 Cold water")


@pytest.mark.one_database
async def test_a_day_on_which_nothing_ran_is_made_good_and_a_spring_night_is_shorter(world: World) -> None:
    home = await metered_home_in(world)
    ivan, maria = home.tenant, home.manager
    await maria.prefers(time_zone="Europe/Berlin")
    world.clock.set(dt.datetime(2027, 3, 24, 12, tzinfo=dt.UTC))
    await world.later(minutes=1)
    assert count(ivan, LAST) == 1, "four months later, once"
    # in Berlin clocks go forward on the 28th; the period of that month is over by then
    world.clock.set(dt.datetime(2027, 3, 27, 22, 59, tzinfo=dt.UTC))
    await world.later(minutes=2)
    for _ in range(4):
        await world.later(hours=10)
    assert count(ivan, OVER) == 1
    assert count(maria, "🔢 Нет показаний") == 1


@pytest.mark.one_database
async def test_the_last_day_of_february_is_the_thirtieth(world: World) -> None:
    home = await home_in(world, readings_from_day=30, readings_until_day=31)
    await home.has_meter(first_values=(100_000,))
    await home.costs(Article.ELECTRICITY, Basis.UNIT, 53_800)
    world.clock.set(dt.datetime(2027, 2, 28, 12, tzinfo=dt.UTC))
    await world.later(minutes=1)
    home.tenant.sees("🔢 Показания принимаются до 28 февраля")
    await home.tenant.taps("🔢 Передать показания")
    await home.tenant.writes("200")
    home.tenant.sees("Показания за февраль", "Оплатить до 10 марта.")


@pytest.mark.one_database
async def test_a_lease_without_meters_is_billed_when_the_period_is_over(world: World) -> None:
    home = await home_in(world)
    await home.costs(Article.INTERNET, Basis.MONTH, 5_000_000)
    home.at(25, 23)
    await world.later(minutes=1)
    assert await home.billed() == {}
    home.at(26, 10)
    await world.later(minutes=1)
    assert [minor for minor, _ in (await home.billed()).values()] == [500_00]
    home.tenant.sees("💡 Коммунальные за ноябрь: 500 ₽")
    assert count(home.tenant, OPEN) == 0


@pytest.mark.one_database
async def test_a_verification_is_announced_a_month_before_once(world: World) -> None:
    home = await home_in(world)
    await home.has_meter(verified_until=dt.date(2027, 1, 10), place="кухня")
    await days(home, 12, 9, 10)
    assert count(home.manager, "Счётчику пора на поверку") == 0
    await days(home, 12, 11, 13)
    assert count(home.manager, "📟 Счётчику пора на поверку") == 1
    pushed = next(one for one in home.manager.heard if "Счётчику пора" in one)
    assert "⚡ Электричество, кухня · Лесная, 4" in pushed
    assert "Поверка заканчивается 10 января 2027." in pushed
