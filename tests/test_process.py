"""The bot as a process: it serves a real HTTP Bot API, survives kill -9 and leaves on SIGTERM with everything done."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from sandbox import Person, Telegram
from sandbox.server import serve
from tests.support.bot_process import BotProcess
from tests.support.patience import until
from tests.support.world import MASTER_KEY


@asynccontextmanager
async def telegram_over_http() -> AsyncIterator[tuple[Telegram, str]]:
    telegram = Telegram()
    runner = await serve(telegram, port=0)
    try:
        yield telegram, f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(params=["polling", "webhook"])
async def bot_and_telegram(
    request: pytest.FixtureRequest, database_url: str, tmp_path: Path
) -> AsyncIterator[tuple[BotProcess, Telegram]]:
    async with telegram_over_http() as (telegram, address):
        environment = {
            "BOT_TOKEN": telegram.token,
            "BOT_API_URL": address,
            "DATABASE_URL": database_url,
            "DATA_DIR": str(tmp_path / "data"),
            "MASTER_KEY": MASTER_KEY,
            "LOG_LEVEL": "WARNING",
        }
        if request.param == "webhook":
            listen = f"127.0.0.1:{free_port()}"
            environment |= {"WEBHOOK_URL": f"http://{listen}/telegram", "WEBHOOK_LISTEN": listen}
        async with BotProcess(environment) as bot:
            yield bot, telegram


async def hears(telegram: Telegram, person: Person, more_than: int) -> None:
    await until(telegram, lambda: len(person.heard) > more_than, f"{person} hears nothing")


async def test_what_was_written_while_the_bot_was_dead_is_answered_after_its_start(
    bot_and_telegram: tuple[BotProcess, Telegram],
) -> None:
    bot, telegram = bot_and_telegram
    anna = telegram.person("Анна")
    anna.start()
    await hears(telegram, anna, 0)
    bot.kill()
    heard = len(anna.heard)
    anna.writes("/menu")
    bot.start()
    await hears(telegram, anna, heard)
    assert len(anna.heard) == heard + 1


async def test_sigterm_answers_what_is_in_hand_and_ends_well(bot_and_telegram: tuple[BotProcess, Telegram]) -> None:
    bot, telegram = bot_and_telegram
    people = [telegram.person(f"Гость {number}") for number in range(20)]
    people[0].start()
    await hears(telegram, people[0], 0)
    for person in people[1:]:
        person.start()
    assert await bot.stop() == 0
    bot.start()
    for person in people:
        await hears(telegram, person, 0)
    assert [len(person.heard) for person in people] == [1] * len(people)


async def test_a_second_process_on_the_same_sqlite_folder_is_refused(tmp_path: Path) -> None:
    async with telegram_over_http() as (telegram, address):
        environment = {
            "BOT_TOKEN": telegram.token,
            "BOT_API_URL": address,
            "DATABASE_URL": "",
            "DATA_DIR": str(tmp_path / "data"),
            "MASTER_KEY": MASTER_KEY,
            "LOG_LEVEL": "ERROR",
        }
        async with BotProcess(environment):
            anna = telegram.person("Анна")
            anna.start()
            await hears(telegram, anna, 0)
            second = BotProcess(environment)
            second.start()
            assert await second.wait() == 2
