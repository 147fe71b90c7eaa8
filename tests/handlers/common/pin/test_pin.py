"""OT1, OT2, OT20: who sets a PIN is asked for it before anything personal is shown, and then goes on."""

import pytest

from domain.files.keep_photo import keep_photo
from domain.people.person import Role
from domain.people.pin import code
from sandbox import Person
from sandbox.images import picture
from tests.support.realtors import Realtor, realtor
from tests.support.somebody import Somebody
from tests.support.world import World

PIN, OTHER = "4715", "903528"
KEYPAD = [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["⌫", "0", "✅"]]


async def enters(world: World, person: Person, pin: str) -> None:
    """Presses the keys and OK."""
    for digit in pin:
        await world.does(person.taps, digit)
    await world.does(person.taps, "✅")


async def sets_pin(world: World, person: Person, pin: str = PIN) -> None:
    await world.does(person.writes, "/settings")
    await world.does(person.taps, "🔐 PIN-код")
    await world.does(person.taps, "🔐 Придумать PIN")
    await enters(world, person, pin)
    await enters(world, person, pin)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hash that takes no time."""
    monkeypatch.setattr(code, "COST", 2**4)


@pytest.fixture
async def irina(world: World) -> Realtor:
    """A realtor with a property, who has set a PIN."""
    irina = await realtor(world, "Ирина", "Белова")
    await irina.offers()
    await sets_pin(world, irina.person)
    assert irina.person.screen.text.startswith("PIN-код включён.")
    return irina


async def test_after_idle_minutes_the_pin_is_asked_and_what_was_asked_for_goes_on(world: World, irina: Realtor) -> None:
    person = irina.person
    await world.does(person.writes, "/menu")
    menu = person.screen
    await irina.taps("Мои объекты")
    irina.sees("Арбат")
    await world.later(minutes=14)
    await irina.taps("☰")
    assert "1 объект" in person.screen.text, "what one does keeps the lock open"
    await world.later(minutes=16)
    await irina.taps("Мои объекты")
    assert person.screen.id == menu.id, "the keypad stands in the living message"
    assert person.screen.buttons == [*KEYPAD, ["❓ Не помню PIN", "✖️ Отмена"]]
    assert "Арбат" not in irina.screen
    await world.does(person.taps, "7")
    await world.does(person.taps, "4")
    assert "● ● ○ ○" in person.screen.text
    await world.does(person.taps, "⌫")
    await world.does(person.taps, "⌫")
    await enters(world, person, PIN)
    assert person.screen.id == menu.id
    irina.sees("Арбат")
    await irina.taps("‹")
    assert "🔐" not in person.screen.text, "it stays open"


async def test_typed_pin_is_taken_and_leaves_the_chat(world: World, irina: Realtor) -> None:
    person = irina.person
    await world.does(person.writes, "/lock")
    assert person.screen.text.startswith("🔐 Заперто")
    await world.does(person.writes, "/me")
    await world.does(person.writes, "0000")
    assert "Осталось 4 попытки" in person.screen.text
    await world.does(person.writes, PIN)
    assert person.screen.text.startswith("Ирина Белова")
    said = [shown.text for shown in person.messages]
    assert "0000" not in said
    assert PIN not in said
    assert not any("Введите PIN-код" in text for text in said), "the keypad is put away"


async def test_menu_and_help_stay_open_and_the_menu_tells_nothing(world: World, irina: Realtor) -> None:
    person = irina.person
    await world.does(person.writes, "/lock")
    await world.does(person.taps, "☰")
    assert "1 объект" not in person.screen.text
    assert "🔐 Заперто" in person.screen.text
    assert ["Мои объекты", "Мои заявки"] in person.screen.buttons
    for command, opened in {
        "/settings": "Настройки",
        "/help": "Как",
        "/language": "Язык",
        "/privacy": "Ваши данные",
    }.items():
        await world.does(person.writes, command)
        assert person.screen.text.startswith(opened)
    await world.does(person.writes, "/privacy")
    await world.does(person.taps, "📦")
    assert "Введите PIN-код" in person.screen.text, "one's data is given to nobody else"
    await world.does(person.taps, "✖️")
    assert person.screen.text.startswith("Ваши данные"), "what stood there comes back"
    assert person.toasts[-1].text == "Осталось закрытым."
    await world.does(person.writes, "/cancel")
    assert person.screen.text == "Отменять нечего."


async def test_half_filled_form_and_a_listing_wait_for_the_pin(world: World, irina: Realtor) -> None:
    person = irina.person
    await world.does(person.writes, "/me")
    await world.does(person.taps, "✉️")
    await world.later(minutes=30)
    await world.does(person.writes, "irina@example.com")
    assert "Введите PIN-код" in person.screen.text
    await enters(world, person, PIN)
    assert "Почта: irina@example.com" in person.screen.text
    await world.later(minutes=30)
    await world.does(person.writes, "Продаю 2-комнатную, 54 м², Москва, м. Арбатская, 18,5 млн")
    await enters(world, person, PIN)
    assert "Понял из текста" in person.screen.text
    assert "Введите" not in person.screen.text


async def test_photo_of_a_card_stays_while_the_pin_is_asked_and_an_album_waits_for_it(
    world: World, irina: Realtor
) -> None:
    person = irina.person
    name, size, sha256 = await world.product.store.keep_photo(picture())
    photo = await keep_photo(world.product.new_work(), await irina.me(), name, size, sha256)
    await irina.offers(photos=(photo,), street="Лесная")
    await world.does(person.writes, "/properties")
    await irina.taps("1")
    card = person.screen
    assert card.kind == "photo"
    await world.does(person.writes, "/lock")
    await world.does(person.taps, "✏️", card)
    assert "Введите PIN-код" in person.screen.text
    assert person.message_with("Лесная").kind == "photo"
    await enters(world, person, PIN)
    assert not any("Введите PIN-код" in text for text in irina.heard)
    assert person.screen.text.startswith("Что изменим?")
    await world.does(person.writes, "/lock")
    await world.does(person.sends_album, [picture(), picture(300, 300)], "Сдаю студию 30 м², Казань, 35 000 в месяц")
    await enters(world, person, PIN)
    assert "Казань" in irina.screen


async def test_push_says_what_happened_and_opens_after_the_pin(world: World, irina: Realtor) -> None:
    boris = await realtor(world, "Борис")
    lead = await boris.seeks()
    await boris.writes("/menu")
    await world.does(irina.person.writes, "/lock")
    await boris.forges(f"pf:{lead}")
    await boris.taps("👍")
    await boris.taps("50")
    push = irina.person.screen
    assert "🤝" in push.text
    await world.does(irina.person.taps, "✅", push)
    assert "Введите PIN-код" in irina.person.message_with("PIN-код").text
    await world.does(irina.person.writes, PIN)
    await world.later(seconds=10)
    assert any("Договорились" in text for text in irina.heard)


async def test_five_wrong_pins_lock_for_a_quarter_of_an_hour(world: World, irina: Realtor) -> None:
    person = irina.person
    await world.does(person.writes, "/lock")
    await world.does(person.writes, "/me")
    for _ in range(5):
        await enters(world, person, OTHER)
    assert "Попробовать снова можно после 21 ноября, 15:15." in person.screen.text
    await world.does(person.writes, PIN)
    assert "15:15" in person.screen.text, "even the right one has to wait"
    await world.does(person.writes, "/me")
    assert "15:15" in person.screen.text
    await world.later(minutes=15)
    await world.does(person.writes, "/me")
    await enters(world, person, OTHER)
    assert "Осталось 4 попытки" in person.screen.text
    await enters(world, person, PIN)
    assert person.screen.text.startswith("Ирина Белова")


async def test_change_and_removal_ask_the_present_one_first(world: World, irina: Realtor) -> None:
    person = irina.person
    await world.does(person.taps, "✏️ Сменить")
    assert "нынешний" in person.screen.text
    await enters(world, person, OTHER)
    assert "Осталось 4 попытки" in person.screen.text
    await enters(world, person, PIN)
    for plain, why in {"1111": "пробуют первым", "1234": "пробуют первым", "1987": "Год", "12": "от 4 до 6"}.items():
        await enters(world, person, plain)
        assert why in person.screen.text
    await world.does(person.writes, OTHER)
    await enters(world, person, PIN)
    assert "Не совпало" in person.screen.text
    await enters(world, person, OTHER)
    await world.does(person.sends_sticker)
    assert "от 4 до 6" in person.screen.text
    await enters(world, person, OTHER)
    assert person.screen.text.startswith("PIN-код включён.")
    assert not any(OTHER in shown.text for shown in person.messages)
    await world.does(person.taps, "5 минут")
    await world.later(minutes=6)
    await world.does(person.taps, "🗑 Убрать")
    await enters(world, person, OTHER)
    assert "нынешний" in person.screen.text, "opened; and to remove it, asked once more"
    await enters(world, person, OTHER)
    assert person.screen.text.startswith("PIN-код убран")
    await world.does(person.writes, "/lock")
    assert person.screen.buttons[0] == ["🔐 Придумать PIN"]
    await world.later(hours=2)
    await world.does(person.writes, "/me")
    assert person.screen.text.startswith("Ирина Белова")


async def test_forgotten_pin_ends_a_day_after_the_contact_was_shared_unless_it_is_stopped(
    world: World, irina: Realtor
) -> None:
    person = irina.person
    await world.does(person.writes, "/lock")
    await world.does(person.writes, "/me")
    await world.does(person.taps, "❓ Не помню PIN")
    await world.does(person.taps, "📱")
    stranger = world.person("Чужой")
    await world.does(person.sends_contact_of, stranger)
    assert "чужой контакт" in person.screen.text
    await world.does(person.shares_contact)
    warning = person.screen
    assert "Он снимется 22 ноября, 15:00" in warning.text
    await world.does(person.taps, "🛑")
    assert person.screen.text.startswith("Сброс остановлен")
    await world.later(hours=25)
    await world.does(person.writes, "/me")
    assert "Введите PIN-код" in person.screen.text
    await world.does(person.taps, "❓ Не помню PIN")
    await world.does(person.taps, "📱")
    await world.does(person.shares_contact)
    await world.later(hours=23)
    await world.does(person.writes, "/me")
    assert "Введите PIN-код" in person.screen.text
    await world.later(hours=1)
    assert person.message_with("🔐 PIN-код снят")
    await world.does(person.writes, "/me")
    assert person.screen.text.startswith("Ирина Белова")
    await world.does(person.taps_data, "pkz", warning)
    assert person.message_with("Останавливать уже нечего")


async def test_right_pin_ends_a_reset(world: World, irina: Realtor) -> None:
    person = irina.person
    await world.does(person.writes, "/lock")
    await world.does(person.writes, "/me")
    await world.does(person.taps, "❓ Не помню PIN")
    await world.does(person.taps, "📱")
    await world.does(person.shares_contact)
    await world.does(person.writes, "/me")
    await enters(world, person, PIN)
    await world.later(hours=25)
    assert not any("PIN-код снят" in text for text in irina.heard)
    await world.does(person.writes, "/me")
    assert "Введите PIN-код" in person.screen.text


async def test_who_has_no_phone_here_is_asked_to_confirm_it_first(world: World) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    await world.does(anna.writes, "/settings")
    await world.does(anna.taps, "🔐")
    assert "Сначала подтвердите телефон" in anna.screen.text
    assert anna.screen.buttons[0] == ["📱 Телефон"]
    await world.does(anna.taps_data, "pks", anna.screen)
    await enters(world, anna, PIN)
    assert "Сначала подтвердите телефон" in anna.screen.text


async def test_old_keypads_and_foreign_keys_never_raise(world: World, irina: Realtor) -> None:
    person = irina.person
    await world.does(person.writes, "/lock")
    await world.does(person.writes, "/me")
    keypad = person.screen
    await enters(world, person, PIN)
    for data in ("pk:1", "pk:ok", "pkc", "pkf", "pkx", "pkz", "pk:x", "pki:7"):
        await world.does(person.taps_data, data, person.screen)
        await world.does(person.writes, "/menu")
    assert keypad.message.is_deleted
    assert world.telegram.calls_of("sendMessage")
    await world.does(person.writes, "/me")
    assert person.screen.text.startswith("Ирина Белова")


async def test_lock_and_its_pin_go_with_the_person(world: World, irina: Realtor) -> None:
    person = irina.person
    me = await irina.me()
    await world.does(person.writes, "/privacy")
    await world.does(person.taps, "🗑 Стереть всё")
    await world.does(person.taps, "🗑 Стереть всё")
    work = world.product.new_work()
    async with work.reading():
        assert await work.pins.of(me.id) is None
    await world.does(person.start)
    assert person.screen.text.startswith("Здравствуйте, Ирина!")


async def test_owner_with_a_pin_is_asked_too(world: World) -> None:
    lev = Somebody(world, world.person("Лев"))
    await world.does(lev.person.start)
    await lev.becomes(Role.OWNER)
    await sets_pin(world, lev.person)
    await lev.writes("/lock")
    await lev.writes("/notifications")
    lev.sees("Введите PIN-код")
