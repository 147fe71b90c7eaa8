"""The score of every lead for one property, in SQL: the same whole numbers as `domain.matching.score`."""

from sqlalchemy import ColumnElement, and_, case, false, literal, or_, true
from sqlalchemy.sql.elements import KeyedColumnElement

from domain.matching.score_rules import Criterion, ScoreRules
from domain.matching.shape import Offering
from storage.matching.projection import ANY, CLASS_CODES, CONDITION_CODES, TYPE_CODES, match_lead

row = match_lead.c
Points = ColumnElement[int]
Test = ColumnElement[bool]
NumberColumn = KeyedColumnElement[int]

no_rate = and_(row.price_min.is_(None), row.price_max.is_(None))


def points(offering: Offering, rules: ScoreRules) -> Points:
    """The points of a row."""
    weight = rules.points
    total: Points = _price(offering.price, weight[Criterion.PRICE], rules.edge)
    total += _place(row.districts, offering.district, weight[Criterion.DISTRICT])
    total += _rooms(offering.rooms, weight[Criterion.ROOMS])
    total += _within(offering.area, row.area_min, row.area_max, weight[Criterion.AREA], rules.edge)
    total += _place(row.metros, offering.metro, weight[Criterion.METRO])
    for column, code, full in _plain(offering, rules):
        total += _same(column, code, full)
    return total


def all_fits(offering: Offering, rules: ScoreRules) -> Test:
    """Whether a row has all the points, as plain comparisons that end at the first that fails."""
    weight = rules.points
    tests: list[Test] = []
    if weight[Criterion.PRICE]:
        tests.append(fits_price(offering.price))
    if weight[Criterion.DISTRICT]:
        tests.append(_names(row.districts, offering.district))
    if weight[Criterion.ROOMS]:
        tests.append(or_(row.rooms == 0, _has_rooms(1 << offering.rooms)))
    if weight[Criterion.AREA]:
        tests.append(or_(row.area_min.is_(None), row.area_min <= offering.area))
        tests.append(or_(row.area_max.is_(None), row.area_max >= offering.area))
    if weight[Criterion.METRO]:
        tests.append(_names(row.metros, offering.metro))
    tests += [column.in_([ANY, code]) for column, code, full in _plain(offering, rules) if full]
    return and_(true(), *tests)


def may_fit(offering: Offering, rules: ScoreRules) -> tuple[Test, int]:
    """A cheap test, and the most points that a row failing it can have."""
    weight = rules.points
    tests: list[Test] = []
    losses: list[int] = []
    if weight[Criterion.PRICE] and offering.price is not None:
        low_edge = row.price_min - row.price_min * rules.edge // 100
        high_edge = row.price_max + row.price_max * rules.edge // 100
        tests.append(or_(row.price_min.is_(None), low_edge <= offering.price))
        tests.append(or_(row.price_max.is_(None), high_edge >= offering.price))
        losses.append(weight[Criterion.PRICE])
    if weight[Criterion.DISTRICT] and offering.district is not None:
        tests.append(_names(row.districts, offering.district))
        losses.append(weight[Criterion.DISTRICT])
    if weight[Criterion.ROOMS]:
        bits = 1 << offering.rooms | _neighbours(offering.rooms)
        tests.append(or_(row.rooms == 0, _has_rooms(bits)))
        losses.append(weight[Criterion.ROOMS])
    return and_(true(), *tests), sum(weight.values()) - min(losses, default=0)


def fits_price(price: int | None) -> Test:
    """Whether the price is within the row's budget."""
    if price is None:
        return false()
    return and_(
        ~no_rate,
        or_(row.price_min.is_(None), row.price_min <= price),
        or_(row.price_max.is_(None), row.price_max >= price),
    )


def _price(price: int | None, full: int, edge: int) -> Points:
    if price is None:
        return literal(full // 2)
    return case((no_rate, full // 2), else_=_within(price, row.price_min, row.price_max, full, edge))


def _within(value: int, least: NumberColumn, most: NumberColumn, full: int, edge: int) -> Points:
    below, above = least - value, value - most
    soft_below, soft_above = least * edge // 100, most * edge // 100
    return case(
        (least > value, case((below < soft_below, full * (soft_below - below) // soft_below), else_=0)),
        (most < value, case((above < soft_above, full * (soft_above - above) // soft_above), else_=0)),
        else_=full,
    )


def _names(column: KeyedColumnElement[str], key: int | None) -> Test:
    if key is None:
        return column.is_(None)
    return or_(column.is_(None), column.like(f"%,{key},%"))


def _place(column: KeyedColumnElement[str], key: int | None, full: int) -> Points:
    return case((_names(column, key), full), else_=full // 2 if key is None else 0)


def _has_rooms(bits: int) -> Test:
    return row.rooms.bitwise_and(bits) != 0


def _neighbours(rooms: int) -> int:
    return 1 << (rooms + 1) | (1 << (rooms - 1) if rooms else 0)


def _rooms(rooms: int, full: int) -> Points:
    return case(
        (or_(row.rooms == 0, _has_rooms(1 << rooms)), full),
        (_has_rooms(_neighbours(rooms)), full // 2),
        else_=0,
    )


def _plain(offering: Offering, rules: ScoreRules) -> list[tuple[NumberColumn, int, int]]:
    weight = rules.points
    return [
        (row.property_type, TYPE_CODES[offering.property_type], weight[Criterion.TYPE]),
        (row.property_class, CLASS_CODES[offering.property_class], weight[Criterion.CLASS]),
        (row.condition, CONDITION_CODES[offering.condition], weight[Criterion.CONDITION]),
    ]


def _same(column: NumberColumn, code: int, full: int) -> Points:
    return case((column.in_([ANY, code]), full), else_=full // 2 if code == ANY else 0)
