"""Whatever arrives gets one understandable answer: forged buttons, edits, stickers, blocked and unblocked chats."""

import pytest

from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from sandbox import Person
from tests.support.realtors import Realtor, realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database


FORGED = (
    "zzz",
    "menu:0:1",
    "menu:9",
    "sr:nobody",
    "sr:",
    "spk",
    "f:0",
    "op:-1",
    "op:99999999999999999999",
    "op:1_000",
    "ш" * 32,
    "x" * 64,
)


async def test_forged_button_is_answered_and_the_menu_shown(world: World, irina: Person) -> None:
    await world.does(irina.writes, "/me")
    mine = irina.screen
    for number, data in enumerate(FORGED, 1):
        await world.does(irina.taps_data, data, mine)
        assert irina.toasts[-1].text.startswith("Эта кнопка устарела")
        assert len(irina.toasts) == number
        assert irina.screen.text.startswith("Рабочий стол")
    assert irina.message_with("Ирина Белова")
    assert irina.spinning == []


async def test_press_without_a_message_is_answered(world: World, irina: Person) -> None:
    for data in ("zzz", "menu:0", "set", "me"):
        before = len(irina.heard)
        await world.does(irina.taps_data, data)
        assert len(irina.heard) == before + 1
    assert irina.spinning == []


async def test_role_that_one_does_not_have_cannot_be_switched_to(world: World, irina: Person) -> None:
    await world.does(irina.taps_data, "sr:admin", irina.screen)
    assert irina.toasts[-1].text == "Для этого нужна другая роль."
    await world.does(irina.writes, "/me")
    assert "Роли: риэлтор\n" in irina.screen.text


async def test_button_that_only_shows_something_does_nothing(world: World, irina: Person) -> None:
    before = [str(shown) for shown in irina.heard]
    await world.does(irina.taps_data, "-", irina.screen)
    assert [str(shown) for shown in irina.heard] == before
    assert irina.spinning == []


async def test_what_cannot_be_read_is_answered_with_help(world: World, irina: Person) -> None:
    for does, said in ((irina.sends_sticker, "🙂 По стикеру"), (irina.sends_voice, "🎤 Голосовые я не слушаю")):
        await world.does(does)
        assert irina.screen.text.startswith(said)
        assert irina.screen.buttons == [["❓ Как это работает", "☰ Меню"]]


async def test_edit_of_a_message_that_was_taken_gets_a_hint(world: World, irina: Person) -> None:
    said = await world.does(irina.writes, "продам что-нибудь")
    before = len(irina.heard)
    await world.does(irina.edits, said, "продам двушку")
    assert len(irina.heard) == before + 1
    assert "правка ничего не изменит" in irina.screen.text


async def test_edit_of_an_answer_gets_a_hint(world: World, irina: Person) -> None:
    await world.does(irina.writes, "/settings")
    await world.does(irina.taps, "🕒")
    said = await world.does(irina.writes, "Мсква-сити")
    await world.does(irina.edits, said, "Омск")
    assert irina.screen.text == "Ответ я уже прочитал, правка его не изменит. Просто пришлите его ещё раз."
    await world.does(irina.writes, "Омск")
    assert "Часовой пояс: Омск" in irina.screen.text


async def test_edit_of_a_command_is_ignored(world: World, irina: Person) -> None:
    said = await world.does(irina.writes, "/me")
    before = len(irina.heard)
    await world.does(irina.edits, said, "/menu")
    assert len(irina.heard) == before


async def is_told(world: World, one: Realtor, event: str) -> None:
    """Something happens that the realtor should hear of."""
    work, me = world.product.new_work(), await one.me()
    async with work.writing("test"):
        await tell(
            work, me.id, NotificationKind.COMPLETION_ASKED, {"match_id": 1, "lead_id": 1, "property_id": 1}, event
        )
        await work.commit(None)
    await world.settle()


async def test_blocking_stops_pushes_and_coming_back_resumes_them(world: World) -> None:
    boris = await realtor(world, "Борис")
    await world.does(boris.person.blocks_bot)
    assert (await boris.me()).blocked_at is not None
    tried = len(world.telegram.calls)
    await is_told(world, boris, "while blocked")
    assert not [call for call in world.telegram.calls[tried:] if call.method.lower() == "sendmessage"]
    await world.does(boris.person.unblocks_bot)
    assert (await boris.me()).blocked_at is None


async def test_last_of_three_quick_changes_counts(world: World) -> None:
    boris = await realtor(world, "Борис")
    boris.person.blocks_bot()
    boris.person.unblocks_bot()
    boris.person.blocks_bot()
    await world.settle()
    assert (await boris.me()).blocked_at is not None


async def test_stranger_who_blocks_the_bot_stays_a_stranger(world: World, anna: Person) -> None:
    await world.does(anna.blocks_bot)
    work = world.product.new_work()
    async with work.reading():
        assert await work.people.by_telegram(anna.id) is None
