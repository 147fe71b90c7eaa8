"""IC3: anybody becomes an owner or a manager in a minute: the phone, one look at what is known, and the menu."""

import pytest

from sandbox import Person
from tests.support.somebody import Somebody, plainly
from tests.support.world import World

pytestmark = pytest.mark.one_database


KNOWN = {"🔑": "управляющий и арендаторы", "🧰": "собственники и арендаторы"}
DONE = {"🔑": "Готово, вы собственник.", "🧰": "Готово, вы управляющий."}
ROLES = {"🔑": "собственник", "🧰": "управляющий"}


@pytest.mark.parametrize("button", ["🔑", "🧰"])
async def test_phone_and_one_look_make_an_owner_or_a_manager(world: World, anna: Person, button: str) -> None:
    await world.does(anna.start)
    await world.does(anna.taps, button)
    assert KNOWN[button] in anna.screen.text
    await world.does(anna.writes, "+79001234567")
    assert "проверить нельзя" in anna.screen.text
    await world.does(anna.shares_contact)
    for known in ("Имя: Анна", "Фамилия: Петрова", "Страна: 🇷🇺 Россия, по номеру телефона", "Дата рождения: нет"):
        assert known in anna.screen.text
    look = anna.screen
    anna.taps("✅", look)
    anna.taps("✅", look)
    await world.settle()
    assert any(DONE[button] in plainly(shown) for shown in anna.heard)
    await world.does(anna.writes, "/me")
    assert f"Роли: {ROLES[button]}\n" in anna.screen.text
    assert "Страна: 🇷🇺 Россия" in anna.screen.text
    assert "Валюта: российский рубль" in anna.screen.text


async def test_phone_of_another_country_brings_its_money_and_time(world: World) -> None:
    aida = world.person("Аида", phone="+996700123456", language_code="ky")
    await world.does(aida.start)
    await world.does(aida.taps, "🔑")
    await world.does(aida.shares_contact)
    assert "Страна: 🇰🇬 Киргизия, по номеру телефона" in aida.screen.text
    assert "Валюта и время: киргизский сом, Бишкек" in aida.screen.text
    await world.does(aida.taps, "✅")
    await world.does(aida.writes, "/settings")
    assert "Часовой пояс: Бишкек" in aida.screen.text
    assert "Валюта: киргизский сом" in aida.screen.text


async def test_a_country_of_several_times_asks_which_is_ones_own(world: World) -> None:
    """The clock of the test is at noon of UTC."""
    john = world.person("Джон", phone="+12125550123")
    await world.does(john.start)
    await world.does(john.taps, "🔑")
    await world.does(john.shares_contact)
    for known in ("Страна: 🇺🇸", "Валюта: доллар США", "Часовой пояс: их там несколько, спрошу ваш"):
        assert known in john.screen.text
    await world.does(john.taps, "✅")
    assert "Где вы?" in john.screen.text
    assert john.screen.buttons[:2] == [["Нью-Йорк 07:00", "Чикаго 06:00"], ["Денвер 05:00", "Финикс 05:00"]]
    await world.does(john.taps, "Нью-Йорк")
    assert "Готово, вы собственник." in john.screen.text
    await world.does(john.writes, "/settings")
    assert "Часовой пояс: Нью-Йорк, сейчас 07:00" in john.screen.text
    assert "Валюта: доллар США" in john.screen.text


async def test_time_left_open_is_asked_again_and_the_country_of_the_phone_kept(world: World) -> None:
    john = world.person("Джон", phone="+12125550123")
    await world.does(john.start)
    await world.does(john.taps, "🔑")
    await world.does(john.shares_contact)
    await world.does(john.taps, "✅")
    assert "Где вы?" in john.screen.text
    await world.does(john.writes, "/menu")
    assert "Пока не скажете, считаю время по городу Москва" in john.screen.text
    await world.does(john.writes, "/me")
    assert "Страна: 🇺🇸" in john.screen.text
    await world.does(john.writes, "/start")
    assert "🕒 Где вы?" in john.screen.text
    await world.does(john.taps, "🕒 Часовой пояс")
    assert john.screen.buttons[0] == ["Нью-Йорк 07:00", "Чикаго 06:00"]
    await world.does(john.writes, "чикаго")
    assert "Часовой пояс: Чикаго" in john.screen.text
    await world.does(john.writes, "/menu")
    assert "Где вы?" not in john.screen.text


