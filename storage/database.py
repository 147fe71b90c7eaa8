"""One database: SQLite in a folder that one process holds, or PostgreSQL for any number of processes."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Engine, MetaData, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import registry
from sqlalchemy.pool import ConnectionPoolEntry

from storage import sqlite

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
mapping = registry(metadata=metadata)

DRIVERS = {"sqlite": sqlite.DRIVER, "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
POSTGRES_OPTIONS = (
    "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s -c timezone=UTC"
)
"""Transactions here are short: what hangs gives its locks back, so that one stuck process does not stop the others."""


def driver_url(url: str) -> str:
    """The address with the driver we use, for an address that names only the kind of database."""
    scheme, _, rest = url.partition("://")
    return f"{DRIVERS.get(scheme, scheme)}://{rest}"


REST_SECONDS = 1.0
"""A connection used so lately is there; to ask it before every use would be one more round trip a transaction."""


class Database:
    """The engine, and the two ways to use it: to write and to read."""

    def __init__(self, url: str, *, pool_size: int = 5) -> None:
        self.url = driver_url(url)
        self.is_sqlite = make_url(self.url).get_backend_name() == "sqlite"
        self.engine: AsyncEngine = create_async_engine(
            self.url,
            pool_size=pool_size,
            max_overflow=0,
            pool_timeout=60,
            connect_args={} if self.is_sqlite else {"options": POSTGRES_OPTIONS},
        )
        self._one_writer = asyncio.Lock()
        if self.is_sqlite:
            sqlite.prepare(self.engine.sync_engine)
        else:
            _ask_after_rest(self.engine.sync_engine)
        self._reader = self.engine.execution_options(reading=True)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write; rolled back unless it is committed by leaving without an error."""
        async with self._turn(), self.engine.begin() as connection:
            yield connection

    @asynccontextmanager
    async def writing_session(self) -> AsyncIterator[AsyncSession]:
        """A session that may write; rolled back unless `commit` is called."""
        async with self._turn(), AsyncSession(self.engine, expire_on_commit=False, autoflush=True) as session:
            await session.connection()
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads and never waits for a writer."""
        async with self._reader.connect() as connection:
            yield connection

    @asynccontextmanager
    async def reading_session(self) -> AsyncIterator[AsyncSession]:
        """A session that only reads."""
        async with AsyncSession(self._reader, expire_on_commit=False, autoflush=False) as session:
            yield session

    @asynccontextmanager
    async def restructuring(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may rebuild tables; references are checked at its end."""
        if not self.is_sqlite:
            async with self.writing() as connection:
                yield connection
            return
        async with self._turn(), self.engine.connect() as connection:
            # SQLite alters a table by copying and dropping it, and dropping a table with foreign keys on deletes what
            # refers to it; the switch has no effect inside a transaction
            driver = (await connection.get_raw_connection()).driver_connection
            assert driver is not None  # noqa: S101  (it has just been connected)
            await driver.execute("PRAGMA foreign_keys=OFF")
            try:
                async with connection.begin():
                    yield connection
                    broken = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
                    if broken:
                        raise RuntimeError(f"rows refer to what is not there: {broken[:5]}")
            finally:
                await driver.execute("PRAGMA foreign_keys=ON")

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        # SQLite has one writer at a time: waiting here is fair and free, waiting in the database is a poll
        if not self.is_sqlite:
            yield
            return
        async with self._one_writer:
            yield

    async def close(self) -> None:
        """Let all connections go."""
        await self.engine.dispose()


def _ask_after_rest(engine: Engine) -> None:
    """Ask a connection that has rested whether it is still there: after the server's restart nobody hears of it."""

    def comes_back(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info["used_at"] = time.monotonic()

    def goes_out(connection: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
        if time.monotonic() - record.info.get("used_at", time.monotonic()) < REST_SECONDS:
            return
        try:
            is_there = engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error:
            is_there = False
        if not is_there:
            raise InvalidatePoolError

    event.listen(engine, "checkin", comes_back)
    event.listen(engine, "checkout", goes_out)


def numbered_by_database(entity: Any) -> Any:
    """A new entity has id 0 until it is kept; None is how the database is asked for the next number."""
    entity.id = None
    return entity
