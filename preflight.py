"""What has to be true before anything is served or changed: the folder, the key, the database, and that they fit.

What an operator can have set wrongly is found here and raised as `WrongSettings`, one sentence a setting that says what
to write instead; the program then ends with code 2.
"""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, NoSuchModuleError, OperationalError

from settings import Settings, WrongSettings
from storage import schema
from storage.database import Database
from storage.key_check import opens_what_is_sealed
from storage.sealing import Sealer

PRIVATE = 0o600
POSTGRES_SAYS = (
    ("password authentication failed", "the server does not take this user and password; correct them in the address"),
    ("no password supplied", "the server asks for a password; write postgresql://user:password@host/name"),
    ("no pg_hba.conf entry", "the server lets this user in from elsewhere only; allow it in pg_hba.conf"),
    ("permission denied", "this user may not make tables there; make it the owner of the database"),
    ("does not exist", "the server has no such database or user; make it with `createuser` and `createdb`"),
    ("starting up", "the server is still starting; try again in a moment"),
    ("too many connections", "the server has no free connection; raise its max_connections"),
    ("could not translate host", "there is no host of this name; correct the address"),
    ("name or service not known", "there is no host of this name; correct the address"),
    ("failed to resolve host", "there is no host of this name; correct the address"),
)
"""What the messages of PostgreSQL and of its client come to, for whoever has to mend it."""
SQLITE_SAYS = (
    ("unable to open", "cannot be opened; name a file in a folder that exists and that this user may write to"),
    ("not a database", "is no SQLite database; name another file"),
    ("malformed", "is damaged; put a backup in its place"),
    ("locked", "is in use by another process; stop that one"),
    ("readonly", "may not be written to by this user; change its owner"),
    ("disk", "cannot be written: the disk is full or broken"),
)


def data_folder(settings: Settings) -> None:
    """Make the data folder if it is missing, and prove that something can be written there."""
    folder, probe = settings.data_dir, settings.data_dir / f".probe-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise WrongSettings(
            f"DATA_DIR: {folder} cannot be used ({why}); name a folder that this user may write to, like data"
        ) from None


def keep_private(settings: Settings) -> None:
    """A SQLite database is for this user alone, with what lies beside it; earlier versions left it readable to all."""
    url = make_url(settings.database)
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    for path in (Path(f"{url.database}{ending}") for ending in ("", "-wal", "-shm")):
        with suppress(FileNotFoundError):
            path.chmod(PRIVATE)


def _look_at_file(settings: Settings) -> None:
    """A SQLite file needs a folder to be in, and must not be one."""
    url = make_url(settings.database)
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    path = Path(url.database)
    if path.is_dir():
        raise WrongSettings(f"DATABASE_URL: {path} is a folder; name a file in it, like sqlite:///{path}/property.db")
    if not path.parent.is_dir():
        raise WrongSettings(f"DATABASE_URL: there is no folder {path.parent}; make it, or name a file elsewhere")


@contextmanager
def address_said() -> Iterator[None]:
    """Have an address that names no database said in one sentence."""
    try:
        yield
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise WrongSettings("DATABASE_URL: write sqlite:///file or postgresql://user:password@host/name") from None


@contextmanager
def database_said(settings: Settings) -> Iterator[None]:
    """Have said in one sentence why the database lets nobody in; what fails inside it for another reason stays so."""
    try:
        yield
    except (DBAPIError, OSError) as error:
        why = _of_database(settings, error)
        if why is None:
            raise
        raise WrongSettings(f"DATABASE_URL: {why}") from None


def _of_database(settings: Settings, error: Exception) -> str | None:
    url = make_url(settings.database)
    words = str(getattr(error, "orig", error)).lower()
    is_away = isinstance(error, OperationalError | InterfaceError | OSError)
    if url.get_backend_name() == "sqlite":
        for part, means in SQLITE_SAYS:
            if part in words:
                return f"{url.database} {means}"
        return f"{url.database} cannot be used ({_first_line(words)})" if is_away else None
    for part, means in POSTGRES_SAYS:
        if part in words:
            return means
    if not is_away:
        return None
    return f"no PostgreSQL answers at {url.host or 'this address'}; start it there, or correct the address"


def _first_line(words: str) -> str:
    return next(iter(words.strip().splitlines()), "no reason is given")


@asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[Database]:
    """The database, which answers and is not newer than this program; what is refused meanwhile is said."""
    with address_said():
        _look_at_file(settings)
        database = Database(settings.database)
    with database_said(settings):
        try:
            newer = await schema.newer_revisions(database)
            if newer:
                raise WrongSettings(
                    f"DATABASE_URL: the database is newer than this program (revision {', '.join(newer)}); "
                    "start the program that was used last, or a newer one"
                )
            yield database
        finally:
            await database.close()


async def prove_key(settings: Settings, database: Database) -> None:
    """The master key must open what is sealed in the database; where nothing is, any key will do."""
    if not await opens_what_is_sealed(database, Sealer(settings.master_key_bytes())):
        raise WrongSettings(
            "MASTER_KEY: what people have saved was sealed with another key and cannot be read with this one; "
            "set the key that was used before, or name another database"
        )


async def prove_schema(database: Database) -> None:
    """The database must have its tables, as this program expects them."""
    lacking = await schema.check(database)
    if lacking:
        raise WrongSettings(f"DATABASE_URL: {lacking[0]}; start the bot once, or run `make migrate`")
