"""Trouble comes as ordered: before the effect, after it, or instead of an answer."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
)

from sandbox import NoAnswerError, Person, Telegram
from sandbox.clock import Clock


async def test_lost_answer_has_its_effect(bot: Bot, telegram: Telegram, anna: Person) -> None:
    telegram.trouble.loses_answer("sendMessage")
    with pytest.raises(TelegramNetworkError, match="Server disconnected"):
        await bot.send_message(anna.id, "дошло")
    assert anna.screen.text == "дошло"
    assert telegram.calls[-1].trouble == "answer_lost"
    await bot.send_message(anna.id, "снова")
    assert [shown.text for shown in anna.heard] == ["дошло", "снова"]


async def test_no_answer_has_no_effect(bot: Bot, telegram: Telegram, anna: Person) -> None:
    telegram.trouble.no_answer("sendMessage")
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await bot.send_message(anna.id, "x")
    assert anna.heard == []
    telegram.trouble.no_answer()
    with pytest.raises(NoAnswerError):
        await telegram.call(telegram.token, "getMe")


async def test_truncated_json_has_its_effect(bot: Bot, telegram: Telegram, anna: Person) -> None:
    telegram.trouble.truncates()
    with pytest.raises(ClientDecodeError):
        await bot.send_message(anna.id, "дошло")
    assert anna.screen.text == "дошло"


async def test_gateway_answers_with_a_page(bot: Bot, telegram: Telegram, anna: Person) -> None:
    telegram.trouble.server_error("sendMessage", status=500)
    answer = await telegram.call(telegram.token, "sendMessage", {"chat_id": anna.id, "text": "x"})
    assert (answer.status, answer.headers["Content-Type"]) == (500, "text/html")
    telegram.trouble.server_error()
    with pytest.raises(ClientDecodeError):
        await bot.send_message(anna.id, "x")
    assert anna.heard == []


async def test_nth_call_of_a_method_to_a_chat_is_refused(bot: Bot, telegram: Telegram, anna: Person) -> None:
    telegram.trouble.too_many_requests("sendMessage", retry_after=35, nth=2, times=2, chat_id=anna.id)
    await bot.send_message(anna.id, "1")
    await bot.send_chat_action(anna.id, "typing")
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter) as caught:
            await bot.send_message(anna.id, "2")
        assert caught.value.retry_after == 35
    await bot.send_message(anna.id, "3")
    telegram.trouble.refuses("getMe", description="Bad Request: nonsense")
    with pytest.raises(TelegramBadRequest, match="nonsense"):
        await bot.get_me()


async def test_trouble_passes_polls_by_and_can_be_called_off(bot: Bot, telegram: Telegram, anna: Person) -> None:
    telegram.trouble.too_many_requests(times=100)
    await bot.get_updates()
    telegram.trouble.clear()
    await bot.send_message(anna.id, "x")


async def test_slow_network_delivers_late(bot: Bot, telegram: Telegram, anna: Person) -> None:
    telegram.trouble.slow(0.01, times=1)
    sending = asyncio.create_task(bot.send_message(anna.id, "x"))
    await asyncio.sleep(0)
    assert anna.heard == []
    await sending
    assert anna.screen.text == "x"
    assert telegram.calls[-1].seconds >= 0.01


async def test_limits_of_a_chat_and_of_all(bot: Bot, telegram: Telegram, anna: Person, clock: Clock) -> None:
    people = [telegram.person(first_name=f"№ {number}") for number in range(40)]
    for person in people:
        person.start()
    telegram.limits.on()
    for number in range(4):
        await bot.send_message(anna.id, str(number))
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(anna.id, "слишком")
    assert caught.value.retry_after == 1
    with pytest.raises(TelegramRetryAfter):
        await bot.edit_message_text("слишком", chat_id=anna.id, message_id=anna.screen.id)
    clock.forward(seconds=1)
    await bot.send_message(anna.id, "можно")
    for person in people[:29]:
        await bot.send_message(person.id, "x")
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(people[29].id, "x")
    telegram.limits.off()
    await bot.send_message(anna.id, "сколько угодно")


async def test_group_takes_twenty_a_minute(bot: Bot, telegram: Telegram, anna: Person) -> None:
    group = telegram.group("Дом", anna)
    telegram.limits.on()
    for number in range(20):
        await bot.send_message(group.id, str(number))
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(group.id, "x")
    assert caught.value.retry_after == 3


async def test_every_call_is_logged(bot: Bot, telegram: Telegram, anna: Person, clock: Clock) -> None:
    await bot.send_message(anna.id, "x")
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(5, "y")
    good, bad = telegram.calls_of("sendMessage")
    assert (good.time, good.params["text"], good.status, good.result["text"]) == (clock(), "x", 200, "x")
    assert (bad.status, bad.description) == (400, "Bad Request: chat not found")
