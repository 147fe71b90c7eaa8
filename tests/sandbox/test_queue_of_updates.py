"""Updates wait for their poller, are confirmed by offset, and are forgotten in time."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from sandbox import Person, Telegram
from sandbox.clock import Clock


async def poll(telegram: Telegram, **params: Any) -> list[dict[str, Any]]:
    answer = await telegram.call(telegram.token, "getUpdates", params)
    updates: list[dict[str, Any]] = answer.result
    return updates


async def test_updates_stay_until_the_offset_confirms_them(telegram: Telegram, anna: Person) -> None:
    for word in ("раз", "два", "три"):
        anna.writes(word)
    first, second, third = await poll(telegram)
    assert [first["update_id"] + n for n in range(3)] == [one["update_id"] for one in (first, second, third)]
    assert len(await poll(telegram, offset=0)) == 3
    assert await poll(telegram, offset=second["update_id"], limit=1) == [second]
    assert await poll(telegram, offset=second["update_id"]) == [second, third]
    assert await poll(telegram, offset=str(third["update_id"] + 1)) == []
    assert await poll(telegram) == []


async def test_negative_offset_keeps_the_last(telegram: Telegram, anna: Person) -> None:
    for word in ("раз", "два", "три"):
        anna.writes(word)
    assert [one["message"]["text"] for one in await poll(telegram, offset=-1)] == ["три"]
    assert len(await poll(telegram)) == 1


async def test_messages_live_a_day_and_presses_150_seconds(
    telegram: Telegram, bot: Bot, anna: Person, clock: Clock
) -> None:
    anna.writes("привет")
    sent = await bot.send_message(anna.id, "x")
    anna.taps_data("go", anna.message_with("x"))
    assert sent.text == "x"
    clock.forward(seconds=149)
    assert [len(one) for one in await poll(telegram)] == [2, 2]
    clock.forward(seconds=1)
    assert ["message" in one for one in await poll(telegram)] == [True]
    clock.forward(hours=24)
    assert await poll(telegram) == []


async def test_only_wanted_kinds_come(telegram: Telegram, anna: Person) -> None:
    await poll(telegram, allowed_updates='["callback_query"]')
    anna.writes("привет")
    anna.taps_data("x")
    assert [set(one) - {"update_id"} for one in await poll(telegram, allowed_updates=None)] == [{"callback_query"}]
    await poll(telegram, allowed_updates="[]", offset=-1)
    anna.writes("привет")
    assert "message" in (await poll(telegram))[-1]


async def test_long_poll_wakes_at_once(telegram: Telegram, anna: Person) -> None:
    waiting = asyncio.create_task(poll(telegram, timeout=50))
    await asyncio.sleep(0)
    assert not waiting.done()
    anna.writes("привет")
    [update] = await asyncio.wait_for(waiting, 1)
    assert update["message"]["text"] == "привет"


async def test_empty_poll_comes_back_when_its_time_is_over(telegram: Telegram) -> None:
    assert await asyncio.wait_for(poll(telegram, timeout=1), 3) == []


async def test_second_poller_sends_the_first_away(telegram: Telegram, bot: Bot, anna: Person) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=50))
    await asyncio.sleep(0)
    second = asyncio.create_task(bot.get_updates(timeout=50))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await first
    anna.writes("привет")
    assert len(await second) == 1


async def test_repeated_update_comes_again_after_it_was_confirmed(telegram: Telegram, anna: Person) -> None:
    anna.writes("раз")
    [update] = await poll(telegram)
    telegram.updates.repeat()
    assert await poll(telegram, offset=update["update_id"] + 1) == [update]
    assert await poll(telegram, offset=update["update_id"] + 1) == []


async def test_doubled_updates_come_twice(telegram: Telegram, anna: Person) -> None:
    telegram.updates.double_next()
    anna.writes("раз")
    anna.writes("два")
    assert [one["message"]["text"] for one in await poll(telegram)] == ["раз", "раз", "два"]


async def test_any_json_can_be_injected(telegram: Telegram, anna: Person) -> None:
    telegram.updates.inject({"message": {"text": 5}})
    telegram.updates.inject({"update_id": 3, "nonsense": None})
    anna.writes("после")
    got = await poll(telegram)
    assert [one.get("message", {}).get("text") for one in got] == [5, None, "после"]
    assert got[1]["update_id"] == 3
    assert got[2]["update_id"] == got[0]["update_id"] + 1
    assert telegram.updates.log[1:] == got