async def test_who_says_that_they_live_by_moscow_time_is_not_asked_again(world: World) -> None:
    john = world.person("Джон", phone="+12125550123")
    await world.does(john.start)
    await world.does(john.taps, "🔑")
    await world.does(john.shares_contact)
    await world.does(john.taps, "✅")
    await world.does(john.writes, "/menu")
    await world.does(john.taps, "🕒 Часовой пояс")
    await world.does(john.writes, "Москва")
    await world.does(john.writes, "/menu")
    assert "Где вы?" not in john.screen.text


@pytest.mark.parametrize(
    ("mistaken", "then", "meanwhile"),
    [
        ("Япония", None, "Токио"),
        ("Грузия", None, "Тбилиси"),
        ("Киргизия", None, "Бишкек"),
        ("США", "Нью-Йорк", "Нью-Йорк"),
        ("Австралия", "Сидней", "Сидней"),
    ],
)
async def test_time_goes_back_with_the_country(world: World, mistaken: str, then: str | None, meanwhile: str) -> None:
    oleg = world.person("Олег")
    await world.does(oleg.start)
    await world.does(oleg.taps, "🧰")
    await world.does(oleg.shares_contact)
    await world.does(oleg.taps, "✅")
    await world.does(oleg.writes, "/me")
    await world.does(oleg.taps, "🌍")
    await world.does(oleg.writes, mistaken)
    if then is not None:
        await world.does(oleg.taps, then)
    await world.does(oleg.writes, "/settings")
    assert f"Часовой пояс: {meanwhile}" in oleg.screen.text
    await world.does(oleg.writes, "/me")
    await world.does(oleg.taps, "🌍")
    await world.does(oleg.writes, "Россия")
    await world.does(oleg.writes, "/settings")
    assert "Часовой пояс: Москва" in oleg.screen.text


async def test_the_usual_time_of_a_large_country_is_said_and_another_is_chosen_or_typed(world: World) -> None:
    oleg = world.person("Олег")
    await world.does(oleg.start)
    await world.does(oleg.taps, "🧰")
    await world.does(oleg.shares_contact)
    assert "Часовой пояс: Москва, сейчас 15:00" in oleg.screen.text
    await world.does(oleg.taps, "✏️")
    await world.does(oleg.taps, "Часовой пояс")
    assert "Новосибирск 19:00" in str(oleg.screen)
    await world.does(oleg.writes, "Красноярск")
    assert "Часовой пояс: Красноярск, сейчас 19:00" in oleg.screen.text
    await world.does(oleg.taps, "✏️")
    await world.does(oleg.taps, "Страна")
    await world.does(oleg.writes, "Германия")
    assert "Валюта и время: евро, Берлин" in oleg.screen.text
    await world.does(oleg.taps, "✏️")
    await world.does(oleg.taps, "Страна")
    await world.does(oleg.writes, "Россия")
    await world.does(oleg.taps, "✏️")
    await world.does(oleg.taps, "Часовой пояс")
    await world.does(oleg.taps, "Новосибирск")
    await world.does(oleg.taps, "✅")
    await world.does(oleg.writes, "/settings")
    assert "Часовой пояс: Новосибирск, сейчас 19:00" in oleg.screen.text
    # who has said where they are is not asked again, and keeps it whatever the country
    await world.does(oleg.writes, "/me")
    await world.does(oleg.taps, "🌍")
    await world.does(oleg.writes, "Japan")
    assert "Часовой пояс: Новосибирск" in oleg.screen.text


