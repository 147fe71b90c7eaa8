"""SQLite as we use it: settings, how a transaction begins, and a driver that asks its thread once a statement.

SQLite answers most statements sooner than two threads hand over a word, and the usual driver hands over five for each:
make a cursor, execute, fetch, close, and a look for what to roll back. Here a statement and all its rows are one.
"""

from collections import deque
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_connection
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)

DRIVER = "sqlite+whole"
BUSY_TIMEOUT_MS = 5000


class WholeCursor(AsyncAdapt_aiosqlite_cursor):
    """Has every row of a statement, and is closed, when its execution is over."""

    __slots__ = ("_about", "arraysize")

    def __init__(self, adapt_connection: AsyncAdapt_dbapi_connection) -> None:
        # nothing is asked of the database's thread yet
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._rows = deque()
        self._about: tuple[Any, int, int | None] = (None, -1, None)
        self.arraysize = 1

    @property
    def description(self) -> Any:
        """The columns, or None for a statement without rows."""
        return self._about[0]

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        return self._about[1]

    @property
    def lastrowid(self) -> int:
        """The number the database gave to what was added last."""
        return self._about[2] or 0

    def close(self) -> None:
        """Forget the rows; the database's own cursor is closed already."""
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """Nothing is open."""

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        await self._in_one_trip("execute", operation, () if parameters is None else parameters)

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._in_one_trip("executemany", operation, seq_of_parameters)

    async def _in_one_trip(self, way: str, operation: Any, parameters: Any) -> None:
        driver: Any = self._connection

        def whole() -> tuple[deque[Any], tuple[Any, int, int | None]]:
            cursor = driver._conn.cursor()
            try:
                getattr(cursor, way)(operation, parameters)
                rows = deque(cursor.fetchall()) if cursor.description else deque()
                return rows, (cursor.description, cursor.rowcount, cursor.lastrowid)
            finally:
                cursor.close()

        async with self._adapt_connection._execute_mutex:
            self._rows, self._about = await driver._execute(whole)


class WholeConnection(AsyncAdapt_aiosqlite_connection):
    """Whose cursors are whole."""

    __slots__ = ()

    _cursor_cls = WholeCursor

    def rollback(self) -> None:
        """Take back what is begun; where nothing is, as after every commit, there is nothing to ask."""
        if self._connection.in_transaction:
            super().rollback()


class WholeDriver(AsyncAdapt_aiosqlite_dbapi):
    """Whose connections are whole."""

    def connect(self, *arg: Any, **kw: Any) -> WholeConnection:
        """A connection with a thread of its own."""
        return WholeConnection(self, super().connect(*arg, **kw)._connection)


class WholeSQLite(SQLiteDialect_aiosqlite):
    """SQLite through whole cursors."""

    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> AsyncAdapt_aiosqlite_dbapi:
        """The driver."""
        plain = super().import_dbapi()
        return WholeDriver(plain.aiosqlite, plain.sqlite)


registry.register("sqlite.whole", __name__, WholeSQLite.__name__)


def prepare(engine: Engine) -> None:
    """Have every connection of this engine set up, and every transaction begun, our way."""
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "secure_delete=ON",
        "trusted_schema=OFF",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # without an explicit BEGIN a read-then-write transaction silently loses updates
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
