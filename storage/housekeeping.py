"""Housekeeping: what is finished is forgotten once nobody asks for it, and files that belong to nobody are removed."""

import datetime as dt

from sqlalchemy import delete, select

from storage.database import Database
from storage.estate.object_files import object_file
from storage.files import FolderFileStore, stored_file
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.work import operation

BATCH = 500


class SqlHousekeeping:
    """Removes what is over, a little at a time."""

    def __init__(self, database: Database, inbox: SqlInbox, queue: SqlOutboxQueue, store: FolderFileStore) -> None:
        self._database = database
        self._store = store
        self._inbox = inbox
        self._queue = queue

    async def forget(self, before: dt.datetime) -> int:
        """Remove what was finished before this moment; returns how many rows."""
        removed = 0
        for remove in (self._inbox.forget, self._queue.forget, self._forget_operations, self._forget_documents):
            while count := await remove(before, BATCH):
                removed += count
        await self._sweep_files()
        return removed

    async def _sweep_files(self) -> None:
        """Remove the bytes of erased people's photos, and of files whose row was never committed."""
        names = await self._store.settled()
        for start in range(0, len(names), BATCH):
            some = names[start : start + BATCH]
            async with self._database.reading() as connection:
                known = await connection.scalars(select(stored_file.c.name).where(stored_file.c.name.in_(some)))
            await self._store.remove(set(some) - set(known))

    async def _forget_documents(self, before: dt.datetime, limit: int) -> int:
        """Documents that were taken off their objects and not put back."""
        removed = select(object_file.c.id).where(object_file.c.removed_at < before).limit(limit)
        async with self._database.writing() as connection:
            done = await connection.execute(delete(object_file).where(object_file.c.id.in_(removed)))
        return done.rowcount

    async def _forget_operations(self, before: dt.datetime, limit: int) -> int:
        old = select(operation.c.key).where(operation.c.done_at < before).limit(limit)
        async with self._database.writing() as connection:
            done = await connection.execute(delete(operation).where(operation.c.key.in_(old)))
        return done.rowcount
