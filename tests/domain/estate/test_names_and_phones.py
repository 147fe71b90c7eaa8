"""A client's name and phone are read the way people type them."""

import pytest

from domain.estate.party_draft import parse_description, parse_name_and_phone, parse_party_name
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


@pytest.mark.parametrize(
    ("typed", "names", "phone"),
    [
        ("Анна Петрова +7 900 123-45-67", ("Анна", "Петрова"), "+79001234567"),
        ("Анна, 8 (900) 123-45-67", ("Анна", None), "+79001234567"),
        ("89001234567 Петрова Анна Сергеевна", ("Анна Сергеевна", "Петрова"), "+79001234567"),
        ("Anna Petrova, +996 700 123 456", ("Anna", "Petrova"), "+996700123456"),
        ("ООО «Склад 24»", ("ООО «Склад 24»", None), None),
    ],
)
def test_a_phone_beside_the_name_is_no_part_of_it(typed: str, names: tuple[str, str | None], phone: str | None) -> None:
    assert parse_name_and_phone(typed, "RU") == (names, phone)


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
