"""What the command line asks for, done with the whole product: serve, look whether all is well, give and take roles."""

import asyncio
import logging
import signal
from typing import Any

from composition import Product, compose, new_work, run
from domain.clock import SystemClock
from domain.people.grant import grant_from_outside
from domain.people.person import Role
from settings import Settings
from storage import schema
from storage.database import Database
from storage.sealing import Sealer


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
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    product = compose(settings, token=token, api_url=api_url)
    await schema.upgrade(product.database)
    return product


async def migrate(settings: Settings) -> None:
    """Bring the database to the newest schema."""
    await _with_database(settings, schema.upgrade)


async def _with_database(settings: Settings, do: Any) -> Any:
    database = Database(settings.database)
    try:
        return await do(database)
    finally:
        await database.close()


async def problems_of(settings: Settings) -> list[str]:
    """What is not as it should be with the settings, the database and Telegram."""
    problems: list[str] = []
    try:
        problems += await _with_database(settings, schema.check)
    except Exception as error:  # noqa: BLE001  (whatever it is, the operator wants to read it)
        problems.append(f"DATABASE_URL: {type(error).__name__}: {str(error).splitlines()[0]}")
    if settings.bot_token is not None:
        product = compose(settings, token=settings.bot_token.get_secret_value(), api_url=settings.bot_api_url)
        try:
            await product.bot.get_me()
        except Exception as error:  # noqa: BLE001  (the same)
            problems.append(f"BOT_TOKEN or BOT_API_URL: {type(error).__name__}")
        finally:
            await product.close()
    return problems


async def grant_role(settings: Settings, telegram_id: int, role: Role, *, take_away: bool) -> str:
    """Give or take a role; returns the name of whoever it was."""
    database = Database(settings.database)
    try:
        work = new_work(database, Sealer(settings.master_key_bytes()), SystemClock(), settings)
        return await grant_from_outside(work, telegram_id, role, take_away=take_away)
    finally:
        await database.close()
