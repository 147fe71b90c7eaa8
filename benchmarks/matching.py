"""How fast what fits is found among many leads and properties, and how that compares with scoring every pair.

`python -m benchmarks.matching --leads 100000` makes as many synthetic leads and properties in a fresh SQLite file
(or in the empty database at `--url`), asks both ways through the product's own repository, checks the answers against
plain Python, and prints milliseconds (p50, p95) and the ratio to plain Python in the same run.
"""

import argparse
import asyncio
import datetime as dt
import gc
import itertools
import random
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import text

from domain.clock import SystemClock
from domain.matching.deals.rules import MatchRules
from domain.matching.leads.lead import Lead, LeadId
from domain.matching.properties.property import Property, PropertyId
from domain.matching.recommendations.budget import Budget
from domain.matching.recommendations.found import FoundPage
from domain.matching.recommendations.recommendation import COUNTED
from domain.matching.recommendations.score import points, uses_budget
from domain.matching.recommendations.shape import Offering, Wish, offering_of, wish_of
from domain.matching.terms import Condition, Deal, PropertyClass, PropertyType
from domain.money import Money
from domain.people.person import PersonId
from storage import schema
from storage.database import Database
from storage.matching import SqlMatches
from storage.matching.projection import lead_row, match_lead, match_property, property_row
from storage.scope import Scope
from storage.sealing import Sealer

CITIES = 20
DISTRICTS = 23
"""In each city."""
REALTORS = 500
PAGE = 50
BATCH = 5000
R = TypeVar("R")
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
RULES = MatchRules()
ZIPF_CITIES = [1 / rank for rank in range(1, CITIES + 1)]
ZIPF_DISTRICTS = [rank**-0.7 for rank in range(1, DISTRICTS + 1)]
ZIPF_ROOMS = (0.1, 0.3, 0.35, 0.2, 0.05)


class Owned(NamedTuple):
    """What decides how well something fits, and whose it is."""

    realtor: int
    shape: Wish | Offering


def a_property(chance: random.Random, row_id: int) -> Property:
    """A flat somewhere; large cities and districts have more of them, prices are lognormal."""
    city = chance.choices(range(CITIES), ZIPF_CITIES)[0]
    rooms = chance.choices(range(5), ZIPF_ROOMS)[0]
    area = (22 + rooms * 18) * chance.lognormvariate(0, 0.2)
    made = Property(
        realtor_id=PersonId(chance.randint(1, REALTORS)),
        created_at=NOW,
        deal=Deal.SALE,
        property_type=chance.choices(list(PropertyType), (0.8, 0.1, 0.05, 0.05))[0],
        city=f"город {city}",
        district=f"район {chance.choices(range(DISTRICTS), ZIPF_DISTRICTS)[0]}" if chance.random() < 0.95 else None,
        metro_station=f"метро {chance.randrange(40)}" if chance.random() < 0.6 else None,
        price=Money(round(area * chance.lognormvariate(5.3, 0.4)) * 1_000_00, "RUB"),
        area=round(area * 100),
        rooms=rooms,
        property_class=chance.choice([None, *PropertyClass]),
        condition=chance.choice([None, *Condition]),
        commission_share=50_00,
    )
    made.id = PropertyId(row_id)
    return made


def a_lead(chance: random.Random, row_id: int, picky: float) -> Lead:
    """A client who wants something like a flat that exists; `picky` is how often each wish is stated."""
    like = a_property(chance, 0)

    def states(odds: float) -> bool:
        return chance.random() < max(odds, picky)

    districts = {like.district or "район 0"} | {f"район {chance.randrange(DISTRICTS)}" for _ in range(3)}
    metros = {like.metro_station or "метро 0"} | {f"метро {chance.randrange(40)}" for _ in range(4)}
    made = Lead(
        realtor_id=PersonId(chance.randint(1, REALTORS)),
        created_at=NOW,
        deal=Deal.SALE,
        city=like.city,
        districts=tuple(districts) if states(0.6) else (),
        metro_stations=tuple(metros) if states(0.3) else (),
        budget=Budget(
            round(like.price.minor * 0.8) if states(0.4) else None,
            round(like.price.minor * chance.uniform(1, 1.3)),
            "RUB",
        ),
        area_min=round(like.area * 0.9) if states(0.6) else None,
        area_max=round(like.area * 1.3) if states(0.3) else None,
        rooms=tuple(sorted({like.rooms, max(0, like.rooms + chance.choice([-1, 0, 1]))})) if states(0.8) else (),
        property_type=like.property_type if states(0.5) else None,
        property_class=like.property_class if states(0.2) else None,
        condition=like.condition if states(0.2) else None,
    )
    made.id = LeadId(row_id)
    return made


async def fill(database: Database, wishes: dict[int, Owned], offerings: dict[int, Owned]) -> None:
    """Write what is searched in; the full rows behind it are not needed here."""
    async with database.engine.connect() as connection:
        if database.is_sqlite:
            raw = await connection.get_raw_connection()
            await raw.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        else:
            await connection.execute(text("SET session_replication_role = replica"))
        for some in _batched(wishes):
            rows = [lead_row(key, wishes[key].realtor, wishes[key].shape) for key in some]  # type: ignore[arg-type]
            await connection.execute(match_lead.insert(), rows)
        for some in _batched(offerings):
            rows = [property_row(key, offerings[key].realtor, offerings[key].shape) for key in some]  # type: ignore[arg-type]
            await connection.execute(match_property.insert(), rows)
        if not database.is_sqlite:
            await connection.execute(text("ANALYZE"))  # what autovacuum does in a database that lives
        await connection.commit()
    await database.engine.dispose()


