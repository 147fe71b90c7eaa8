"""Phones, addresses, agencies, names and hours are read as people type them, and nonsense is refused."""

import datetime as dt

import pytest

from domain.people.agency import parse_agency
from domain.people.email import Email
from domain.people.handle import Handle
from domain.people.phone import Phone, looks_like_phone
from domain.people.quiet_hours import QuietHours, parse_hour
from domain.people.tidy_name import tidy_name
from domain.people.time_zones import ELSEWHERE, zones_at
from domain.refusal import Refusal
from tests.support.clock import NOON


@pytest.mark.parametrize(
    ("said", "masked"),
    [
        ("79001234567", "+7 900 •••-••-67"),
        ("+996555123456", "+996 555 ••• •56"),
        ("+12125550123", "+1 212-•••-••23"),
    ],
)
def test_phone_shows_only_what_its_owner_recognises(said: str, masked: str) -> None:
    assert Phone.parse(said).masked == masked


@pytest.mark.parametrize("said", ["", "+", "12", "абв", "1e5", "+7 900", "9" * 40, "٧٩٠٠"])
def test_what_is_no_phone_is_refused(said: str) -> None:
    with pytest.raises(Refusal, match="phone number"):
        Phone.parse(said)


@pytest.mark.parametrize(("said", "is_phone"), [("8 (900) 123-45-67", True), ("привет", False), ("12", False)])
def test_typed_number_is_told_from_words(said: str, is_phone: bool) -> None:
    assert looks_like_phone(said) is is_phone


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("anna@example.com", "anna@example.com"),
        (" Anna@EXAMPLE.com. ", "Anna@example.com"),
        ("<anna+x@mail.example.com>", "anna+x@mail.example.com"),
        ("анна@почта.рф", "анна@почта.рф"),
    ],
)
def test_address_is_read_without_what_does_not_belong_to_it(said: str, address: str) -> None:
    assert Email.parse(said).address == address


@pytest.mark.parametrize("said", ["", "@", "a@b", "a@b.c", "a b@c.ru", "a..b@c.ru", "a@c.ru, d@e.ru", "a@" + "b" * 300])
def test_what_is_no_address_is_refused(said: str) -> None:
    with pytest.raises(Refusal, match="e-mail"):
        Email.parse(said)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("«Эталон»", "Эталон"),
        ('"Эталон"', "Эталон"),
        (" Этажи\n Москва ", "Этажи Москва"),
        ("АН «Ёлка»", "АН «Ёлка»"),
        ('АН "Ёлка"', 'АН "Ёлка"'),
        ("«Ёлка» на Лесной", "«Ёлка» на Лесной"),
        ("«Дом» и «Сад»", "«Дом» и «Сад»"),
        ("“Etalon”", "Etalon"),
        ("O'Hara's", "O'Hara's"),
    ],
)
def test_agency_is_one_line_without_quotes_around_the_whole(said: str, name: str) -> None:
    assert parse_agency(said) == name


@pytest.mark.parametrize("said", ["", "«»", "...", "\u200b", "x" * 61])
def test_agency_that_cannot_be_shown_is_refused(said: str) -> None:
    with pytest.raises(Refusal):
        parse_agency(said)


@pytest.mark.parametrize(
    ("said", "handle"),
    [("@Anna_1", "@anna_1"), ("anna", "@anna"), ("https://t.me/Anna", "@anna"), ("123456", "123456")],
)
def test_person_is_named_as_admins_do(said: str, handle: str) -> None:
    assert str(Handle.parse(said)) == handle


@pytest.mark.parametrize("said", ["", "@", "анна", "a b", "-5", "1" * 17, "@x'; drop"])
def test_nobody_is_named_by_nonsense(said: str) -> None:
    with pytest.raises(Refusal):
        Handle.parse(said)


@pytest.mark.parametrize(
    ("said", "hours"),
    [("22-8", (1320, 480)), ("с 23:30 до 7", (1410, 420)), ("from 22 to 6:15", (1320, 375)), ("20-24", (1200, 0))],
)
def test_quiet_hours_are_read(said: str, hours: tuple[int, int]) -> None:
    read = QuietHours.parse(said)
    assert (read.begin, read.end) == hours


@pytest.mark.parametrize(("said", "hour"), [("9", 9), ("09:00", 9), ("в 9 вечера", 21), ("8 pm", 20), ("24", 0)])
def test_hour_is_read(said: str, hour: int) -> None:
    assert parse_hour(said) == hour


@pytest.mark.parametrize("said", ["25", "9:30", "-1", "", "nine", "9 9"])
def test_what_is_no_hour_is_refused(said: str) -> None:
    with pytest.raises(Refusal):
        parse_hour(said)


@pytest.mark.parametrize(
    ("said", "first"), [("UTC+3", "Europe/Moscow"), ("мск+2", "Asia/Yekaterinburg"), ("+6", "Asia/Omsk")]
)
def test_difference_names_zones(said: str, first: str) -> None:
    assert zones_at(said, NOON)[0] == first


def test_difference_follows_summer_time() -> None:
    summer = dt.datetime(2026, 7, 1, tzinfo=dt.UTC)
    assert "Europe/London" in zones_at("UTC+1", summer)
    assert "Europe/London" not in zones_at("UTC+1", NOON)


@pytest.mark.parametrize("said", ["", "Казань", "+99", "22", "UTC+"])
def test_what_is_no_difference_names_nothing(said: str) -> None:
    assert zones_at(said, NOON) == []


def test_each_city_lies_in_one_zone() -> None:
    cities = [city for zone in ELSEWHERE.values() for city in zone]
    assert len(cities) == len(set(cities))


@pytest.mark.parametrize(
    ("given", "shown"),
    [("Анна\u202e", "Анна"), (" А\nнна ", "А нна"), ("\x00", None), ("Я" * 200, "Я" * 128), (None, None)],
)
def test_name_is_one_readable_line(given: str | None, shown: str | None) -> None:
    assert tidy_name(given) == shown
