"""A webhook gets every update with the secret, in order within a chat, again until it says 2xx."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from aiohttp import web

from sandbox import Person, Telegram
from sandbox.webhook import telegrams_pause


class Hook:
    """A bot's side of the webhook; `says` decides how it answers."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.secrets: set[str | None] = set()
        self.says: Callable[[dict[str, Any]], web.Response] = lambda _: web.Response()
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.append(update)
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return self.says(update)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def delivered(telegram: Telegram) -> None:
    assert telegram.webhook is not None
    await telegram.webhook.idle()


async def test_updates_arrive_with_the_secret(bot: Bot, telegram: Telegram, anna: Person, hook: Hook) -> None:
    anna.writes("раньше")
    await bot.set_webhook(hook.url, secret_token="s3cret_-")
    anna.writes("позже")
    await delivered(telegram)
    assert (hook.texts, hook.secrets) == (["раньше", "позже"], {"s3cret_-"})
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == (hook.url, 0)
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()


async def test_failed_delivery_blocks_its_chat_only(bot: Bot, telegram: Telegram, anna: Person, hook: Hook) -> None:
    boris = telegram.person(first_name="Борис")
    failures = 3

    def says(update: dict[str, Any]) -> web.Response:
        nonlocal failures
        if update["message"]["text"] == "беда" and failures:
            failures -= 1
            return web.Response(status=500)
        return web.Response()

    hook.says = says
    await bot.set_webhook(hook.url, allowed_updates=["message"])
    anna.writes("беда")
    anna.writes("потом")
    boris.writes("мимо")
    await delivered(telegram)
    assert [text for text in hook.texts if text != "мимо"] == ["беда"] * 4 + ["потом"]
    assert hook.texts.index("мимо") < hook.texts.index("потом")
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    assert info.allowed_updates == ["message"]


async def test_webhook_may_answer_with_a_call(bot: Bot, telegram: Telegram, anna: Person, hook: Hook) -> None:
    hook.says = lambda _: web.json_response({"method": "sendMessage", "chat_id": anna.id, "text": "сразу"})
    await bot.set_webhook(hook.url)
    anna.writes("привет")
    await delivered(telegram)
    assert anna.screen.text == "сразу"


async def test_what_was_not_delivered_waits_for_a_poll(bot: Bot, telegram: Telegram, anna: Person, hook: Hook) -> None:
    await bot.set_webhook("http://127.0.0.1:9/nobody")
    anna.writes("ждёт")
    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    await bot.set_webhook("")
    assert (await bot.get_updates(), hook.got) == ([], [])


def test_pauses_grow_to_a_minute() -> None:
    assert [telegrams_pause(attempt) for attempt in (1, 2, 3, 4, 9)] == [0, 2, 4, 8, 60]
