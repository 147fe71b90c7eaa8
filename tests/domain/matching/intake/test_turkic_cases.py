"""Kyrgyz and Kazakh endings leave a city what it is."""

import pytest

from domain.matching.intake import understand


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Бишкекте 1 бөлмө батир сатылат 54 м2", "Бишкек"),
        ("Бишкектен үй сатылат", "Бишкек"),
        ("Продам 2-к Бишкектен 54 м2", "Бишкек"),
        ("Ош шаарында батир сатылат", "Ош"),
        ("Ошто батир сатылат", "Ош"),
        ("Караколдо үй сатылат", "Каракол"),
        ("Алматыда 2 бөлмелі пәтер сатылады", "Алматы"),
        ("Тараздан пәтер аламын", "Тараз"),
        ("Шымкентте пәтер жалға", "Шымкент"),
        ("Астанада пәтер", "Астана"),
    ],
)
def test_a_city_is_read_in_kyrgyz_and_kazakh_cases(text: str, city: str) -> None:
    read = understand(text).city
    assert read is not None
    assert read.value.ru == city


@pytest.mark.parametrize("text", ["Продам дачу, сад, вода", "Сдам квартиру на год", "Ошская 5, 2-к квартира"])
def test_a_russian_word_is_no_city_with_an_ending(text: str) -> None:
    assert understand(text).city is None
