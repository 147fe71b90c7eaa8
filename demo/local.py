"""The local Telegram with the bot beside it: with demo people in it, restarted and moved in time from the page."""

import asyncio
import datetime as dt
import shutil
from collections.abc import Callable
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from composition import Product, compose, run
from demo.people import ADMIN_ID
from demo.seed import populate, seed
from sandbox import Telegram
from sandbox.clock import Clock
from sandbox.control import BotHooks
from sandbox.server import address_of, serve
from settings import Settings, WrongSettings
from storage import schema

BOT_NAME = "Недвижимость"
MOSCOW = ZoneInfo("Europe/Moscow")
DAY_BEGINS, DAY_ENDS = 9, 18
"""Hours of Moscow in which Bishkek, three hours ahead, has no quiet hours either, and will not for a while."""


async def run_locally(settings: Settings, stop: asyncio.Event, say: Callable[[str], object]) -> None:
    """Serve the chat page and the bot, which talks to it over HTTP as it would to Telegram, until told to stop."""
    clock = Clock()
    clock.forward(seconds=seconds_to_daytime(clock()))
    telegram = Telegram(clock, name=BOT_NAME)
    bot = LocalBot(settings, telegram, clock)
    host, _, port = settings.sandbox_listen.rpartition(":")
    try:
        runner = await serve(telegram, host, int(port), BotHooks(bot.restart, bot.clock_moved))
    except (OSError, ValueError) as error:
        raise WrongSettings(f"SANDBOX_LISTEN: {error}") from None
    try:
        address = address_of(runner)
        await bot.prepare(address)
        populate(telegram)
        say(f"\n  The local Telegram is open at {address}\n  Stop with Ctrl-C.\n")
        await bot.serve(stop)
    finally:
        await runner.cleanup()


def seconds_to_daytime(now: dt.datetime) -> float:
    """How far it is to the morning, if it is late: newcomers are left alone at night, and a demo is to be seen now."""
    local = now.astimezone(MOSCOW)
    if DAY_BEGINS <= local.hour < DAY_ENDS:
        return 0
    morning = local.replace(hour=DAY_BEGINS, minute=0, second=0, microsecond=0)
    return ((morning if morning > local else morning + dt.timedelta(days=1)) - local).total_seconds()


def local_settings(settings: Settings, port: str) -> Settings:
    """Settings for the local Telegram at this port: a database of its own, begun anew as Telegram's chats are.

    It never is the one that DATABASE_URL names: made-up people must not get in among real ones.
    """
    folder = settings.data_dir / "local" / port
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return settings.model_copy(
        update={
            "data_dir": folder,
            "database_url": None,
            "webhook_url": None,
            "admin_ids": settings.admin_ids | {ADMIN_ID},
            # the local Telegram takes any provider: cards of its own, no money
            "payment_provider_token": SecretStr("local"),
        }
    )


class LocalBot:
    """The bot beside the local Telegram: one life after another, all on the same database and clock."""

    def __init__(self, settings: Settings, telegram: Telegram, clock: Clock) -> None:
        self._settings = settings
        self._telegram = telegram
        self._clock = clock
        self._address = ""
        self._product: Product | None = None
        self._end_of_life = asyncio.Event()
        self._begun = asyncio.Event()

    async def prepare(self, address: str) -> None:
        """Make the database and fill it with the demo people's doings."""
        self._address = address
        self._settings = local_settings(self._settings, address.rpartition(":")[2])
        product = self._compose()
        try:
            await schema.upgrade(product.database)
            await seed(product)
        finally:
            await product.close()

    async def serve(self, stop: asyncio.Event) -> None:
        """Serve until told to stop, beginning anew after each restart."""
        stopping = asyncio.create_task(self._end_with(stop))
        try:
            while not stop.is_set():
                self._end_of_life.clear()
                self._product = self._compose()
                self._begun.set()
                await run(self._product, self._end_of_life)
        finally:
            stopping.cancel()

    async def restart(self) -> None:
        """End this life as SIGTERM would; returns when the next has begun."""
        self._begun.clear()
        self._end_of_life.set()
        await self._begun.wait()

    async def clock_moved(self) -> None:
        """Do what has become due by now."""
        if self._product is not None:
            await self._product.schedule.tick()
            self._product.sender.hint.set()

    def _compose(self) -> Product:
        return compose(self._settings, token=self._telegram.token, api_url=self._address, clock=self._clock)

    async def _end_with(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._end_of_life.set()
