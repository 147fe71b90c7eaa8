"""Who comes for the first time is asked what they came for; who is known gets their menu, never a welcome."""

import pytest

from sandbox import Person
from tests.support.world import World

pytestmark = pytest.mark.one_database


async def test_stranger_is_greeted_and_one_tap_from_the_first_useful_thing(world: World, anna: Person) -> None:
    await world.does(anna.start)
    assert anna.screen.text.startswith("Здравствуйте, Анна!")
    assert anna.screen.buttons == [
        ["🏠 Я риэлтор", "🔑 Сдаю недвижимость"],
        ["🛋 Снимаю", "🧰 Управляю чужими"],
        ["🌐 English", "❓ Как это работает"],
    ]


async def test_stranger_reads_the_other_language_after_one_tap(world: World, anna: Person) -> None:
    await world.does(anna.start)
    await world.does(anna.taps, "🌐 English")
    assert anna.screen.text.startswith("Hello, Анна!")
    assert anna.screen.buttons[0] == ["🏠 I am a realtor", "🔑 I let property"]
    assert anna.commands["cancel"] == "Leave what you are filling in"
    assert len(anna.heard) == 1


async def test_stranger_from_abroad_is_greeted_in_english(world: World) -> None:
    john = world.person("John", language_code="en-GB")
    await world.does(john.start)
    assert john.screen.text.startswith("Hello, John!")


async def test_known_person_gets_the_menu_of_the_role_in_front(world: World, irina: Person) -> None:
    await world.does(irina.writes, "/start")
    assert "Здравствуйте" not in irina.screen.text
    menu = irina.screen.text
    await world.does(irina.writes, "/menu")
    assert irina.screen.text == menu


async def test_link_with_a_guessed_payload_learns_nothing(world: World, anna: Person) -> None:
    for payload in ("garbage", "____", "a", "x" * 64):
        await world.does(anna.start, payload)
        assert anna.screen.text.startswith("Эта ссылка не работает или уже устарела.")
        assert anna.screen.buttons[0] == ["🏠 Я риэлтор", "🔑 Сдаю недвижимость"]


async def test_name_made_of_markup_is_shown_as_it_is(world: World) -> None:
    trickster = world.person('<a href="https://evil">Вася</a>')
    await world.does(trickster.start)
    assert trickster.screen.text.startswith('Здравствуйте, <a href="https://evil">Вася</a>!')


async def test_name_that_shows_nothing_does_not_break_the_greeting(world: World) -> None:
    nobody = world.person("\u200b\u202e")
    await world.does(nobody.start)
    assert nobody.screen.text.startswith("Здравствуйте, …!")


async def test_bot_keeps_silent_in_a_group(world: World, anna: Person) -> None:
    group = world.telegram.group("Риэлторы", anna)
    await world.does(anna.writes, "/start", chat=group)
    assert world.telegram.calls_of("sendMessage") == []


async def test_ordinary_words_of_a_stranger_bring_the_greeting(world: World, anna: Person) -> None:
    await world.does(anna.writes, "привет, что ты умеешь?")
    assert anna.screen.text.startswith("Здравствуйте, Анна!")
    await world.does(anna.sends_sticker)
    assert anna.screen.buttons[0] == ["🏠 Я риэлтор", "🔑 Сдаю недвижимость"]
