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
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue

log = logging.getLogger(__name__)

LEADER_KEY = 7_301_001
"""The advisory lock of the process that sends and keeps the clock."""
LOOK_SECONDS = 1.0
ANSWER_SECONDS = 10
"""A database that answers no sooner is as good as lost."""

Duty = Callable[[asyncio.Event], Coroutine[Any, Any, None]]


class Leadership:
    """This process's standing among the others."""

    def __init__(self, database: Database, inbox: SqlInbox, queue: SqlOutboxQueue) -> None:
        self._database = database
        self._inbox = inbox
        self._queue = queue
        self._connection: AsyncConnection | None = None
        self._is_present = False
        """Whether the connection holds the lock by which the others know that this process is alive."""

    async def arrive(self) -> None:
        """Announce this process, and free what dead ones held."""
        if self._database.is_sqlite:
            await self._inbox.take_over(await self._inbox.holders())
            return
        await self._connect()
        await self._look_around()

    async def leave(self) -> None:
        """Give everything back."""
        await self._disconnect()

    async def lead(self, stop: asyncio.Event, duty: Duty) -> None:
        """Do the duty whenever this process is the one that leads, until stopped."""
        if self._database.is_sqlite:
            await self._queue.take_over()
            await duty(stop)
            return
        while not stop.is_set():
            try:
                await self._take_part(stop, duty)
            except (SQLAlchemyError, OSError, TimeoutError):
                log.warning("the connection by which the others know of this process is lost; another may lead now")
                await self._disconnect()
            await _pause(stop)

    async def _take_part(self, stop: asyncio.Event, duty: Duty) -> None:
        """Show that this process is alive, and lead if nobody else does."""
        if self._connection is None:
            await self._connect()
        await self._look_around()
        if await self._lock(LEADER_KEY):
            await self._queue.take_over()
            await self._serve(stop, duty)

    async def _serve(self, stop: asyncio.Event, duty: Duty) -> None:
        """Do the duty until stopped or until the lock's connection is lost."""
        over = asyncio.Event()
        task = asyncio.create_task(duty(over))
        try:
            while not stop.is_set() and not task.done():
                await _pause(stop)
                await self._look_around()
        finally:
            over.set()
            await task

    async def _connect(self) -> None:
        connection = await self._database.engine.connect()
        self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
        self._is_present = await self._lock(self._inbox.presence_key)

    async def _disconnect(self) -> None:
        """Give the connection up for good: in the pool it would keep its locks."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(SQLAlchemyError, OSError):
                await connection.invalidate()
            with contextlib.suppress(SQLAlchemyError, OSError):
                await connection.close()

    async def _lock(self, key: int) -> bool:
        assert self._connection is not None  # noqa: S101  (connected by every caller)
        return bool(await self._connection.scalar(select(func.pg_try_advisory_lock(key))))

    async def _look_around(self) -> None:
        """Make sure that this process still holds what it holds, and free what dead ones held."""
        assert self._connection is not None  # noqa: S101  (connected by every caller)
        async with asyncio.timeout(ANSWER_SECONDS):
            # the server may take a while to notice that our former connection is gone
            self._is_present = self._is_present or await self._lock(self._inbox.presence_key)
            await self._connection.scalar(select(1))
            await self._free_the_dead()

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
