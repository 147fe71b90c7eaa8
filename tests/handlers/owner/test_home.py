"""The owner's home: the figures of today, what needs doing, and the ways on, with a manager and without."""

import datetime as dt

import pytest

from domain.estate.leases.rent import book_due_rent
from domain.people.person import Role
from tests.support.estate import new_landlord, new_manager
from tests.support.world import World


async def test_a_landlords_home_sums_up_and_every_tile_opens(world: World) -> None:
    lev = await new_landlord(world)
    await lev.writes("/menu")
    lev.sees("Добавьте первый объект", "➕ Первый объект", "📅 Календарь")
    flat = await lev.manages(name="Лесная, 4")
    store = await lev.manages(name="Склад на Лесной", area=120_00)
    await lev.manages(name="Гараж", area=20_00, currency="KGS")
    timur, romashka = await lev.knows_tenant("Тимур"), await lev.knows_tenant("Ромашка")
    first = await lev.lets(flat, timur, ends_on=dt.date(2026, 12, 31))
    second = await lev.lets(store, romashka, rent=90_000_00, area=60_00, due_day=30)
    for lease in (first, second):
        await book_due_rent(world.product.new_work(), lease)
    await lev.writes("/menu")
    lev.sees(
        "Мои объекты: 3, сдано: 2",
        "Сдано 114 м² из 194 м² (59 %)",
        "Ноябрь: пришло 0 ₽ из 136 000 ₽",
        "Просрочено 46 000 ₽ (Лесная, 4 · Тимур, 16 дней)",
        "Ближайший договор заканчивается 31 декабря: Лесная, 4",
        "⏰ Просрочено: 1",
    )
    for tile, seen in (
        ("🏠 Объекты", "Объекты · всего 3"),
        ("💰 Деньги", "46"),
        ("👥 Арендаторы", "Арендаторы · всего 2"),
        ("💸 Расходы", "Расходы"),
        ("📐 Площади", "Площади"),
        ("📎 Файлы", "Файлы какого объекта?"),
        ("📅 Календарь", "Календарь · ноябрь"),
    ):
        await lev.writes("/menu")
        await lev.taps(tile)
        lev.sees(seen)
    for command, seen in (("/objects", "Объекты"), ("/tenants", "Арендаторы"), ("/help", "Как это устроено")):
        await lev.writes(command)
        lev.sees(seen)


@pytest.mark.one_database
async def test_an_owner_with_a_manager_sees_the_figures_and_writes_to_them(world: World) -> None:
    maria = await new_manager(world, language_code="en")
    oleg = await maria.owner("Oleg", language="en")
    await oleg.writes("/menu")
    oleg.sees("No objects yet", "Мария", "✍️ To the manager")
    premises = await maria.manages(oleg.party)
    await maria.lets(premises, await maria.knows_tenant("Timur"), due_day=25)
    await oleg.writes("/menu")
    oleg.sees("My objects: 1, let: 1", "Let: 54 m² of 54 m² (100%)", "November: received ₽0 of ₽46,000")
    await oleg.taps("✍️ To the manager")
    await oleg.writes("/menu")
    await oleg.taps("👥 Tenants")
    oleg.sees("1. Timur", "open-ended · nothing owed")
    await maria.writes("/menu")
    assert "My objects" not in maria.screen


@pytest.mark.one_database
async def test_who_is_also_a_manager_sees_their_own_as_an_owner(world: World) -> None:
    maria = await new_manager(world)
    oleg = await maria.owner("Олег")
    await maria.becomes(Role.OWNER)
    await maria.manages(name="Своя, 1")
    await maria.manages(oleg.party, name="Чужая, 2")
    await maria.writes("/menu")
    maria.sees("Мои объекты: 1, сдано: 0", "🧰 Управляющий")
    await maria.taps("🏠 Объекты")
    maria.sees("всего 1", "Своя, 1")
    await maria.writes("/menu")
    await maria.taps("🧰 Управляющий")
    await maria.taps("🏠 Объекты")
    maria.sees("всего 2", "Чужая, 2")
