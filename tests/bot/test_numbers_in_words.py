"""A number that varies is said with its plural in both languages; a constant beside a noun fits the form it has."""

import re

import pytest
from babel.messages.catalog import Message

from domain.calendar.draft import YEARS
from domain.calendar.event import MOST_BEFORE
from domain.calendar.finish_event import MOST_SNOOZED
from domain.estate.costs.cost import MOST_ARTICLE
from domain.estate.leases.lease_terms import FURTHEST_REMINDER, MOST_REMINDERS
from domain.estate.object_files.object_file import MOST_FILES
from domain.letters.letter import MOST_TEXT
from domain.metering.typed import PRICE_DECIMALS
from domain.people.agency import MOST_AGENCY
from domain.people.pin.code import LEAST_DIGITS, MOST_DIGITS
from domain.typed.limits import HIGHEST_FLOOR, MOST_PHOTOS
from tools.messages import translated

RUSSIAN = re.compile(
    r"\{(\w+)\}[ \u00a0](?:дн(?:ей|я)|месяц(?:ев|а)|недел\w*|строк|объект(?:ов|а)|раз|часов|минут|символов|знаков|"
    r"заявок|лет|сообщений|договор(?:ов|а)|файлов|текстов|событий|этажей|комнат|метров|документов|букв|цифр|арендаторов|расходов|"
    r"показаний|человек|вариантов|совпадений|шагов|форм)(?!\w)"
)
ENGLISH = re.compile(
    r"\{(\w+)\} (?:days?|months?|weeks?|rows?|objects?|times|hours?|minutes?|characters?|digits?|years?|files?|"
    r"texts?|events?|floors?|documents?|photos?|tenants?|leads?|properties|reminders)(?!\w)"
)
CONSTANTS: dict[str, tuple[int, ...]] = {
    "A reminder can come on the day, or up to {most} days before.": (MOST_BEFORE,),
    "Days can be at most {years} years away from today.": (YEARS,),
    "A reminder can be put off by 1 to {most} days.": (MOST_SNOOZED,),
    "An article has up to {most} characters. The rest goes into the note.": (MOST_ARTICLE,),
    "At most {most} rows fit into one table.": (),
    "There are more than {most} rows in it. Split the table and send it in parts.": (),
    "A name of at most {most} characters fits here, like “Etalon”.": (MOST_AGENCY,),
    "There is room for {most} documents; remove some first.": (MOST_FILES,),
    "A house has from 1 to {most} floors.": (HIGHEST_FLOOR,),
    "At most {most} photos fit into one album.": (MOST_PHOTOS,),
    "A price has at most {most} digits after the comma.": (PRICE_DECIMALS,),
    "Up to {most} reminders fit, at most {days} days away.": (MOST_REMINDERS, FURTHEST_REMINDER),
    "Contracts are signed from the age of {least} on: a later date cannot be kept.": (),
    "Think of a PIN: {least} to {most} digits.": (LEAST_DIGITS, MOST_DIGITS),
    "A PIN is {least} to {most} digits.": (LEAST_DIGITS, MOST_DIGITS),
    "That is too long: {count} characters, and {most} fit here.": (MOST_TEXT + 1,),
    "This is {length} characters long; at most {most} fit.": (MOST_TEXT + 1,),
    "There are {count} photos, and more do not fit.": (MOST_PHOTOS,),
}
"""Messages whose numbers are constants, or always many, with them; round thousands where the number is private."""


def messages() -> list[Message]:
    return [one for catalogue in translated("ru").values() for one in catalogue if one.id]


def test_no_number_that_varies_stands_beside_a_noun_of_one_form() -> None:
    wrong = [
        (one.id, one.string)
        for one in messages()
        if isinstance(one.id, str)
        and one.id not in CONSTANTS
        and (ENGLISH.search(one.id) or RUSSIAN.search(str(one.string)))
    ]
    assert wrong == []


def test_the_constants_beside_nouns_are_many() -> None:
    known = {one.id: one.string for one in messages() if isinstance(one.id, str)}
    assert set(CONSTANTS) <= set(known)
    for said, numbers in CONSTANTS.items():
        for number in numbers:
            assert number != 1, said
            is_one = number % 10 == 1 and number % 100 != 11
            assert not (is_one and RUSSIAN.search(str(known[said]))), (said, number)


@pytest.mark.parametrize("numbers", [(1, "дня"), (21, "дня"), (22, "дней"), (30, "дней"), (31, "дня"), (11, "дней")])
def test_so_many_of_so_many_days_has_the_form_of_the_second_number(numbers: tuple[int, str]) -> None:
    count, noun = numbers
    of_days = [one for one in messages() if not isinstance(one.id, str) and "of {count} days" in one.id[1]]
    assert len(of_days) > 4
    form = 0 if count % 10 == 1 and count % 100 != 11 else 1 if count % 10 in (2, 3, 4) else 2
    for one in of_days:
        assert f"из {{count}} {noun}" in (one.string or ())[form], one.id
