"""One strange value stops nobody else, and what can be read of an update is read."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.telegram.webhook import SECRET_HEADER, Webhook
from sandbox import Person
from tests.support.world import World

SECRET = "a-shared-secret"
HUGE = 2**70
SENT = {
    "message": {
        "message_id": 1,
        "date": 1795262400,
        "chat": {"id": 5, "type": "private", "first_name": "Вера"},
        "from": {"id": 5, "is_bot": False, "first_name": "Вера", "language_code": "ru"},
        "text": "/start",
        "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        "photo": [{"file_id": "a", "file_unique_id": "b", "width": 90, "height": 90, "file_size": 7}],
        "reply_to_message": {
            "message_id": 1,
            "date": 1795262400,
            "chat": {"id": 5, "type": "private", "first_name": "Вера"},
            "text": "да",
        },
        "media_group_id": "17",
    }
}
PRESSED = {
    "callback_query": {
        "id": "1",
        "from": {"id": 5, "is_bot": False, "first_name": "Вера"},
        "chat_instance": "1",
        "data": "menu",
        "message": {
            "message_id": 1,
            "date": 1795262400,
            "chat": {"id": 5, "type": "private", "first_name": "Вера"},
            "text": "Меню",
        },
    }
}


def ways(part: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to every plain value in an update."""
    if isinstance(part, dict):
        for name, inner in part.items():
            yield from ways(inner, (*way, name))
    elif isinstance(part, list):
        for number, inner in enumerate(part):
            yield from ways(inner, (*way, number))
    else:
        yield way


def with_value(update: dict[str, Any], way: tuple[Any, ...], value: object) -> dict[str, Any]:
    changed = copy.deepcopy(update)
    at: Any = changed
    for step in way[:-1]:
        at = at[step]
    at[way[-1]] = value
    return changed


STRANGE = [HUGE, -HUGE, 2**31, 2**1000, -1, "\x00", "\udfff", None]


@pytest.mark.parametrize("value", STRANGE, ids=lambda value: ascii(value)[:24])
async def test_a_strange_value_anywhere_in_one_chat_leaves_the_others_served(world: World, value: object) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    for whole in (SENT, PRESSED):
        for way in ways(whole):
            world.telegram.updates.inject(with_value(whole, way, value))
    anna.writes("/menu")
    await world.settle()
    assert len(anna.heard) == 2
    assert await world.product.inbox.oldest_waiting() is None
    heard = len(anna.heard)
    await world.does(anna.writes, "/help")
    assert len(anna.heard) == heard + 1


@pytest.mark.parametrize("update_id", [2**63, 2**70, -(2**63) - 1, -1, 2**31])
async def test_an_update_id_out_of_bounds_is_set_aside_once_and_said_to_the_admin(world: World, update_id: int) -> None:
    admin, anna = world.person("Ольга", user_id=777), world.person("Анна")
    await world.does(admin.start)
    update = {"update_id": update_id, **SENT}
    async with TestClient[Request, Application](
        TestServer(Webhook(world.product.inbox, SECRET, "/hook").app())
    ) as door:
        for _ in range(2):
            async with door.post("/hook", json=update, headers={SECRET_HEADER: SECRET}) as answer:
                assert answer.status == 200
        await world.does(anna.start)
    assert anna.heard
    assert await world.product.inbox.quarantined() == 1
    assert "UnreadableUpdate" in admin.screen.text


async def test_nesting_that_nobody_can_mean_is_refused_at_the_door(world: World) -> None:
    body = b'{"update_id": 7, "message": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    async with TestClient[Request, Application](
        TestServer(Webhook(world.product.inbox, SECRET, "/hook").app())
    ) as door:
        session: ClientSession = door.session
        headers = {SECRET_HEADER: SECRET}
        async with session.post(door.make_url("/hook"), data=body, headers=headers) as answer:
            assert answer.status == 400


def says(anna: Person, text: str, **beside: Any) -> dict[str, Any]:
    who = {"id": anna.id, "is_bot": False, "first_name": "Анна", "language_code": "ru"}
    chat = {"id": anna.id, "type": "private", "first_name": "Анна"}
    return {"message": {"message_id": 900, "date": 1795262400, "chat": chat, "from": who, "text": text, **beside}}


@pytest.mark.parametrize(
    "beside",
    [
        {"forward_origin": {"type": "from_the_moon", "date": 1795262400}},
        {"external_reply": {"origin": {"type": "user", "date": 1}, "poll": {"id": "1", "question": "?"}}},
        {"external_reply": {"origin": {"type": "from_the_moon"}}},
        {"entities": [{"type": "bold", "offset": 0, "length": 2}, {"type": "bold"}, "bold"]},
        {"reply_to_message": {"message_id": 3, "date": "yesterday"}},
        {"quote": {"text": 5}},
        {"link_preview_options": "no"},
        {"reply_markup": {"inline_keyboard": [[{"text": None}]]}},
        {"forward_origin": {"type": "channel", "date": 1, "message_id": HUGE, "chat": {"id": -5, "type": "channel"}}},
        {"via_bot": {"id": HUGE, "is_bot": True, "first_name": "x"}},
    ],
    ids=str,
)
async def test_words_are_read_beside_a_part_that_cannot_be(world: World, beside: dict[str, Any]) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    heard = len(anna.heard)
    world.telegram.updates.inject(says(anna, "/help", **beside))
    await world.settle()
    assert len(anna.heard) == heard + 1
    assert "/menu" in anna.screen.text
    assert await world.product.inbox.quarantined() == 0


async def test_what_cannot_be_read_is_said_by_field_and_never_by_value(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    anna = world.person("Анна")
    await world.does(anna.start)
    caplog.clear()
    world.telegram.updates.inject(says(anna, "ok", caption={"phone": "+7 900 000-11-22"}))
    world.telegram.updates.inject(says(anna, "/help", quote={"text": {"secret": "passport 4509"}}))
    await world.settle()
    assert "message.caption" in caplog.text
    assert "quote" in caplog.text
    assert "000-11-22" not in caplog.text
    assert "4509" not in caplog.text
