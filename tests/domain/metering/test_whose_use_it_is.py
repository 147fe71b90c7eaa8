"""What a meter counts is the lease's that had the object meanwhile, at the tariff of the month that it is of."""

import datetime as dt

import pytest

from domain.estate.leases.lease import LeaseId
from domain.ledger.entry import Article
from domain.metering.enter_reading import enter_reading
from domain.metering.meter import MeterId, MeterKind
from domain.metering.replace_meter import replace_meter
from domain.metering.tariff import Basis
from tests.support.metered import NOVEMBER, OCTOBER, Home, home_in, metered_home_in
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def billed(home: Home, article: Article, month: dt.date) -> int | None:
    found = (await home.billed(LeaseId(home.lease))).get((article, month))
    return None if found is None else found[0]


async def read(home: Home, month: dt.date, on: dt.date, value: int) -> None:
    """The meter is there, and its reading of a month was taken on a day."""
    meter = await home.has_meter()
    work, me = home.world.product.new_work(), await home.manager.me()
    await enter_reading(work, me, meter, month, on, (value * 1000,), sure=True)


async def test_from_a_reading_on_the_day_of_moving_in_all_of_the_use_is_the_tenants(world: World) -> None:
    """Moved in on 9 November with a reading of that day; 28 kWh until the 21st are not cut to 22 of 30 days."""
    home = await home_in(world, starts_on=dt.date(2026, 11, 9))
    await read(home, OCTOBER, dt.date(2026, 11, 9), 1_000)
    await home.costs(Article.ELECTRICITY, Basis.UNIT, 10_0000)
    await home.showed(MeterKind.ELECTRICITY, NOVEMBER, 1_028)
    assert await billed(home, Article.ELECTRICITY, NOVEMBER) == 280_00


async def test_what_was_used_before_anybody_moved_in_is_shared_by_days(world: World) -> None:
    home = await home_in(world, starts_on=dt.date(2026, 11, 16))
    await read(home, OCTOBER, dt.date(2026, 10, 21), 1_000)
    await home.costs(Article.ELECTRICITY, Basis.UNIT, 10_0000)
    await home.showed(MeterKind.ELECTRICITY, NOVEMBER, 1_030)
    assert await billed(home, Article.ELECTRICITY, NOVEMBER) == 150_00


async def test_a_month_not_read_before_the_meter_was_replaced_is_billed_at_its_own_tariff(world: World) -> None:
    """Replaced on 1 November, October's reading missing: October's use is billed for October at its price."""
    home = await home_in(world, starts_on=dt.date(2026, 9, 1))
    await read(home, dt.date(2026, 8, 1), dt.date(2026, 8, 31), 100)
    await home.costs(Article.ELECTRICITY, Basis.UNIT, 5_0000, since=dt.date(2026, 9, 1))
    await home.costs(Article.ELECTRICITY, Basis.UNIT, 9_0000, since=NOVEMBER)
    await home.showed(MeterKind.ELECTRICITY, dt.date(2026, 9, 1), 200)
    assert await billed(home, Article.ELECTRICITY, OCTOBER) is None
    work, me = world.product.new_work(), await home.manager.me()
    new = await replace_meter(work, me, home.meters[MeterKind.ELECTRICITY], (300_000,), (0,), NOVEMBER)
    assert await billed(home, Article.ELECTRICITY, OCTOBER) == 500_00
    home.meters[MeterKind.ELECTRICITY] = MeterId(new)
    await home.showed(MeterKind.ELECTRICITY, NOVEMBER, 20)
    assert await billed(home, Article.ELECTRICITY, NOVEMBER) == 180_00


async def test_a_month_that_was_read_leaves_the_last_value_to_the_month_of_the_replacement(world: World) -> None:
    home = await metered_home_in(world)
    work, me = world.product.new_work(), await home.manager.me()
    new = await replace_meter(work, me, home.meters[MeterKind.ELECTRICITY], (12_255_000,), (0,), NOVEMBER)
    home.meters[MeterKind.ELECTRICITY] = MeterId(new)
    await home.showed(MeterKind.ELECTRICITY, NOVEMBER, 70)
    await home.showed(MeterKind.COLD_WATER, NOVEMBER, 55)
    assert await billed(home, Article.ELECTRICITY, NOVEMBER) == 538_00
