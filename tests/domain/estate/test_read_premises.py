"""A line that describes an object is taken apart; what it does not say stays unknown."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.estate.objects.premises import Category
from domain.estate.objects.read_premises import read_premises
from domain.refusal import Refusal


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Студия Арбат 28,5 м², Арбат 12",
            {"name": "Студия Арбат", "area": 28_50, "address": "Арбат 12", "category": Category.FLAT},
        ),
        ("Лесная, 4, 54 м2, квартира", {"address": "Лесная, 4", "area": 54_00, "category": Category.FLAT}),
        (
            "Москва, Лесная 4к1, офис, 85 кв.м, с парковкой",
            {
                "city": "Москва",
                "address": "Лесная 4к1",
                "area": 85_00,
                "category": Category.OFFICE,
                "description": "с парковкой",
            },
        ),
        ("Склад на Лесной 1 200 м²", {"name": "Склад на Лесной", "area": 1_200_00, "category": Category.WAREHOUSE}),
        ("Warehouse 5, 300 m2", {"name": "Warehouse 5", "area": 300_00, "category": Category.WAREHOUSE}),
        ("ул. Ленина, дом 5", {"address": "ул. Ленина, дом 5"}),
        ("Гараж", {"name": "Гараж", "category": Category.GARAGE}),
        ("Гараж 18 м2", {"name": "Гараж", "area": 18_00, "category": Category.GARAGE}),
        ("Гараж 18 м^2", {"name": "Гараж", "area": 18_00, "category": Category.GARAGE}),
        ("гараж, 18 м2", {"name": "Гараж", "area": 18_00, "category": Category.GARAGE}),
        ("54 м2, квартира", {"name": "Квартира", "area": 54_00, "category": Category.FLAT}),
        ("office 85 m2", {"name": "Office", "area": 85_00, "category": Category.OFFICE}),
        ("Москва, склад", {"name": "Склад", "city": "Москва", "category": Category.WAREHOUSE}),
        ("<b>x</b>", {"name": "<b>x</b>"}),
        ("Torstrasse 12, Berlin", {"address": "Torstrasse 12", "city": "Берлин"}),
        ("Torstraße 12 Berlin", {"address": "Torstraße 12", "city": "Берлин"}),
        ("Torstr. 12, 10119 Berlin", {"address": "Torstr. 12", "city": "Берлин"}),
        ("Hauptstrasse 5, Leipzig", {"address": "Hauptstrasse 5", "city": "Leipzig"}),
        ("221B Baker Street, London", {"address": "221B Baker Street", "city": "Лондон"}),
        ("Лесная 4 Москва", {"address": "Лесная 4", "city": "Москва"}),
        ("Лесная 4, Берёзка", {"address": "Лесная 4", "name": "Берёзка"}),
    ],
)
def test_a_line_is_understood(line: str, said: dict[str, Any]) -> None:
    read = read_premises(line)
    names = ("name", "address", "city", "category", "area", "description")
    assert {name: value for name in names if (value := getattr(read, name)) is not None} == said


@pytest.mark.parametrize("line", ["54 м2", "12345", "—", ", ,"])
def test_a_line_without_a_name_is_refused(line: str) -> None:
    with pytest.raises(Refusal):
        read_premises(line)


@given(st.text(min_size=1, max_size=120))
def test_any_line_is_read_or_refused(line: str) -> None:
    try:
        read = read_premises(line)
    except Refusal:
        return
    assert read.title or read.category
