"""How it is put together: settings, storage, bot, jobs; `main.py` runs it and the tests run the same."""

import asyncio
import contextlib
import fcntl
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import IO

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNotFound,
    TelegramUnauthorizedError,
)

from bot.context_middleware import ContextMiddleware
from bot.files.documents import Documents
from bot.files.photos import Photos
from bot.pin.pin_middleware import PinMiddleware
from bot.telegram.commands import publish_commands
from bot.telegram.deduplication import DeduplicationMiddleware
from bot.telegram.dispatcher import make_bot, make_dispatcher
from bot.telegram.failure_reports import FailureReporter
from bot.telegram.fsm_storage import FsmStorage
from bot.telegram.inbox_worker import InboxWorker
from bot.telegram.incoming import KINDS
from bot.telegram.polling import MOST_PAUSE_SECONDS, BadToken, Polling
from bot.telegram.sender import Sender
from bot.telegram.telegram_payments import TelegramPayments
from bot.telegram.webhook import Webhook, serve_webhook
from domain.clock import Clock, SystemClock
from domain.work import Work
from handlers import Registry, build_registry
from jobs.schedule import Schedule
from settings import Settings, WrongSettings
from storage.database import Database
from storage.files import FolderFileStore
from storage.housekeeping import SqlHousekeeping
from storage.inbox import SqlInbox
from storage.leadership import leadership
from storage.matching import Projections
from storage.outbox import SqlOutboxQueue
from storage.sealing import Sealer
from storage.sent_log import SqlSentLog
from storage.work import SqlWork

log = logging.getLogger(__name__)

UNKNOWN_TOKEN = "BOT_TOKEN: Telegram does not know this token; take it anew from @BotFather"  # noqa: S105  (a sentence)


@dataclass
class Product:
    """The whole product, put together but not yet running."""

    settings: Settings
    api_url: str
    clock: Clock
    database: Database
    sealer: Sealer
    inbox: SqlInbox
    queue: SqlOutboxQueue
    store: FolderFileStore
    bot: Bot
    deduplication: DeduplicationMiddleware
    sent_log: SqlSentLog
    registry: Registry
    inbox_worker: InboxWorker
    sender: Sender
    schedule: Schedule

    def new_work(self, origin: str | None = None) -> Work:
        """A piece of work for whatever asks for it."""
        return new_work(self.database, self.sealer, self.clock, self.settings, origin)

    async def lead(self, stop: asyncio.Event) -> None:
        """What one process does at a time: send, and keep the clock."""
        self.schedule.start()
        try:
            await self.sender.run(stop)
        finally:
            await self.schedule.stop()

    async def close(self) -> None:
        """Let go of everything outside."""
        await self.bot.session.close()
        await self.database.close()


def new_work(
    database: Database, sealer: Sealer, clock: Clock, settings: Settings, origin: str | None = None
) -> SqlWork:
    """A piece of work on the database."""
    return SqlWork(database, sealer, clock, settings.match_rules, settings.admin_ids, origin)


def compose(
    settings: Settings,
    *,
    token: str,
    api_url: str,
    clock: Clock | None = None,
    session: BaseSession | None = None,
) -> Product:
    """Put the product together."""
    clock = clock or SystemClock()
    database = Database(settings.database)
    sealer = Sealer(settings.master_key_bytes())
    inbox = SqlInbox(database, sealer, clock)
    queue = SqlOutboxQueue(database, sealer, clock)
    store = FolderFileStore(settings.data_dir / "files")
    deduplication, sent_log = DeduplicationMiddleware(), SqlSentLog(database)
    bot = make_bot(token, api_url, deduplication, session)

    def work(origin: str | None = None) -> SqlWork:
        return new_work(database, sealer, clock, settings, origin)

    registry = build_registry(TelegramPayments(settings.payment_provider_token))
    conversations = FsmStorage()
    dispatcher = make_dispatcher(
        conversations,
        ContextMiddleware(work, store, clock),
        PinMiddleware(work),
        registry.routers,
        forms=registry.forms,
        menus=registry.menus,
        notification_views=registry.notification_views,
        links=registry.links,
        telegram_payments=registry.telegram_payments,
        inbox=inbox,
        queue=queue,
    )
    failure_reporter = FailureReporter(bot, work, settings.admin_ids, clock)
    inbox_worker = InboxWorker(
        inbox, dispatcher, bot, conversations, clock, failure_reporter.update_set_aside, deduplication, sent_log
    )
    photos, documents = Photos(bot, store, work), Documents(bot, store, work)
    sender = Sender(queue, bot, photos, documents, work, clock, registry.renderers, deduplication, sent_log)
    sender.hint = inbox_worker.on_finished
    return Product(
        settings=settings,
        api_url=api_url,
        clock=clock,
        database=database,
        sealer=sealer,
        inbox=inbox,
        queue=queue,
        store=store,
        bot=bot,
        deduplication=deduplication,
        sent_log=sent_log,
        registry=registry,
        inbox_worker=inbox_worker,
        sender=sender,
        schedule=Schedule(work, SqlHousekeeping(database, inbox, queue, store), clock),
    )


