"""Finds the best fits without scoring everything: a narrow search first, a wider one only if it could matter.

Each search knows the most points that anything outside it can have. As soon as all the rows asked for have
more, they are the answer, exactly the one that scoring every row would give. What price or area rule out is in no
search. Rows are ranked by points, then by whether the price makes use of the budget, then the newest first.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from domain.matching.recommendations.found import Ahead, FeedCursor, FoundPage
from domain.matching.recommendations.score_rules import FULL_POINTS, OTHER_PLACE, Criterion, ScoreRules
from domain.matching.recommendations.shape import Offering, Wish
from storage.matching import points_of_leads, points_of_properties
from storage.matching.projection import ANY, match_lead, match_property

Test = ColumnElement[bool]
NOTHING = -1
"""The bound of a search that covers everything."""

SCORED_BY = [one for one in match_property.c if one.name not in {"gate", "realtor_id"}]
"""What the score of a property is made of."""


@dataclass(frozen=True)
class Tier:
    """Some rows with their `id` and `rank`, and the highest rank that any other row can have.

    A rank is twice the points, and one more if the price makes use of the budget.
    """

    rows: Select[int, int]
    bound: int
    is_one_rank: bool = False
    """All rows have one rank, so the newest are the best and an index that is read backwards ends the search."""


BEST = 2 * FULL_POINTS + 1
"""The rank of what fits in everything and makes use of the budget."""


def rank_of(cursor: FeedCursor) -> int:
    """The rank of the row at the cursor."""
    return 2 * cursor.points + cursor.uses_budget


def _found(row_id: int, rank: int) -> FoundPage:
    return FoundPage(row_id, rank // 2, bool(rank % 2))


async def best(
    session: AsyncSession,
    tiers: Iterator[Tier],
    rules: ScoreRules,
    *,
    after: FeedCursor | None = None,
    offset: int = 0,
    limit: int,
) -> list[FoundPage]:
    """The rows from the cursor or offset on, by rank, then the newest first."""
    wanted, least = offset + limit, 2 * rules.threshold_points
    for tier in tiers:
        is_last = tier.bound < least
        if not is_last and (tier.bound >= BEST or (after is not None and tier.bound >= rank_of(after))):
            continue
        rows = (await session.execute(_ranked(tier, least, after, wanted))).all()
        if is_last or (len(rows) == wanted and rows[-1].rank > tier.bound):
            return [_found(row.id, row.rank) for row in rows[offset:]]
    raise AssertionError("the last tier covers everything")


async def count(session: AsyncSession, tiers: Iterator[Tier], rules: ScoreRules, at_most: int) -> int:
    """How many rows are recommended, counting no further than `at_most`."""
    least = 2 * rules.threshold_points
    for tier in tiers:
        if tier.bound >= BEST:
            continue
        row = tier.rows.subquery().c
        some = select(row.id).where(row.rank >= least).limit(at_most)
        number = await session.scalar(select(func.count()).select_from(some.subquery())) or 0
        if number == at_most or tier.bound < least:
            return number
    raise AssertionError("the last tier covers everything")


async def ahead(
    session: AsyncSession, tiers: Iterator[Tier], rules: ScoreRules, cursor: FeedCursor, at_most: int
) -> Ahead:
    """What is recommended before the cursor, counting no further than `at_most`, and the nearest of it."""
    rank = rank_of(cursor)
    for tier in tiers:
        if tier.bound >= rank:
            continue
        row = tier.rows.subquery().c
        comes_earlier = or_(row.rank > rank, and_(row.rank == rank, row.id > cursor.id))
        some = select(row.id, row.rank).where(row.rank >= 2 * rules.threshold_points, comes_earlier).limit(at_most)
        number = await session.scalar(select(func.count()).select_from(some.subquery())) or 0
        nearest = (await session.execute(some.order_by(row.rank, row.id).limit(1))).first()
        return Ahead(number, None if nearest is None else _found(nearest.id, nearest.rank))
    raise AssertionError("the last tier covers everything")


def lead_tiers(offering: Offering, rules: ScoreRules, allowed: Test) -> Iterator[Tier]:
    """Leads for a property: whom it fits in everything, whom it may fit, all of the city and deal that are near."""
    row = match_lead.c
    uses_budget = points_of_leads.uses_budget(offering.price)
    perfect = points_of_leads.all_fits(offering, rules)
    newest = select(row.id, literal(BEST).label("rank")).where(row.gate == offering.gate, perfect, uses_budget, allowed)
    yield Tier(newest, BEST - 1, is_one_rank=True)
    near = and_(row.gate == offering.gate, points_of_leads.is_near(offering, rules), allowed)
    rank = _rank(points_of_leads.points(offering, rules), uses_budget)
    cheap, bound = points_of_leads.may_fit(offering, rules)
    yield Tier(select(row.id, rank).where(near, cheap), 2 * bound + 1)
    yield Tier(select(row.id, rank).where(near), NOTHING)


def property_tiers(wish: Wish, rules: ScoreRules, allowed: Test) -> Iterator[Tier]:
    """Properties for a lead: those near its price and area in its districts, then those elsewhere too."""
    row = match_property.c
    near = and_(row.gate == wish.gate, points_of_properties.near_area(row, wish, rules), allowed)
    full = points_of_properties.full_points(wish, rules)
    if wish.districts and full:
        places = and_(near, row.district.in_([ANY, *sorted(wish.districts)]))
        district = rules.points[Criterion.DISTRICT]
        lost = district - district // OTHER_PLACE if wish.metros else district
        without = FULL_POINTS * (full - lost) // full
        yield Tier(_scored(places, wish, rules), 2 * without + 1)
    yield Tier(_scored(near, wish, rules), NOTHING)


def _scored(where: Test, wish: Wish, rules: ScoreRules) -> Select[int, int]:
    """Properties whose price is near."""
    parts = [
        select(*SCORED_BY).where(where, test) for test in points_of_properties.near_price(match_property.c, wish, rules)
    ]
    row = (union_all(*parts) if len(parts) > 1 else parts[0]).subquery().c
    uses_budget = points_of_properties.uses_budget(row, wish)
    return select(row.id, _rank(points_of_properties.points(row, wish, rules), uses_budget))


def _rank(points: ColumnElement[int], uses_budget: Test) -> ColumnElement[int]:
    return (2 * points + case((uses_budget, 1), else_=0)).label("rank")


def _ranked(tier: Tier, least: int, after: FeedCursor | None, wanted: int) -> Select[int, int]:
    row = tier.rows.subquery().c
    ranked = select(row.id, row.rank).where(row.rank >= least)
    if after is not None:
        rank = rank_of(after)
        ranked = ranked.where(or_(row.rank < rank, and_(row.rank == rank, row.id < after.id)))
    order = [row.id.desc()] if tier.is_one_rank else [row.rank.desc(), row.id.desc()]
    return ranked.order_by(*order).limit(wanted)
