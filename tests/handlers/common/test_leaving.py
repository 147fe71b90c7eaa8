"""Commands work in the middle of everything: they leave a form, say so, and offer to go on with it."""

import pytest

from sandbox import Person
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def filling(world: World, anna: Person) -> Person:
    """Анна is asked for her agency; her e-mail is given."""
    await world.does(anna.start)
    await world.does(anna.taps, "Я риэлтор")
    await world.does(anna.shares_contact)
    await world.does(anna.writes, "anna@example.com")
    return anna


COMMANDS = {
    "/start": "Рабочий стол",
    "/menu": "Рабочий стол",
    "/help": "Как это устроено",
    "/settings": "Настройки",
    "/language": "Язык",
    "/privacy": "Ваши данные",
    "/me": "Анна Петрова",
    "/notifications": "",
}


async def test_every_command_leaves_the_form_and_offers_it_back(world: World, filling: Person) -> None:
    for command, title in COMMANDS.items():
        await world.does(filling.writes, command)
        assert filling.screen.text.startswith(title)
        await world.does(filling.taps, "↩️ Продолжить")
        assert "шаг 2 из 2" in filling.screen.text
    await world.does(filling.writes, "Эталон")
    await world.does(filling.writes, "/me")
    assert "Почта: anna@example.com" in filling.screen.text
    assert "Агентство: Эталон" in filling.screen.text


async def test_command_takes_the_contact_keyboard_away(world: World, anna: Person) -> None:
    await world.does(anna.start)
    await world.does(anna.taps, "Я риэлтор")
    await world.does(anna.writes, "/help")
    assert anna.keyboard == []
    assert anna.screen.text.startswith("Как это работает")


async def test_nothing_to_cancel_is_said(world: World, irina: Person) -> None:
    await world.does(irina.writes, "/cancel")
    assert irina.screen.text == "Отменять нечего."
    assert irina.screen.buttons == [["☰ Меню"]]


async def test_single_question_is_cancelled_without_a_way_back(world: World, irina: Person) -> None:
    await world.does(irina.writes, "/settings")
    await world.does(irina.taps, "🕒")
    await world.does(irina.writes, "/cancel")
    assert irina.screen.text == "Отменено: Часовой пояс. Всё осталось как было."
    assert irina.screen.buttons == [["☰ Меню"]]


async def test_unknown_command_is_no_answer_to_a_question(world: World, filling: Person) -> None:
    await world.does(filling.writes, "/frobnicate")
    assert filling.screen.text == "Такой команды нет. Жду ответа на вопрос выше."
    await world.does(filling.writes, "Эталон")
    assert filling.screen.text.startswith("Готово, вы риэлтор.")


async def test_button_of_a_closed_form_says_so(world: World, filling: Person) -> None:
    question = filling.screen
    await world.does(filling.writes, "Эталон")
    await world.does(filling.taps, "Пропустить", question)
    assert filling.toasts[-1].text == "Эта форма уже закрыта. Всё сохранённое — в меню."


async def test_five_fast_taps_on_skip_finish_the_form_once(world: World, filling: Person) -> None:
    question = filling.screen
    for _ in range(5):
        filling.taps("Пропустить", question)
    await world.settle()
    assert filling.screen.text.startswith("Готово, вы риэлтор.")
    assert filling.spinning == []