def _batched(ids: Iterable[int]) -> Iterable[list[int]]:
    rest = iter(ids)
    while batch := list(itertools.islice(rest, BATCH)):
        yield batch


def plainly(asking: Owned, others: dict[int, Owned]) -> list[FoundPage]:
    """The best page, found by scoring every pair in plain Python."""
    scored = []
    for key, other in others.items():
        if other.realtor == asking.realtor:
            continue
        wish, offering = (asking.shape, other.shape) if isinstance(asking.shape, Wish) else (other.shape, asking.shape)
        got = points(wish, offering, RULES.score)  # type: ignore[arg-type]
        if got >= RULES.score.threshold_points:
            scored.append((got, uses_budget(wish, offering.price), key))  # type: ignore[arg-type, union-attr]
    scored.sort(reverse=True)
    return [FoundPage(key, got, uses) for got, uses, key in scored[:PAGE]]


class Times:
    """Milliseconds of one way of asking."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def of(self, asked: Awaitable[R]) -> R:
        """Wait for the answer and remember how long it took."""
        begun = time.perf_counter()
        answer = await asked
        self.taken.append((time.perf_counter() - begun) * 1000)
        return answer

    @property
    def p50(self) -> float:
        """The median."""
        return statistics.median(self.taken)

    @property
    def p95(self) -> float:
        """What nineteen in twenty stay under."""
        several = self.taken if len(self.taken) > 1 else self.taken * 2
        return statistics.quantiles(several, n=20, method="inclusive")[-1]

    def __str__(self) -> str:
        return f"p50 {self.p50:7.2f} ms   p95 {self.p95:7.2f} ms   max {max(self.taken):7.2f} ms"


async def ask(
    name: str,
    asking: Sequence[Lead | Property],
    search: Callable[[Any], Awaitable[list[FoundPage]]],
    count: Callable[[Any], Awaitable[int]],
    naive: Callable[[Any], list[FoundPage]],
    plain_queries: int,
) -> None:
    """Put the questions of one direction, and print what they took."""
    for one in asking[:20]:
        await search(one)
        await count(one)
    found, counted, slow = Times(), Times(), Times()
    for number, one in enumerate(asking):
        answer = await found.of(search(one))
        await counted.of(count(one))
        if number < plain_queries:
            begun = time.perf_counter()
            expected = naive(one)
            slow.taken.append((time.perf_counter() - begun) * 1000)
            if answer != expected:
                raise SystemExit(f"{name}: query {number} is not answered as plain Python answers it")
    print(f"{name}: the best {PAGE}   {found}")
    print(f"{name}: how many   {counted}")
    if slow.taken:
        print(f"{name}: plain Python  {slow}")
        print(f"{name}: ratio p50 {slow.p50 / found.p50:.1f}x   p95 {slow.p95 / found.p95:.1f}x")
    print()


async def measure(url: str, leads: int, properties: int, queries: int, plain_queries: int, picky: float) -> None:
    """Fill the database and ask both ways."""
    chance = random.Random(1)  # noqa: S311  (the same data every time)
    database = Database(url)
    await schema.upgrade(database)
    begun = time.perf_counter()
    rates = RULES.rates
    wishes = {
        one.id: Owned(one.realtor_id, wish_of(one, rates))
        for one in (a_lead(chance, key, picky) for key in range(1, leads + 1))
    }
    offerings = {
        one.id: Owned(one.realtor_id, offering_of(one, rates))
        for one in (a_property(chance, key) for key in range(1, properties + 1))
    }
    made = time.perf_counter()
    await fill(database, wishes, offerings)  # type: ignore[arg-type]
    print(
        f"{leads} leads, {properties} properties, {database.engine.dialect.name}: "
        f"made in {made - begun:.1f} s, written in {time.perf_counter() - made:.1f} s\n"
    )
    gc.freeze()  # what only plain Python needs shall not slow the rest down
    scope = Scope(Sealer(bytes(32)), SystemClock(), RULES)
    matches = SqlMatches(scope)

    async def read(asked: Callable[[], Awaitable[R]]) -> R:
        async with database.reading_session() as session:
            scope.open_session = session
            return await asked()

    await ask(
        "property -> leads",
        [a_property(chance, properties + key) for key in range(1, queries + 1)],
        lambda one: read(lambda: matches.leads_for(one, own=False, limit=PAGE)),
        lambda one: read(lambda: matches.count_leads_for(one, own=False, at_most=COUNTED)),
        lambda one: plainly(Owned(one.realtor_id, offering_of(one, rates)), wishes),  # type: ignore[arg-type]
        plain_queries,
    )
    await ask(
        "lead -> properties",
        [a_lead(chance, leads + key, picky) for key in range(1, queries + 1)],
        lambda one: read(lambda: matches.properties_for(one, own=False, limit=PAGE)),
        lambda one: read(lambda: matches.count_properties_for(one, own=False, at_most=COUNTED)),
        lambda one: plainly(Owned(one.realtor_id, wish_of(one, rates)), offerings),  # type: ignore[arg-type]
        plain_queries,
    )
    await database.close()


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--leads", type=int, default=100_000)
    parser.add_argument("--properties", type=int, help="as many as leads unless given")
    parser.add_argument("--queries", type=int, default=200, help="in each direction")
    parser.add_argument("--plain-queries", type=int, default=20, help="of them, also answered by plain Python")
    parser.add_argument("--picky", type=float, default=0.0, help="at least this share of all wishes is stated")
    parser.add_argument("--url", help="an empty database; a fresh SQLite file unless given")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = given.url or f"sqlite:///{Path(folder) / 'matching.db'}"
        properties = given.properties or given.leads
        asyncio.run(measure(url, given.leads, properties, given.queries, given.plain_queries, given.picky))


if __name__ == "__main__":
    main()
