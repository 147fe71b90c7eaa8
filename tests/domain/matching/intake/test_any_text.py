"""Whatever is pasted, understanding it neither fails nor takes long, and points only inside the text."""

import time
from collections.abc import Iterator
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.matching.intake import Found, Understood, understand

WORDS = st.sampled_from(  # split on one blank, since the odd blanks are words here
    [
        "продам",
        "куплю",
        "сдам",
        "сниму",
        "ищу",
        "квартиру",
        "студию",
        "2-к",
        "двушку",
        "54",
        "м2",
        "м²",
        "5/9",
        "эт.",
        "этаж",
        "из",
        "от",
        "до",
        "-",
        "/",
        ",",
        ".",
        "\n",
        "18,5",
        "млн",
        "тыс",
        "$",
        "₽",
        "сом",
        "1",
        "500",
        "000",
        "+7",
        "900",
        "123-45-67",
        "@flat_msk",
        "ул.",
        "Ленина,",
        "д.",
        "5",
        "м.",
        "Арбатская",
        "метро",
        "Ясенево",
        "в",
        "Москве",
        "Бишкеке",
        "мкр",
        "7",
        "ЖК",
        "«Полдень»",
        "комиссия",
        "50/50",
        "залог",
        "2024",
        "г.п.",
        "клиент",
        "Анна",
        "**",
        "5️⃣",
        "\u200b",
        "\xa0",
        "😀",
        "İ",
        "ß",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))
LIMIT_SECONDS = 0.5
"""Of the processor, so that a busy machine does not fail; ten times what was measured. A bad pattern takes minutes."""


def values(understood: Understood) -> Iterator[Found[object]]:
    for one in fields(understood):
        value = getattr(understood, one.name)
        yield from (value if isinstance(value, tuple) else [value] if isinstance(value, Found) else [])


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_any_text_is_read_and_spans_stay_inside_it(text: str) -> None:
    understood = understand(text)
    for found in values(understood):
        assert 0 <= found.start < found.end <= len(text)
    assert len(understood.rest) <= len(text)


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_no_contact_is_left_in_the_rest(text: str) -> None:
    understood = understand(f"{text}\nЗвоните +7 900 765-43-21")
    assert "765-43-21" not in understood.rest


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "а", "А", " ", "\n", "100 ", "1-2-", "5/9 ", "1.1.", "+7 900 ", "ул. Ааааа ", "м. Арбатская, ", "Аб-",
     "продам ", "8 млн ", "a@", "a.", "http://", '"', 'ЖК "', "🏠", "\u200b", "двух комнатная ", "комиссия ",
     "от 8 до ", "(", "50% ",
     "5 этаж из ", "Проспект ", "1 000 000 000 ", "*", "_", "Большая Ааа улица "],
)  # fmt: skip
def test_a_hostile_text_is_read_in_time(piece: str) -> None:
    text = (piece * 4096)[:4096]
    understand("прогрев")
    start = time.process_time()
    understand(text)
    assert time.process_time() - start < LIMIT_SECONDS


def test_what_is_beyond_a_message_stays_in_the_rest() -> None:
    understood = understand("Продам 2к. " + "а" * 4100 + " 54 м2")
    assert understood.area is None
    assert understood.rest.endswith("54 м2")
