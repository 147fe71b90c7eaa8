"""A new landlord comes from their home to the first saved lease in nine taps and texts; the object is remembered."""

import pytest

from handlers.manager.callbacks import AddTenant
from tests.support.estate import Manager, new_landlord
from tests.support.world import World

pytestmark = pytest.mark.one_database

MOST = 9


async def led(lev: Manager, *steps: tuple[str, str]) -> int:
    """Does all of this; returns how many taps and texts it were."""
    for way, what in steps:
        await (lev.taps(what) if way == "tap" else lev.writes(what))
    return len(steps)


async def test_object_tenant_and_rent_in_nine_taps_and_texts(world: World) -> None:
    lev = await new_landlord(world)
    await lev.writes("/menu")
    count = await led(
        lev,
        ("tap", "➕ Первый объект"),
        ("text", "Лесная 4, 2-к квартира 54 м2, Москва"),
        ("tap", "✅ Сохранить"),
        ("tap", "📄 Сдать"),
        ("text", "Анна Петрова +7 900 123-45-67"),
        ("tap", "✅ Сохранить"),
    )
    assert any("Ссылка сработает один раз" in one for one in lev.heard), "the link can still be sent"
    lev.sees("Новый договор", "С какого дня?", "21 ноября", "1 декабря")
    count += await led(lev, ("tap", "1 декабря"), ("text", "45 000"))
    lev.sees(
        "Анна Петрова · 2-к квартира",
        "Предлагаю бессрочно, с оплатой 1 числа: если иначе, нажмите «Исправить».",
        "45 000 ₽ в месяц",
        "✏️ Исправить",
    )
    count += await led(lev, ("tap", "✅ Сохранить"))
    lev.sees("Сохранено.", "Анна Петрова · 2-к квартира", "45 000 ₽")
    assert count <= MOST


async def test_what_is_proposed_is_corrected_and_a_known_phone_does_not_lose_the_object(world: World) -> None:
    lev = await new_landlord(world)
    flat = await lev.manages()
    await lev.knows_tenant("Вера", phone="79001112233")
    await lev.writes("/objects")
    await lev.taps("🏠 1.")
    await lev.taps("📄 Сдать")
    await lev.taps("➕ Арендатор")
    await lev.writes("Вера +7 900 111-22-33")
    await lev.taps("✅ Сохранить")
    lev.sees("Вера", "✏️ Другой номер", "📄 Новый договор")
    await lev.taps("✏️ Другой номер")
    await lev.writes("8 900 444-55-66")
    await lev.taps("✅ Сохранить")
    await lev.taps("1 декабря")
    await lev.writes("45 000")
    await lev.taps("✏️ Исправить")
    await lev.taps("Последний день")
    await lev.taps("11 месяцев")
    lev.sees("1 декабря 2026 – 31 октября 2027", "45 000 ₽ в месяц")
    assert "Предлагаю" not in lev.screen
    await lev.taps("✅ Сохранить")
    lev.sees("Сохранено.", "Лесная, 4")
    await lev.forges(AddTenant(premises=flat).pack())
    await lev.writes("Вера +7 900 111-22-33")
    await lev.taps("✅ Сохранить")
    await lev.taps("📄 Новый договор")
    lev.sees("Новый договор", "С какого дня?")
