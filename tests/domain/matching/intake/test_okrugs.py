"""An okrug stands for all of its districts, and widens nothing that is named more closely."""

import pytest

from domain.gazetteer import Gazetteer, PlaceKind
from domain.matching.intake import understand
from domain.matching.intake.drafts import lead_from, property_from
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.recommendations.wanted_places import with_parts


def wanted(text: str) -> LeadDraft:
    """The lead that the text is."""
    return lead_from(text, understand(text), currency="RUB", home_city=None).draft


def offered(text: str) -> PropertyDraft:
    """The property that the text offers."""
    return property_from(text, understand(text), currency="RUB", home_city=None).draft


@pytest.mark.parametrize(
    ("text", "districts", "stations"),
    [
        (
            "Ищу для клиента: 2-3к, СВАО, ВДНХ или Алексеевская, от 55 м2, до 20 млн, нал",
            (),
            ("ВДНХ", "Алексеевская"),
        ),
        ("Куплю 2-к в СВАО до 15 млн", ("СВАО",), ()),
        ("Сниму квартиру в ЮЗАО или ЗАО, до 80 тыс", ("ЮЗАО", "ЗАО"), ()),
        ("сниму 2к юзао до 70 тыс", ("ЮЗАО",), ()),
        ("Куплю однушку в Северо-Восточном административном округе до 12 млн", ("СВАО",), ()),
        ("Куплю однушку, СВАО, в Свиблово или Марфино, до 12 млн", ("Марфино",), ("Свиблово",)),
        ("Куплю 2к, м. Сокол, САО, до 18 млн", (), ("Сокол",)),
        ("Куплю двушку: СВАО или м. Сокол, до 15 млн", ("СВАО",), ("Сокол",)),
        ("Куплю квартиру, ЦАО, районы Хамовники и Якиманка, до 40 млн", ("Хамовники", "Якиманка"), ()),
        ("Куплю 1-к в Новой Москве до 9 млн", ("Новая Москва",), ()),
        ("Куплю 1-к в Зеленограде до 9 млн", ("Зеленоград",), ()),
        ("Куплю 1-к, СПб, Приморский район, Коломяги, до 9 млн", ("Коломяги",), ()),
        ("Looking to buy a flat in SVAO, Moscow, up to 15 million", ("СВАО",), ()),
    ],
)
def test_what_is_named_most_closely_is_wanted(text: str, districts: tuple[str, ...], stations: tuple[str, ...]) -> None:
    lead = wanted(text)
    assert [one for one in lead.districts if one not in stations] == list(districts)
    assert lead.metro_stations == stations


def test_an_okrug_is_understood_and_tells_the_city() -> None:
    text = "Ищу для клиента: 2-3к, СВАО, ВДНХ или Алексеевская, от 55 м2, до 20 млн, нал"
    assert "СВАО" not in understand(text).rest
    assert wanted("Куплю 2-к в САО до 15 млн").city == "Москва"


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("Продам 2-к квартиру, ЦАО, Таганский район, 20 млн", "Таганский"),
        ("Продам 2-к квартиру в САО, 20 млн", "САО"),
        ("Продам 2-к квартиру, СПб, Калининский район, Пискарёвка, 9 млн", "Пискарёвка"),
    ],
)
def test_a_property_has_the_closest_district_that_is_named(text: str, district: str) -> None:
    assert offered(text).district == district


def test_a_company_is_no_okrug() -> None:
    assert offered("Продаёт ЗАО «Ромашка»: 2-к квартира 50 м2 за 9 млн").district is None


@pytest.mark.parametrize(
    ("city", "name", "parts"),
    [
        ("Москва", "СВАО", {"Отрадное", "Бибирево", "Северное Медведково", "Медведково", "Марьина Роща"}),
        ("Москва", "ЦАО", {"Арбат", "Хамовники", "Патриаршие пруды", "Якиманка"}),
        ("Москва", "Бутово", {"Северное Бутово", "Южное Бутово"}),
        ("Москва", "Зеленоград", {"Крюково", "Матушкино", "Савёлки", "Силино", "Старое Крюково"}),
        ("Санкт-Петербург", "Приморский", {"Коломяги", "Лахта", "Чёрная Речка"}),
        ("Казань", "Советский", {"Азино", "Дербышки"}),
        ("Екатеринбург", "Чкаловский", {"Ботаника", "Химмаш", "Вторчермет"}),
        ("Алматы", "Ауэзовский", {"Аксай", "Аксай-3", "8-й микрорайон"}),
        ("Бишкек", "Джал", {"Верхний Джал", "Джал-23"}),
    ],
)
def test_who_wants_a_part_of_a_city_wants_all_that_lies_in_it(city: str, name: str, parts: set[str]) -> None:
    assert with_parts((name,), city) >= {name, *parts}


def test_okrugs_have_all_the_districts_of_moscow() -> None:
    gazetteer = Gazetteer.standard()
    moscow = gazetteer.find("Москва", {PlaceKind.CITY}).exact
    counts = {
        okrug.ru: sum(one.kind is PlaceKind.DISTRICT for one in gazetteer.parts(okrug))
        for okrug in gazetteer.of_kind({PlaceKind.OKRUG}, moscow)
    }
    old = {"ЦАО": 10, "САО": 16, "СВАО": 17, "ВАО": 16, "ЮВАО": 12, "ЮАО": 16, "ЮЗАО": 12, "ЗАО": 13, "СЗАО": 8}
    assert {name: counts[name] for name in old} == old


def test_nothing_else_is_wanted() -> None:
    assert with_parts(("СВАО",), "Москва").isdisjoint({"Сокол", "Арбат", "САО"})
    assert with_parts(("Отрадное",), "Москва") == {"Отрадное"}
    assert with_parts(("Заречье",), "Тверь") == {"Заречье"}