@asynccontextmanager
async def folder_held(settings: Settings, database: Database) -> AsyncIterator[None]:
    """With SQLite one process holds the data folder; a second one is told so and goes."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if not database.is_sqlite:
        yield
        return
    with (settings.data_dir / "in-use.lock").open("w") as lock:
        _hold(lock, settings)
        yield


def _hold(lock: IO[str], settings: Settings) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise WrongSettings(
            f"DATA_DIR: another process uses {settings.data_dir} already; stop it, or use PostgreSQL for several"
        ) from None


async def run(product: Product, stop: asyncio.Event) -> None:
    """Serve until told to stop; then finish what is in hand and let the rest wait for the next start."""
    database, inbox, queue = product.database, product.inbox, product.queue
    async with folder_held(product.settings, database), leadership(database, inbox, queue) as standing:
        await Projections(database, product.settings.match_rules.rates).bring_up_to_date()
        if (highest := await product.sent_log.highest()) is not None:
            product.deduplication.saw(highest)
        # what is there now stays; to look through all of it for garbage again would be a stop of a quarter of a second
        gc.freeze()
        async with _arrivals(product, stop) as hint, asyncio.TaskGroup() as tasks:
            tasks.create_task(product.inbox_worker.run(hint, stop))
            tasks.create_task(standing.lead(stop, product.lead))
            tasks.create_task(_publish(product))
        await inbox.release()
    await product.close()


async def _publish(product: Product) -> None:
    with contextlib.suppress(Exception):
        await publish_commands(product.bot)


@asynccontextmanager
async def _arrivals(product: Product, stop: asyncio.Event) -> AsyncIterator[asyncio.Event]:
    """Updates arrive by webhook if there is one, by long polling otherwise."""
    way = _by_polling if product.settings.webhook_url is None else _by_webhook
    async with way(product, stop) as on_arrival:
        yield on_arrival


@asynccontextmanager
async def _by_polling(product: Product, stop: asyncio.Event) -> AsyncIterator[asyncio.Event]:
    with contextlib.suppress(TelegramAPIError):
        await product.bot.delete_webhook()
    polling = Polling(product.api_url, product.bot.token, product.inbox, product.clock)
    task = asyncio.create_task(polling.run(stop))
    # polling ends by itself only when it cannot go on (a wrong token): then everything ends
    task.add_done_callback(lambda _: stop.set())
    try:
        yield polling.on_arrival
    finally:
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            pass
        except BadToken:
            raise WrongSettings(UNKNOWN_TOKEN) from None


@asynccontextmanager
async def _by_webhook(product: Product, stop: asyncio.Event) -> AsyncIterator[asyncio.Event]:
    settings = product.settings
    address = settings.webhook_url or ""
    secret = settings.webhook_secret
    token = secret.get_secret_value() if secret else product.sealer.fingerprint("webhook", address)
    path = "/" + address.split("://", 1)[1].partition("/")[2]
    webhook = Webhook(product.inbox, token, path)
    host, _, port = settings.webhook_listen.rpartition(":")
    try:
        runner = await serve_webhook(webhook, host.strip("[]"), int(port))
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or type(error).__name__).lower()
        raise WrongSettings(
            f"WEBHOOK_LISTEN: nothing can listen at {settings.webhook_listen} ({why}); "
            "stop what uses it, or name another host:port"
        ) from None
    announcing = asyncio.create_task(_announce(product, address, token))
    # it ends with an error only when nothing can arrive: then everything ends
    announcing.add_done_callback(lambda task: stop.set() if not task.cancelled() and task.exception() else None)
    try:
        yield webhook.on_arrival
    finally:
        announcing.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await announcing
        await runner.cleanup()


async def _announce(product: Product, address: str, secret: str) -> None:
    """Have Telegram send updates to the address, as soon as Telegram can be reached."""
    pause = 1.0
    while True:
        try:
            await product.bot.set_webhook(address, secret_token=secret, allowed_updates=list(KINDS))
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise WrongSettings(UNKNOWN_TOKEN) from None
        except TelegramBadRequest as error:
            raise WrongSettings(f"WEBHOOK_URL: Telegram does not take this address: {error.message}") from None
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("setting the webhook failed (%s), next try in %.0f s", type(error).__name__, pause)
            await product.clock.sleep(pause)
            pause = min(pause * 2, MOST_PAUSE_SECONDS)
        else:
            return
