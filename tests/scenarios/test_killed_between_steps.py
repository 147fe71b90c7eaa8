"""The same story over real HTTP the bot killed (-9) and started anew between any two steps."""

import asyncio
from pathlib import Path

import aiohttp
import pytest

from sandbox import Telegram
from sandbox.remote import RemoteTelegram, over_http
from sandbox.server import address_of, serve
from sandbox.shown import NotOnScreenError
from tests.support.bot_process import CONTEXT, PREPARED, BotProcess
from tests.support.story import ENGLISH, RUSSIAN, Cast, Step, Words, cast_in, nothing_twice, story
from tests.support.world import MASTER_KEY

pytestmark = pytest.mark.story
PATIENCE_SECONDS = 30


@pytest.fixture(autouse=True, scope="module")
def starts_are_many() -> None:
    CONTEXT.set_forkserver_preload([*PREPARED, "tests.support.played"])


@pytest.mark.parametrize("words", [RUSSIAN, ENGLISH], ids=["in Russian", "in English"])
async def test_killing_the_bot_between_any_two_steps_changes_nothing(
    database_url: str, tmp_path: Path, words: Words
) -> None:
    telegram = Telegram()
    runner = await serve(telegram, port=0)
    environment = {
        "BOT_TOKEN": telegram.token,
        "BOT_API_URL": address_of(runner),
        "DATABASE_URL": database_url,
        "DATA_DIR": str(tmp_path / "data"),
        "MASTER_KEY": MASTER_KEY,
        "LOG_LEVEL": "ERROR",
    }
    try:
        async with aiohttp.ClientSession() as http, BotProcess(environment) as bot:
            cast = await cast_in(RemoteTelegram(over_http(http, address_of(runner))), words)
            for step in story(words):
                await step.act(cast)
                await seen(step, cast, telegram)
                bot.restart()
            await nothing_twice(cast, words)
    finally:
        await runner.cleanup()


async def seen(step: Step, cast: Cast, telegram: Telegram) -> None:
    """Wait until the step's expectation is met."""
    ends = asyncio.get_running_loop().time() + PATIENCE_SECONDS
    while True:
        version = telegram.version
        try:
            await step.expect(cast)
        except NotOnScreenError as error:
            if asyncio.get_running_loop().time() > ends:
                raise AssertionError(f"after “{step.name}”: {error}") from error
            await telegram.change_after(version, 1)
        else:
            return
