"""The search in SQL gives exactly what scoring every pair in Python would give, in both directions and page by page."""

import random
from collections.abc import Callable

import pytest
from sqlalchemy import select, text, true
from sqlalchemy.ext.asyncio import AsyncSession

from domain.matching.found import Cursor, Found
from domain.matching.score import fits_price, points
from domain.matching.score_rules import Criterion, ScoreRules
from domain.matching.shape import MOST_PRICE, Offering, Wish, gate_key, place_key
from domain.matching.terms import Condition, Deal, PropertyClass, PropertyType
from storage.database import Database
from storage.matching import points_of_leads, points_of_properties, search
from storage.matching.projection import lead_row, match_lead, match_property, property_row

GATES = (gate_key(Deal.SALE, None, "Москва"), gate_key(Deal.SALE, None, "Казань"))
PLACES = [place_key(f"район {number}") for number in range(6)]
RULES = {
    "the product's": ScoreRules(),
    "everything is recommended": ScoreRules(threshold=0),
    "only perfect ones": ScoreRules(threshold=100),
    "some criteria do not count": ScoreRules(
        weights={Criterion.PRICE: 0, Criterion.DISTRICT: 3, Criterion.ROOMS: 7, Criterion.AREA: 1}, edge=25
    ),
    "price alone": ScoreRules(weights={Criterion.PRICE: 1}, edge=100, threshold=1),
    "odd weights": ScoreRules(weights=dict.fromkeys(Criterion, 7), edge=3, threshold=35),
}


def maybe(chance: random.Random, value: object, odds: float = 0.6) -> object | None:
    return value if chance.random() < odds else None


def a_price(chance: random.Random) -> int:
    return chance.choice([1, 9, 10, 11, 99, 100, 101, 110, 1_000, MOST_PRICE, chance.randint(80, 130)])


def a_wish(chance: random.Random) -> Wish:
    price = sorted((a_price(chance), a_price(chance)))
    area = sorted((chance.randint(1, 130), chance.randint(80, 130)))
    known = chance.random() < 0.95
    bounds = chance.choice([(True, True), (True, False), (False, True)])
    return Wish(
        gate=GATES[chance.random() < 0.15],
        price_min=price[0] if known and bounds[0] else None,
        price_max=price[1] if known and bounds[1] else None,
        price_known=known,
        districts=frozenset(chance.sample(PLACES, chance.choice([0, 0, 1, 3]))),
        metros=frozenset(chance.sample(PLACES, chance.choice([0, 0, 1, 4]))),
        rooms=frozenset(chance.sample(range(5), chance.choice([0, 1, 2]))),
        area_min=maybe(chance, area[0]),  # type: ignore[arg-type]
        area_max=maybe(chance, area[1]),  # type: ignore[arg-type]
        property_type=maybe(chance, chance.choice(list(PropertyType)), 0.3),  # type: ignore[arg-type]
        property_class=maybe(chance, chance.choice(list(PropertyClass)), 0.3),  # type: ignore[arg-type]
        condition=maybe(chance, chance.choice(list(Condition)), 0.3),  # type: ignore[arg-type]
    )


def an_offering(chance: random.Random) -> Offering:
    return Offering(
        gate=GATES[chance.random() < 0.15],
        price=maybe(chance, a_price(chance), 0.95),  # type: ignore[arg-type]
        district=maybe(chance, chance.choice(PLACES), 0.8),  # type: ignore[arg-type]
        metro=maybe(chance, chance.choice(PLACES), 0.7),  # type: ignore[arg-type]
        rooms=chance.choice([0, 1, 2, 2, 3, 4, 30]),
        area=chance.choice([chance.randint(80, 130), 10_000_000]),
        property_type=chance.choice(list(PropertyType)),
        property_class=maybe(chance, chance.choice(list(PropertyClass))),  # type: ignore[arg-type]
        condition=maybe(chance, chance.choice(list(Condition))),  # type: ignore[arg-type]
    )


def ranked(scored: dict[int, int], rules: ScoreRules) -> list[Found]:
    fitting = [Found(row_id, got) for row_id, got in scored.items() if got >= rules.threshold_points]
    return sorted(fitting, key=lambda found: (-found.points, -found.id))


@pytest.fixture
async def session(database: Database):  # type: ignore[no-untyped-def]
    async with database.engine.connect() as connection:
        if database.is_sqlite:
            # what is found need not exist here
            await connection.rollback()
            raw = await connection.get_raw_connection()
            await raw.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        else:
            await connection.execute(text("SET session_replication_role = replica"))
        async with AsyncSession(bind=connection) as session:
            yield session
        await connection.rollback()


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES.keys())
async def test_search_equals_scoring_everything(session: AsyncSession, rules: ScoreRules) -> None:
    chance = random.Random(repr(rules))  # noqa: S311  (the same data every time)
    wishes = {number: a_wish(chance) for number in range(1, 301)}
    offered = {number: an_offering(chance) for number in range(1, 301)}
    await session.execute(match_lead.insert(), [lead_row(key, key % 7, wish) for key, wish in wishes.items()])
    await session.execute(
        match_property.insert(), [property_row(key, key % 7, offering) for key, offering in offered.items()]
    )
    for number in range(1, 301, 40):
        wish, offering = wishes[number], offered[number]

        def property_tiers(wish: Wish = wish):  # type: ignore[no-untyped-def]
            return search.property_tiers(wish, rules, true())

        def lead_tiers(offering: Offering = offering):  # type: ignore[no-untyped-def]
            return search.lead_tiers(offering, rules, true())

        same_gate = {key: one for key, one in offered.items() if one.gate == wish.gate}
        scored = {key: points(wish, one, rules) for key, one in same_gate.items()}
        await check_pages(session, property_tiers, ranked(scored, rules), rules, chance)
        points_in_sql = points_of_properties.points(match_property.c, wish, rules)
        query = select(match_property.c.id, points_in_sql).where(match_property.c.gate == wish.gate)
        assert dict((await session.execute(query)).all()) == scored

        askers = {key: one for key, one in wishes.items() if one.gate == offering.gate}
        scored = {key: points(one, offering, rules) for key, one in askers.items()}
        await check_pages(session, lead_tiers, ranked(scored, rules), rules, chance)
        query = select(match_lead.c.id, points_of_leads.points(offering, rules)).where(
            match_lead.c.gate == offering.gate
        )
        assert dict((await session.execute(query)).all()) == scored
        affordable = select(match_lead.c.id).where(points_of_leads.fits_price(offering.price))
        assert set(await session.scalars(affordable)) == {
            key for key, one in wishes.items() if fits_price(one, offering.price)
        }


async def check_pages(
    session: AsyncSession,
    tiers: Callable,  # type: ignore[type-arg]
    expected: list[Found],
    rules: ScoreRules,
    chance: random.Random,
) -> None:
    for limit in (2, 50):
        assert await search.best(session, tiers(), rules, limit=limit) == expected[:limit]
    offset = chance.randint(0, 60)
    assert await search.best(session, tiers(), rules, offset=offset, limit=7) == expected[offset : offset + 7]
    assert await search.count(session, tiers(), rules, 1000) == len(expected)
    assert await search.count(session, tiers(), rules, 5) == min(5, len(expected))
    seen: list[Found] = []
    after: Cursor | None = None
    for _ in range(4):
        page = await search.best(session, tiers(), rules, after=after, limit=3)
        seen += page
        if len(page) < 3:
            break
        after = page[-1].cursor
    assert seen == expected[: len(seen)]
    assert len(seen) == min(12, len(expected))
