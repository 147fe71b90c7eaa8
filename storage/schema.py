"""The database's schema: every table there is, and bringing a database to it by migrations.

Whoever starts brings the database to head, however many processes start at once: on PostgreSQL they wait for each other
under an advisory lock, on SQLite for the one writer. All migrations that are due run in one transaction: a process
killed half-way leaves the database as it was.
"""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

import storage.calendar.tables
import storage.estate.costs
import storage.estate.money
import storage.estate.object_files
import storage.estate.tables
import storage.files
import storage.inbox
import storage.ledger
import storage.letters
import storage.matching.tables
import storage.metering.tables
import storage.notifications
import storage.outbox
import storage.people
import storage.pins
import storage.work  # noqa: F401  (importing a module of tables puts them into the metadata)
from storage.database import Database, metadata

__all__ = ["check", "config", "downgrade", "metadata", "migrations", "upgrade"]

MIGRATIONS = Path(__file__).parent / "migrations"
MIGRATION_KEY = 7_301_002
"""The advisory lock of the process that migrates."""


async def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the database to head, or to an earlier state of the schema."""
    async with database.restructuring() as connection:
        if not database.is_sqlite:
            await connection.execute(text("SET LOCAL statement_timeout = 0"))
            await connection.execute(text("SET LOCAL lock_timeout = 0"))
            await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_KEY})
        await connection.run_sync(_run, command.upgrade, revision)


async def downgrade(database: Database, revision: str) -> None:
    """Take the database back to an earlier state of the schema ("base" is an empty one)."""
    async with database.restructuring() as connection:
        await connection.run_sync(_run, command.downgrade, revision)


async def newer_revisions(database: Database) -> list[str]:
    """The migrations that have been made in the database and that this program does not know."""
    async with database.reading() as connection:
        present = set(await connection.run_sync(_present))
    return sorted(present - {one.revision for one in migrations().walk_revisions()})


async def check(database: Database) -> list[str]:
    """What is not at head, a sentence each; nothing if the schema is as the code expects it."""
    if unknown := await newer_revisions(database):
        return [f"the database is newer than this program (revision {', '.join(unknown)})"]
    async with database.reading() as connection:
        present = set(await connection.run_sync(_present))
    scripts = migrations()
    if present == set(scripts.get_heads()):
        return []
    lacking = [one for one in scripts.iterate_revisions("heads", tuple(present) or "base") if one]
    return [f"the database lacks the migration {one.revision} ({one.doc})" for one in reversed(lacking)]


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file."""
    made = Config(attributes={"connection": connection})
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    made.set_main_option("file_template", "%%(rev)s_%%(year)d_%%(month).2d_%%(day).2d_%%(slug)s")
    return made


def migrations() -> ScriptDirectory:
    """All migrations there are."""
    return ScriptDirectory.from_config(config())


def _run(connection: Connection, do: Callable[[Config, str], None], revision: str) -> None:
    do(config(connection), revision)


def _present(connection: Connection) -> tuple[str, ...]:
    return MigrationContext.configure(connection).get_current_heads()
