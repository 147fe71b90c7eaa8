"""Housekeeping: finished updates, settled messages and operation keys are forgotten once nobody asks for them."""

import datetime as dt

from sqlalchemy import delete, select

from storage.database import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.work import operation

BATCH = 500


class SqlHousekeeping:
    """Removes what is over, a little at a time."""

    def __init__(self, database: Database, inbox: SqlInbox, queue: SqlOutboxQueue) -> None:
        self._database = database
        self._inbox = inbox
        self._queue = queue

    async def forget(self, before: dt.datetime) -> int:
        """Remove what was finished before this moment; returns how many rows."""
        removed = 0
        for remove in (self._inbox.forget, self._queue.forget, self._forget_operations):
            while count := await remove(before, BATCH):
                removed += count
        return removed

    async def _forget_operations(self, before: dt.datetime, limit: int) -> int:
        old = select(operation.c.key).where(operation.c.done_at < before).limit(limit)
        async with self._database.writing() as connection:
            done = await connection.execute(delete(operation).where(operation.c.key.in_(old)))
        return done.rowcount
