"""How well a lead and a property fit, from 0 to 100: the same number from both directions.

City and deal must be the same. Each other criterion gives its full points where it fits or the lead does
not state it; price and area lose theirs evenly up to a soft edge outside the wanted range, one room more or
less gives half, and so does what the property does not say. All of it in whole numbers, so that SQL finds
the same.
"""

from collections.abc import Mapping

from domain.matching.score_rules import Criterion, ScoreRules
from domain.matching.shape import Offering, Wish


def in_range(value: int | None, least: int | None, most: int | None, points: int, edge: int) -> int:
    """Points for a number that should be within bounds; `edge` is in percent of the bound overstepped."""
    if value is None:
        return points // 2
    if least is not None and value < least:
        outside, soft = least - value, least * edge // 100
    elif most is not None and value > most:
        outside, soft = value - most, most * edge // 100
    else:
        return points
    return points * (soft - outside) // soft if outside < soft else 0


def one_of(value: object | None, wanted: frozenset[int], points: int) -> int:
    """Points for a place that should be among those named."""
    if not wanted or value in wanted:
        return points
    return points // 2 if value is None else 0


def the_same(value: object | None, wanted: object | None, points: int) -> int:
    """Points for a property that should have just this."""
    if wanted is None or value == wanted:
        return points
    return points // 2 if value is None else 0


def in_rooms(rooms: int, wanted: frozenset[int], points: int) -> int:
    """Points for a number of rooms."""
    if not wanted or rooms in wanted:
        return points
    return points // 2 if rooms - 1 in wanted or rooms + 1 in wanted else 0


def points_by_criterion(wish: Wish, offering: Offering, rules: ScoreRules) -> Mapping[Criterion, int]:
    """What each criterion gives, in points of 10000 in all; city and deal are taken to be the same."""
    weight, edge = rules.points, rules.edge
    price = offering.price if wish.price_known else None
    return {
        Criterion.PRICE: in_range(price, wish.price_min, wish.price_max, weight[Criterion.PRICE], edge),
        Criterion.DISTRICT: one_of(offering.district, wish.districts, weight[Criterion.DISTRICT]),
        Criterion.ROOMS: in_rooms(offering.rooms, wish.rooms, weight[Criterion.ROOMS]),
        Criterion.AREA: in_range(offering.area, wish.area_min, wish.area_max, weight[Criterion.AREA], edge),
        Criterion.METRO: one_of(offering.metro, wish.metros, weight[Criterion.METRO]),
        Criterion.TYPE: the_same(offering.property_type, wish.property_type, weight[Criterion.TYPE]),
        Criterion.CLASS: the_same(offering.property_class, wish.property_class, weight[Criterion.CLASS]),
        Criterion.CONDITION: the_same(offering.condition, wish.condition, weight[Criterion.CONDITION]),
    }


def points(wish: Wish, offering: Offering, rules: ScoreRules) -> int:
    """The points of the pair, 0 to 10000; 0 where the city or the deal differs."""
    if wish.gate != offering.gate:
        return 0
    return sum(points_by_criterion(wish, offering, rules).values())


def fits_price(wish: Wish, price: int | None) -> bool:
    """Whether the price (in the base currency) is within the budget, neither being unknown."""
    if price is None or not wish.price_known:
        return False
    above_least = wish.price_min is None or price >= wish.price_min
    return above_least and (wish.price_max is None or price <= wish.price_max)
