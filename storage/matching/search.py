"""Finds the best fits without scoring everything: a narrow search first, a wider one only if it could matter.

Each search knows the most points that anything outside it can have. As soon as all the rows asked for have
more, they are the answer, exactly the one that scoring every row would give.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select, true, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from domain.matching.found import Ahead, Cursor, Found
from domain.matching.score_rules import FULL_POINTS, Criterion, ScoreRules
from domain.matching.shape import Offering, Wish
from storage.matching import points_of_leads, points_of_properties
from storage.matching.points_of_properties import NO_LIMIT
from storage.matching.projection import ANY, match_lead, match_property

Test = ColumnElement[bool]
NOTHING = -1
"""The bound of a search that covers everything."""

SCORED_BY = [one for one in match_property.c if one.name not in {"gate", "realtor_id"}]
"""What the score of a property is made of."""


@dataclass(frozen=True)
class Tier:
    """Some rows with their `id` and `points`, and the most points that any other row can have."""

    rows: Select[int, int]
    bound: int
    all_perfect: bool = False
    """All rows have full points, so the newest are the best and an index that is read backwards ends the search."""


async def best(
    session: AsyncSession,
    tiers: Iterator[Tier],
    rules: ScoreRules,
    *,
    after: Cursor | None = None,
    offset: int = 0,
    limit: int,
) -> list[Found]:
    """The rows from the cursor or offset on, by points, then the newest first."""
    wanted = offset + limit
    for tier in tiers:
        is_last = tier.bound < rules.threshold_points
        if not is_last and (tier.bound >= FULL_POINTS or (after is not None and tier.bound >= after.points)):
            continue
        rows = (await session.execute(_ranked(tier, rules, after, wanted))).all()
        if is_last or (len(rows) == wanted and rows[-1].points > tier.bound):
            return [Found(row.id, row.points) for row in rows[offset:]]
    raise AssertionError("the last tier covers everything")


async def count(session: AsyncSession, tiers: Iterator[Tier], rules: ScoreRules, at_most: int) -> int:
    """How many rows are recommended, counting no further than `at_most`."""
    for tier in tiers:
        if tier.bound >= FULL_POINTS:
            continue
        row = tier.rows.subquery().c
        some = select(row.id).where(row.points >= rules.threshold_points).limit(at_most)
        number = await session.scalar(select(func.count()).select_from(some.subquery())) or 0
        if number == at_most or tier.bound < rules.threshold_points:
            return number
    raise AssertionError("the last tier covers everything")


async def ahead(session: AsyncSession, tiers: Iterator[Tier], rules: ScoreRules, cursor: Cursor, at_most: int) -> Ahead:
    """What is recommended before the cursor, counting no further than `at_most`, and the nearest of it."""
    for tier in tiers:
        if tier.bound >= cursor.points:
            continue
        row = tier.rows.subquery().c
        comes_earlier = or_(row.points > cursor.points, and_(row.points == cursor.points, row.id > cursor.id))
        some = select(row.id, row.points).where(row.points >= rules.threshold_points, comes_earlier).limit(at_most)
        number = await session.scalar(select(func.count()).select_from(some.subquery())) or 0
        nearest = (await session.execute(some.order_by(row.points, row.id).limit(1))).first()
        return Ahead(number, None if nearest is None else Found(nearest.id, nearest.points))
    raise AssertionError("the last tier covers everything")


def lead_tiers(offering: Offering, rules: ScoreRules, allowed: Test) -> Iterator[Tier]:
    """Leads for a property: whom it fits in everything, whom it may fit, all of the city and deal."""
    row = match_lead.c
    gate = row.gate == offering.gate
    perfect = points_of_leads.all_fits(offering, rules)
    newest = select(row.id, literal(FULL_POINTS).label("points")).where(gate, perfect, allowed)
    yield Tier(newest, FULL_POINTS - 1, all_perfect=True)
    points = points_of_leads.points(offering, rules).label("points")
    cheap, bound = points_of_leads.may_fit(offering, rules)
    yield Tier(select(row.id, points).where(gate, cheap, allowed), bound)
    yield Tier(select(row.id, points).where(gate, allowed), NOTHING)


def property_tiers(wish: Wish, rules: ScoreRules, allowed: Test) -> Iterator[Tier]:
    """Properties for a lead: near its price in its districts, near its price, all of the city and deal."""
    row = match_property.c
    gate = and_(row.gate == wish.gate, allowed)
    price, district = rules.points[Criterion.PRICE], rules.points[Criterion.DISTRICT]
    if wish.price_known:
        near, far = _by_price(wish, rules.edge)
        if wish.districts:
            places = and_(gate, row.district.in_([ANY, *sorted(wish.districts)]))
            yield Tier(_scored(places, near, wish, rules), FULL_POINTS - min(price, district))
        yield Tier(_scored(gate, near, wish, rules), FULL_POINTS - price)
        if wish.districts:
            both = _scored(gate, [*near, *(and_(places, test) for test in far)], wish, rules)
            yield Tier(both, FULL_POINTS - price - district)
    yield Tier(_scored(gate, [true()], wish, rules), NOTHING)


def _scored(where: Test, tests: list[Test], wish: Wish, rules: ScoreRules) -> Select[int, int]:
    """Properties that pass one of the tests, of which no two can be passed; each test is one range of an index."""
    parts = [select(*SCORED_BY).where(where, test) for test in tests]
    row = (union_all(*parts) if len(parts) > 1 else parts[0]).subquery().c
    return select(row.id, points_of_properties.points(row, wish, rules).label("points"))


def _by_price(wish: Wish, edge: int) -> tuple[list[Test], list[Test]]:
    """Tests for prices that may give points, and for those that cannot; one index range each."""
    price = match_property.c.price
    low, high = wish.price_min or 0, NO_LIMIT if wish.price_max is None else wish.price_max
    low, high = low - low * edge // 100, high + high * edge // 100
    return [price.between(low, high), price.is_(None)], [price < low, price > high]


def _ranked(tier: Tier, rules: ScoreRules, after: Cursor | None, wanted: int) -> Select[int, int]:
    row = tier.rows.subquery().c
    ranked = select(row.id, row.points).where(row.points >= rules.threshold_points)
    if after is not None:
        comes_later = and_(row.points == after.points, row.id < after.id)
        ranked = ranked.where(or_(row.points < after.points, comes_later))
    order = [row.id.desc()] if tier.all_perfect else [row.points.desc(), row.id.desc()]
    return ranked.order_by(*order).limit(wanted)
