"""Places are recognised in any case, told apart by context, and doubts are reported."""

from domain.gazetteer import Gazetteer, PlaceKind
from domain.gazetteer.place import DISTRICT_KINDS
from domain.matching.intake import understand
from tests.domain.matching.intake.values import city_name, names, the, value

GAZETTEER = Gazetteer.standard()


def test_names_are_recognised_in_any_grammatical_case() -> None:
    assert names(understand("Сдам квартиру в Хамовниках").districts) == ["Хамовники"]
    assert names(understand("Сдам квартиру на Арбатской").metro_stations) == ["Арбатская"]
    assert city_name(understand("Сдам квартиру в Казани").city) == "Казань"


def test_nicknames_of_cities_are_known() -> None:
    for said, name in (("спб", "Санкт-Петербург"), ("Питере", "Санкт-Петербург"), ("мск", "Москва")):
        assert city_name(understand(f"Сдам студию в {said}").city) == name


def test_a_station_of_several_cities_is_left_open() -> None:
    (station,) = understand("Продам 2к, м. Чкаловская").metro_stations
    assert not station.sure
    assert {station.value.city_id, *(p.city_id for p in station.alternatives)} == {1, 2, 4}


def test_the_stated_city_settles_a_namesake() -> None:
    (station,) = understand("Продам 2к, СПб, м. Чкаловская").metro_stations
    assert station.value.city_id == the(GAZETTEER.find("СПб", {PlaceKind.CITY}).exact).id
    assert station.sure


def test_the_home_city_settles_a_namesake() -> None:
    (station,) = understand("Продам 2к, м. Чкаловская", home_city="Екатеринбург").metro_stations
    assert station.value.city_id == the(GAZETTEER.find("Екатеринбург", {PlaceKind.CITY}).exact).id


def test_a_name_that_is_both_station_and_district_is_reported_as_both() -> None:
    found = understand("Сдам квартиру в Ясенево")
    assert names(found.districts) == ["Ясенево"]
    assert names(found.metro_stations) == ["Ясенево"]
    assert not found.districts[0].sure
    assert not found.metro_stations[0].sure


def test_the_word_metro_settles_what_a_name_is() -> None:
    found = understand("Сдам квартиру, метро Ясенево")
    assert found.metro_stations[0].sure


def test_a_street_is_not_a_station() -> None:
    found = understand("Сдам квартиру на Донской улице, дом 4")
    assert found.metro_stations == ()
    assert found.districts == ()
    assert (value(found.street), value(found.house_number)) == ("Донская улица", "4")


def test_the_way_to_a_city_is_not_the_city() -> None:
    assert city_name(understand("Продаю дом в с. Байтик, 10 минут от Бишкека").city) == "Байтик"


def test_two_towns_named_alike_plainly_are_both_reported() -> None:
    city = the(understand("Продаю дом в Бостери или Чолпон-Ате").city)
    assert not city.sure
    assert [city.value.ru, *(p.ru for p in city.alternatives)] == ["Бостери", "Чолпон-Ата"]


def test_an_unknown_village_is_kept_as_written_and_unsure() -> None:
    city = the(understand("Продаю дом, с. Верхнеозёрное").city)
    assert city.value.ru == "Верхнеозёрное"
    assert not city.value.listed
    assert not city.sure


def test_a_misspelt_station_is_offered_not_taken() -> None:
    (station,) = understand("Сдам 2к в Москве, м. Таганскоя").metro_stations
    assert station.value.ru == "Таганская"
    assert not station.sure


def test_every_station_of_a_list_is_found() -> None:
    found = understand("Сдам 2к, метро Белорусская, Менделеевская и Савёловская")
    assert names(found.metro_stations) == ["Белорусская", "Менделеевская", "Савёловская"]


def test_ids_are_unique_and_small_enough_for_a_button() -> None:
    places = GAZETTEER.of_kind(set(PlaceKind))
    assert len({p.id for p in places}) == len(places)
    assert max(p.id for p in places) < 1_000_000


def test_every_place_is_found_by_its_own_name_in_both_languages() -> None:
    for place in GAZETTEER.of_kind(set(PlaceKind)):
        city = GAZETTEER.get(place.city_id)
        for name in (place.ru, place.en):
            found = GAZETTEER.find(name, {place.kind}, city)
            assert place in (found.exact, *found.candidates), name


def test_a_picker_lists_what_starts_as_typed_first() -> None:
    moscow = GAZETTEER.find("Москва", {PlaceKind.CITY}).exact
    names = [p.ru for p in GAZETTEER.starting_with("туш", {PlaceKind.METRO, *DISTRICT_KINDS}, moscow)]
    assert names.index("Тушинская") < names.index("Северное Тушино")
    assert "Бишкек" in GAZETTEER.names("ru")
    assert "Bishkek" in GAZETTEER.names("en")
