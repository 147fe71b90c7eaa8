"""IC4, IC5, OT3, IC16-IC18: every field of the profile is shown, changed by a tap and taken back."""

import pytest

from sandbox import Person
from tests.support.realtors import realtor
from tests.support.somebody import plainly
from tests.support.world import World


@pytest.fixture
async def me(world: World, irina: Person) -> Person:
    """Ирина looks at herself."""
    await world.does(irina.writes, "/me")
    return irina


async def test_profile_says_what_each_role_sees(world: World, me: Person) -> None:
    assert me.screen.text.startswith("Ирина Белова\n\nРоли: риэлтор\n🏠 риэлтор — ваши заявки и объекты")
    for line in ("Почта: нет", "Дата рождения: нет", "Страна: нет", "Язык: русский", "Валюта: российский рубль"):
        assert line in me.screen.text


async def test_own_name_replaces_telegrams_and_outlives_its_changes(world: World, me: Person) -> None:
    await world.does(me.taps, "✏️ Имя")
    for typed in ("1e5", "7", "Я" * 61, "\u200d"):
        await world.does(me.writes, typed)
        assert "Имя пишут буквами" in me.screen.text
    await world.does(me.writes, "Ирэн")
    await world.does(me.writes, "Адлер")
    assert me.screen.text.startswith("Сохранено.\n\nИрэн Адлер")
    me.user.first_name = "🌸"
    await world.does(me.writes, "/me")
    assert me.screen.text.startswith("Ирэн Адлер")
    await world.does(me.taps, "✏️ Имя")
    await world.does(me.writes, "Ирэн")
    await world.does(me.taps, "🗑 Убрать")
    assert me.screen.text.startswith("Сохранено.\n\nИрэн\n")
    await world.does(me.taps, "✏️ Имя")
    await world.does(me.taps, "Как в Telegram")
    assert me.screen.text.startswith("Сохранено.\n\n🌸 Белова")


async def test_birth_date_and_country_are_given_and_taken_back(world: World, me: Person) -> None:
    await world.does(me.taps, "🎂")
    await world.does(me.writes, "19.05.87")
    assert "Дата рождения: 19 мая 1987" in me.screen.text
    await world.does(me.taps, "🎂")
    await world.does(me.taps, "🗑 Убрать")
    assert "Дата рождения: нет" in me.screen.text
    await world.does(me.taps, "🌍")
    await world.does(me.writes, "Кргызстан")
    await world.does(me.taps, "🇰🇬")
    assert "Страна: 🇰🇬 Киргизия" in me.screen.text
    await world.does(me.taps, "🌍")
    await world.does(me.writes, "Japan")
    assert "Страна: 🇯🇵 Япония" in me.screen.text
    await world.does(me.taps, "🌍")
    await world.does(me.taps, "🗑 Убрать")
    assert "Страна: нет" in me.screen.text
    await world.does(me.taps, "🌍")
    await world.does(me.taps, "‹ Назад")
    assert "Страна: нет" in me.screen.text


async def test_a_country_brings_its_time_to_who_never_said_where_they_are(world: World, me: Person) -> None:
    assert "Часовой пояс: Москва" in me.screen.text
    await world.does(me.taps, "🌍")
    await world.does(me.writes, "США")
    assert "Где вы?" in me.screen.text
    await world.does(me.taps, "‹ Назад")
    await world.does(me.writes, "/me")
    assert "Страна: 🇺🇸" in me.screen.text
    assert "Часовой пояс: Москва" in me.screen.text
    await world.does(me.taps, "🕒")
    assert me.screen.buttons[0] == ["Нью-Йорк 07:00", "Чикаго 06:00"]
    await world.does(me.taps, "‹ Назад")
    await world.does(me.writes, "/me")
    await world.does(me.taps, "🌍")
    await world.does(me.writes, "Japan")
    assert me.screen.text.startswith("Сохранено. Время теперь по городу Токио.")
    assert "Часовой пояс: Токио, сейчас 21:00" in me.screen.text


async def test_any_currency_can_be_ones_own_and_a_price_without_a_rate_is_said_to_be_one(
    world: World, me: Person
) -> None:
    boris = await realtor(world, "Борис")
    lead = await boris.seeks()
    await world.does(me.taps, "💱")
    await world.does(me.taps, "›")
    await world.does(me.writes, "йена")
    await world.does(me.taps, "JPY")
    assert "Валюта: японская иена, ¥" in me.screen.text
    await world.does(me.writes, "Продаю 2-комнатную, 54 м², Москва, м. Арбатская, цена 50 000 000, комиссия 50%")
    await world.does(me.taps, "или JPY")
    assert "50 000 000 ¥" in plainly(me.screen)
    await world.does(me.taps, "✅")
    await boris.writes("/menu")
    await boris.forges(f"pf:{lead}")
    boris.sees("50 млн ¥", "нет курса")


async def test_language_without_words_is_said_to_be_one(world: World, me: Person) -> None:
    await world.does(me.taps, "🌐")
    assert me.screen.buttons[:2] == [["• 🌐 Русский", "🌐 English"], ["🔎 Другой язык"]]
    await world.does(me.taps, "🔎")
    for typed in ("эльфийский", "1e5", "<b>7</b>"):
        await world.does(me.writes, typed)
        assert "Не знаю языка" in me.screen.text
    await world.does(me.writes, "немецк")
    await world.does(me.taps, "🌐 Deutsch")
    assert "no words in this language yet (German)" in me.screen.text
    assert "Language: German, the words in English" in me.screen.text
    await world.does(me.writes, "/me")
    assert me.commands["me"] == "Who I am here"
    await world.does(me.writes, "/language")
    await world.does(me.taps, "🌐 Русский")
    assert me.screen.text.startswith("Настройки")


async def test_profile_is_in_the_exported_document_and_sealed_at_rest(world: World, me: Person) -> None:
    await world.does(me.taps, "🎂")
    await world.does(me.writes, "19.05.1987")
    await world.does(me.taps, "✏️ Имя")
    await world.does(me.writes, "Ирэн")
    await world.does(me.writes, "Адлер")
    await world.does(me.writes, "/privacy")
    await world.does(me.taps, "📦")
    content = me.screen.file
    assert content is not None
    for kept in ('"birth_date": "1987-05-19"', '"first_name": "Ирэн"', '"last_name": "Адлер"'):
        assert kept in content.decode()


async def test_a_birth_date_that_no_calendar_has_is_called_so(world: World, me: Person) -> None:
    await world.does(me.taps, "🎂")
    await world.does(me.writes, "31.02.1987")
    assert "Такого дня нет: 31.02.1987." in me.screen.text
