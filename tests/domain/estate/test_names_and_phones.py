"""A client's name and phone are read the way people type them."""

import pytest

from domain.estate.parties.party_draft import (
    PersonLine,
    parse_description,
    parse_party_name,
    parse_party_phone,
    parse_person_line,
)
from domain.people.phone import Phone
from domain.refusal import Refusal


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("Анна", "Анна", None),
        ("  Анна   Петрова ", "Анна", "Петрова"),
        ("Петрова Анна Сергеевна", "Анна Сергеевна", "Петрова"),
        ("Анна Сергеевна Петрова", "Анна Сергеевна", "Петрова"),
        ("Anna van der Berg", "Anna", "van der Berg"),
        ("ООО «Ромашка и сыновья»", "ООО «Ромашка и сыновья»", None),
        ("Romashka Trading Ltd", "Romashka Trading Ltd", None),
        ("ИП Ким", "ИП Ким", None),
        ("Склад 24", "Склад 24", None),
    ],
)
def test_a_name_is_split_where_it_is_a_persons(typed: str, first: str, last: str | None) -> None:
    assert parse_party_name(typed) == (first, last)


@pytest.mark.parametrize("typed", ["", "\u2063", "12", "—", "я" * 61, "я" * 4096])
def test_what_is_no_name_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        parse_party_name(typed)


NINE = "+79001234567"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Анна Петрова +7 900 123-45-67", PersonLine("Анна", "Петрова", NINE)),
        ("Анна, 8 (900) 123-45-67", PersonLine("Анна", None, NINE)),
        ("89001234567 Петрова Анна Сергеевна", PersonLine("Анна Сергеевна", "Петрова", NINE)),
        ("Anna Petrova, +996 700 123 456", PersonLine("Anna", "Petrova", "+996700123456")),
        ("ООО «Склад 24»", PersonLine("ООО «Склад 24»", None)),
        ("Иван Петров +7 900 123-45-67 ivan@example.com", PersonLine("Иван", "Петров", NINE, "ivan@example.com")),
        ("Иван Петров, тел. 8(900)1234567", PersonLine("Иван", "Петров", NINE)),
        (
            "Иван Петров, тел: 8(900)1234567, почта: Ivan@Example.com",
            PersonLine("Иван", "Петров", NINE, "Ivan@example.com"),
        ),
        (
            "ФИО: Иван Петров\nТелефон: 89001234567\nE-mail: i@example.com",
            PersonLine("Иван", "Петров", NINE, "i@example.com"),
        ),
        ("Иван Петров т. 8 900 123 45 67", PersonLine("Иван", "Петров", NINE)),
        ("Иван Петров моб. +7(900)123-45-67 (WhatsApp)", PersonLine("Иван", "Петров", NINE)),
        ("Иван - 8-900-123-45-67", PersonLine("Иван", None, NINE)),
        (
            "Name: John Smith, phone +1 415 555 2671, mail john@example.com",
            PersonLine("John", "Smith", "+14155552671", "john@example.com"),
        ),
        ("ivan@example.com Иван Петров", PersonLine("Иван", "Петров", None, "ivan@example.com")),
        ("ООО «Ромашка», 8 900 123-45-67", PersonLine("ООО «Ромашка»", None, NINE)),
        ("Склад 24, тел. 89001234567", PersonLine("Склад 24", None, NINE)),
        (
            "Иван Петров; 8 900 123-45-67; магазин, платит по счёту",
            PersonLine("Иван", "Петров", NINE, None, "магазин, платит по счёту"),
        ),
        ("Телегин Иван 8 900 123-45-67", PersonLine("Телегин", "Иван", NINE)),
        ("Иван Номеров, 8 900 123-45-67", PersonLine("Иван", "Номеров", NINE)),
        ("Павел +888 0000 1234", PersonLine("Павел", None, "+88800001234")),
    ],
)
def test_name_phone_and_email_of_one_line_are_kept_apart(typed: str, said: PersonLine) -> None:
    assert parse_person_line(typed, "RU") == said


def test_russian_number_stands_beside_a_name_in_every_country() -> None:
    assert parse_person_line("Иван, 8 900 123-45-67", "KG").phone == NINE
    assert parse_person_line("Иван, 0700 123 456", "KG").phone == "+996700123456"


@pytest.mark.parametrize(
    "typed", ["Иван 8 900 123-45-67, 8 901 123-45-67", "Иван a@example.com b@example.com", "8 900 123-45-67"]
)
def test_of_two_numbers_or_addresses_none_is_guessed(typed: str) -> None:
    with pytest.raises(Refusal):
        parse_person_line(typed, "RU")


@pytest.mark.parametrize(
    "typed",
    [
        "тел. 8 900 123-45-67", "Телефон: +7 900 123 45 67", "моб 89001234567", "его номер 8-900-123-45-67",
        "(900) 123-45-67", "whatsapp 8(900)1234567", "8 900 123-45-67.", "+7 (900) 123-45-67", "7 900 123 45 67",
    ],
)  # fmt: skip
def test_a_phone_is_read_with_the_word_that_announces_it(typed: str) -> None:
    assert parse_party_phone(typed, "RU") == NINE


@pytest.mark.parametrize(
    ("typed", "spaced"),
    [
        ("+888 0000 1234", "+888 0000 1234"),
        ("+88800001234", "+888 0000 1234"),
        ("88800001234", "+888 0000 1234"),
        ("888 0432-1234", "+888 0432 1234"),
        ("+888 8 123", "+888 8123"),
    ],
)
def test_an_anonymous_number_of_telegram_is_a_number(typed: str, spaced: str) -> None:
    assert Phone.typed(typed, "RU").spaced == spaced
    assert Phone.typed(typed, "RU").country is None


@pytest.mark.parametrize("typed", ["", "\u200b", "…", "я" * 501])
def test_what_says_nothing_is_no_note(typed: str) -> None:
    with pytest.raises(Refusal):
        parse_description(typed)


@pytest.mark.parametrize(
    ("typed", "country", "number"),
    [
        ("8 (900) 123-45-67", "RU", "+79001234567"),
        ("9001234567", "RU", "+79001234567"),
        ("79001234567", "RU", "+79001234567"),
        ("tel:+79001234567", "RU", "+79001234567"),
        ("8 900 123 45 67", "KG", "+79001234567"),
        ("0700 123 456", "KG", "+996700123456"),
        ("996700123456", "RU", "+996700123456"),
        ("+996 700 123-456", None, "+996700123456"),
        ("(415) 555-2671", "US", "+14155552671"),
    ],
)
def test_a_phone_is_read_as_people_of_the_country_type_it(typed: str, country: str | None, number: str) -> None:
    assert Phone.typed(typed, country).number == number


@pytest.mark.parametrize(
    "typed", ["", "1e5", "-1", "12345", "2026-13-45", "Анна 89001234567", "8 900 123-45-67 доб. 5", "٨٩٠٠"]
)
def test_what_is_no_phone_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        Phone.typed(typed, "RU")
