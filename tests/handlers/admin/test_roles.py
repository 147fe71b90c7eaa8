"""A platform admin gives and takes roles; to anybody else the commands do not exist."""

import pytest

from sandbox import Person
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def olga(world: World) -> Person:
    """Ольга is named in the settings as an admin."""
    olga = world.person("Ольга", user_id=777)
    await world.does(olga.start)
    return olga


@pytest.fixture
async def anna(world: World) -> Person:
    anna = world.person("Анна", last_name="Петрова", username="Anna")
    await world.does(anna.start)
    return anna


async def test_role_given_in_one_line_reaches_the_person(world: World, olga: Person, anna: Person) -> None:
    for line in ("@anna realtor", "REALTOR t.me/Anna", f"{anna.id} риэлтор"):
        await world.does(olga.writes, f"/grant {line}")
        assert olga.screen.text == "Анна Петрова: роль «риэлтор» выдана, сообщение отправлено."
        await world.does(olga.writes, f"/revoke {line}")
        assert olga.screen.text == "Анна Петрова: роли «риэлтор» больше нет, сообщение отправлено."
    assert [shown.text.split("\n")[0] for shown in anna.heard[1:3]] == [
        "У вас новая роль: риэлтор",
        "Роли больше нет: риэлтор",
    ]


async def test_news_of_a_role_stays_in_the_chat_when_its_menu_is_opened(
    world: World, olga: Person, anna: Person
) -> None:
    await world.does(olga.writes, "/grant @anna realtor")
    await world.does(anna.taps, "☰ Меню")
    assert anna.screen.text.startswith("Рабочий стол")
    assert anna.message_with("У вас новая роль")


async def test_role_is_asked_step_by_step_when_nothing_is_said(world: World, olga: Person, anna: Person) -> None:
    await world.does(olga.writes, "/grant")
    await world.does(olga.taps, "Риэлтор")
    await world.does(olga.writes, "@nobody")
    assert "@nobody ещё не писал боту" in olga.screen.text
    await world.does(olga.writes, "@anna")
    assert "роль «риэлтор» выдана" in olga.screen.text


async def test_nobody_is_named_by_nonsense(world: World, olga: Person) -> None:
    await world.does(olga.writes, "/grant")
    await world.does(olga.taps, "Риэлтор")
    for typed in ("1e5", "-1", "<b>", "а" * 4096, "99999999999999999999", "\u200d"):
        await world.does(olga.writes, typed)
        assert "шаг 2 из 2" in olga.screen.text


async def test_role_without_conversations_cannot_be_given(world: World, olga: Person, anna: Person) -> None:
    for role in ("seller", "admin"):
        await world.does(olga.writes, f"/grant @anna {role}")
        assert "Такой роли здесь пока нет." in olga.screen.text
    await world.does(anna.writes, "/me")
    assert "Роли: пока нет" in anna.screen.text


async def test_role_that_nobody_has_heard_of_is_refused_with_those_there_are(world: World, olga: Person) -> None:
    await world.does(olga.writes, "/grant wizard")
    assert olga.screen.text == "Роли «wizard» нет. Есть: риэлтор, собственник, арендатор, управляющий."


async def test_role_taken_away_is_refused_from_the_next_tap_on(world: World, olga: Person, anna: Person) -> None:
    await world.does(olga.writes, "/grant @anna realtor")
    await world.does(anna.writes, "/menu")
    menu = anna.screen
    await world.does(olga.writes, "/revoke @anna realtor")
    assert anna.screen.text.startswith("Роли больше нет: риэлтор")
    await world.does(anna.taps, "Мои объекты", menu)
    assert anna.toasts[-1].text == "Для этого нужна другая роль."
    await world.does(olga.writes, "/revoke @anna realtor")
    assert olga.screen.text == "Анна Петрова: такой роли и не было."


async def test_role_given_twice_is_said_to_be_there(world: World, olga: Person, anna: Person) -> None:
    await world.does(olga.writes, "/grant @anna realtor")
    heard = len(anna.heard)
    await world.does(olga.writes, "/grant @anna realtor")
    assert olga.screen.text == "Анна Петрова: эта роль уже есть."
    assert len(anna.heard) == heard


async def test_commands_of_admins_do_not_exist_for_others(world: World, anna: Person) -> None:
    await world.does(anna.writes, "/nosuchcommand")
    neutral = anna.screen.text
    for command in ("/grant @anna realtor", "/revoke @anna realtor", "/status", "/redrive"):
        await world.does(anna.writes, command)
        assert anna.screen.text == neutral


async def test_buttons_of_admins_do_nothing_for_others(world: World, anna: Person) -> None:
    for number, data in enumerate(("agr", "atr", "ast", "ard"), 1):
        await world.does(anna.taps_data, data, anna.screen)
        assert len(anna.toasts) == number
        assert anna.toasts[-1].text.startswith("Эта кнопка устарела")


async def test_admin_switches_between_roles_by_one_tap(world: World, olga: Person) -> None:
    await world.does(olga.writes, "/grant 777 realtor")
    await world.does(olga.writes, "/me")
    assert "Роли: риэлтор, администратор" in olga.screen.text
    await world.does(olga.taps, "🛠 Управление")
    assert olga.screen.text.startswith("Управление")
    assert next(iter(olga.commands)) == "status"
    await world.does(olga.writes, "/me")
    assert "Роли: администратор, риэлтор" in olga.screen.text


async def test_username_that_has_moved_names_its_present_owner(world: World, olga: Person, anna: Person) -> None:
    anna.user.username = "anna_old"
    boris = world.person("Борис", username="anna")
    await world.does(boris.start)
    await world.does(olga.writes, "/grant @anna realtor")
    assert olga.screen.text.startswith("Борис")


async def test_admin_finds_the_commands_in_the_menu(world: World, olga: Person, anna: Person) -> None:
    assert {"status", "grant", "revoke", "redrive"} <= set(olga.commands)
    assert "grant" not in anna.commands
