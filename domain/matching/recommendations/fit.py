"""How well a property fits a lead, criterion by criterion, with what was wanted and what is offered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from domain.matching.deals.rules import MatchRules
from domain.matching.leads.lead import Lead
from domain.matching.properties.property import Property
from domain.matching.recommendations.found import FeedCursor
from domain.matching.recommendations.score import points, points_by_criterion, uses_budget
from domain.matching.recommendations.score_rules import Criterion
from domain.matching.recommendations.shape import Offering, Wish, offering_of, wish_of


class FitVerdict(StrEnum):
    """How far one criterion is met."""

    FULL = "FULL"
    PART = "PART"
    MISS = "MISS"
    UNKNOWN = "UNKNOWN"
    """The property does not say, or there is no exchange rate."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One criterion that the lead states; `facts` are numbers, names and terms, in no language yet."""

    criterion: Criterion
    verdict: FitVerdict
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fit:
    """The points of a pair (0 to 10000; 0 if it is out) and what they are made of."""

    points: int
    outcomes: tuple[Outcome, ...]
    uses_budget: bool = False
    """Whether the price makes use of the budget, which decides among equal points."""

    @property
    def score(self) -> int:
        """From 0 to 100, rounded down so that only a perfect fit has 100."""
        return self.points // 100

    def cursor(self, row_id: int) -> FeedCursor:
        """The place that the lead or property with this id has among the recommendations."""
        return FeedCursor(self.points, self.uses_budget, row_id)

    def verdict(self, criterion: Criterion) -> FitVerdict | None:
        """How far the criterion is met; None if the lead does not state it."""
        return next((one.verdict for one in self.outcomes if one.criterion is criterion), None)


def fit(lead: Lead, offered: Property, rules: MatchRules) -> Fit:
    """Compare the two; nothing fits (0 points, no outcomes) where the city or the deal differs."""
    wish, offering = wish_of(lead, rules.rates), offering_of(offered, rules.rates)
    if wish.gate != offering.gate:
        return Fit(0, ())
    got = points_by_criterion(wish, offering, rules.score)
    stated = _stated(lead, offered, wish, offering)
    outcomes = tuple(
        Outcome(criterion, _verdict(got[criterion], rules.score.points[criterion], is_known=is_known), facts)
        for criterion, is_known, facts in stated
        if rules.score.points[criterion]
    )
    return Fit(points(wish, offering, rules.score), outcomes, uses_budget(wish, offering.price))


def _verdict(got: int, full: int, *, is_known: bool) -> FitVerdict:
    if not is_known:
        return FitVerdict.UNKNOWN
    if got == full:
        return FitVerdict.FULL
    return FitVerdict.PART if got else FitVerdict.MISS


def _stated(
    lead: Lead, offered: Property, wish: Wish, offering: Offering
) -> Iterator[tuple[Criterion, bool, Mapping[str, Any]]]:
    price_known = wish.price_known and offering.price is not None
    price = _outside(offering.price, wish.price_min, wish.price_max) if price_known else {}
    yield Criterion.PRICE, price_known, {"wanted": lead.budget, "offered": offered.price, **price}
    if lead.districts:
        yield Criterion.DISTRICT, bool(offered.district), _facts(lead.districts, offered.district)
    if lead.metro_stations:
        yield Criterion.METRO, bool(offered.metro_station), _facts(lead.metro_stations, offered.metro_station)
    if lead.rooms:
        yield Criterion.ROOMS, True, _facts(lead.rooms, offered.rooms)
    if lead.area_min is not None or lead.area_max is not None:
        area = _outside(offered.area, lead.area_min, lead.area_max)
        yield Criterion.AREA, True, {**_facts((lead.area_min, lead.area_max), offered.area), **area}
    if lead.property_type:
        yield Criterion.TYPE, True, _facts(lead.property_type, offered.property_type)
    if lead.property_class:
        is_known = offered.property_class is not None
        yield Criterion.CLASS, is_known, _facts(lead.property_class, offered.property_class)
    if lead.condition:
        yield Criterion.CONDITION, offered.condition is not None, _facts(lead.condition, offered.condition)


def _facts(wanted: object, offered: object) -> dict[str, object]:
    return {"wanted": wanted, "offered": offered}


def _outside(value: int | None, least: int | None, most: int | None) -> dict[str, int]:
    """By how many percent a number is outside its range, or how far below its upper end it stays within."""
    assert value is not None  # noqa: S101  the caller has looked
    if most is not None and value > most:
        return {"over": _percent(value - most, most)}
    if least is not None and value < least:
        return {"under": _percent(least - value, least)}
    return {} if most is None else {"spare": (most - value) * 100 // most}


def _percent(part: int, whole: int) -> int:
    return max(1, (part * 200 + whole) // (2 * whole))
