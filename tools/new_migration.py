"""Write the migration from what the migrations make to what the tables in the code say; look it over before committing.

Used as `make migration m="leads have a title"`.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy import Connection

from storage import schema
from storage.database import Database


def _write(connection: Connection, message: str) -> None:
    last = max((int(path.name[:4]) for path in schema.MIGRATIONS.glob("versions/[0-9]*.py")), default=0)
    name = f"{last + 1:04}"
    command.revision(schema.config(connection), message, autogenerate=True, rev_id=name)


async def _new_migration(message: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'migrated.db'}")
        await schema.upgrade(database)
        async with database.restructuring() as connection:
            await connection.run_sync(_write, message)
        await database.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit('usage: make migration m="what changes"')
    asyncio.run(_new_migration(sys.argv[1]))
