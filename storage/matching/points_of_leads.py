"""The score of every lead for one property, in SQL: the same whole numbers as in `recommendations.score`."""

from sqlalchemy import ColumnElement, and_, case, false, literal, not_, or_, true
from sqlalchemy.sql.elements import KeyedColumnElement

from domain.matching.recommendations.score_rules import (
    FULL_POINTS,
    LOST_AT_EDGE,
    NEIGHBOUR_ROOMS,
    OTHER_PLACE,
    UNSAID,
    Criterion,
    ScoreRules,
)
from domain.matching.recommendations.shape import Offering
from storage.matching.projection import ANY, CLASS_CODES, CONDITION_CODES, TYPE_CODES, match_lead

row = match_lead.c
Points = ColumnElement[int]
Test = ColumnElement[bool]
NumberColumn = KeyedColumnElement[int]

no_rate = and_(row.price_min.is_(None), row.price_max.is_(None))
no_area = and_(row.area_min.is_(None), row.area_max.is_(None))


def is_near(offering: Offering, rules: ScoreRules) -> Test:
    """Whether price and area do not rule a row out."""
    weight = rules.points
    tests: list[Test] = []
    if weight[Criterion.PRICE] and offering.price is not None:
        tests += _near(offering.price, row.price_min, row.price_max, rules.edge)
    if weight[Criterion.AREA]:
        tests += _near(offering.area, row.area_min, row.area_max, rules.edge)
    return and_(true(), *tests)


def points(offering: Offering, rules: ScoreRules) -> Points:
    """The points of a row that is near."""
    got: Points = literal(0)
    full: Points = literal(0)
    for is_stated, part, weight in _parts(offering, rules):
        got += case((is_stated, part), else_=0)
        full += case((is_stated, weight), else_=0)
    return case((full == 0, FULL_POINTS), else_=FULL_POINTS * got // full)


def uses_budget(price: int | None) -> Test:
    """Whether the price makes use of the row's budget; for the row's order among equal points."""
    uses = false() if price is None else row.price_max * 2 <= price * 3
    return or_(row.price_min.is_not(None), and_(row.price_max.is_not(None), uses))


def all_fits(offering: Offering, rules: ScoreRules) -> Test:
    """Whether a row has all the points, as plain comparisons that end at the first that fails."""
    weight = rules.points
    tests: list[Test] = []
    if weight[Criterion.PRICE]:
        tests.append(fits_price(offering.price))
    if weight[Criterion.DISTRICT]:
        tests.append(or_(row.districts.is_(None), _names(row.districts, offering.district)))
    if weight[Criterion.ROOMS]:
        tests.append(or_(row.rooms == 0, _has_rooms(1 << offering.rooms)))
    if weight[Criterion.AREA]:
        tests.append(or_(row.area_min.is_(None), row.area_min <= offering.area))
        tests.append(or_(row.area_max.is_(None), row.area_max >= offering.area))
    if weight[Criterion.METRO]:
        tests.append(or_(row.metros.is_(None), _names(row.metros, offering.metro)))
    tests += [column.in_([ANY, code]) for column, code, full in _plain(offering, rules) if full]
    return and_(true(), *tests)


def may_fit(offering: Offering, rules: ScoreRules) -> tuple[Test, int]:
    """A cheap test, and the most points that a row failing it can have: it states all, and misses just this."""
    weight = rules.points
    tests: list[Test] = []
    losses: list[int] = []
    if weight[Criterion.DISTRICT] and offering.district is not None:
        here = or_(_names(row.districts, offering.district), _names(row.metros, offering.metro))
        tests.append(or_(row.districts.is_(None), here))
        losses.append(weight[Criterion.DISTRICT])
    if weight[Criterion.ROOMS]:
        bits = 1 << offering.rooms | _neighbours(offering.rooms)
        tests.append(or_(row.rooms == 0, _has_rooms(bits)))
        losses.append(weight[Criterion.ROOMS])
    return and_(true(), *tests), FULL_POINTS - min(losses, default=0)


def fits_price(price: int | None) -> Test:
    """Whether the price is within the row's budget."""
    if price is None:
        return false()
    return and_(
        ~no_rate,
        or_(row.price_min.is_(None), row.price_min <= price),
        or_(row.price_max.is_(None), row.price_max >= price),
    )


def _near(value: int, least: NumberColumn, most: NumberColumn, edge: int) -> list[Test]:
    return [
        or_(least.is_(None), least - least * edge // 100 <= value),
        or_(most.is_(None), most + most * edge // 100 >= value),
    ]


def _parts(offering: Offering, rules: ScoreRules) -> list[tuple[Test, Points, int]]:
    """Of each criterion that counts: whether the row states it, what it gives then, and its weight in points."""
    weight = rules.points
    price = _within(offering.price, row.price_min, row.price_max, weight[Criterion.PRICE], rules.edge)
    area = _within(offering.area, row.area_min, row.area_max, weight[Criterion.AREA], rules.edge)
    is_here, is_at = _names(row.districts, offering.district), _names(row.metros, offering.metro)
    districts = _place(is_here, is_at, offering.district, weight[Criterion.DISTRICT])
    metros = _place(is_at, is_here, offering.metro, weight[Criterion.METRO])
    unknown_price = case((no_rate, weight[Criterion.PRICE] // UNSAID), else_=price)
    parts: list[tuple[Test, Points, int]] = [
        (true(), unknown_price, weight[Criterion.PRICE]),
        (row.districts.is_not(None), districts, weight[Criterion.DISTRICT]),
        (row.metros.is_not(None), metros, weight[Criterion.METRO]),
        (row.rooms != 0, _rooms(offering.rooms, weight[Criterion.ROOMS]), weight[Criterion.ROOMS]),
        (not_(no_area), area, weight[Criterion.AREA]),
        *((column != ANY, _same(column, code, full), full) for column, code, full in _plain(offering, rules)),
    ]
    return [part for part in parts if part[2]]


def _within(value: int | None, least: NumberColumn, most: NumberColumn, full: int, edge: int) -> Points:
    """Points of a number that is near; by the order of the cases nothing is divided by an edge of nothing."""
    if value is None:
        return literal(full // UNSAID)
    below, above = LOST_AT_EDGE * (least * edge // 100), LOST_AT_EDGE * (most * edge // 100)
    return case(
        (and_(least > value, below == 0), 0),
        (least > value, full * (below - (least - value)) // below),
        (and_(most < value, above == 0), 0),
        (most < value, full * (above - (value - most)) // above),
        else_=full,
    )


def _names(column: KeyedColumnElement[str], key: int | None) -> Test:
    return false() if key is None else column.like(f"%,{key},%")


def _place(is_met: Test, is_other_met: Test, key: int | None, full: int) -> Points:
    missed = full // UNSAID if key is None else 0
    return case((is_met, full), (is_other_met, full // OTHER_PLACE), else_=missed)


def _has_rooms(bits: int) -> Test:
    return row.rooms.bitwise_and(bits) != 0


def _neighbours(rooms: int) -> int:
    return 1 << (rooms + 1) | (1 << (rooms - 1) if rooms else 0)


def _rooms(rooms: int, full: int) -> Points:
    return case(
        (_has_rooms(1 << rooms), full),
        (_has_rooms(_neighbours(rooms)), full // NEIGHBOUR_ROOMS),
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
    return literal(full // UNSAID) if code == ANY else case((column == code, full), else_=0)
