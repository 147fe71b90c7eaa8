"""What comes back is counted as often as it comes: in the forecast, in totals and in the picture of a month."""

import calendar
import datetime as dt

import pytest

from domain.calendar.forecast import show_forecast
from domain.calendar.month import show_month
from domain.calendar.totals import show_totals
from tests.support.estate import Manager, new_landlord
from tests.support.world import World

pytestmark = pytest.mark.one_database

LAST = dt.date(2027, 11, 30)
"""Of a forecast over twelve months that is looked at on 21 November 2026."""
SAID: dict[str, tuple[int, dt.date, dt.date, int, int]] = {
    "каждую пятницу уборка 3000 Арбат": (-3000, dt.date(2026, 11, 27), LAST, 7, 0),
    "уборка 1700 Лесная раз в две недели с 30 ноября": (-1700, dt.date(2026, 11, 30), LAST, 14, 0),
    "аренда 45000 Арбат каждый месяц 31 числа с 31 декабря": (45000, dt.date(2026, 12, 31), LAST, 0, 1),
    "страховка 9000 Лесная раз в квартал с 30 ноября": (-9000, dt.date(2026, 11, 30), LAST, 0, 3),
    "налог 12000 Арбат раз в полгода с 31 августа 2027": (-12000, dt.date(2027, 8, 31), LAST, 0, 6),
    "аренда 5000 Лесная каждый месяц 5 числа до 10 апреля 2027": (
        5000, dt.date(2026, 12, 5), dt.date(2027, 4, 10), 0, 1,
    ),
}  # fmt: skip
"""Roubles, the first and the last day, and every how many days or months."""


def happens(first: dt.date, last: dt.date, days: int, months: int) -> list[dt.date]:
    """Its days, found by looking at every single one."""
    found = []
    for number in range((last - first).days + 1):
        day = first + dt.timedelta(days=number)
        ends = calendar.monthrange(day.year, day.month)[1]
        apart = (day.year - first.year) * 12 + day.month - first.month
        if (days and number % days == 0) or (months and apart % months == 0 and day.day == min(first.day, ends)):
            found.append(day)
    return found


async def test_every_repetition_adds_up_in_forecast_totals_and_months(world: World) -> None:
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Арбат")
    await lev.manages(name="Лесная")
    rows: list[tuple[dt.date, int]] = []
    for said, (roubles, first, last, days, months) in SAID.items():
        await lev.writes(said)
        await lev.taps("✅ Сохранить")
        lev.sees("✅ Записано в календарь.")
        rows += [(day, roubles * 100) for day in happens(first, last, days, months)]
    me, work = await lev.me(), world.product.new_work

    forecast = (await show_forecast(work(), me, 12)).totals
    total = forecast.overall["RUB"]
    assert (forecast.last, total.to_come, total.to_go, total.count) == (
        LAST,
        sum(minor for _, minor in rows if minor > 0),
        -sum(minor for _, minor in rows if minor < 0),
        len(rows),
    )
    by_month = (await show_totals(work(), me, dt.date(2026, 11, 1), LAST)).by_month["RUB"]
    for month, sums in by_month.items():
        mine = [minor for day, minor in rows if day.replace(day=1) == month]
        shown = await show_month(work(), me, month)
        assert sums.expected_profit == sum(mine), month
        assert sums.count == len(mine), month
        assert set(shown.marks) == {day for day, _ in rows if day.replace(day=1) == month}
        assert sum(one.count for one in shown.totals.values()) == len(mine)
    assert len(by_month) == 13
    december = sum(minor for day, minor in rows if day.replace(day=1) == dt.date(2026, 12, 1))
    # four Fridays, two fortnights, two rents
    assert december == (45000 + 5000 - 4 * 3000 - 2 * 1700) * 100


async def test_what_waits_to_be_saved_is_offered_after_a_restart(world: World) -> None:
    lev: Manager = await new_landlord(world, "Лев")
    await lev.manages(name="Арбат")
    await lev.writes("аренда 45000 завтра Арбат\nналог 3000 завтра Арбат\nуборка 900 Арбат 24 ноября")
    lev.sees("3 события из того")
    await world.restart()
    await lev.taps("✏️ По одному")
    await lev.taps("✅ Сохранить")
    await world.restart()
    for after, words in ((1, "Налог"), (0, "Уборка")):
        lev.sees(words, *(["После этого ещё 1."] if after else []))
        await lev.taps("✅ Сохранить")
        await world.restart()
    lev.sees("✅ Записано в календарь.")
    totals = await show_totals(world.product.new_work(), await lev.me(), dt.date(2026, 11, 1), LAST)
    assert totals.overall["RUB"].expected_profit == (45000 - 3000 - 900) * 100


async def test_what_was_deleted_says_how_much_of_it(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages(name="Арбат")
    await lev.writes("12 декабря аренда 45000 Арбат каждый месяц")
    await lev.taps("✅ Сохранить")
    await lev.taps("✏️ Открыть")
    await lev.taps("🗑")
    await lev.taps("🗑 Это и следующие")
    lev.sees("🗑 Удалено", "Это и следующие")
