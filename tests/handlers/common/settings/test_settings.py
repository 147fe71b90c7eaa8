"""Each setting is changed by a tap or by typing it the way people do, and the screen shows what is set now."""

import pytest

from sandbox import Person
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def setting(world: World, irina: Person) -> Person:
    """Ирина has opened the settings."""
    await world.does(irina.writes, "/settings")
    return irina


TYPED_CITIES = {
    "Бишкек": "Бишкек, сейчас 18:00",
    "питер": "Москва, сейчас 15:00",
    "new york": "Нью-Йорк, сейчас 07:00",
    "Ташкнет": "Ташкент, сейчас 17:00",
    "Asia/Tokyo": "Токио, сейчас 21:00",
}


async def test_time_zone_is_found_by_a_typed_city(world: World, setting: Person) -> None:
    for typed, zone in TYPED_CITIES.items():
        await world.does(setting.taps, "🕒")
        await world.does(setting.writes, typed)
        assert f"Часовой пояс: {zone}" in setting.screen.text


async def test_offset_is_asked_back_as_cities(world: World, setting: Person) -> None:
    await world.does(setting.taps, "🕒")
    await world.does(setting.writes, "МСК+2")
    assert ["Екатеринбург 17:00", "Алматы 17:00"] in setting.screen.buttons
    await world.does(setting.taps, "Алматы")
    assert "Часовой пояс: Алматы" in setting.screen.text


async def test_nonsense_instead_of_a_city_is_refused_with_an_example(world: World, setting: Person) -> None:
    for button, example in (("🕒", "МСК+2, UTC+5."), ("🏙", "например: Казань.")):
        await world.does(setting.writes, "/settings")
        await world.does(setting.taps, button)
        for typed in ("1e5", "-1", "<b>", "\u200d", "9999999999"):
            await world.does(setting.writes, typed)
            assert example in setting.screen.text
        await world.does(setting.writes, "ы" * 4096)
        assert "Слишком длинно" in setting.screen.text


async def test_sticker_instead_of_an_answer_repeats_the_question(world: World, setting: Person) -> None:
    await world.does(setting.taps, "🕒")
    await world.does(setting.sends_sticker)
    assert "🙂 По стикеру я не пойму, что нужно." in setting.screen.text
    await world.does(setting.taps, "Омск")
    assert "Часовой пояс: Омск" in setting.screen.text


async def test_back_returns_to_the_settings_without_a_change(world: World, setting: Person) -> None:
    await world.does(setting.taps, "🕒")
    await world.does(setting.taps, "‹ Назад")
    assert "Часовой пояс: Москва" in setting.screen.text
    await world.does(setting.writes, "просто слова")
    assert "Часовой пояс" not in setting.screen.text


async def test_currency_is_chosen_by_a_tap(world: World, setting: Person) -> None:
    await world.does(setting.taps, "💱")
    await world.does(setting.taps, "KGS")
    assert "Валюта: киргизский сом\n" in setting.screen.text


async def test_currency_that_does_not_exist_is_refused(world: World, setting: Person) -> None:
    await world.does(setting.taps, "💱")
    for typed in ("XXX", "DEM", "1e5", "-1", "<b>7</b>", "\u200d"):
        await world.does(setting.writes, typed)
        assert "Напишите название, знак или страну" in setting.screen.text


async def test_home_city_is_chosen_typed_and_taken_back(world: World, setting: Person) -> None:
    await world.does(setting.taps, "🏙")
    await world.does(setting.writes, "екб")
    assert "Мой город: Екатеринбург" in setting.screen.text
    await world.does(setting.taps, "🏙")
    await world.does(setting.taps, "Без города")
    assert "Мой город: не выбран" in setting.screen.text


async def test_pace_mark_moves_and_the_digest_hour_appears(world: World, setting: Person) -> None:
    await world.does(setting.taps, "🔔")
    await world.does(setting.taps, "Раз в день")
    assert setting.screen.buttons[:2] == [["Сразу", "Раз в час"], ["• Раз в день", "Не присылать"]]
    await world.does(setting.taps, "🕘")
    await world.does(setting.writes, "в 9 вечера")
    assert "раз в день в 21:00" in setting.screen.text


async def test_hour_that_does_not_exist_is_refused(world: World, setting: Person) -> None:
    await world.does(setting.taps_data, "dgh", setting.screen)
    for typed in ("25", "-1", "1e5", "девять", "9:30", "99999999999"):
        await world.does(setting.writes, typed)
        assert "Напишите целый час от 0 до 23" in setting.screen.text


async def test_quiet_hours_are_read_as_people_write_them(world: World, setting: Person) -> None:
    await world.does(setting.taps, "🔔")
    for typed, hours in {"22-7": "22:00–07:00", "с 23:30 до 7": "23:30–07:00", "0:15 – 6.45": "00:15–06:45"}.items():
        await world.does(setting.taps, "🌙")
        await world.does(setting.writes, typed)
        assert f"Тихие часы: {hours}" in setting.screen.text


async def test_hours_that_cannot_be_are_refused_with_an_example(world: World, setting: Person) -> None:
    await world.does(setting.taps, "🌙")
    for typed in ("22-22", "25-8", "ночью", "22-8-9", "-1", "22:99-8"):
        await world.does(setting.writes, typed)
        assert "Напишите, с какого часа до какого: 22-8 или 23:30-7:15." in setting.screen.text
    await world.does(setting.taps, "Без тихих часов")
    assert "Тихие часы: нет" in setting.screen.text


async def test_language_changes_everything_at_once(world: World, setting: Person) -> None:
    await world.does(setting.writes, "/language")
    await world.does(setting.taps, "🌐 English")
    assert setting.screen.text.startswith("Settings")
    assert setting.toasts[-1].text == "From now on in English."
    assert setting.commands["me"] == "Who I am here"
    await world.does(setting.writes, "/language")
    await world.does(setting.taps, "🌐 Русский")
    assert setting.screen.text.startswith("Настройки")


async def test_profile_is_corrected_and_taken_back(world: World, irina: Person) -> None:
    await world.does(irina.writes, "/me")
    await world.does(irina.taps, "✉️")
    await world.does(irina.writes, "irina@example.com")
    assert "Почта: irina@example.com" in irina.screen.text
    await world.does(irina.taps, "🏢")
    await world.does(irina.taps, "🗑 Убрать")
    assert "Агентство: нет" in irina.screen.text


async def test_phone_is_changed_only_by_the_button(world: World, irina: Person) -> None:
    await world.does(irina.writes, "/me")
    await world.does(irina.taps, "📱")
    await world.does(irina.writes, "+79005550055")
    assert "проверить нельзя" in irina.screen.text
    irina.user.phone = "+79005550055"
    await world.does(irina.shares_contact)
    assert "Телефон: +7 900 •••-••-55, подтверждён" in irina.screen.text
    assert irina.keyboard == []
