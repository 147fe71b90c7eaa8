"""How fast a manager's home is: what needs doing today, over many objects, leases, bookings and meters.

`python -m benchmarks.today --objects 1000 --leases 3000` makes so many in a fresh SQLite file, two years old, asks for
the six counts through the product's own query, and prints milliseconds (p50, p95) beside how much there is to count.
"""

import argparse
import asyncio
import datetime as dt
import itertools
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from domain.clock import SystemClock
from domain.estate.day.today import Today, today
from domain.estate.leases.lease import REMINDED, RentStep, months_back
from domain.estate.parties.party import PartyKind
from domain.ledger.entry import Article, EntryKind, Method, account_of_lease
from domain.matching.deals.rules import MatchRules
from domain.metering.meter import USUAL, usual_decimals, usual_unit
from domain.metering.reading import Source
from domain.people.person import PersonId, PushPace, Role
from storage import schema
from storage.database import Database
from storage.estate.tables import lease, party, premises
from storage.ledger import allocation, entry
from storage.metering.tables import meter, reading
from storage.people import person
from storage.sealing import Sealer
from storage.work import SqlWork

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()
MONTHS = months_back(months_back(TODAY, 2)[0], 24)
"""What has been charged; it has been due by any day of this month."""
RENT = 46_000_00
CHARGED = {Article.RENT: RENT, Article.ELECTRICITY: 1_000_00}
BATCH = 5000
ONE_OF = 10
"""One tenant in so many has not paid the last month, one lease ends soon, one object lacks readings."""


async def measure(objects: int, leases: int, rounds: int) -> tuple[Today, list[float]]:
    """The counts, and how long they took, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'today.db'}")
        await schema.upgrade(database)
        await _fill(database, objects, leases)
        took = []
        for _ in range(rounds):
            work = SqlWork(database, Sealer(bytes(32)), SystemClock(), MatchRules(), frozenset())
            async with work.reading():
                me = await work.people.get(PersonId(1))
            began = time.perf_counter()
            counted = await today(work, me)
            took.append((time.perf_counter() - began) * 1000)
        await database.close()
    return counted, took


async def _fill(database: Database, objects: int, leases: int) -> None:
    tables: list[tuple[Table, Iterator[dict[str, Any]]]] = [
        (person, _people()),
        (party, _parties(leases)),
        (premises, _premises(objects)),
        (lease, _leases(objects, leases)),
        *_books(leases),
        (meter, _meters(objects)),
        (reading, _readings(objects)),
    ]
    for table, rows in tables:
        every = list(rows)
        async with database.writing() as connection:
            for start in range(0, len(every), BATCH):
                await connection.execute(table.insert(), every[start : start + BATCH])


def _people() -> Iterator[dict[str, Any]]:
    told = {"push_pace": PushPace.AT_ONCE, "digest_hour": 9, "time_zone": "Europe/Moscow", "currency": "RUB"}
    who = {"id": 1, "telegram_id": 1, "first_name": "Maria", "language": "ru", "roles": (Role.MANAGER,)}
    yield {**who, **told, "created_at": NOW, "version": 1}


def _parties(leases: int) -> Iterator[dict[str, Any]]:
    about = {"manager_id": 1, "created_at": NOW, "search_text": "", "version": 1}
    yield {**about, "id": 1, "kind": PartyKind.OWNER, "first_name": "Olga"}
    for number in range(leases):
        yield {**about, "id": number + 2, "kind": PartyKind.TENANT, "first_name": f"Tenant {number}"}


def _premises(objects: int) -> Iterator[dict[str, Any]]:
    about = {"manager_id": 1, "owner_id": 1, "created_at": NOW, "currency": "RUB", "photos": (), "search_text": ""}
    days = {"readings_from_day": 20, "readings_until_day": 25}
    for number in range(objects):
        yield {**about, **days, "id": number + 1, "name": f"Object {number}", "version": 1}


def _leases(objects: int, leases: int) -> Iterator[dict[str, Any]]:
    terms = {"currency": "RUB", "due_day": 1, "utilities_due_day": 10, "reminders": REMINDED, "ended_early": False}
    for number in range(leases):
        ends = TODAY + dt.timedelta(days=30) if number % ONE_OF == 0 else None
        yield {
            **terms,
            "id": number + 1,
            "premises_id": number % objects + 1,
            "tenant_id": number + 2,
            "created_at": NOW,
            "starts_on": MONTHS[0],
            "ends_on": ends,
            "rent": (RentStep(MONTHS[0], RENT),),
            "version": 1,
        }


def _books(leases: int) -> list[tuple[Table, Iterator[dict[str, Any]]]]:
    """What was charged and paid, and which charge each payment went into: only that makes a charge a paid one."""
    charged, paid, parts = list[dict[str, Any]](), list[dict[str, Any]](), list[dict[str, Any]]()
    none: dict[str, Any] = {**dict.fromkeys(("article", "month", "method", "key")), "currency": "RUB", "arithmetic": {}}
    for number, month in itertools.product(range(leases), MONTHS):
        account = {"account": account_of_lease(number + 1), "booked_at": NOW}
        pays = bool(number % ONE_OF) or month != MONTHS[-1]
        payment = leases * len(MONTHS) * len(CHARGED) + len(paid) + 1
        for article, minor in CHARGED.items():
            about = {"kind": EntryKind.CHARGE, "article": article, "month": month, "key": f"{article}:{month:%Y-%m}"}
            charged.append({**none, **account, **about, "id": len(charged) + 1, "on": month, "minor": minor})
            if pays:
                into = {"payment": payment, "charge": len(charged), "month": month, "due_on": month}
                parts.append({**account, **into, "minor": minor})
        if pays:
            about = {"kind": EntryKind.PAYMENT, "method": Method.BANK, "minor": sum(CHARGED.values())}
            paid.append({**none, **account, **about, "id": payment, "on": month})
    return [(entry, iter(charged)), (entry, iter(paid)), (allocation, iter(parts))]


def _meters(objects: int) -> Iterator[dict[str, Any]]:
    for number in range(objects):
        for place, kind in enumerate(USUAL):
            shape = {"kind": kind, "unit": usual_unit(kind), "decimals": usual_decimals(kind), "zones": 1}
            about = {"premises_id": number + 1, "first_on": MONTHS[0], "created_at": NOW, "version": 1}
            yield {**shape, **about, "id": number * len(USUAL) + place + 1}


def _readings(objects: int) -> Iterator[dict[str, Any]]:
    for number in range(objects):
        for place in range(len(USUAL)):
            for month in MONTHS if number % ONE_OF else MONTHS[:-2]:
                about = {"meter_id": number * len(USUAL) + place + 1, "month": month, "on": month, "at": NOW}
                yield {**about, "values": (100,), "source": Source.TENANT}


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--objects", type=int, default=1000)
    asked.add_argument("--leases", type=int, default=3000)
    asked.add_argument("--rounds", type=int, default=30)
    given = asked.parse_args()
    counted, took = asyncio.run(measure(given.objects, given.leases, given.rounds))
    print(counted)
    print(f"p50 {statistics.median(took):.0f} ms, p95 {statistics.quantiles(took, n=20)[-1]:.0f} ms")


if __name__ == "__main__":
    main()
