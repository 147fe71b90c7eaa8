"""The same script plays people in this process and over HTTP."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot

from sandbox import Telegram
from sandbox.images import picture
from sandbox.remote import RemoteTelegram, in_process, over_http
from sandbox.server import address_of, serve
from sandbox.shown import NotOnScreenError


@pytest.fixture(params=["in process", "over http"])
async def world(request: pytest.FixtureRequest, telegram: Telegram) -> AsyncIterator[RemoteTelegram]:
    if request.param == "in process":
        yield RemoteTelegram(in_process(telegram))
        return
    runner = await serve(telegram, port=0)
    async with aiohttp.ClientSession() as http:
        yield RemoteTelegram(over_http(http, address_of(runner)))
    await runner.cleanup()


@pytest.fixture
async def echo(bot: Bot, telegram: Telegram) -> AsyncIterator[None]:
    """A bot that repeats what it hears, with a button."""
    task = asyncio.create_task(repeat(bot, telegram))
    yield
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def repeat(bot: Bot, telegram: Telegram) -> None:
    offset = 0
    while True:
        answer = await telegram.call(telegram.token, "getUpdates", {"timeout": 50, "offset": offset})
        for update in answer.result:
            offset = max(offset, update["update_id"] + 1)
            await react(telegram, update)


async def react(telegram: Telegram, update: dict[str, Any]) -> None:
    if message := update.get("message"):
        markup = {"inline_keyboard": [[{"text": "👍 Хорошо", "callback_data": "ok"}]]}
        text = message.get("text") or message.get("caption") or next(reversed(message))
        params = {"chat_id": message["chat"]["id"], "text": f"вы: {text}", "reply_markup": markup}
        await telegram.call(telegram.token, "sendMessage", params)
    elif query := update.get("callback_query"):
        params = {"callback_query_id": query["id"], "text": f"принято {query['data']}"}
        await telegram.call(telegram.token, "answerCallbackQuery", params)


@pytest.mark.usefixtures("echo")
async def test_conversation(world: RemoteTelegram) -> None:
    anna = await world.person("Анна", "Ким", username="anna_kim", language_code="en", phone="+79001112233")
    boris = await world.person("Борис")
    assert [one.id for one in await world.people()] == [anna.id, boris.id]
    await anna.start("team")
    assert (await anna.sees("вы: /start team")).buttons == [["👍 Хорошо"]]
    tap = await anna.taps("Хорошо")
    assert tap["press"]["data"] == "ok"
    await boris.start()
    await boris.sends_contact_of(anna)
    await boris.sees("вы: contact")
    await boris.forwards("Сдам 2к", from_channel="Аренда", photos=[picture()])
    forwarded = await boris.sees("вы: Сдам 2к")
    assert forwarded.is_from_bot
    await anna.sends_photo(picture(), "кухня")
    await anna.sees("вы: кухня")
    await anna.sends_album([picture(), picture(90, 90)], "ремонт")
    await anna.sees("вы: ремонт")
    await anna.sends_document(b"%PDF", "a.pdf")
    await anna.sees("вы: document")
    await anna.sends_sticker()
    await anna.sees("вы: sticker")
    await anna.sends_voice()
    await anna.sees("вы: voice")
    await anna.sends_location(55.7, 37.6)
    await anna.sees("вы: location")
    await anna.taps_data("forged", await anna.screen())
    await anna.waits(lambda _: True, "nothing")
    said = await anna.writes("15 млн")
    await anna.edits(said["message"]["id"], "16 млн")
    heard = await anna.sees("вы: 15 млн")
    assert heard.id in [seen.id for seen in await anna.reads()]
    assert await anna.reads() == []
    await anna.deletes(heard.id)
    assert heard.id not in [seen.id for seen in await anna.heard()]
    assert await anna.toasts() == ["принято ok", "принято forged"]
    assert (await anna.chat())["phone"] == "+79001112233"


async def test_what_cannot_be_done_is_said(world: RemoteTelegram) -> None:
    anna = await world.person("Анна")
    with pytest.raises(NotOnScreenError):
        await anna.screen()
    with pytest.raises(NotOnScreenError, match="no button 'Да'"):
        await anna.taps("Да", seconds=0)
    with pytest.raises(NotOnScreenError, match="nothing says 'привет'"):
        await anna.sees("привет", seconds=0)
    for do in (anna.shares_contact, anna.pays):
        with pytest.raises(NotOnScreenError):
            await do()
    with pytest.raises(NotOnScreenError):
        await anna.presses("Да")
    with pytest.raises(LookupError, match="no message 99"):
        await anna.edits(99, "x")
    with pytest.raises(LookupError, match="no such address"):
        await world.ask("GET", "coffee", None)
    with pytest.raises(LookupError, match="nobody has the id 5"):
        await world.ask("GET", "people/5", None)
    with pytest.raises(LookupError, match="no verb 'dances'"):
        await world.ask("POST", f"people/{anna.id}/dances", {})
    with pytest.raises(LookupError, match="400"):
        await world.ask("POST", f"people/{anna.id}/writes", {"nonsense": 1})
    with pytest.raises(LookupError, match="no trouble is called"):
        await world.trouble("flood")


async def test_the_world_is_moved_from_outside(world: RemoteTelegram, telegram: Telegram, bot: Bot) -> None:
    anna = await world.person("Анна")
    await anna.start()
    before = telegram.now()
    await world.forward(90)
    assert (telegram.now() - before).total_seconds() == 90
    await world.inject_update({"nonsense": 1})
    await world.repeat_update()
    assert len(telegram.updates.queue) == 3
    await world.trouble("refuses", method="sendMessage", description="Bad Request: by order")
    answer = await telegram.call(telegram.token, "sendMessage", {"chat_id": anna.id, "text": "x"})
    assert answer.description == "Bad Request: by order"
    await world.ask("DELETE", "trouble", None)
    assert await world.ask("GET", "trouble", None) == []
    assert [call["description"] for call in await world.calls("sendMessage")] == ["Bad Request: by order"]
    assert await world.ask("POST", "limits", {"on": True}) == {"on": True}
    assert telegram.limits.is_on
    await anna.blocks_bot()
    assert (await anna.chat())["is_blocked"]
    await anna.unblocks_bot()
    await anna.deletes_account()
    assert (await anna.chat())["is_deactivated"]
    assert len(await world.ask("GET", "updates", None)) == 5
