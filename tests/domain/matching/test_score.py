"""The score of a lead and a property, and the words for it."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching.budget import Budget
from domain.matching.explain import explain
from domain.matching.fit import Fit, Verdict, fit
from domain.matching.lead import Lead
from domain.matching.property import Property
from domain.matching.rules import MatchRules
from domain.matching.score_rules import FULL_POINTS, Criterion, ScoreRules
from domain.matching.shape import place_key
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


@pytest.mark.parametrize(
    ("price", "points"), [(19_000_000, 3000), (19_190_000, 2700), (19_950_000, 1500), (20_900_000, 0), (90_000_000, 0)]
)
def test_price_loses_its_points_evenly_up_to_ten_percent_over(price: int, points: int) -> None:
    assert compared({}, {"price": Money(price * 100, "RUB")}).points == 7000 + points


def test_one_room_more_or_less_gives_half() -> None:
    assert [compared({}, {"rooms": rooms}).points for rooms in (0, 1, 2, 3, 4)] == [8500, 9250, 10000, 9250, 8500]


def test_what_the_property_does_not_say_gives_half_and_is_said() -> None:
    wanted = {"condition": Condition.DESIGN, "metro_stations": ("Арбатская",)}
    found = compared(wanted, {"metro_station": None})
    assert found.points == 10000 - 500 - 150
    assert found.verdict(Criterion.METRO) is Verdict.UNKNOWN
    assert sentences(wanted, {"metro_station": None})[1] == ["metro is not stated", "condition is not stated"]


def test_reasons_and_misses_are_said_in_words() -> None:
    wanted = {
        "metro_stations": ("Кропоткинская",),
        "condition": Condition.FINISHING,
        "property_class": PropertyClass.COMFORT,
        "area_min": 60_00,
    }
    offered = {"condition": Condition.ROUGH, "property_class": PropertyClass.COMFORT, "rooms": 3}
    reasons, misses = sentences(wanted, offered)
    assert reasons == ["price: 2 % below the budget", "district", "class"]
    assert misses == [
        "rooms: wanted (2,), here 3",
        "area: 10 % less than wanted",
        "metro: wanted ('Кропоткинская',), here Арбатская",
        "condition: wanted FINISHING, here ROUGH",
    ]


def test_a_little_over_is_said_as_one_percent() -> None:
    assert sentences({}, {"price": Money(19_000_001_00, "RUB")})[1] == ["price: 1 % over the budget"]


def test_less_than_wanted_is_a_miss_too() -> None:
    wanted = {"budget": Budget(19_000_000_00, None, "RUB"), "property_type": PropertyType.HOUSE}
    assert sentences(wanted, {})[1] == ["price: 3 % less than wanted", "type: wanted HOUSE, here APARTMENT"]


def test_currencies_are_compared_by_the_rate() -> None:
    found = compared({"budget": up_to(0.25, "USD")}, {})
    assert found.verdict(Criterion.PRICE) is Verdict.FULL
    assert compared({"budget": up_to(0.2, "USD")}, {}).verdict(Criterion.PRICE) is Verdict.MISS


def test_a_currency_without_a_rate_gives_half_and_is_said() -> None:
    found = compared({"budget": up_to(90, "KGS")}, {})
    assert found.points == 8500
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
