"""The search in SQL gives exactly what scoring every pair in Python would give, in both directions and page by page."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text, true
from sqlalchemy.ext.asyncio import AsyncSession

from domain.matching.recommendations.found import FeedCursor, FoundPage
from domain.matching.recommendations.score import fits_price, is_out, points, uses_budget
from domain.matching.recommendations.score_rules import Criterion, ScoreRules
from domain.matching.recommendations.shape import MOST_PRICE, Offering, Wish, gate_key, place_key
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


def ranked(pairs: dict[int, tuple[Wish, Offering]], rules: ScoreRules) -> list[FoundPage]:
    """What is recommended, by scoring every pair in plain Python; the key is the id of the other side's row."""
    scored = [
        FoundPage(row_id, points(wish, offering, rules), uses_budget(wish, offering.price))
        for row_id, (wish, offering) in pairs.items()
    ]
    fitting = [found for found in scored if found.points >= rules.threshold_points]
    return sorted(fitting, key=lambda found: found.cursor, reverse=True)


def near(pairs: dict[int, tuple[Wish, Offering]], rules: ScoreRules) -> dict[int, int]:
    """The points of each pair that is not out."""
    return {key: points(*pair, rules) for key, pair in pairs.items() if not is_out(*pair, rules)}


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

        pairs = {key: (wish, one) for key, one in offered.items()}
        await check_pages(session, property_tiers, ranked(pairs, rules), rules, chance)
        assert await points_in_sql(session, wish, rules) == near(pairs, rules)

        pairs = {key: (one, offering) for key, one in wishes.items()}
        await check_pages(session, lead_tiers, ranked(pairs, rules), rules, chance)
        assert await points_in_sql(session, offering, rules) == near(pairs, rules)
        affordable = select(match_lead.c.id).where(points_of_leads.fits_price(offering.price))
        assert set(await session.scalars(affordable)) == {
            key for key, one in wishes.items() if fits_price(one, offering.price)
        }


async def points_in_sql(session: AsyncSession, asking: Wish | Offering, rules: ScoreRules) -> dict[int, int]:
    """The points of every row of the other side that is not out, as SQL finds them."""
    row: Any = match_property.c if isinstance(asking, Wish) else match_lead.c
    if isinstance(asking, Wish):
        is_near = points_of_properties.is_near(row, asking, rules)
        got = points_of_properties.points(row, asking, rules)
    else:
        is_near, got = points_of_leads.is_near(asking, rules), points_of_leads.points(asking, rules)
    query = select(row.id, got).where(row.gate == asking.gate, is_near)
    return dict((await session.execute(query)).all())


async def check_pages(
    session: AsyncSession,
    tiers: Callable,  # type: ignore[type-arg]
    expected: list[FoundPage],
    rules: ScoreRules,
    chance: random.Random,
) -> None:
    for limit in (2, 50):
        assert await search.best(session, tiers(), rules, limit=limit) == expected[:limit]
    offset = chance.randint(0, 60)
    assert await search.best(session, tiers(), rules, offset=offset, limit=7) == expected[offset : offset + 7]
    assert await search.count(session, tiers(), rules, 1000) == len(expected)
    assert await search.count(session, tiers(), rules, 5) == min(5, len(expected))
    seen: list[FoundPage] = []
    after: FeedCursor | None = None
    for _ in range(4):
        page = await search.best(session, tiers(), rules, after=after, limit=3)
        seen += page
        if len(page) < 3:
            break
        after = page[-1].cursor
    assert seen == expected[: len(seen)]
    assert len(seen) == min(12, len(expected))


SUMS = st.one_of(st.integers(0, 40), st.integers(80, 130), st.just(MOST_PRICE), st.integers(0, MOST_PRICE))
AREAS = st.one_of(st.integers(1, 40), st.integers(80, 130), st.integers(1, 10_000_000))


def bounds(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[int | None, int | None]]:
    """A least and a most number, of which either may not be stated."""
    both = st.tuples(numbers, numbers).map(sorted).map(tuple)
    return st.one_of(both, st.tuples(numbers, st.none()), st.tuples(st.none(), numbers), st.just((None, None)))


@st.composite
def drawn_wishes(draw: st.DrawFn) -> Wish:
    least, most = draw(bounds(SUMS))
    area_min, area_max = draw(bounds(AREAS))
    return Wish(
        gate=draw(st.sampled_from(GATES)),
        price_min=least,
        price_max=most,
        price_known=(least, most) != (None, None),
        districts=draw(st.frozensets(st.sampled_from(PLACES), max_size=3)),
        metros=draw(st.frozensets(st.sampled_from(PLACES), max_size=3)),
        rooms=draw(st.frozensets(st.integers(0, 30), max_size=3)),
        area_min=area_min,
        area_max=area_max,
        property_type=draw(st.none() | st.sampled_from(PropertyType)),
        property_class=draw(st.none() | st.sampled_from(PropertyClass)),
        condition=draw(st.none() | st.sampled_from(Condition)),
    )


drawn_offerings = st.builds(
    Offering,
    gate=st.sampled_from(GATES),
    price=st.none() | SUMS,
    district=st.none() | st.sampled_from(PLACES),
    metro=st.none() | st.sampled_from(PLACES),
    rooms=st.integers(0, 30),
    area=AREAS,
    property_type=st.sampled_from(PropertyType),
    property_class=st.none() | st.sampled_from(PropertyClass),
    condition=st.none() | st.sampled_from(Condition),
)
drawn_rules = st.builds(
    ScoreRules,
    weights=st.dictionaries(st.sampled_from(Criterion), st.integers(0, 100), min_size=1).filter(
        lambda weights: any(weights.values())
    ),
    edge=st.integers(1, 100),
    threshold=st.integers(0, 100),
)


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(
    st.lists(drawn_wishes(), min_size=2, max_size=12),
    st.lists(drawn_offerings, min_size=2, max_size=12),
    drawn_rules,
)
async def test_any_rules_and_rows_have_the_score_of_plain_python(
    session: AsyncSession, wishes: list[Wish], offerings: list[Offering], rules: ScoreRules
) -> None:
    for table in (match_lead, match_property):
        await session.execute(table.delete())
    await session.execute(match_lead.insert(), [lead_row(key, 1, one) for key, one in enumerate(wishes)])
    await session.execute(match_property.insert(), [property_row(key, 1, one) for key, one in enumerate(offerings)])
    wish, offering = wishes[0], offerings[0]
    pairs = {key: (wish, one) for key, one in enumerate(offerings)}
    assert await points_in_sql(session, wish, rules) == near(pairs, rules)
    properties = search.property_tiers(wish, rules, true())
    assert await search.best(session, properties, rules, limit=50) == ranked(pairs, rules)

    pairs = {key: (one, offering) for key, one in enumerate(wishes)}
    assert await points_in_sql(session, offering, rules) == near(pairs, rules)
    leads = search.lead_tiers(offering, rules, true())
    assert await search.best(session, leads, rules, limit=50) == ranked(pairs, rules)
