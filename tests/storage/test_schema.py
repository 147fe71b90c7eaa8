"""Migrations: they go up, down and up again, and make exactly the tables that the code says."""

import asyncio

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from storage import schema
from storage.database import Database


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, schema.metadata))


async def test_migrations_go_up_down_and_up(empty_database: Database) -> None:
    await schema.upgrade(empty_database)
    async with empty_database.reading() as connection:
        assert await connection.run_sync(_tables) == set(schema.metadata.tables)

    await schema.downgrade(empty_database, "base")
    async with empty_database.reading() as connection:
        assert await connection.run_sync(_tables) == set()

    await schema.upgrade(empty_database)
    async with empty_database.reading() as connection:
        assert await connection.run_sync(_tables) == set(schema.metadata.tables)


async def test_each_migration_can_be_taken_back_and_made_again(empty_database: Database) -> None:
    for revision in reversed(list(schema.migrations().walk_revisions())):
        await schema.upgrade(empty_database, revision.revision)
        await schema.downgrade(empty_database, "-1")
        await schema.upgrade(empty_database, revision.revision)


async def test_migrated_database_has_exactly_the_tables_of_the_code(database: Database) -> None:
    async with database.reading() as connection:
        assert await connection.run_sync(_differences) == []


async def test_empty_database_lacks_every_migration(empty_database: Database) -> None:
    problems = await schema.check(empty_database)
    assert len(problems) == len(list(schema.migrations().walk_revisions()))
    assert problems[0].startswith("the database lacks the migration 0001")


async def test_migrated_database_lacks_nothing(database: Database) -> None:
    assert await schema.check(database) == []
    await schema.upgrade(database)
    assert await schema.check(database) == []


async def test_database_of_a_newer_program_is_named(database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert await schema.check(database) == ["the database is newer than this program (revision 9999)"]


@pytest.mark.postgres
async def test_several_processes_may_start_at_once(databases, tmp_path) -> None:  # type: ignore[no-untyped-def]
    with databases.empty_postgres() as url:
        processes = [Database(url) for _ in range(4)]
        await asyncio.gather(*(schema.upgrade(process) for process in processes))
        assert await schema.check(processes[0]) == []
        for process in processes:
            await process.close()


async def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(database: Database) -> None:
    async with database.writing() as connection:
        for statement in (
            "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
            "CREATE TABLE child (id INTEGER, parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE)",
            "INSERT INTO parent VALUES (1)",
            "INSERT INTO child VALUES (1, 1)",
        ):
            await connection.execute(text(statement))
    if database.is_sqlite:
        async with database.restructuring() as connection:
            for statement in (
                "CREATE TABLE copy (id INTEGER PRIMARY KEY)",
                "INSERT INTO copy SELECT id FROM parent",
                "DROP TABLE parent",
                "ALTER TABLE copy RENAME TO parent",
            ):
                await connection.execute(text(statement))
    async with database.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM child")) == 1


async def test_migration_that_breaks_references_changes_nothing(database: Database) -> None:
    if not database.is_sqlite:
        return
    async with database.writing() as connection:
        await connection.execute(text("CREATE TABLE parent (id INTEGER PRIMARY KEY)"))
        await connection.execute(text("CREATE TABLE child (parent_id INTEGER REFERENCES parent (id))"))
    with pytest.raises(RuntimeError, match="rows refer to what is not there"):
        async with database.restructuring() as connection:
            await connection.execute(text("INSERT INTO child VALUES (7)"))
    async with database.writing() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM child")) == 0
        assert await connection.scalar(text("PRAGMA foreign_keys")) == 1
