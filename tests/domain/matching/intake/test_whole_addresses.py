"""An address is read whole, in any order and script; what only looks like one, or is somebody else's, is not."""

import pytest

from domain.matching.intake import understand
from domain.matching.intake.place_answers import parse_address
from domain.typed.not_understood import NotUnderstood
from tests.domain.matching.intake.values import value


@pytest.mark.parametrize(
    ("text", "street", "house"),
    [
        ("Продам 2-к, ул. Сормовская, д. 178-180/1, лит. Е, Краснодар", "Сормовская", "178-180/1, лит. Е"),
        ("Сдам 1-к, ул. Достоевского 44, корпус Е, Санкт-Петербург", "Достоевского", "44, корпус Е"),
        ("Продам 2-к, ул Профсоюзная д. 64 корп. 2, 54 м2", "Профсоюзная", "64 корп. 2"),
        ("Продам 2-к, Варшавское шоссе, дом 158, корпус 1, этаж 5/9", "Варшавское шоссе", "158, корпус 1"),
        ("Продам 1-к, Щёлковское ш., 77, стр. 2", "Щёлковское шоссе", "77, стр. 2"),
        ("Продам 1-к, 1-й Самотёчный пер. 17Б", "1-й Самотёчный переулок", "17Б"),
        ("Сдам 1-к, проспект Мира 102к1, 5/9 эт", "Мира", "102к1"),
        ("Сдам 2к, ул. Ленина, вл. 15", "Ленина", "вл. 15"),
        ("Сдам 2к, пр-т Ленина, 24/8", "Ленина", "24/8"),
        ("Сдам 2к, ул. Лесная, 45 000/мес", "Лесная", None),
        ("Сдам 2к на Лесной улице 4500/мес", "Лесная улица", None),
        ("Сдам 2к, ул. Лесная 45/сутки", "Лесная", None),
        ("Сдам 1-к, проспект Мира, 5/9 эт, 45 м2", "Мира", None),
        ("Сдам 1-к, ул. Мира, 5/9, 45 м2", "Мира", None),
        ("Сдам 1-к, ул. Мира, 3 этаж", "Мира", None),
        ("Продам 1-к, ул. Мира, 45 м2", "Мира", None),
        ("Продам 1-к ул. Мира 2-к квартира", "Мира", None),
        ("Продам 1-к, ул. Мира, 2019 год постройки", "Мира", None),
    ],
)
def test_a_house_number_is_whole_or_none(text: str, street: str, house: str | None) -> None:
    found = understand(text)
    assert (value(found.street), value(found.house_number)) == (street, house)


@pytest.mark.parametrize(
    ("text", "street", "house"),
    [
        ("Сдам студию, невский 100, 45 тыс", "Невский проспект", "100"),
        ("сниму студию невский 100", "Невский проспект", "100"),
        ("Сдам 2к, ленина 5, 40 тыс", "Ленина", "5"),
        ("Казань, Баумана 15, сдам 2к за 40 тыс", "улица Баумана", "15"),
        ("Продам 1-к. Екатеринбург, Малышева, 84, 36 м2", "улица Малышева", "84"),
        ("Сдаю квартиру Токтогула 98, Бишкек", "улица Токтогула", "98"),
        ("Продаю квартиру Чуй 120, Бишкек", "проспект Чуй", "120"),
        ("Сдам 2-к квартиру Московская 12, 60 м2", "Московская", "12"),
        ("Сдам 1к, Маршала Жукова 5, Москва", "Маршала Жукова", "5"),
        ("Сдаётся квартира по ул. академика Королёва, 8к1", "академика Королёва", "8к1"),
        ("Продам 3-к, набережная канала Грибоедова 15, СПб", "канала Грибоедова", "15"),
        ("Продам квартиру, 7-я линия В.О., 34, СПб", "7-я линия", "34"),
        ("Сдам 1к, Сибирский тракт, 12", "Сибирский тракт", "12"),
        ("Продам 1-к, ул. 8 Марта, д. 5", "8 Марта", "5"),
        ("Продам 1-к, улица 40 лет Победы, 33", "40 лет Победы", "33"),
        ("Apartment for sale on Tverskaya Street 12, Moscow", "Tverskaya Street", "12"),
        ("Flat for rent, 12 Baker Street, London", "Baker Street", "12"),
        ("Flat for rent, Moscow, ul. Lenina 5, 60 m2", "Lenina", "5"),
        ("For rent: Torstrasse 12, Berlin, 2 rooms", "Torstrasse", "12"),
        ("Nevsky prospekt 100, St Petersburg, 2 rooms, for rent", "Nevsky prospekt", "100"),
        ("2-bedroom flat for rent, Chuy Ave 120, Bishkek", "Chuy Ave", "120"),
        ("Токтогул көчөсү 98, 2 бөлмөлүү батир сатылат, Бишкек", "Токтогул көчөсү", "98"),
        ("Алматы, Абай даңғылы 10, 2 бөлмелі пәтер сатылады", "Абай даңғылы", "10"),
    ],
)
def test_a_street_is_known_without_its_type_and_in_other_languages(text: str, street: str, house: str) -> None:
    found = understand(text)
    assert (value(found.street), value(found.house_number)) == (street, house)


