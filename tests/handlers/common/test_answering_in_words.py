"""Questions outside forms are answered in words, too: yes, no, or what stands on the button."""

import pytest

from sandbox import Person
from tests.support.estate import Manager, new_landlord, new_manager
from tests.support.rented import rented_in
from tests.support.world import World

QUESTION = "Убрать в архив?"


async def asked_about_archiving(world: World) -> Manager:
    """A landlord who is asked whether to put an object into the archive."""
    lev = await new_landlord(world)
    await lev.manages()
    await lev.writes("/objects")
    await lev.taps("🏠")
    await lev.taps("🗄")
    lev.sees(QUESTION)
    return lev


@pytest.mark.parametrize("word", ["да", "Да!", "yes", "ок", "В архив", "🗄 в архив"])
async def test_yes_in_words_does_what_its_button_does(world: World, word: str) -> None:
    lev = await asked_about_archiving(world)
    await lev.writes(word)
    lev.sees("В архиве", "↩️ Вернуть")


@pytest.mark.parametrize("word", ["нет", "Нет.", "no", "не надо", "оставить"])
async def test_no_in_words_leaves_all_as_it_was(world: World, word: str) -> None:
    lev = await asked_about_archiving(world)
    await lev.writes(word)
    lev.sees("○ Сейчас свободен", "🗄 В архив")


async def test_the_same_yes_twice_does_it_once(world: World) -> None:
    lev = await asked_about_archiving(world)

    def twice(person: Person) -> None:
        person.writes("да")
        person.writes("да")

    await world.does(twice, lev.person)
    assert sum("В архиве" in one for one in lev.heard) == 1, lev.heard
    lev.sees("Не понял вас")


async def test_a_yes_is_not_taken_for_a_question_that_something_was_shown_after(world: World) -> None:
    lev = await asked_about_archiving(world)
    await lev.writes("/menu")
    await lev.writes("да")
    lev.sees("Не понял вас")
    await lev.writes("/objects")
    lev.sees("Объекты · всего 1")


async def test_nor_for_one_that_is_old(world: World) -> None:
    lev = await asked_about_archiving(world)
    world.clock.advance(minutes=16)
    await lev.writes("да")
    lev.sees("Не понял вас")


async def test_with_news_in_between_the_button_is_asked_for(world: World) -> None:
    rented = await rented_in(world)
    maria = rented.manager
    await maria.writes("/people")
    await maria.taps("👤")
    await maria.taps("🗑")
    await rented.oleg.writes("/menu")
    await rented.oleg.taps("✍️ Написать")
    await rented.oleg.writes("Мне можно зайти завтра?")
    maria.sees("Мне можно зайти завтра?")
    await maria.writes("да")
    maria.sees("нажмите", "кнопку")
    assert not any("Убран" in one for one in maria.heard), maria.heard


async def test_what_cannot_be_undone_takes_the_button(world: World) -> None:
    lev = await new_landlord(world)
    await lev.writes("/privacy")
    await lev.taps("🗑")
    await lev.writes("да")
    lev.sees("нажмите", "кнопку")
    await lev.writes("/me")
    lev.sees("Лев")


async def test_how_much_of_an_event_goes_is_said_by_the_label(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages(name="Арбат")
    await lev.writes("12 декабря аренда 45000 Арбат каждый месяц")
    await lev.taps("✅ Сохранить")
    await lev.taps("✏️ Открыть")
    await lev.taps("🗑")
    await lev.writes("это и следующие")
    lev.sees("🗑 Удалено")


async def test_a_manager_removes_a_person_by_yes(world: World) -> None:
    maria = await new_manager(world)
    await maria.tenant("Олег", "Иванов")
    await maria.writes("/people")
    await maria.taps("👤")
    await maria.taps("🗑")
    await maria.writes("да")
    maria.sees("↩️")


async def test_no_to_what_is_shown_before_saving_leads_to_what_to_correct(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages(name="Арбат")
    await lev.writes("12 декабря аренда 45000 Арбат")
    lev.sees("✅ Сохранить")
    await lev.writes("нет")
    lev.sees("Что исправим?")


async def test_who_writes_where_a_file_is_asked_for_is_told_so(world: World) -> None:
    maria = await new_manager(world)
    await maria.manages((await maria.owner("Ольга")).party)
    await maria.writes("/objects")
    await maria.taps("🏠")
    await maria.taps("📎")
    await maria.taps("➕ Добавить")
    await maria.writes("вот договор")
    maria.sees("пришлите, пожалуйста, фото или файл")


@pytest.mark.parametrize(("word", "kind"), [("снимает", "арендатор"), ("хозяин", "собственник")])
async def test_who_a_client_is_is_said_by_what_they_do(world: World, word: str, kind: str) -> None:
    maria = await new_manager(world)
    await maria.writes("/add_client")
    await maria.writes(word)
    await maria.writes("Пётр Иванов, +7 900 000 00 99")
    maria.sees(f"Пётр Иванов, {kind}")
