"""A message is sent once even when the process dies, or the answer is lost, right after Telegram has taken it."""

import pytest

from bot.callbacks import OpenHelp
from bot.localization import Localizer
from bot.screen import Screen
from bot.telegram.sender import PushContent
from domain.delivery import Push
from domain.people.person import Person as Somebody
from domain.work import Work
from sandbox import Person
from storage.inbox import SqlInbox
from tests.support.world import World


class KilledError(BaseException):
    """Stands for kill -9: nothing catches it."""


async def dies_before_noting(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Handle what waits, with a process that is killed between the answer and the note that it was given."""

    async def killed(*_args: object, **_kwargs: object) -> None:
        raise KilledError

    await world.fetch()
    with monkeypatch.context() as patch:
        patch.setattr(SqlInbox, "finish", killed)
        with pytest.raises(KilledError):
            await world.handle()
    await world.product.inbox.take_over(await world.product.inbox.holders())


async def test_an_answer_that_was_given_before_the_crash_is_not_given_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, boris = world.person("Анна"), world.person("Борис")
    await world.does(boris.start)
    anna.start()
    await dies_before_noting(world, monkeypatch)
    assert len(anna.heard) == 1
    await world.settle()
    assert len(anna.heard) == 1
    await world.does(anna.writes, "/menu")
    assert len(anna.heard) == 2


async def test_an_answer_whose_receipt_was_lost_is_not_given_again(world: World) -> None:
    anna = world.person("Анна")
    world.telegram.trouble.loses_answer("sendMessage")
    await world.does(anna.start)
    assert len(anna.heard) == 1
    assert await world.product.inbox.quarantined() == 0


async def test_an_answer_that_was_never_sent_is_given_after_the_restart(world: World) -> None:
    anna = world.person("Анна")
    world.telegram.trouble.no_answer("sendMessage")
    await world.does(anna.start)
    assert len(anna.heard) == 1


async def render(_work: Work, _me: Somebody, t: Localizer, data: dict[str, object]) -> PushContent | None:
    return PushContent(Screen(t("{words}", words=data["words"])))


async def push(world: World, to: Person, words: str) -> None:
    world.product.registry.renderers["test"] = render
    work = world.product.new_work()
    async with work.writing("push"):
        person = await work.people.by_telegram(to.id)
        assert person is not None
        await work.outbox.add(Push(to=person.id, kind="test", data={"words": words}, dedup_key=words))
        await work.commit(None)


async def test_a_push_whose_receipt_was_lost_arrives_once_and_harms_no_other_message(world: World) -> None:
    anna, boris = world.person("Анна"), world.person("Борис")
    await world.does(anna.start)
    await world.does(boris.start)
    await world.does(anna.writes, "/menu")
    before = [shown.text for shown in anna.heard]
    world.telegram.trouble.loses_answer("sendMessage")
    await push(world, anna, "Новость")
    await world.settle()
    for _ in range(5):
        await world.later(seconds=10)
    assert [shown.text for shown in anna.heard] == [*before, "Новость"]


async def test_a_push_in_hand_when_the_sender_died_does_not_undo_what_its_button_led_to(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    before = [shown.text for shown in anna.heard]
    await push(world, anna, "Новость")

    async def killed(*_args: object, **_kwargs: object) -> None:
        raise KilledError

    queue = world.product.queue
    with monkeypatch.context() as patch:
        patch.setattr(type(queue), "settle", killed)
        with pytest.raises(KilledError):
            await world.product.sender.send_due()
    arrived = anna.screen
    assert arrived.text == "Новость"
    await queue.take_over()
    anna.taps_data(OpenHelp().pack(), arrived)
    await world.fetch()
    await world.handle()
    shown = arrived.text
    assert shown != "Новость"
    for _ in range(3):
        await world.later(seconds=10)
    assert [one.text for one in anna.heard] == [*before, shown]


async def test_a_push_in_hand_when_the_sender_died_arrives_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    before = [shown.text for shown in anna.heard]
    await push(world, anna, "Новость")

    async def killed(*_args: object, **_kwargs: object) -> None:
        raise KilledError

    queue = world.product.queue
    with monkeypatch.context() as patch:
        patch.setattr(type(queue), "settle", killed)
        with pytest.raises(KilledError):
            await world.product.sender.send_due()
    await queue.take_over()
    await world.later(seconds=10)
    assert [shown.text for shown in anna.heard] == [*before, "Новость"]
