"""What makes two properties or two leads of one realtor the same, and what does not."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from domain.matching.leads.lead import Lead
from domain.matching.properties.known_already import is_same_lead, is_same_property
from domain.matching.properties.property import Property
from domain.matching.recommendations.budget import Budget
from domain.matching.terms import Deal, PropertyType
from domain.money import Money
from domain.people.person import PersonId

NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
FLAT: dict[str, Any] = {
    "realtor_id": PersonId(1), "created_at": NOW, "deal": Deal.SALE, "property_type": PropertyType.APARTMENT,
    "city": "Москва", "price": Money(18_000_000_00, "RUB"), "area": 54_00, "rooms": 2, "commission_share": 50_00,
    "description": "Окна во двор",
}  # fmt: skip
WISH: dict[str, Any] = {
    "realtor_id": PersonId(1), "created_at": NOW, "deal": Deal.SALE, "city": "Москва",
    "budget": Budget(None, 20_000_000_00, "RUB"), "rooms": (2,), "additional_requirements": "не первый этаж",
}  # fmt: skip
ADDRESS = {"street": "Лесная", "house_number": "4"}


def flat(**changes: Any) -> Property:
    return Property(**{**FLAT, **changes})


@pytest.mark.parametrize(
    "changes",
    [
        {"city": "МОСКВА", "street": "лесная ", "house_number": "4."},
        {"price": Money(17_000_000_00, "RUB"), "description": "Срочно"},
    ],
)
def test_at_the_same_address_it_is_the_same_whatever_it_costs(changes: dict[str, Any]) -> None:
    assert is_same_property(flat(**ADDRESS), flat(**{**ADDRESS, **changes}))


@pytest.mark.parametrize(
    "changes",
    [{"street": "Садовая"}, {"house_number": "5"}, {"street": None, "house_number": None}, {"city": "Казань"}],
)
def test_another_address_or_none_is_another_property(changes: dict[str, Any]) -> None:
    one, other = flat(**ADDRESS), flat(**{**ADDRESS, **changes})
    assert not is_same_property(one, other)
    assert not is_same_property(other, one)


@pytest.mark.parametrize("half", [{"street": "Лесная"}, {"house_number": "4"}])
def test_half_an_address_is_not_the_same_as_none(half: dict[str, Any]) -> None:
    assert not is_same_property(flat(**half), flat())
    assert not is_same_property(flat(), flat(**half))


def test_without_an_address_all_that_is_known_is_the_same() -> None:
    assert is_same_property(flat(), flat(description="окна  во двор!"))
    assert not is_same_property(flat(), flat(description="Окна на улицу"))
    assert not is_same_property(flat(), flat(price=Money(17_000_000_00, "RUB")))


@pytest.mark.parametrize(
    "changes", [{"city": "Казань"}, {"rooms": (3,)}, {"additional_requirements": "с балконом"}, {"deal": Deal.RENT}]
)
def test_a_lead_that_asks_for_anything_else_is_another(changes: dict[str, Any]) -> None:
    assert is_same_lead(Lead(**WISH), Lead(**{**WISH, "city": "москва", "additional_requirements": "Не первый этаж."}))
    assert not is_same_lead(Lead(**WISH), replace(Lead(**WISH), **changes))
