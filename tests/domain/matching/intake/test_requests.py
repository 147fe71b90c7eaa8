"""A client's wish in one line becomes a lead with limits instead of exact figures."""

import pytest

from domain.matching.intake import Intent, Side, understand
from domain.matching.terms import Deal, PaymentMethod
from domain.money import Money
from tests.domain.matching.intake.values import city_name, names, the, value


def test_one_line_fills_a_lead() -> None:
    lead = understand("Куплю двушку в Бишкеке до 80 тыс $, от 50 м2, 6-7 мкр, ипотека")
    assert (lead.deal, lead.side) == (Deal.SALE, Side.LEAD)
    assert value(lead.rooms) == (2,)
    assert city_name(lead.city) == "Бишкек"
    assert {d.value.ru for d in lead.districts} == {"6-й микрорайон", "7-й микрорайон"}
    assert value(lead.price_max) == Money(8_000_000, "USD")
    assert lead.price is None
    assert value(lead.area_min) == 5000
    assert value(lead.payment_method) is PaymentMethod.MORTGAGE


def test_a_client_for_rent_has_a_name_a_range_and_a_contact() -> None:
    lead = understand("Сниму 1-2 комнатную в Свердловском р-не, бюджет 35-40 тыс сом, клиент Айгуль, +996 555 12-34-56")
    assert value(lead.intent) is Intent.RENT_IN
    assert value(lead.rooms) == (1, 2)
    assert names(lead.districts) == ["Свердловский"]
    assert value(lead.price_min) == Money(3_500_000, "KGS")
    assert value(lead.price_max) == Money(4_000_000, "KGS")
    assert value(lead.client_name) == "Айгуль"
    assert len(lead.contacts) == 1


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Куплю 1к, от 8 до 10 млн руб", 800_000_000, 1_000_000_000),
        ("Куплю 1к, 8-10 млн руб", 800_000_000, 1_000_000_000),
        ("Куплю 1к до 15 млн руб", None, 1_500_000_000),
        ("Куплю 1к, бюджет 9,5 млн руб", None, 950_000_000),
        ("Куплю 1к от 7 млн руб", 700_000_000, None),
    ],
)
def test_a_budget_is_read_as_limits(text: str, least: int | None, most: int | None) -> None:
    lead = understand(text)
    assert (lead.price_min.value.minor if lead.price_min else None) == least
    assert (lead.price_max.value.minor if lead.price_max else None) == most


def test_a_budget_in_thousands_of_dollars() -> None:
    assert value(understand("Куплю студию, бюджет 80к$").price_max) == Money(8_000_000, "USD")


def test_every_number_of_rooms_that_suits_is_kept() -> None:
    assert value(understand("Ищу купить 2 или 3 комнаты, до 12 млн").rooms) == (2, 3)
    assert value(understand("Куплю 1+1 или студию, до 60 000$").rooms) == (0, 2)


def test_areas_are_limits() -> None:
    lead = understand("Куплю двушку 45-60 м2")
    assert (value(lead.area_min), value(lead.area_max)) == (4500, 6000)
    assert value(understand("Куплю двушку до 60 м2").area_max) == 6000


def test_a_search_that_could_be_either_deal_offers_both() -> None:
    lead = understand("Ищу квартиру в Казани")
    assert not the(lead.intent).sure
    assert the(lead.intent).alternatives
