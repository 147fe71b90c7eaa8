"""Of an event that comes back, one time, this and the following, or all of them are changed and deleted."""

import pytest

from tests.support.estate import Manager, new_landlord
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def lev(world: World) -> Manager:
    """Лев, whose rent of 12 000 ₽ comes on every 12th from December to April."""
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Арбат")
    await lev.manages(name="Лесная")
    await lev.writes("12 декабря аренда 12000 Арбат каждый месяц до 12 апреля 2027")
    await lev.taps("✅ Сохранить")
    return lev


async def opens(lev: Manager, place: int) -> None:
    """One of the times, counted from the first."""
    await lev.writes("/calendar")
    await lev.taps("📋 Список")
    await lev.taps("📅")
    await lev.taps("📅 Все даты")
    if place > 4:
        await lev.taps("›")
    await lev.taps(f"{place}.")


async def changes(lev: Manager, place: int, extent: str, field: str, value: str) -> None:
    await opens(lev, place)
    await lev.taps("✏️ Изменить")
    await lev.taps(extent)
    await lev.taps(field)
    await lev.writes(value)
    lev.sees("Сохранено.")


async def listed(lev: Manager) -> list[str]:
    """The times as the list says them, page after page."""
    await lev.writes("/calendar")
    await lev.taps("📋 Список")
    await lev.taps("📅")
    await lev.taps("📅 Все даты")
    rows = [line for line in lev.screen.split("\n") if " · " in line and line[0].isdigit()]
    if "[›]" in lev.screen:
        await lev.taps("›")
        rows += [line for line in lev.screen.split("\n") if " · " in line and line[0].isdigit()]
    return [row.partition(". ")[2] for row in rows]


async def test_one_time_this_and_the_following_or_all_are_changed(lev: Manager) -> None:
    await changes(lev, 4, "Все события", "Описание", "Аренда <b>места</b>")
    await changes(lev, 2, "Только это", "Доход", "13 000")
    await changes(lev, 3, "Это и следующие", "Доход", "15 тыс")
    assert await listed(lev) == [
        "12 декабря · +12 000 ₽ · Аренда <b>места</b> · Арбат",
        "12 января 2027 · +13 000 ₽ · Аренда <b>места</b> · Арбат",
        "12 февраля 2027 · +15 000 ₽ · Аренда <b>места</b> · Арбат",
        "12 марта 2027 · +15 000 ₽ · Аренда <b>места</b> · Арбат",
        "12 апреля 2027 · +15 000 ₽ · Аренда <b>места</b> · Арбат",
    ]


async def test_every_field_of_one_time_is_changed(lev: Manager) -> None:
    await changes(lev, 1, "Только это", "Дата", "20 декабря")
    await changes(lev, 1, "Только это", "Расход", "700")
    await changes(lev, 1, "Только это", "Объект", "Лесная")
    await changes(lev, 1, "Только это", "Время", "18:30")
    lev.sees(
        "🏠 Лесная",
        "📅 20 декабря, вс, 18:30",
        "➕ Доход: 12 000 ₽",
        "➖ Расход: 700 ₽",
        "⏰ Напомню 20 декабря в 18:30",
    )
    assert (await listed(lev))[1] == "12 января 2027 · +12 000 ₽ · аренда · Арбат"


@pytest.mark.parametrize(
    ("extent", "left"),
    [
        ("🗑 Только это", ["12 декабря", "12 января 2027", "12 марта 2027", "12 апреля 2027"]),
        ("🗑 Это и следующие", ["12 декабря", "12 января 2027"]),
        ("🗑 Все, и прошлые", []),
    ],
)
async def test_as_much_as_is_said_is_deleted_and_comes_back(lev: Manager, extent: str, left: list[str]) -> None:
    await opens(lev, 3)
    await lev.taps("🗑 Удалить")
    await lev.taps(extent)
    lev.sees("🗑 Удалено", "12 февраля")
    undo = lev.person.screen
    assert [row.partition(" · ")[0] for row in await listed(lev)] == left
    await lev.world.does(lev.person.taps, "↩️ Вернуть", undo)
    assert "снова в календаре" in undo.text
    assert len(await listed(lev)) == 5
