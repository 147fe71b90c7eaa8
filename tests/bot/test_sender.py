"""Pushes go out once, within Telegram's limits; trouble with one chat is no trouble for another."""

import datetime as dt

import pytest

from bot.localization import Localizer
from bot.screen import Screen
from bot.telegram.sender import PushContent
from domain.delivery import Push
from domain.people.person import Person as Somebody
from domain.work import Work
from sandbox import Person
from tests.support.world import World


@pytest.fixture(autouse=True)
def words_for_tests(world: World) -> None:
    """A kind of push that just says its words."""

    async def render(_work: Work, _me: Somebody, t: Localizer, data: dict[str, object]) -> PushContent | None:
        return PushContent(Screen(t("{words}", words=data["words"]))) if data["words"] else None

    world.product.registry.renderers["test"] = render


async def met(world: World, first_name: str) -> Person:
    person = world.person(first_name)
    await world.does(person.start)
    return person


async def push(world: World, to: Person, words: str, key: str | None = None) -> None:
    work = world.product.new_work()
    async with work.writing("push"):
        person = await work.people.by_telegram(to.id)
        assert person is not None
        await work.outbox.add(Push(to=person.id, kind="test", data={"words": words}, dedup_key=key or words))
        await work.commit(None)


async def settle_for(world: World, seconds: float) -> None:
    end = world.clock.now() + dt.timedelta(seconds=seconds)
    while world.clock.now() < end:
        await world.settle()
        world.clock.advance(seconds=1)
    await world.settle()


async def test_the_same_push_asked_for_twice_arrives_once(world: World) -> None:
    anna = await met(world, "Анна")
    await push(world, anna, "Новость", key="n1")
    await push(world, anna, "Новость", key="n1")
    await settle_for(world, 5)
    assert [shown.text for shown in anna.heard].count("Новость") == 1


async def test_a_push_that_has_become_pointless_is_dropped(world: World) -> None:
    anna = await met(world, "Анна")
    heard = len(anna.heard)
    await push(world, anna, "")
    await settle_for(world, 5)
    assert len(anna.heard) == heard


async def test_when_telegram_says_later_one_chat_waits_and_the_others_do_not(world: World) -> None:
    anna, boris = await met(world, "Анна"), await met(world, "Борис")
    world.telegram.trouble.too_many_requests("sendMessage", retry_after=30, chat_id=anna.id)
    await push(world, anna, "Анне")
    await push(world, boris, "Борису")
    await world.settle()
    assert boris.screen.text == "Борису"
    assert anna.screen.text != "Анне"
    await settle_for(world, 31)
    assert anna.screen.text == "Анне"


async def test_nobody_who_blocked_the_bot_is_written_to_again(world: World) -> None:
    anna = await met(world, "Анна")
    anna.blocks_bot()
    await push(world, anna, "Первая")
    await push(world, anna, "Вторая")
    await settle_for(world, 10)
    tries = len(world.telegram.calls_of("sendMessage"))
    await settle_for(world, 100)
    assert len(world.telegram.calls_of("sendMessage")) == tries
    assert "Первая" not in [shown.text for shown in anna.heard]


async def test_a_gateway_error_is_waited_out(world: World) -> None:
    anna = await met(world, "Анна")
    world.telegram.trouble.server_error("sendMessage", times=2)
    await push(world, anna, "Новость")
    await settle_for(world, 20)
    assert [shown.text for shown in anna.heard].count("Новость") == 1


async def test_a_push_telegram_refuses_does_not_block_the_next(world: World) -> None:
    anna = await met(world, "Анна")
    world.telegram.trouble.refuses("sendMessage", status=400, description="Bad Request: can't parse entities")
    await push(world, anna, "Первая")
    await push(world, anna, "Вторая")
    await settle_for(world, 10)
    said = [shown.text for shown in anna.heard]
    assert "Вторая" in said
    assert "Первая" not in said


async def test_one_chat_gets_at_most_a_short_burst_at_once(world: World) -> None:
    anna = await met(world, "Анна")
    heard = len(anna.heard)
    for number in range(8):
        await push(world, anna, f"№ {number}")
    await world.settle()
    assert len(anna.heard) - heard <= 4
    await settle_for(world, 12)
    assert [shown.text for shown in anna.heard][heard:] == [f"№ {number}" for number in range(8)]
