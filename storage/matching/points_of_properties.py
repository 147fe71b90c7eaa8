"""The score of every property for one lead, in SQL: the same whole numbers as `domain.matching.score`."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, literal
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from domain.matching.score_rules import Criterion, ScoreRules
from domain.matching.shape import Wish
from storage.matching.projection import ANY, CLASS_CODES, CONDITION_CODES, TYPE_CODES

Row = ReadOnlyColumnCollection[str, Any]
Points = ColumnElement[int]
NO_LIMIT = 1 << 60
"""Larger than any price or area."""


def points(row: Row, wish: Wish, rules: ScoreRules) -> Points:
    """The points of a row of `match_property`, in the same shape for all leads, so that it is compiled once."""
    weight, edge = rules.points, rules.edge
    total: Points = _price(row.price, wish, weight[Criterion.PRICE], edge)
    total += _place(row.district, wish.districts, weight[Criterion.DISTRICT])
    total += _rooms(row.rooms, wish.rooms, weight[Criterion.ROOMS])
    total += _within(row.area, wish.area_min, wish.area_max, weight[Criterion.AREA], edge)
    total += _place(row.metro, wish.metros, weight[Criterion.METRO])
    total += _same(row.property_type, TYPE_CODES[wish.property_type], weight[Criterion.TYPE])
    total += _same(row.property_class, CLASS_CODES[wish.property_class], weight[Criterion.CLASS])
    total += _same(row.condition, CONDITION_CODES[wish.condition], weight[Criterion.CONDITION])
    return total


def _price(value: ColumnElement[int], wish: Wish, full: int, edge: int) -> Points:
    if not wish.price_known:
        return literal(full // 2)
    within = _within(value, wish.price_min, wish.price_max, full, edge)
    return case((value.is_(None), full // 2), else_=within)


def _within(value: ColumnElement[int], least: int | None, most: int | None, full: int, edge: int) -> Points:
    low, high = (0 if least is None else least), (NO_LIMIT if most is None else most)
    # between whole numbers an edge of 1 has nothing inside, as an edge of 0 has, and can be divided by
    soft_low, soft_high = max(1, low * edge // 100), max(1, high * edge // 100)
    return case(
        (value.between(low, high), full),
        (and_(value < low, value > low - soft_low), full * (value - (low - soft_low)) // soft_low),
        (and_(value > high, value < high + soft_high), full * (high + soft_high - value) // soft_high),
        else_=0,
    )


def _place(column: ColumnElement[int], wanted: frozenset[int], full: int) -> Points:
    return case(
        (literal(len(wanted)) == 0, full), (column.in_(sorted(wanted)), full), (column == ANY, full // 2), else_=0
    )


def _rooms(column: ColumnElement[int], wanted: frozenset[int], full: int) -> Points:
    near = {rooms + step for rooms in wanted for step in (-1, 1)}
    return case(
        (literal(len(wanted)) == 0, full),
        (column.in_(sorted(wanted)), full),
        (column.in_(sorted(near)), full // 2),
        else_=0,
    )


def _same(column: ColumnElement[int], code: int, full: int) -> Points:
    return case((literal(code) == ANY, full), (column == code, full), (column == ANY, full // 2), else_=0)
