"""How well a lead and a property fit, from 0 to 100: the same number from both directions.

City and deal must be the same, and a price or an area farther outside the wanted range than the edge is out. Of
everything else that the lead states, the score is the share that is met, each criterion by its weight; what the lead
does not state neither adds nor hides. Within the edge a price or an area loses evenly up to a quarter of its
points; one room more or less has half, what the property does not say a quarter. Districts and metro stations are
named side by side: where one of them is met, another district or station has half. Among equal scores those come first
whose price makes use of the budget (who can pay 12 million is not looking for 4), then the newest. All of it in whole
numbers, so that SQL finds the same.
"""

from collections.abc import Mapping

from domain.matching.recommendations.score_rules import (
    FULL_POINTS,
    LOST_AT_EDGE,
    NEIGHBOUR_ROOMS,
    OTHER_PLACE,
    UNSAID,
    Criterion,
    ScoreRules,
)
from domain.matching.recommendations.shape import Offering, Wish


def outside(value: int, least: int | None, most: int | None) -> tuple[int, int]:
    """By how much a number is outside its bounds, and the bound that it oversteps; (0, 0) within them."""
    if least is not None and value < least:
        return least - value, least
    if most is not None and value > most:
        return value - most, most
    return 0, 0


def is_near(value: int | None, least: int | None, most: int | None, edge: int) -> bool:
    """Whether a number is within its bounds or no more than `edge` percent outside; what is unknown may be."""
    if value is None:
        return True
    by, bound = outside(value, least, most)
    return by <= bound * edge // 100


def in_range(value: int | None, least: int | None, most: int | None, points: int, edge: int) -> int:
    """Points for a number that should be within bounds; none beyond the edge."""
    if value is None:
        return points // UNSAID
    by, bound = outside(value, least, most)
    soft = bound * edge // 100
    if by > soft:
        return 0
    return points * (LOST_AT_EDGE * soft - by) // (LOST_AT_EDGE * soft) if by else points


def one_of(value: object | None, wanted: frozenset[int], points: int, *, other_is_met: bool) -> int:
    """Points for a district or a metro station that should be among those named, with the other of the two."""
    if value in wanted:
        return points
    if other_is_met:
        return points // OTHER_PLACE
    return points // UNSAID if value is None else 0


def the_same(value: object | None, wanted: object, points: int) -> int:
    """Points for a property that should have just this."""
    if value == wanted:
        return points
    return points // UNSAID if value is None else 0


def in_rooms(rooms: int, wanted: frozenset[int], points: int) -> int:
    """Points for a number of rooms."""
    if rooms in wanted:
        return points
    return points // NEIGHBOUR_ROOMS if rooms - 1 in wanted or rooms + 1 in wanted else 0


def stated(wish: Wish) -> frozenset[Criterion]:
    """What the lead asks for; a budget it always has."""
    asked: dict[Criterion, bool] = {
        Criterion.PRICE: True,
        Criterion.DISTRICT: bool(wish.districts),
        Criterion.METRO: bool(wish.metros),
        Criterion.ROOMS: bool(wish.rooms),
        Criterion.AREA: wish.area_min is not None or wish.area_max is not None,
        Criterion.TYPE: wish.property_type is not None,
        Criterion.CLASS: wish.property_class is not None,
        Criterion.CONDITION: wish.condition is not None,
    }
    return frozenset(criterion for criterion, is_asked in asked.items() if is_asked)


def points_by_criterion(wish: Wish, offering: Offering, rules: ScoreRules) -> Mapping[Criterion, int]:
    """What each criterion that the lead states gives, at most its weight in points."""
    weight, edge = rules.points, rules.edge
    price = offering.price if wish.price_known else None
    in_district, at_metro = offering.district in wish.districts, offering.metro in wish.metros
    districts, metros = weight[Criterion.DISTRICT], weight[Criterion.METRO]
    got = {
        Criterion.PRICE: in_range(price, wish.price_min, wish.price_max, weight[Criterion.PRICE], edge),
        Criterion.DISTRICT: one_of(offering.district, wish.districts, districts, other_is_met=at_metro),
        Criterion.METRO: one_of(offering.metro, wish.metros, metros, other_is_met=in_district),
        Criterion.ROOMS: in_rooms(offering.rooms, wish.rooms, weight[Criterion.ROOMS]),
        Criterion.AREA: in_range(offering.area, wish.area_min, wish.area_max, weight[Criterion.AREA], edge),
        Criterion.TYPE: the_same(offering.property_type, wish.property_type, weight[Criterion.TYPE]),
        Criterion.CLASS: the_same(offering.property_class, wish.property_class, weight[Criterion.CLASS]),
        Criterion.CONDITION: the_same(offering.condition, wish.condition, weight[Criterion.CONDITION]),
    }
    return {criterion: got[criterion] for criterion in stated(wish)}


def is_out(wish: Wish, offering: Offering, rules: ScoreRules) -> bool:
    """Whether city, deal, price or area rule the pair out; a criterion without weight rules nothing out."""
    if wish.gate != offering.gate:
        return True
    price = offering.price if wish.price_known and rules.points[Criterion.PRICE] else None
    area = offering.area if rules.points[Criterion.AREA] else None
    is_near_price = is_near(price, wish.price_min, wish.price_max, rules.edge)
    return not (is_near_price and is_near(area, wish.area_min, wish.area_max, rules.edge))


def points(wish: Wish, offering: Offering, rules: ScoreRules) -> int:
    """The points of the pair: of what the lead states the share that is met, 0 to 10000; 0 for what is out."""
    if is_out(wish, offering, rules):
        return 0
    got = points_by_criterion(wish, offering, rules)
    full = sum(rules.points[criterion] for criterion in got)
    return FULL_POINTS * sum(got.values()) // full if full else FULL_POINTS


def uses_budget(wish: Wish, price: int | None) -> bool:
    """Whether the price is two thirds at least of the most that is paid, or a least price is named as well."""
    if wish.price_max is None:
        return wish.price_known
    return wish.price_min is not None or (price is not None and price * 3 >= wish.price_max * 2)


def fits_price(wish: Wish, price: int | None) -> bool:
    """Whether the price (in the base currency) is within the budget, neither being unknown."""
    if price is None or not wish.price_known:
        return False
    above_least = wish.price_min is None or price >= wish.price_min
    return above_least and (wish.price_max is None or price <= wish.price_max)
