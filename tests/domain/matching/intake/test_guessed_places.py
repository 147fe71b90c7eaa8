"""A district that only a landmark or a station hints at is a guess; a misspelt station is offered."""

import pytest

from domain.matching.intake import understand
from tests.domain.matching.intake.values import names, the, value


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("Сдам студию в Москве, рядом Даниловский рынок", "Даниловский"),
        ("Сдам студию в Москве у Донского монастыря", "Донской"),
        ("Сдам студию в Москве, рядом Дорогомиловский рынок", "Дорогомилово"),
        ("Сдам однушку, метро Беговая", "Беговой"),
        ("Сдам квартиру в Москве на Хорошёвском шоссе", "Хорошёвский"),
        ("Продаю дом, Бишкек, рядом рынок «Таатан»", "Таатан"),
    ],
)
def test_a_landmark_of_the_same_name_suggests_the_district(text: str, district: str) -> None:
    found = {f.value.ru: f.sure for f in understand(text).districts}
    assert found.get(district) is False


@pytest.mark.parametrize(
    "text",
    [
        "Сдам студию в Москве, выезд на Алтуфьевское шоссе",
        "Сдам студию в Москве на Донской улице",
        "Сдам студию в Бишкеке, ул. Московская",
        "Сдам студию. Шикарный район, рядом парк",
    ],
)
def test_a_street_a_railway_or_praise_names_no_district(text: str) -> None:
    assert understand(text).districts == ()


def test_the_district_of_the_station_comes_before_the_landmarks() -> None:
    found = understand("Сдам студию, м. Тульская, рядом Донской монастырь").districts
    assert names(found) == ["Даниловский", "Донской"]
    assert not any(f.sure for f in found)


def test_a_stated_district_is_not_mixed_with_guesses() -> None:
    found = understand("Сдам студию в районе Хамовники, м. Тульская, рядом Донской монастырь").districts
    assert names(found) == ["Хамовники"]


@pytest.mark.parametrize("text", ["Дом в селе Орок, продаю", "📍 Орок | продаю дом", "Продаю дом, ж/м Орок"])
def test_an_area_is_known_by_any_introduction(text: str) -> None:
    assert "Орок" in names(understand(text).districts)


@pytest.mark.parametrize("said", ["Скрябина / Советская", "Советская - Скрябина"])
def test_an_area_named_by_a_crossing_is_known_in_either_order(said: str) -> None:
    assert names(understand(f"Сдам квартиру, Бишкек, {said}").districts) == ["Советская - Скрябина"]


def test_a_misspelt_station_is_offered_beside_a_known_one() -> None:
    found = {
        f.value.ru: f.sure for f in understand("Сниму студию в Москве, м. Белоруская, м. Таганская").metro_stations
    }
    assert found == {"Белорусская": False, "Таганская": True}


def test_minutes_to_a_name_are_to_its_station() -> None:
    assert names(understand("Сдам студию, 4 мин пешком до Таганской").metro_stations) == ["Таганская"]


@pytest.mark.parametrize(
    ("text", "name", "sure"),
    [
        ("Сдам студию в ЖК «Лучи»", "Лучи", True),
        ("Сдам офис в БЦ Омега Плаза", "Омега Плаза", False),
        ("Сдам студию, Green Park Residence", "Green Park Residence", False),
        ("ищу апартаменты в поло виллас", "поло виллас", False),
    ],
)
def test_a_complex_is_known_by_its_label_or_its_manner(text: str, name: str, sure: bool) -> None:
    found = the(understand(text).residential_complex)
    assert (value(found), found.sure) == (name, sure)
