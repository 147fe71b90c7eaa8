"""A Telegram whose time stands still, a bot in it, and Anna who has started the bot."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiogram import Bot

from sandbox import Person, Telegram
from sandbox.clock import Clock
from sandbox.session import InProcessSession


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 21, 12, 0, tzinfo=UTC))


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[Telegram]:
    telegram = Telegram(clock, webhook_pause=lambda _: 0)
    yield telegram
    await telegram.close()


@pytest.fixture
def bot(telegram: Telegram) -> Bot:
    return Bot(telegram.token, session=InProcessSession(telegram))


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    anna = telegram.person(first_name="Анна", last_name="Ким", username="anna_kim")
    anna.start()
    telegram.updates.clear()
    return anna
