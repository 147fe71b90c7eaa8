"""What the command line asks for, done with the whole product: serve, look whether all is well, give and take roles."""

import asyncio
import logging
import signal

from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError

from bot.telegram.deduplication import DeduplicationMiddleware
from bot.telegram.dispatcher import make_bot
from composition import UNKNOWN_TOKEN, Product, compose, new_work, run
from domain.clock import SystemClock
from domain.people.grant import grant_from_outside
from domain.people.person import Role
from preflight import data_folder, keep_private, open_database, prove_key, prove_schema
from settings import Settings, WrongSettings
from storage import schema
from storage.sealing import Sealer

CHECK_SECONDS = 15
"""How long `check` waits for Telegram."""


async def serve(settings: Settings, token: str, api_url: str) -> None:
    """Serve Telegram until told to stop."""
    stop = stopped_by_signals()
    product = await _ready(settings, token, api_url)
    logging.getLogger(__name__).info("serving %s", "the webhook" if settings.webhook_url else "by long polling")
    await run(product, stop)


def stopped_by_signals() -> asyncio.Event:
    """Set when the process is told to end."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signal_number, stop.set)
    return stop


async def _ready(settings: Settings, token: str, api_url: str) -> Product:
    await _bring_up_to_date(settings)
    return compose(settings, token=token, api_url=api_url)


async def _bring_up_to_date(settings: Settings) -> None:
    """Prove the settings, and have the database at the newest schema."""
    data_folder(settings)
    settings.master_key_bytes()
    async with open_database(settings) as database:
        keep_private(settings)
        await schema.upgrade(database)
        await prove_key(settings, database)


async def migrate(settings: Settings) -> None:
    """Bring the database to the newest schema."""
    await _bring_up_to_date(settings)


async def problems_of(settings: Settings) -> list[str]:
    """What is not as it should be with the settings, the database and Telegram, a sentence each."""
    problems: list[str] = []
    try:
        data_folder(settings)
        settings.master_key_bytes()
        async with open_database(settings) as database:
            problems += [f"DATABASE_URL: {one}; `make migrate` mends it" for one in await schema.check(database)]
            if not problems:
                await prove_key(settings, database)
    except WrongSettings as wrong:
        problems.append(str(wrong))
    if settings.bot_token is not None:
        problems += await _problems_with_telegram(settings, settings.bot_token.get_secret_value())
    return problems


async def _problems_with_telegram(settings: Settings, token: str) -> list[str]:
    bot = make_bot(token, settings.bot_api_url, DeduplicationMiddleware())
    try:
        await bot.get_me(request_timeout=CHECK_SECONDS)
    except (TelegramUnauthorizedError, TelegramNotFound):
        return [UNKNOWN_TOKEN]
    except (TelegramAPIError, ClientDecodeError):
        return [
            f"BOT_API_URL: no Bot API answers at {settings.bot_api_url}; correct the address, or look at the network"
        ]
    finally:
        await bot.session.close()
    return []


async def grant_role(settings: Settings, telegram_id: int, role: Role, *, take_away: bool) -> str:
    """Give or take a role; returns the name of whoever it was."""
    data_folder(settings)
    sealer = Sealer(settings.master_key_bytes())
    async with open_database(settings) as database:
        await prove_schema(database)
        await prove_key(settings, database)
        work = new_work(database, sealer, SystemClock(), settings)
        return await grant_from_outside(work, telegram_id, role, take_away=take_away)
