"""The database of the release before, with rows in it, is brought to head: people find what they left, and go on.

`tests/released/0.1.0.json` has the rows that a manager, a tenant, a landlord in the middle of a form and two realtors
had left when 0.1.0 (migration 0008) was the newest. Migrations that have landed are never edited: what has been
released is in `tests/released/migrations.txt`, each with its SHA-256.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Date, DateTime, MetaData, Table, text
from sqlalchemy.types import Boolean, LargeBinary

from domain.estate.money.show_account import show_account
from storage import schema
from storage.database import Database
from tests.support.clock import HeldClock
from tests.support.somebody import Somebody
from tests.support.world import World, world_on
from tools.released import LANDED, migrations

RELEASED = Path(__file__).parents[1] / "released"
HEAD_THEN = "0008"
NOW = dt.datetime(2026, 11, 22, 12, 5, tzinfo=dt.UTC)


def test_a_landed_migration_is_never_edited() -> None:
    assert migrations() == LANDED.read_text().splitlines(), (
        "`make released` adds a new one; of one that nobody has yet take the line out of the file first"
    )


async def test_people_find_what_they_left_in_the_release_before(
    empty_database: Database, empty_database_url: str, clock: HeldClock, tmp_path: Path
) -> None:
    left = json.loads((RELEASED / "0.1.0.json").read_text())
    await schema.upgrade(empty_database, HEAD_THEN)
    async with empty_database.writing() as connection:
        await connection.run_sync(_fill, left["tables"])
    await schema.upgrade(empty_database)
    clock.set(NOW)
    async with world_on(empty_database_url, tmp_path / "data", clock) as world:
        maria, oleg, lev, anna, irina = (_back(world, one) for one in left["people"].values())

        await maria.writes("/menu")
        maria.sees("1 объект, 1 собственник, 1 арендатор", "Просрочка по 1 договору: 6 000 ₽")
        await oleg.writes("/menu")
        oleg.sees("Вы должны 6 000 ₽ с 5 ноября", "осталось 6 000 ₽ из 46 000 ₽", "[✉️ Сообщения: 1]")
        await oleg.taps("✉️ Сообщения")
        oleg.sees("Мария", "Счётчик проверят в среду")
        await oleg.writes("/menu")
        await oleg.taps("🔔 Новости")
        oleg.sees("Ваш договор заканчивается 31 декабря", "Платёж внесён: 40 000 ₽")
        await maria.writes("/menu")
        await maria.taps("🔔 Новости")
        maria.sees("31 декабря", "Олег")

        account = await show_account(world.product.new_work(), await maria.me(), 1)  # type: ignore[arg-type]
        assert (account.owed.minor, [one.minor for one in account.entries]) == (6_000_00, [46_000_00, 40_000_00])

        await lev.writes("/menu")
        await lev.taps("↩️ Продолжить")
        lev.sees("Интернет", "500 ₽")
        await lev.taps("✅")
        lev.sees("✅", "Интернет", "500 ₽")
        await irina.writes("/menu")
        await irina.taps("🤝 Совпадения")
        irina.sees("Арбат", "45 %")
        await anna.writes("/menu")
        await anna.taps("🔔 Новости")
        anna.sees("Договорились, контакты открыты", "45 %")


def _fill(connection: Connection, tables: dict[str, dict[str, Any]]) -> None:
    present = MetaData()
    present.reflect(connection, only=list(tables))
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    else:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
    for name, rows in tables.items():
        table = present.tables[name]
        found = [_row(table, dict(zip(rows["columns"], row, strict=True))) for row in rows["rows"]]
        connection.execute(table.insert(), found)
        if connection.dialect.name != "sqlite" and isinstance(found[0].get("id"), int):
            connection.execute(
                text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :last)"),
                {"table": name, "last": max(row["id"] for row in found)},
            )


def _row(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(table, name, value) for name, value in row.items()}


def _value(table: Table, name: str, value: Any) -> Any:
    of = table.c[name].type
    if value is None:
        return None
    if isinstance(of, DateTime):
        moment = dt.datetime.fromisoformat(value)
        return moment.replace(tzinfo=dt.UTC) if of.timezone else moment
    if isinstance(of, Date):
        return dt.date.fromisoformat(value)
    if isinstance(of, Boolean):
        return bool(value)
    return bytes.fromhex(value["hex"]) if isinstance(of, LargeBinary) else value


def _back(world: World, about: dict[str, Any]) -> Somebody:
    person = world.person(about["first_name"], user_id=about["id"])
    person.chat.is_started = True
    return Somebody(world, person)
