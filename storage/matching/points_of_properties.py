"""The score of every property for one lead, in SQL: the same whole numbers as `domain.matching.score`."""

from typing import Any

from sqlalchemy import ColumnElement, case, literal
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from domain.matching.score_rules import Criterion, ScoreRules
from domain.matching.shape import Wish
from storage.matching.projection import ANY, CLASS_CODES, CONDITION_CODES, TYPE_CODES

Row = ReadOnlyColumnCollection[str, Any]
Points = ColumnElement[int]


def points(row: Row, wish: Wish, rules: ScoreRules) -> Points:
    """The points of a row of `match_property`; what the lead does not state is a number beforehand."""
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
    cases: list[tuple[ColumnElement[bool], ColumnElement[int]]] = []
    if least is not None:
        soft = least * edge // 100
        if soft:
            cases.append(((value < least) & (value > least - soft), full * (value - (least - soft)) // soft))
        cases.append((value < least, literal(0)))
    if most is not None:
        soft = most * edge // 100
        if soft:
            cases.append(((value > most) & (value < most + soft), full * (most + soft - value) // soft))
        cases.append((value > most, literal(0)))
    return case(*cases, else_=full) if cases else literal(full)


def _place(column: ColumnElement[int], wanted: frozenset[int], full: int) -> Points:
    if not wanted:
        return literal(full)
    return case((column.in_(sorted(wanted)), full), (column == ANY, full // 2), else_=0)


def _rooms(column: ColumnElement[int], wanted: frozenset[int], full: int) -> Points:
    if not wanted:
        return literal(full)
    near = {rooms + step for rooms in wanted for step in (-1, 1)}
    return case((column.in_(sorted(wanted)), full), (column.in_(sorted(near)), full // 2), else_=0)


def _same(column: ColumnElement[int], code: int, full: int) -> Points:
    if code == ANY:
        return literal(full)
    return case((column == code, full), (column == ANY, full // 2), else_=0)
