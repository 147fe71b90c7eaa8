"""The whole product beside the local Telegram in one process, with a clock that the test holds.

People come in by the front door: `anna = world.person("Анна")`, `await world.does(anna.writes, "/start")`, and then
`anna.screen` is what she sees. `settle` lets everything happen that is due: updates fetched, lanes worked, pushes sent.
"""

import datetime as dt
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from bot.telegram.incoming import incoming_update
from composition import Product, compose
from sandbox import Person, Telegram
from sandbox.session import IN_PROCESS, InProcessSession
from settings import Settings, read_settings
from tests.support.clock import HeldClock

MASTER_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
MOST_ROUNDS = 200
R = TypeVar("R")


class World:
    """Telegram, the product and a clock."""

    def __init__(self, telegram: Telegram, product: Product, clock: HeldClock) -> None:
        self.telegram = telegram
        self.product = product
        self.clock = clock
        self._offset = 0
        self._ran: dict[str, dt.datetime] = {}
        """When each job of the schedule has run last."""

    def person(self, first_name: str, **about: Any) -> Person:
        """Somebody who has not talked to the bot yet."""
        return self.telegram.person(first_name, **about)

    async def does(self, action: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        """Somebody does something, and everything that follows from it happens."""
        done = action(*args, **kwargs)
        await self.settle()
        return done

    async def settle(self) -> None:
        """Let everything happen that is due by now; albums are waited for, later pushes are not."""
        for _ in range(MOST_ROUNDS):
            if not await self._round():
                return
        raise AssertionError("the bot does not come to rest")

    async def restart(self) -> None:
        """The process ends and another one begins on the same database: whatever was only in memory is gone."""
        await self.product.close()
        self.product = _composed(self.product.settings, self.telegram, self.clock)

    async def _round(self) -> bool:
        fetched = await self.fetch()
        handled = await self.handle()
        sent = await self.product.sender.send_due()
        return bool(fetched or handled or sent) or await self._waits_for_a_turn()

    async def fetch(self) -> int:
        """Take what Telegram has for the bot into the inbox."""
        form = {"offset": str(self._offset), "timeout": "0", "limit": "100"}
        answer = await self.telegram.call(self.telegram.token, "getUpdates", form)
        updates = json.loads(answer.content)["result"]
        await self.product.inbox.accept([incoming_update(update) for update in updates])
        if updates:
            self._offset = max(update["update_id"] for update in updates) + 1
        return len(updates)

    async def handle(self) -> int:
        """Work through what waits in the inbox now; returns how many updates were handled."""
        handled = 0
        for waiting in await self.product.inbox.waiting_lanes(100):
            handled += 1
            while await self.product.inbox_worker.step(waiting.lane):
                handled += 1
        return handled

    async def _waits_for_a_turn(self) -> bool:
        turn = await self.product.inbox.next_turn()
        if turn is not None:
            self.clock.advance(seconds=max(0.0, (turn - self.clock.now()).total_seconds()))
        return turn is not None

    async def later(self, **delta: float) -> None:
        """Time passes, the jobs run whose turn has come meanwhile, and what is due goes out."""
        self.clock.advance(**delta)
        now = self.clock.now()
        for name, (seconds, _) in self.product.schedule.table.items():
            before = self._ran.get(name)
            if before is None or now - before >= dt.timedelta(seconds=seconds):
                self._ran[name] = now
                await self.product.schedule.run(name)
        await self.settle()


@asynccontextmanager
async def world_on(
    database_url: str, data_dir: Path, clock: HeldClock, *, admins: frozenset[int] = frozenset(), **settings: Any
) -> AsyncIterator[World]:
    """A world on a database that is at head already."""
    telegram = Telegram(clock.now)
    configured = read_settings(
        _env_file=None,
        data_dir=data_dir,
        database_url=database_url,
        master_key=MASTER_KEY,
        admin_ids=admins,
        **settings,
    )
    world = World(telegram, _composed(configured, telegram, clock), clock)
    try:
        yield world
    finally:
        await world.product.close()


def _composed(settings: Settings, telegram: Telegram, clock: HeldClock) -> Product:
    api_url = IN_PROCESS.base.split("/bot{token}")[0]
    return compose(settings, token=telegram.token, api_url=api_url, clock=clock, session=InProcessSession(telegram))
