"""Rooms and floors are read in all the ways that people write them."""

import pytest

from domain.matching.intake import understand
from tests.domain.matching.intake.values import the, value


@pytest.mark.parametrize(
    ("said", "rooms"),
    [
        ("2к", 2),
        ("2-к", 2),
        ("2-комн.", 2),
        ("2-х комнатную", 2),
        ("двушку", 2),
        ("трёшку", 3),
        ("однокомнатную", 1),
        ("двухкомнатную квартиру", 2),
        ("студию", 0),
        ("евродвушку", 2),
        ("3 комнаты", 3),
        ("четырёхкомнатную", 4),
        ("1+1", 2),
    ],
)
def test_rooms_as_people_write_them(said: str, rooms: int) -> None:
    assert value(understand(f"Продам {said}, 60 м2").rooms) == (rooms,)


def test_bedrooms_leave_two_readings() -> None:
    found = the(understand("For sale: two-bedroom flat").rooms)
    assert found.value == (3,)
    assert found.alternatives == ((2,),)
    assert not found.sure


@pytest.mark.parametrize(
    ("said", "floor", "total"),
    [
        ("5/9 эт.", 5, 9),
        ("Уралмаш, 5/9", 5, 9),
        ("д. 5/9", None, None),
        ("эт. 5/9", 5, 9),
        ("5 этаж из 9", 5, 9),
        ("на 5-м этаже 9-этажного дома", 5, 9),
        ("5-й этаж девятиэтажного дома", 5, 9),
        ("Этаж: 5 из 9", 5, 9),
        ("на пятом этаже", 5, None),
        ("5 этаж", 5, None),
        ("дом 9-этажный", None, 9),
    ],
)
def test_floors_as_people_write_them(said: str, floor: int | None, total: int | None) -> None:
    found = understand(f"Продам квартиру 54 м2, {said}, 70 000$")
    assert value(found.floor) == floor
    assert value(found.total_floors) == total


def test_two_rooms_are_not_two_thousand() -> None:
    found = understand("2к 56 м2, 7/9 эт., цена 27500тр")
    assert value(found.rooms) == (2,)
    assert the(found.price).value.minor == 2_750_000_000
