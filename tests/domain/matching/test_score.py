"""The score of a lead and a property, and the words for it."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching.deals.rules import MatchRules
from domain.matching.leads.lead import Lead
from domain.matching.properties.property import Property
from domain.matching.recommendations.budget import Budget
from domain.matching.recommendations.explain import explain
from domain.matching.recommendations.fit import Fit, FitVerdict, fit
from domain.matching.recommendations.score_rules import FULL_POINTS, Criterion, ScoreRules
from domain.matching.recommendations.shape import place_key
from domain.matching.status import RentPeriod
from domain.matching.terms import Condition, Deal, PropertyClass, PropertyType
from domain.money import Money, Rates
from domain.people.person import PersonId
from tests.domain.matching.agency import flat, request, up_to

RULES = MatchRules(rates=Rates("RUB", {"USD": Decimal(80)}))
NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


def compared(wanted: dict[str, Any], offered: dict[str, Any], rules: MatchRules = RULES) -> Fit:
    lead = Lead(realtor_id=PersonId(1), created_at=NOW, **request(**wanted).checked().values())
    property_ = Property(realtor_id=PersonId(2), created_at=NOW, **flat(**offered).checked(NOW).values())
    return fit(lead, property_, rules)


def sentences(wanted: dict[str, Any], offered: dict[str, Any]) -> tuple[list[str], list[str]]:
    reasons, misses = explain(compared(wanted, offered))
    return [words.format(**facts) for words, facts in reasons], [words.format(**facts) for words, facts in misses]


def test_what_fits_in_everything_scores_a_hundred() -> None:
    assert compared({}, {}).score == 100


def test_what_a_lead_does_not_state_costs_nothing() -> None:
    bare = {"districts": (), "rooms": (), "area_min": None}
    unknown = {"district": None, "metro_station": None, "condition": None}
    assert compared(bare, unknown).score == 100


@pytest.mark.parametrize(
    "elsewhere", [{"city": "Казань"}, {"deal": Deal.RENT}, {"deal": Deal.RENT, "period": RentPeriod.DAY}]
)
def test_another_city_or_deal_fits_nothing(elsewhere: dict[str, Any]) -> None:
    assert compared({}, elsewhere).points == 0


def test_a_day_is_not_compared_with_a_month() -> None:
    assert compared({"deal": Deal.RENT}, {"deal": Deal.RENT, "period": RentPeriod.DAY}).points == 0


BARE = {"districts": (), "rooms": (), "area_min": None}
"""A lead that states its city and budget alone."""


def of_ten(millions: float) -> dict[str, Any]:
    """A property at this price, for a budget of up to ten million."""
    return {"price": Money(round(millions * 1_000_000) * 100, "RUB")}


@pytest.mark.parametrize(
    ("millions", "score"),
    [
        (1, 100),
        (6.5, 100),
        (9.8, 100),
        (10, 100),
        (10.25, 93),
        (10.5, 87),
        (10.8, 79),
        (11, 75),
        (11.01, 0),
        (14, 0),
        (32.7, 0),
    ],
)
def test_a_price_loses_a_quarter_up_to_the_edge_and_is_out_beyond(millions: float, score: int) -> None:
    assert compared({**BARE, "budget": up_to(10)}, of_ten(millions)).score == score


@pytest.mark.parametrize(
    ("budget", "millions", "score"),
    [
        (Budget(10_000_000_00, None, "RUB"), 9, 75),
        (Budget(10_000_000_00, None, "RUB"), 8.9, 0),
        (Budget(10_000_000_00, None, "RUB"), 400, 100),
        (Budget(10_000_000_00, 12_000_000_00, "RUB"), 13.2, 75),
        (Budget(10_000_000_00, 12_000_000_00, "RUB"), 9.5, 87),
        (Budget(10_000_000_00, 12_000_000_00, "RUB"), 5, 0),
    ],
)
def test_less_than_the_least_that_is_paid_is_outside_too(budget: Budget, millions: float, score: int) -> None:
    assert compared({**BARE, "budget": budget}, of_ten(millions)).score == score


@pytest.mark.parametrize(("metres", "score"), [(60, 100), (58, 97), (54, 92), (53.9, 0), (20, 0), (300, 100)])
def test_an_area_loses_its_points_and_is_out_in_the_same_way(metres: float, score: int) -> None:
    assert compared({**BARE, "area_min": 60_00}, {"area": round(metres * 100)}).score == score


def test_the_edge_is_a_setting() -> None:
    wanted, offered = {**BARE, "budget": up_to(10)}, of_ten(11.5)
    assert compared(wanted, offered).score == 0
    assert compared(wanted, offered, MatchRules(score=ScoreRules(edge=30))).score == 87


def test_a_criterion_without_weight_rules_nothing_out() -> None:
    rules = MatchRules(score=ScoreRules(weights={Criterion.ROOMS: 1}))
    assert compared({"rooms": (2,), "budget": up_to(10)}, of_ten(40), rules).score == 100
    assert compared({**BARE, "budget": up_to(10)}, of_ten(40), rules).score == 100


def test_what_is_out_is_not_recommended_even_at_a_threshold_of_nothing() -> None:
    assert ScoreRules(threshold=0).threshold_points == 1


@pytest.mark.parametrize(
    ("wanted", "offered", "score"),
    [
        ({"rooms": (2,)}, {"rooms": 2}, 100),
        ({"rooms": (2,)}, {"rooms": 3}, 75),
        ({"rooms": (2,)}, {"rooms": 1}, 75),
        ({"rooms": (2,)}, {"rooms": 4}, 51),
        ({"rooms": (2, 3)}, {"rooms": 4}, 75),
        ({"rooms": (0,)}, {"rooms": 1}, 75),
        ({"property_type": PropertyType.HOUSE}, {}, 62),
        ({"districts": ("Хамовники",)}, {}, 43),
        ({"districts": ("Хамовники",)}, {"district": None}, 57),
        ({"districts": ("Хамовники", "Арбат")}, {}, 100),
        ({"metro_stations": ("Кропоткинская",)}, {}, 43),
        ({"metro_stations": ("Кропоткинская",)}, {"metro_station": None}, 57),
        ({"metro_stations": ("Кропоткинская",)}, {"metro_station": None, "district": None}, 57),
        ({"condition": Condition.DESIGN}, {}, 78),
        ({"property_class": PropertyClass.ELITE}, {"property_class": PropertyClass.ECONOMY}, 78),
    ],
)
def test_the_score_is_of_what_is_stated(wanted: dict[str, Any], offered: dict[str, Any], score: int) -> None:
    assert compared({**BARE, **wanted}, offered).score == score


@pytest.mark.parametrize(
    ("offered", "score"),
    [
        ({}, 100),
        ({"metro_station": "Смоленская"}, 82),
        ({"metro_station": None}, 82),
        ({"district": "Якиманка"}, 81),
        ({"district": None}, 81),
        ({"district": "Якиманка", "metro_station": "Полянка"}, 28),
        ({"district": None, "metro_station": None}, 46),
    ],
)
def test_districts_and_stations_are_named_side_by_side(offered: dict[str, Any], score: int) -> None:
    wanted = {**BARE, "districts": ("Арбат", "Хамовники"), "metro_stations": ("Арбатская",)}
    assert compared(wanted, offered).score == score


EVERYTHING: dict[str, Any] = {
    "districts": ("Арбат",),
    "metro_stations": ("Арбатская",),
    "rooms": (2,),
    "area_min": 50_00,
    "property_type": PropertyType.APARTMENT,
    "property_class": PropertyClass.COMFORT,
    "condition": Condition.FINISHING,
}


@pytest.mark.parametrize(
    "unstated", [(), ("districts",), ("metro_stations",), ("property_class", "condition", "rooms")]
)
@pytest.mark.parametrize("kind", ["district", "metro_station"])
@pytest.mark.parametrize("elsewhere", ["Бутово", None])
def test_a_stated_place_that_is_missed_or_unknown_costs_more_than_ten_and_is_said(
    unstated: tuple[str, ...], kind: str, elsewhere: str | None
) -> None:
    stated = {"district": "districts", "metro_station": "metro_stations"}
    if stated[kind] in unstated:
        return
    wanted = {name: value for name, value in EVERYTHING.items() if name not in unstated} | {
        name: () for name in unstated if name in ("districts", "metro_stations", "rooms")
    }
    offered = {"property_class": PropertyClass.COMFORT, "condition": Condition.FINISHING}
    assert compared(wanted, offered).score == 100
    assert compared(wanted, {**offered, kind: elsewhere}).score < 90
    said = sentences(wanted, {**offered, kind: elsewhere})[1]
    assert [one.split()[0].strip(":") for one in said] == [kind.removesuffix("_station")]


@pytest.mark.parametrize(
    ("budget", "millions", "uses"),
    [
        (up_to(12), 12, True),
        (up_to(12), 8, True),
        (up_to(12), 7.99, False),
        (up_to(12), 13, True),
        (Budget(5_000_000_00, 12_000_000_00, "RUB"), 5, True),
        (Budget(5_000_000_00, None, "RUB"), 6, True),
    ],
)
def test_a_price_in_the_upper_third_makes_use_of_the_budget(budget: Budget, millions: float, uses: bool) -> None:
    assert compared({**BARE, "budget": budget}, of_ten(millions)).uses_budget is uses


def test_what_the_property_does_not_say_has_a_quarter_and_is_said() -> None:
    wanted = {"condition": Condition.DESIGN}
    found = compared(wanted, {})
    weights = RULES.score.points
    full = sum(weights[one] for one in Criterion if one not in (Criterion.METRO, Criterion.TYPE, Criterion.CLASS))
    got = full - weights[Criterion.CONDITION] + weights[Criterion.CONDITION] // 4
    assert found.points == got * FULL_POINTS // full
    assert found.verdict(Criterion.CONDITION) is FitVerdict.UNKNOWN
    assert sentences(wanted, {})[1] == ["condition is not stated"]


def test_reasons_and_misses_are_said_in_words() -> None:
    wanted = {
        "metro_stations": ("Кропоткинская",),
        "condition": Condition.FINISHING,
        "property_class": PropertyClass.COMFORT,
        "area_min": 60_00,
    }
    offered = {"condition": Condition.ROUGH, "property_class": PropertyClass.COMFORT, "rooms": 3}
    reasons, misses = sentences(wanted, offered)
    assert reasons == ["price: 2% below the budget", "district", "class"]
    assert misses == [
        "metro: wanted ('Кропоткинская',), here Арбатская",
        "rooms: wanted (2,), here 3",
        "area: 10% less than wanted",
        "condition: wanted FINISHING, here ROUGH",
    ]


def test_a_little_over_is_said_as_one_percent() -> None:
    assert sentences({}, {"price": Money(19_000_001_00, "RUB")})[1] == ["price: 1% over the budget"]


def test_less_than_wanted_is_a_miss_too() -> None:
    wanted = {"budget": Budget(19_000_000_00, None, "RUB"), "property_type": PropertyType.HOUSE}
    assert sentences(wanted, {})[1] == ["price: 3% less than wanted", "type: wanted HOUSE, here APARTMENT"]


def test_currencies_are_compared_by_the_rate() -> None:
    found = compared({"budget": up_to(0.25, "USD")}, {})
    assert found.verdict(Criterion.PRICE) is FitVerdict.FULL
    assert compared({"budget": up_to(0.2, "USD")}, {}).verdict(Criterion.PRICE) is FitVerdict.MISS


def test_what_is_out_still_says_by_how_much() -> None:
    assert compared({"budget": up_to(10)}, of_ten(14)).points == 0
    assert sentences({"budget": up_to(10)}, of_ten(14))[1] == ["price: 40% over the budget"]


def test_a_currency_without_a_rate_gives_a_quarter_and_is_said() -> None:
    found = compared({"budget": up_to(90, "KGS")}, {})
    assert found.score == 79
    assert sentences({"budget": up_to(90, "KGS")}, {})[1] == [
        "price: there is no exchange rate to compare with the budget"
    ]


def test_names_are_the_same_in_any_case_and_spacing() -> None:
    assert place_key(" Щёлково  Южное ") == place_key("щелково южное")
    assert compared({"city": "МОСКВА", "districts": ("арбат",)}, {}).score == 100


@given(st.dictionaries(st.sampled_from(Criterion), st.integers(0, 1000), min_size=1).filter(lambda w: any(w.values())))
def test_any_weights_come_to_a_hundred(weights: dict[Criterion, int]) -> None:
    rules = ScoreRules(weights=weights)
    assert sum(rules.points.values()) == FULL_POINTS
    assert all(points >= 0 for points in rules.points.values())
    assert compared({}, {}, MatchRules(score=rules)).score == 100


@pytest.mark.parametrize(
    "wrong", [{"weights": {}}, {"weights": {Criterion.PRICE: -1}}, {"threshold": 101}, {"edge": 0}]
)
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"weights|threshold"):
        ScoreRules(**wrong)
