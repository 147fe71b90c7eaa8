"""What the page asks of the local Telegram beyond what people do: restarts, a moving clock, messages of other chats."""

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import ForceReply, KeyboardButton, ReplyKeyboardMarkup

from sandbox import Person, Telegram
from sandbox.clock import Clock
from sandbox.control import BotHooks, Control
from sandbox.server import address_of, serve
from sandbox.view import view_of_chat


async def test_who_sleeps_by_the_clock_wakes_when_it_is_moved() -> None:
    clock = Clock(datetime(2026, 11, 21, 12, 0, tzinfo=UTC))
    sleeping = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)
    clock.forward(seconds=1800)
    await asyncio.sleep(0)
    assert not sleeping.done()
    clock.forward(seconds=1800)
    await asyncio.wait_for(sleeping, 5)
    assert clock.now() == clock()
    await Clock().sleep(0.01)


async def test_the_bot_is_restarted_and_told_of_the_clock(telegram: Telegram) -> None:
    done: list[str] = []

    async def restart() -> None:
        done.append("restarted")

    async def moved() -> None:
        done.append(f"{telegram.now():%H:%M}")

    control = Control(telegram, BotHooks(restart, moved))
    assert await control.handle("POST", "bot/restart", {}, {}) == (200, {})
    assert (await control.handle("POST", "clock", {}, {"seconds": 3600}))[0] == 200
    assert done == ["restarted", "13:00"]


async def test_a_bot_nobody_can_restart_is_not_restarted(telegram: Telegram) -> None:
    assert (await Control(telegram).handle("POST", "bot/restart", {}, {}))[0] == 404


async def test_a_message_of_somebody_elses_chat_can_be_forwarded(bot: Bot, telegram: Telegram, anna: Person) -> None:
    boris = telegram.person("Борис")
    sent = await bot.send_message(anna.id, "Карточка")
    body = {"what": sent.message_id, "from_chat": anna.id}
    status, _ = await Control(telegram).handle("POST", f"people/{boris.id}/forwards", {}, body)
    assert status == 200
    assert boris.messages[-1].text == "Карточка"
    origin = boris.messages[-1].message.forward_origin
    assert origin is not None
    assert origin["sender_user"]["id"] == telegram.bot.id


async def test_one_kind_of_trouble_can_end_alone(telegram: Telegram) -> None:
    telegram.trouble.slow(2)
    telegram.trouble.loses_answer()
    await Control(telegram).handle("DELETE", "trouble", {"kind": "slow"}, {})
    assert [fault.kind for fault in telegram.trouble.faults] == ["answer_lost"]
    assert (await Control(telegram).handle("GET", "limits", {}, {}))[1] == {"on": False}


async def test_an_edited_text_has_the_entities_of_its_new_words(anna: Person) -> None:
    shown = anna.edits(anna.writes("/start again"), "see https://example.org")
    assert [entity["type"] for entity in shown.entities] == ["url"]


async def test_of_buttons_that_begin_alike_the_pressed_one_is_meant(bot: Bot, anna: Person) -> None:
    keys = [[KeyboardButton(text="10"), KeyboardButton(text="1")], [KeyboardButton(text="Где", request_location=True)]]
    await bot.send_message(anna.id, "?", reply_markup=ReplyKeyboardMarkup(keyboard=keys))
    assert anna.presses("1").text == "1"
    assert anna.presses("Где", 42.8, 74.6).location == {"latitude": 42.8, "longitude": 74.6}


async def test_the_page_knows_what_the_bot_has_fetched_and_what_it_asks(bot: Bot, anna: Person) -> None:
    asked = await bot.send_message(anna.id, "Цена?", reply_markup=ForceReply())
    assert view_of_chat(anna)["asked_to_reply"] == asked.message_id
    said = anna.writes("18 млн")
    assert said.id not in anna.reached
    await bot.get_updates()
    assert said.id in anna.reached


async def test_people_have_a_role_and_a_story_for_the_page_alone(telegram: Telegram) -> None:
    vera = telegram.person("Вера", role="realtor", story={"ru": "Москва"})
    seen = view_of_chat(vera)
    assert (seen["role"], seen["story"], seen["last"]) == ("realtor", {"ru": "Москва"}, None)
    assert "role" not in vera.user.as_json()


@pytest.mark.parametrize(("headers", "status"), [({}, 404), ({"X-Refusals-In-Body": "yes"}, 200)])
async def test_the_page_reads_refusals_in_the_body(telegram: Telegram, headers: dict[str, str], status: int) -> None:
    runner = await serve(telegram, port=0)
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{address_of(runner)}/sandbox/people/5", headers=headers) as answer,
    ):
        assert answer.status == status
        assert await answer.json() == {"error": "nobody has the id 5"}
    await runner.cleanup()


async def test_the_log_of_calls_goes_on_from_a_number(bot: Bot, telegram: Telegram, anna: Person, clock: Clock) -> None:
    for number in range(3):
        clock.forward(seconds=timedelta(minutes=1).total_seconds())
        await bot.send_message(anna.id, str(number))
    control = Control(telegram)
    _, calls = await control.handle("GET", "calls", {"after": "1", "last": "1"}, {})
    assert [(call["number"], call["params"]["text"]) for call in calls] == [(3, "2")]
