"""Contacts are found however people write them, and nothing else of a listing is taken for one."""

import pytest

from domain.matching.intake.contacts import HIDDEN, check_no_contacts, contacts_in, without_contacts
from domain.matching.intake.found import ContactKind
from domain.refusal import Refusal
from tests.domain.matching.intake.test_taking_texts import taken

CONTACTS = [
    ("тг: name", ContactKind.USERNAME, "name"),
    ("insta name", ContactKind.USERNAME, "name"),
    ("пишите в тг name", ContactKind.USERNAME, "name"),
    ("звоните или пишите @name", ContactKind.USERNAME, "@name"),
    ("мой telegram anna_k", ContactKind.USERNAME, "anna_k"),
    ("Телеграм — anna.flats", ContactKind.USERNAME, "anna.flats"),
    ("инстаграм: anna.flats.", ContactKind.USERNAME, "anna.flats"),
    ("вк id12345", ContactKind.USERNAME, "id12345"),
    ("ник anna777", ContactKind.USERNAME, "anna777"),
    ("t.me/+AbCdEf12", ContactKind.USERNAME, "t.me/+AbCdEf12"),
    ("сайт etagi.com", ContactKind.SITE, "etagi.com"),
    ("www.etagi.ru/anna", ContactKind.SITE, "www.etagi.ru/anna"),
    ("все фото на риэлтор.рф", ContactKind.SITE, "риэлтор.рф"),
    ("wa.me/79001234567", ContactKind.SITE, "wa.me/79001234567"),
    ("taplink.cc/anna", ContactKind.SITE, "taplink.cc/anna"),
    ("vk.com/id1", ContactKind.SITE, "vk.com/id1"),
    ("i.flat@example.com", ContactKind.EMAIL, "i.flat@example.com"),
    ("anna собака mail точка ru", ContactKind.EMAIL, "anna собака mail точка ru"),
    ("anna(at)mail.ru", ContactKind.EMAIL, "anna(at)mail.ru"),
    ("звоните 89001234567", ContactKind.PHONE, "89001234567"),
    ("8 (900) 123-45-67", ContactKind.PHONE, "89001234567"),
    ("8*900*123*45*67", ContactKind.PHONE, "89001234567"),
    ("8 9 0 0 1 2 3 4 5 6 7", ContactKind.PHONE, "89001234567"),
    ("89OO1234567", ContactKind.PHONE, "89001234567"),
    ("9001234567", ContactKind.PHONE, "9001234567"),
    ("(495) 123-45-67", ContactKind.PHONE, "4951234567"),
    ("123-45-67", ContactKind.PHONE, "1234567"),
    ("+996 555 12-34-56", ContactKind.PHONE, "+996555123456"),
    ("восемь девятьсот сто двадцать три сорок пять шестьдесят семь", ContactKind.PHONE, "89001234567"),
    ("девять ноль ноль один два три четыре пять шесть семь", ContactKind.PHONE, "9001234567"),
    ("8 девятьсот 123 сорок пять шестьдесят семь", ContactKind.PHONE, "89001234567"),
    ("eight nine zero zero one two three four five six seven", ContactKind.PHONE, "89001234567"),
]
"""What people write where contacts are not wanted; names and numbers are made up."""

NO_CONTACTS = [
    "Тихий двор, один собственник, 3 комнаты, 5/9 эт., 18 500 000 руб",
    "Можно с собакой, ипотека одобрена",
    "ул. Сормовская, д. 178-180/1, лит. Е, Краснодар",
    "Одна 2 500 000, две 3 500 000, три 4 500 000",
    "комнаты двадцать, восемнадцать и тринадцать метров, кухня девять",
    "9500000000 руб",
    "цена 950 000 р, 54,5 м2, 12/16",
    "г.Москва, м.Сокол, 2 мин.пешком",
    "кадастровый номер 77:01:0001001:1234",
    "Показ 29.11.2026 в 18.30 или 2026-12-01",
    "Клиент <b>готов</b> & хочет {завтра}",
    "message me on telegram anytime",
    "viber, whatsapp, telegram",
    "8 500 000 - 54.5 - 3",
    "потолки 3.2, кухня 12.5 кв.м, 2-к.кв",
    "АН «Ёлка»",
]


@pytest.mark.parametrize(("text", "kind", "value"), CONTACTS)
def test_a_contact_is_found_hidden_and_refused(text: str, kind: ContactKind, value: str) -> None:
    (found,) = contacts_in(f"Тихий двор. {text}")
    assert (found.value.kind, found.value.value) == (kind, value)
    hidden = without_contacts(f"Тихий двор. {text}")
    assert hidden is not None
    assert HIDDEN in hidden
    assert value not in hidden
    assert hidden.startswith("Тихий двор. ")
    with pytest.raises(Refusal):
        check_no_contacts(text)


@pytest.mark.parametrize("text", NO_CONTACTS)
def test_what_is_no_contact_stays_as_it_is(text: str) -> None:
    assert without_contacts(text) == text
    check_no_contacts(text)


@pytest.mark.parametrize(("text", "kind", "value"), CONTACTS)
def test_a_pasted_listing_says_that_its_contacts_are_left_out(text: str, kind: ContactKind, value: str) -> None:
    story = "Просторная кухня-гостиная, окна во двор, новая сантехника, остаётся вся мебель."
    read = taken(f"Продам 2-к квартиру 54 м2, 8 млн. {story}\n{text}")
    assert read.contacts_left_out
    assert read.draft.description is not None
    assert value not in read.draft.description
