"""What was paid before payments were booked to charges is settled once: the oldest payment, the first due charge."""

from sqlalchemy import text

from storage import schema
from storage.database import Database

ROWS = (
    (1, "lease:1", "charge", "2026-09-05", 40_000, None),
    (2, "lease:1", "payment", "2026-09-20", -1, None),
    (3, "lease:1", "charge", "2026-10-05", 40_000, None),
    (4, "lease:1", "payment", "2026-09-06", 50_000, None),
    (5, "lease:1", "charge", "2026-10-10", 3_000, None),
    (6, "lease:1", "payment", "2026-10-11", 20_000, None),
    (7, "lease:1", "payment", "2026-09-20", 1, 2),
    (8, "lease:2", "payment", "2026-10-01", 500, None),
    (9, "lease:3", "charge", "2026-10-01", 500, None),
)


async def test_what_was_paid_is_settled_the_oldest_first(empty_database: Database) -> None:
    await schema.upgrade(empty_database, "0002")
    insert = text(
        'INSERT INTO ledger_entry (id, account, kind, "on", minor, currency, booked_at, reverses, arithmetic) '
        "VALUES (:id, :account, :kind, CAST(:on AS DATE), :minor, 'RUB', CURRENT_TIMESTAMP, :reverses, '{}')"
        if not empty_database.is_sqlite
        else 'INSERT INTO ledger_entry (id, account, kind, "on", minor, currency, booked_at, reverses, arithmetic) '
        "VALUES (:id, :account, :kind, :on, :minor, 'RUB', '2026-11-21 12:00:00.000000', :reverses, '{}')"
    )
    names = ("id", "account", "kind", "on", "minor", "reverses")
    async with empty_database.writing() as connection:
        for row in ROWS:
            await connection.execute(insert, dict(zip(names, row, strict=True)))
    await schema.upgrade(empty_database)
    query = text("SELECT account, payment, charge, minor, due_on FROM ledger_allocation ORDER BY id")
    async with empty_database.reading() as connection:
        found = [(*row[:4], str(row[4])) for row in (await connection.execute(query)).all()]
    assert found == [
        ("lease:1", 4, 1, 40_000, "2026-09-05"),
        ("lease:1", 4, 3, 10_000, "2026-10-05"),
        ("lease:1", 6, 3, 20_000, "2026-10-05"),
    ]
