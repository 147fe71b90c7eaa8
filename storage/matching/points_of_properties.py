"""The score of every property for one lead, in SQL: the same whole numbers as in `recommendations.score`."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, false, literal, or_, true
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from domain.matching.recommendations.score import stated
from domain.matching.recommendations.score_rules import (
    FULL_POINTS,
    LOST_AT_EDGE,
    NEIGHBOUR_ROOMS,
    OTHER_PLACE,
    UNSAID,
    Criterion,
    ScoreRules,
)
from domain.matching.recommendations.shape import Wish
from storage.matching.projection import ANY, CLASS_CODES, CONDITION_CODES, TYPE_CODES

Row = ReadOnlyColumnCollection[str, Any]
Points = ColumnElement[int]
Test = ColumnElement[bool]
NO_LIMIT = 1 << 60
"""Larger than any price or area."""


def full_points(wish: Wish, rules: ScoreRules) -> int:
    """What all that the lead states gives together, if it is met; its points are a share of this."""
    return sum(rules.points[criterion] for criterion in stated(wish))


def points(row: Row, wish: Wish, rules: ScoreRules) -> Points:
    """The points of a row of `match_property` that is near, in the same shape for all leads: it is compiled once."""
    asked, edge = stated(wish), rules.edge
    weight = {criterion: full if criterion in asked else 0 for criterion, full in rules.points.items()}
    total: Points = _price(row.price, wish, weight[Criterion.PRICE], edge)
    is_here, is_at = row.district.in_(sorted(wish.districts)), row.metro.in_(sorted(wish.metros))
    total += _place(is_here, is_at, row.district, weight[Criterion.DISTRICT])
    total += _place(is_at, is_here, row.metro, weight[Criterion.METRO])
    total += _rooms(row.rooms, wish.rooms, weight[Criterion.ROOMS])
    total += _within(row.area, wish.area_min, wish.area_max, weight[Criterion.AREA], edge)
    total += _same(row.property_type, TYPE_CODES[wish.property_type], weight[Criterion.TYPE])
    total += _same(row.property_class, CLASS_CODES[wish.property_class], weight[Criterion.CLASS])
    total += _same(row.condition, CONDITION_CODES[wish.condition], weight[Criterion.CONDITION])
    full = full_points(wish, rules)
    return FULL_POINTS * total // full if full else literal(FULL_POINTS)


def uses_budget(row: Row, wish: Wish) -> Test:
    """Whether a row's price makes use of the budget; for its order among equal points."""
    if wish.price_max is None:
        return true() if wish.price_known else false()
    if wish.price_min is not None:
        return true()
    return and_(row.price.is_not(None), row.price * 3 >= wish.price_max * 2)


def near_price(row: Row, wish: Wish, rules: ScoreRules) -> list[Test]:
    """Tests, one for each range of an index, of which a row passes one unless its price rules it out."""
    if not wish.price_known or not rules.points[Criterion.PRICE]:
        return [true()]
    low, high = _near(wish.price_min, wish.price_max, rules.edge)
    return [row.price.between(low, high), row.price.is_(None)]


def near_area(row: Row, wish: Wish, rules: ScoreRules) -> Test:
    """Whether its area does not rule a row out."""
    if not rules.points[Criterion.AREA]:
        return true()
    area: ColumnElement[int] = row.area
    return area.between(*_near(wish.area_min, wish.area_max, rules.edge))


def is_near(row: Row, wish: Wish, rules: ScoreRules) -> Test:
    """Whether price and area do not rule a row out."""
    return and_(or_(*near_price(row, wish, rules)), near_area(row, wish, rules))


def _near(least: int | None, most: int | None, edge: int) -> tuple[int, int]:
    low, high = (0 if least is None else least), (NO_LIMIT if most is None else most)
    return low - low * edge // 100, high if most is None else high + high * edge // 100


def _price(value: ColumnElement[int], wish: Wish, full: int, edge: int) -> Points:
    if not wish.price_known:
        return literal(full // UNSAID)
    within = _within(value, wish.price_min, wish.price_max, full, edge)
    return case((value.is_(None), full // UNSAID), else_=within)


def _within(value: ColumnElement[int], least: int | None, most: int | None, full: int, edge: int) -> Points:
    low, high = (0 if least is None else least), (NO_LIMIT if most is None else most)
    below, above = LOST_AT_EDGE * (low * edge // 100), LOST_AT_EDGE * (0 if most is None else high * edge // 100)
    # where the edge is nothing, nothing near is outside it, and 1 can be divided by
    return case(
        (value.between(low, high), full),
        (value < low, full * (below - (low - value)) // max(1, below)),
        else_=full * (above - (value - high)) // max(1, above),
    )


def _place(is_met: Test, is_other_met: Test, column: ColumnElement[int], full: int) -> Points:
    return case((is_met, full), (is_other_met, full // OTHER_PLACE), (column == ANY, full // UNSAID), else_=0)


def _rooms(column: ColumnElement[int], wanted: frozenset[int], full: int) -> Points:
    near = {rooms + step for rooms in wanted for step in (-1, 1)}
    return case((column.in_(sorted(wanted)), full), (column.in_(sorted(near)), full // NEIGHBOUR_ROOMS), else_=0)


def _same(column: ColumnElement[int], code: int, full: int) -> Points:
    return case((column == code, full), (column == ANY, full // UNSAID), else_=0)