@pytest.mark.parametrize(
    "text",
    [
        "Сдам 2-к, Сокол 54 м2",
        "Сдам 2-к Южная 54 м2",
        "Сдам 2к. Депозит 100, Комиссия 50",
        "Сдам квартиру, Площадь 54, Этаж 5",
        "Квартира. Общая 45, Жилая 30, Гостиная 18. Сдам",
        "Сдам 2-к м. Невский проспект 45 тыс",
        "Сдам 2-к невский 45 м2",
        "Продам 2-к, м. Сокол, 60 м2, 15 млн. Агентство «Ключ», офис: ул. Тверская, 12",
        "Продам 1-к, 36 м2, Казань, 7 млн. Наш адрес: Баумана 15, офис 3",
        "Продам 1-к, 36 м2, 7 млн. Приезжайте: ул. Ленина, 5",
    ],
)
def test_what_counts_something_or_is_an_office_is_no_address(text: str) -> None:
    found = understand(text)
    assert (value(found.street), value(found.house_number)) == (None, None)


def test_the_flat_is_told_from_the_office() -> None:
    found = understand("АН Ромашка, наш офис: ул. Ленина, 5. Продам 2-к, ул. Мира, 7")
    assert (value(found.street), value(found.house_number)) == ("Мира", "7")


def test_the_last_name_of_an_address_is_the_city() -> None:
    city = understand("For rent: Torstrasse 12, Berlin, 2 rooms").city
    assert city is not None
    assert city.value.ru == "Берлин"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Продам 2-к в ЖК Символ, 60 м2", "Символ"),
        ("Продам 2-к, ЖК Новая Охта 60 м2", "Новая Охта"),
        ("Продам 1-к в ЖК Зелёный квартал", "Зелёный квартал"),
        ("Апартаменты в МФК Лотос, 40 м2, сдам", "Лотос"),
        ("Продаю 2-комн в ЖД Ихлас, Бишкек", "Ихлас"),
        ("Flat for rent, RC Symbol, Moscow", "Symbol"),
        ("Flat for rent in Prime Park residential complex", "Prime Park"),
        ("2 бөлмөлүү батир, Асанбай ЖК, сатылат", "Асанбай"),
        ("Рядом ЖК Лучи. Продам 2-к в ЖК Мещерский лес", "Мещерский лес"),
    ],
)
def test_a_complex_is_known_by_its_label_in_any_place(text: str, name: str) -> None:
    assert value(understand(text).residential_complex) == name


@pytest.mark.parametrize(
    "text",
    [
        "Сдам 2-к с видом на ЖК «Символ»",
        "Сдам 2-к, окна на ЖК Символ",
        "Сдам 2-к, рядом ЖК Зиларт, м. ЗИЛ",
        "Продам 2-к напротив ЖК «Лучи»",
        "Продам 2-к, ЖК 6й мкр",
        "ЖК 6-й микрорайон, продам 1-к",
        "Продаётся квартира в ЖК комфорт-класса, 54 м2",
        "Продам квартиру в ЖК бизнес класса",
        "Продам квартиру в новом ЖК рядом с метро",
        "ЖК сдан. Продам 2-к, 60 м2",
    ],
)
def test_a_complex_in_the_view_or_without_a_name_is_none(text: str) -> None:
    assert understand(text).residential_complex is None


@pytest.mark.parametrize(
    ("typed", "street", "house"),
    [
        ("Сормовская, д. 178-180/1, лит. Е", "Сормовская", "178-180/1, лит. Е"),
        ("ул. Достоевского 44, корпус Е", "ул. Достоевского", "44, корпус Е"),
        ("Новый Арбат, 4к1", "Новый Арбат", "4к1"),
        ("Tverskaya, 12", "Tverskaya", "12"),
    ],
)
def test_a_typed_house_number_is_whole(typed: str, street: str, house: str) -> None:
    assert parse_address(typed) == (street, house)


@pytest.mark.parametrize("typed", ["улица", "Ул.", "проспект", "ул 5", "улица, 12", "street"])
def test_a_word_for_a_street_is_no_address(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        parse_address(typed)
