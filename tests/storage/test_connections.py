"""Connections to a server that was restarted meanwhile are replaced before anybody uses them."""

import psycopg
import pytest
from sqlalchemy import text

import storage.database
from storage.database import Database


@pytest.mark.parametrize("database_url", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
async def test_after_a_restart_of_the_server_nobody_hears_of_it(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.database, "REST_SECONDS", 0)
    async with database.reading() as one, database.reading() as other:
        assert await one.scalar(text("SELECT 1")) == await other.scalar(text("SELECT 1"))
    with psycopg.connect(database_url, autocommit=True) as operator:
        operator.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    async with database.reading() as one, database.reading() as other:
        assert await one.scalar(text("SELECT 2")) == await other.scalar(text("SELECT 2"))