async def test_what_is_wrong_is_corrected_before_it_is_saved(world: World, anna: Person) -> None:
    await world.does(anna.start)
    await world.does(anna.taps, "🔑")
    await world.does(anna.shares_contact)
    await world.does(anna.taps, "🎂")
    refused = {
        "31.02.1987": "Такого дня нет", "19 мая": "вместе с годом", "1e5": "вместе с годом", "-1": "вместе с годом",
        "01.01.2030": "ещё не наступил", "01.01.2020": "с 14 лет", "01.01.1800": "слишком давно",
    }  # fmt: skip
    for typed, why in refused.items():
        await world.does(anna.writes, typed)
        assert why in anna.screen.text
    await world.does(anna.sends_sticker)
    await world.does(anna.writes, "19 мая 1987")
    assert "Дата рождения: 19 мая 1987" in anna.screen.text
    await world.does(anna.taps, "✏️")
    await world.does(anna.taps, "Имя")
    for typed in ("1e5", "<b>7</b>", "···", "Я" * 99):
        await world.does(anna.writes, typed)
        assert "Имя пишут буквами" in anna.screen.text
    await world.does(anna.writes, "Анна <i>Мария</i>")
    assert "Имя: Анна <i>Мария</i>" in anna.screen.text
    await world.does(anna.taps, "✏️")
    await world.does(anna.taps, "Фамилия")
    await world.does(anna.taps, "🧹")
    await world.does(anna.taps, "✏️")
    await world.does(anna.taps, "Страна")
    assert "🇰🇬 Киргизия · +996 · 0700 123 456" in anna.screen.text
    first = anna.screen.buttons
    await world.does(anna.taps, "›")
    assert "2 из" in str(anna.screen)
    await world.does(anna.taps, "‹")
    assert anna.screen.buttons == first
    await world.does(anna.writes, "Атлантида")
    assert "Не знаю страны «Атлантида»" in anna.screen.text
    await world.does(anna.writes, "гвин")
    await world.does(anna.taps, "🇬🇼")
    assert "Страна: 🇬🇼 Гвинея-Бисау" in anna.screen.text
    await world.does(anna.taps, "✅")
    await world.does(anna.writes, "/me")
    assert anna.screen.text.startswith("Анна <i>Мария</i>\n")


async def test_leaving_half_way_leaves_an_owner_who_can_go_on(world: World, anna: Person) -> None:
    await world.does(anna.start)
    await world.does(anna.taps, "🔑")
    await world.does(anna.shares_contact)
    await world.does(anna.taps, "✉️")
    await world.does(anna.writes, "anna@example.com")
    await world.does(anna.writes, "/cancel")
    assert anna.screen.text == "Отменено: О вас. Ответы пока сохранил, можно продолжить."
    await world.does(anna.taps, "↩️")
    assert "Почта: anna@example.com" in anna.screen.text
    await world.does(anna.taps, "✅")
    await world.does(anna.writes, "/me")
    assert "Роли: собственник\n" in anna.screen.text
    assert "Почта: anna@example.com" in anna.screen.text


async def test_who_rents_learns_how_they_come_and_tells_the_landlord(world: World, anna: Person) -> None:
    await world.does(anna.start)
    await world.does(anna.taps, "🛋 Снимаю")
    assert "пришлёт вам ссылку" in anna.screen.text
    assert "⏰ Завтра, 22 ноября: аренда 46 000 ₽, Лесная, 4" in plainly(anna.screen)
    link = anna.taps("📨").url
    assert link is not None
    assert link.startswith("https://t.me/share/url?url=https://t.me/")
    await world.does(anna.writes, "/me")
    assert "Роли: пока нет" in anna.screen.text


async def test_second_role_needs_no_second_phone_and_a_tap_switches(world: World, anna: Person) -> None:
    await world.does(anna.start)
    await world.does(anna.taps, "🔑")
    await world.does(anna.shares_contact)
    await world.does(anna.taps, "✅")
    await world.does(anna.writes, "/me")
    await world.does(anna.taps, "➕ Ещё роль")
    assert anna.screen.buttons[:2] == [["🏠 Я риэлтор", "🛋 Снимаю"], ["🧰 Управляю чужими"]]
    await world.does(anna.taps, "🧰")
    assert anna.screen.text.startswith("Готово, вы управляющий.")
    await world.does(anna.writes, "/me")
    assert "Роли: управляющий, собственник\n" in anna.screen.text
    assert "🧰 управляющий — доверенные вам объекты" in anna.screen.text
    await world.does(anna.taps_data, "tkr:owner", anna.screen)
    assert anna.toasts[-1].text == "Вы уже собственник."
    await world.does(anna.writes, "/me")
    assert "Роли: собственник, управляющий\n" in anna.screen.text


async def test_role_that_others_give_cannot_be_taken_by_a_forged_button(world: World, anna: Person) -> None:
    somebody = Somebody(world, anna)
    await world.does(anna.start)
    for role in ("admin", "tenant", "storage_admin", "nobody"):
        await world.does(anna.taps_data, f"tkr:{role}", anna.screen)
        await world.does(anna.writes, "/me")
        assert "Роли: пока нет" in somebody.screen
