"""Nothing that arrives is lost or done twice: strange updates, failing handlers, other chats, albums, quick fingers."""

import asyncio

import pytest
from aiogram.exceptions import TelegramServerError
from aiogram.methods import GetMe

from bot.chat import Chat
from tests.support.world import World

POISON = {"message": {"message_id": 1, "date": "yesterday", "chat": {"id": 9, "type": "private"}}}


async def test_one_unreadable_update_does_not_hold_up_the_others(world: World) -> None:
    anna, boris = world.person("Анна"), world.person("Борис")
    admin = world.person("Ольга", user_id=777)
    await world.does(admin.start)
    anna.start()
    poison = world.telegram.updates.inject(POISON)
    boris.start()
    await world.settle()
    assert anna.heard
    assert boris.heard
    assert await world.product.inbox.quarantined() == 1
    assert str(poison["update_id"]) in admin.screen.text


async def test_a_failure_that_passes_is_not_noticed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = world.person("Анна")
    failures = iter([OSError("the database is away"), OSError("still away")])
    show = Chat.show

    async def shaky(chat: Chat, *args: object, **kwargs: object) -> None:
        failure = next(failures, None)
        if failure is not None:
            raise failure
        await show(chat, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Chat, "show", shaky)
    await world.does(anna.start)
    assert len(anna.heard) == 1
    assert await world.product.inbox.quarantined() == 0


async def test_a_failure_that_stays_is_apologised_for_once_with_a_code(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    before = len(anna.heard)

    async def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(Chat, "show", broken)
        await world.does(anna.writes, "/menu")
    assert len(anna.heard) == before + 1
    assert await world.product.inbox.quarantined() == 1
    assert "a bug" not in anna.screen.text
    await world.does(anna.writes, "/menu")
    assert len(anna.heard) == before + 2


async def test_an_update_that_comes_twice_is_answered_once(world: World) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    heard = len(anna.heard)
    anna.writes("/menu")
    world.telegram.updates.repeat()
    await world.settle()
    assert len(anna.heard) == heard + 1


async def test_a_chat_is_answered_in_the_order_it_was_written(world: World) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    for _ in range(3):
        anna.writes("/menu")
    await world.settle()
    ids = [message.id for message in anna.messages]
    assert ids == sorted(ids)
    assert len(anna.heard) == 4


async def test_an_update_that_kills_the_process_is_set_aside_after_five_starts(world: World) -> None:
    anna = world.person("Анна")
    anna.start()
    await world.fetch()
    inbox = world.product.inbox
    for _ in range(5):
        lane = (await inbox.waiting_lanes(1))[0].lane
        assert await inbox.claim(lane) is not None
        await inbox.take_over(await inbox.holders())  # what a restart after kill -9 does
    await world.settle()
    assert await inbox.quarantined() == 1
    assert await inbox.oldest_waiting() is None


async def test_what_was_in_hand_when_the_process_died_is_tried_again_with_nothing_new_beside_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, boris = world.person("Анна"), world.person("Борис")
    inbox = world.product.inbox
    boris.start()
    await world.fetch()
    assert await inbox.claim((await inbox.waiting_lanes(1))[0].lane) is not None
    anna.start()
    await world.fetch()
    await inbox.take_over(await inbox.holders())
    begun_and_ended = []
    stop = asyncio.Event()
    show = Chat.show

    async def noted(chat: Chat, *args: object, **kwargs: object) -> None:
        begun_and_ended.append(chat.id)
        await asyncio.sleep(0.02)
        await show(chat, *args, **kwargs)  # type: ignore[arg-type]
        begun_and_ended.append(chat.id)
        if len(begun_and_ended) == 4:
            stop.set()

    monkeypatch.setattr(Chat, "show", noted)
    await asyncio.wait_for(world.product.inbox_worker.run(asyncio.Event(), stop), 10)
    assert begun_and_ended == [boris.id] * 2 + [anna.id] * 2


@pytest.mark.parametrize("failures", [1, 3, 4, 6, 12])
@pytest.mark.parametrize("trouble", ["server_error", "no_answer", "too_many_requests"])
async def test_telegrams_own_failures_never_count_against_what_was_written(
    world: World, failures: int, trouble: str
) -> None:
    anna, admin = world.person("Анна"), world.person("Ольга", user_id=777)
    await world.does(admin.start)
    await world.does(anna.start)
    heard, told = len(anna.heard), len(admin.heard)
    asks = {"retry_after": 60} if trouble == "too_many_requests" else {}
    getattr(world.telegram.trouble, trouble)("sendMessage", times=failures, **asks)
    anna.writes("/language")
    anna.writes("/help")
    await world.settle()
    answers = [message.text for message in anna.heard[heard:]]
    assert len(answers) == 2
    assert "/menu" in answers[1]
    assert len(admin.heard) == told
    assert await world.product.inbox.quarantined() == 0


async def test_a_failure_of_ours_is_set_aside_though_telegram_failed_before_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    failures = iter([TelegramServerError(GetMe(), "Bad Gateway")] * 4 + [RuntimeError("a bug")] * 9)
    begun = 0

    async def broken(*_args: object, **_kwargs: object) -> None:
        nonlocal begun
        begun += 1
        raise next(failures)

    with monkeypatch.context() as patch:
        patch.setattr(Chat, "show", broken)
        await world.does(anna.writes, "/menu")
    assert begun == 4 + 3
    assert await world.product.inbox.quarantined() == 1


async def test_a_message_that_was_sent_before_telegram_failed_is_not_sent_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    heard = len(anna.heard)
    world.telegram.trouble.loses_answer("sendMessage")
    world.telegram.trouble.server_error("editMessageText", times=3)
    await world.does(anna.writes, "/help")
    assert len(anna.heard) == heard + 1
