"""The webhook lets in Telegram and nobody else, and keeps an update before it says OK."""

import io
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.telegram.webhook import SECRET_HEADER, Webhook
from domain.delivery import WaitingLane
from tests.support.world import World

SECRET = "a-shared-secret"
Door = TestClient[Request, Application]
UPDATE = {
    "update_id": 71,
    "message": {
        "message_id": 1,
        "date": 1795262400,
        "chat": {"id": 5, "type": "private", "first_name": "Анна"},
        "from": {"id": 5, "is_bot": False, "first_name": "Анна"},
        "text": "/start",
    },
}


@pytest.fixture
async def door(world: World) -> AsyncIterator[Door]:
    async with TestClient(TestServer(Webhook(world.product.inbox, SECRET, "/hook").app())) as client:
        yield client


async def test_an_update_from_telegram_is_kept_and_acknowledged(world: World, door: Door) -> None:
    for _ in range(2):
        async with door.post("/hook", json=UPDATE, headers={SECRET_HEADER: SECRET}) as answer:
            assert answer.status == 200
    assert await world.product.inbox.waiting_lanes(10) == [WaitingLane("c5", False)]


@pytest.mark.parametrize("secret", [None, "wrong", "", "секрет"])
async def test_without_the_secret_nothing_is_read(world: World, door: Door, secret: str | None) -> None:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with door.post("/hook", data=b"\xff" * 1000, headers=headers) as answer:
        assert answer.status == 401
    assert await world.product.inbox.waiting_lanes(10) == []


@pytest.mark.parametrize("body", [b"", b"not json", b"[]", b"{}", b'{"update_id": "7"}', b"\xff\xfe"])
async def test_nonsense_is_refused_and_not_kept(world: World, door: Door, body: bytes) -> None:
    async with door.post("/hook", data=body, headers={SECRET_HEADER: SECRET}) as answer:
        assert answer.status == 400
    assert await world.product.inbox.waiting_lanes(10) == []


async def test_a_huge_body_is_refused(door: Door) -> None:
    async with door.post("/hook", data=io.BytesIO(b"x" * (2 << 20)), headers={SECRET_HEADER: SECRET}) as answer:
        assert answer.status == 413


async def test_only_posts_to_the_one_path_are_served(door: Door) -> None:
    session: ClientSession = door.session
    async with session.get(door.make_url("/hook")) as answer:
        assert answer.status == 405
    async with session.post(door.make_url("/"), json=UPDATE) as answer:
        assert answer.status == 404
