"""Which process may do what there must be one of: one sender and one clock at a time, and lanes of the dead set free.

On PostgreSQL both are advisory locks on a connection of their own: they vanish with the process, so what a killed
process held is taken over at once instead of after a lease. On SQLite there is one process, and it leads.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue

log = logging.getLogger(__name__)

LEADER_KEY = 7_301_001
"""The advisory lock of the process that sends and keeps the clock."""
LOOK_SECONDS = 1.0

Duty = Callable[[asyncio.Event], Coroutine[Any, Any, None]]


class Leadership:
    """This process's standing among the others."""

    def __init__(self, database: Database, inbox: SqlInbox, queue: SqlOutboxQueue) -> None:
        self._database = database
        self._inbox = inbox
        self._queue = queue
        self._connection: AsyncConnection | None = None

    async def arrive(self) -> None:
        """Announce this process, and free what dead ones held."""
        if self._database.is_sqlite:
            await self._inbox.take_over(await self._inbox.holders())
            return
        await self._connect()
        await self._free_the_dead()

    async def leave(self) -> None:
        """Give everything back."""
        if self._connection is not None:
            with contextlib.suppress(DBAPIError):
                await self._connection.close()

    async def lead(self, stop: asyncio.Event, duty: Duty) -> None:
        """Do the duty whenever this process is the one that leads, until stopped."""
        if self._database.is_sqlite:
            await self._queue.take_over()
            await duty(stop)
            return
        while not stop.is_set():
            with contextlib.suppress(DBAPIError):
                if self._connection is None:
                    await self._connect()
                await self._free_the_dead()
                if await self._lock(LEADER_KEY):
                    await self._queue.take_over()
                    await self._serve(stop, duty)
            await _pause(stop)

    async def _serve(self, stop: asyncio.Event, duty: Duty) -> None:
        """Do the duty until stopped or until the lock's connection is lost."""
        over = asyncio.Event()
        task = asyncio.create_task(duty(over))
        try:
            while not stop.is_set() and not task.done():
                await _pause(stop)
                await self._free_the_dead()
        except DBAPIError:
            log.warning("the connection that holds the lead is lost; another process may take over")
            self._connection = None
        finally:
            over.set()
            await task

    async def _connect(self) -> None:
        connection = await self._database.engine.connect()
        self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await self._lock(self._inbox.presence_key)

    async def _lock(self, key: int) -> bool:
        assert self._connection is not None  # noqa: S101  (connected by every caller)
        return bool(await self._connection.scalar(select(func.pg_try_advisory_lock(key))))

    async def _free_the_dead(self) -> None:
        assert self._connection is not None  # noqa: S101  (connected by every caller)
        dead = []
        for holder in await self._inbox.holders():
            key = SqlInbox.key_of(holder)
            if key != self._inbox.presence_key and await self._lock(key):
                await self._connection.scalar(select(func.pg_advisory_unlock(key)))
                dead.append(holder)
        if dead:
            await self._inbox.take_over(dead)


@asynccontextmanager
async def leadership(database: Database, inbox: SqlInbox, queue: SqlOutboxQueue) -> AsyncIterator[Leadership]:
    """This process's standing while it runs."""
    standing = Leadership(database, inbox, queue)
    await standing.arrive()
    try:
        yield standing
    finally:
        await standing.leave()


async def _pause(stop: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), LOOK_SECONDS)
