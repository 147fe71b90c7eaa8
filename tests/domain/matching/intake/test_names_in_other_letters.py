"""A place is known by its name in the other script and by any usual romanisation, wherever a place is read."""

import pytest

from domain.gazetteer import Gazetteer, PlaceKind
from domain.matching.intake import understand
from domain.matching.intake.place_answers import parse_city, parse_district, parse_metro
from tests.domain.matching.intake.values import city_name, names

GAZETTEER = Gazetteer.standard()
MOSCOW = GAZETTEER.find("Москва", {PlaceKind.CITY}).exact


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Bishkek", "Бишкек"),
        ("bishkek", "Бишкек"),
        ("Sankt-Peterburg", "Санкт-Петербург"),
        ("Kazan", "Казань"),
        ("Ekaterinburg", "Екатеринбург"),
        ("Yekaterinburg", "Екатеринбург"),
        ("Moskva", "Москва"),
        ("Chelyabinsk", "Челябинск"),
        ("Cheliabinsk", "Челябинск"),
    ],
)
def test_a_city_is_typed_in_latin_letters(said: str, name: str) -> None:
    assert city_name_of(said) == name


def city_name_of(said: str) -> str | None:
    """The one city that is meant."""
    found = parse_city(said, GAZETTEER).exact
    return found.ru if found else None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Arbat", "Арбат"),
        ("Khamovniki", "Хамовники"),
        ("Hamovniki", "Хамовники"),
        ("Izmailovo", "Измайлово"),
        ("SVAO", "СВАО"),
        ("СВАО", "СВАО"),
        ("Severo-Vostochny okrug", "СВАО"),
        ("Северо-Восточный округ", "СВАО"),
        ("Yuzhnoe Butovo", "Южное Бутово"),
        ("Бутово Южное", "Южное Бутово"),
    ],
)
def test_a_district_is_typed_in_latin_letters(said: str, name: str) -> None:
    found = parse_district(said, GAZETTEER, MOSCOW)
    assert name in {one.ru for one in (found.exact, *found.candidates) if one}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Sokol", "Сокол"),
        ("Arbatskaya", "Арбатская"),
        ("Arbatskaja", "Арбатская"),
        ("metro Shchukinskaya", "Щукинская"),
        ("Schukinskaya", "Щукинская"),
        ("Khovrino", "Ховрино"),
        ("Hovrino", "Ховрино"),
        ("1905 года", "Улица 1905 года"),
    ],
)
def test_a_station_is_typed_in_latin_letters(said: str, name: str) -> None:
    found = parse_metro(said, GAZETTEER, MOSCOW).exact
    assert found is not None
    assert found.ru == name


@pytest.mark.parametrize(
    ("text", "city", "districts", "stations"),
    [
        ("Flat for rent in Khamovniki, Moscow, 90000 a month", "Москва", ["Хамовники"], []),
        ("Flat for rent, metro Sokol, Moscow", "Москва", None, ["Сокол"]),
        ("For sale: 2-room flat, Moscow, metro Izmailovskaya", "Москва", None, ["Измайловская"]),
        ("Apartment for rent in Bishkek, Asanbai", "Бишкек", ["Асанбай"], []),
        ("2-room apartment for rent, Almaty, Samal-2", "Алматы", ["Самал-2"], []),
        ("Looking for a flat near Patriarch's Ponds, Moscow", "Москва", ["Патриаршие пруды"], []),
        ("Апартаменты в Jal, Бишкек, сдаю", "Бишкек", ["Джал"], []),
    ],
)
def test_a_text_names_places_in_latin_letters(
    text: str, city: str, districts: list[str] | None, stations: list[str]
) -> None:
    found = understand(text)
    assert city_name(found.city) == city
    assert names(found.metro_stations) == stations
    if districts is not None:
        assert names(found.districts) == districts


@pytest.mark.parametrize("text", ["I am back in town for good", "Please call me back, thanks", "Two pots of paint"])
def test_an_english_word_is_no_city(text: str) -> None:
    assert understand(text).city is None
