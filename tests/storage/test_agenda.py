"""A manager's home over years of bookings: what is owed is summed from indexes, without reading the rows themselves."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import event

from domain.people.person import PersonId
from storage.database import Database
from tests.storage.conftest import NewWork

pytestmark = pytest.mark.one_database


async def test_what_is_owed_is_summed_from_indexes(database: Database, new_work: NewWork) -> None:
    asked: list[tuple[str, Any]] = []
    engine = database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda _c, _u, statement, given, *_: asked.append((statement, given)))
    work = new_work()
    async with work.reading():
        assert await work.estate.agenda.debts(PersonId(1), dt.date(2026, 12, 1)) == []
    statement, given = next((one, given) for one, given in asked if "ledger_entry" in one)
    async with database.reading() as connection:
        plan = [row.detail for row in await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)]
    sums = [step for step in plan if "ledger_" in step]
    assert sums
    assert all("USING COVERING INDEX" in step for step in sums), plan
