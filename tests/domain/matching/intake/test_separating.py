"""Several objects in a message are several texts, each with what is said for all; a long listing of one stays one."""

import pytest

from domain.matching.intake.drafts import Read
from domain.matching.intake.recognising import how_plainly_property
from domain.matching.intake.separating import separate
from domain.matching.intake.taking import read_text
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft
from domain.plainness import Plainness

SEVERAL: list[tuple[str, list[tuple[int, int | None, float]]]] = [
    (
        "Два объекта: 1) 1-к 38 м2 Бутово 9,5 млн 2) 2-к 56 м2 Бутово 13,2 млн",
        [(1, 3800, 9.5), (2, 5600, 13.2)],
    ),
    ("2-к\n54 м2, Арбат\n15 млн\n3-к\n80 м2, Сокол\n22 млн", [(2, 5400, 15), (3, 8000, 22)]),
    ("Продам 2-к 54 м2 Сокол 15 млн\nПродам 3-к 80 м2 Сокол 22 млн", [(2, 5400, 15), (3, 8000, 22)]),
    (
        "Продам 2-к квартиру 54 м2 м. Сокол 15 млн. Ищу для клиента 3-к до 25 млн м. Аэропорт",
        [(2, 5400, 15), (3, None, 25)],
    ),
    ("Ищу 2-к до 15 млн, Сокол. Ищу 3-к до 22 млн, Аэропорт", [(2, None, 15), (3, None, 22)]),
    ("Ищу для клиентов: 1) 2-к Сокол до 15 млн 2) 3-к Аэропорт до 25 млн", [(2, None, 15), (3, None, 25)]),
    (
        "Продам в Бутово:\n1️⃣ 1-к 38 м2, 9,5 млн\n2️⃣ 2-к 56 м2, 13,2 млн\n3️⃣ 3-к 78 м2, 17 млн\nКомиссия 50/50",
        [(1, 3800, 9.5), (2, 5600, 13.2), (3, 7800, 17)],
    ),
    (
        "Сдам, м. Сокол, комиссия 50%\n- студия 25 м2 45 тыс\n- 1-к 38 м2 60 тыс\n- 2-к 54 м2 85 тыс",
        [(0, 2500, 0.045), (1, 3800, 0.06), (2, 5400, 0.085)],
    ),
    (
        "Продаётся 1-к 38 м² за 9,5 млн\n\nПродаётся 2-к 56 м² за 13,2 млн\n\nТел. 8 900 000 00 00",
        [(1, 3800, 9.5), (2, 5600, 13.2)],
    ),
    (
        "Selling a 2-room flat 54 sqm, Arbatskaya, 18m. Looking for a 3-room flat up to 25m near Sokol",
        [(2, 5400, 18), (3, None, 25)],
    ),
    ("Продам.\nВариант 1: 1-к, 38 м2, 9 млн. Вариант 2: 2-к, 56 м2, 13 млн", [(1, 3800, 9), (2, 5600, 13)]),
    (
        "Продам\nСокол:\n1-к 38 м2 9,5 млн\n2-к 56 м2 13,2 млн\nБутово:\n1-к 36 м2 7,5 млн",
        [(1, 3800, 9.5), (2, 5600, 13.2), (1, 3600, 7.5)],
    ),
    (
        "Куплю однушку на Соколе до 12 млн, также сниму 2-к до 80 тыс в месяц, Арбат",
        [(1, None, 12), (2, None, 0.08)],
    ),
    (
        "Продаются квартиры:\n1-комн. 30 м² 5 млн руб\n2-комн. 50 м² 8 млн руб\n3-комн. 70 м² 11 млн руб",
        [(1, 3000, 5), (2, 5000, 8), (3, 7000, 11)],
    ),
    (
        "🏠 Продам 2-к 54 м2, м. Сокол, 15 млн\n🏠 Продам 3-к 80 м2, м. Аэропорт, 22 млн",
        [(2, 5400, 15), (3, 8000, 22)],
    ),
    ("Продам:\n① студия 24 м² 6,9 млн\n② двушка 52 м² 12,5 млн", [(0, 2400, 6.9), (2, 5200, 12.5)]),
]
ONE = [
    "Продам 2-к квартиру\n54 м2, 5/9\nм. Арбатская\nЦена 18,5 млн\nкомиссия 50%",
    "Продам 2-к квартиру 54 м2, 18,5 млн. Кухня 10 м2, комнаты 18 и 14 м2. Цена снижена с 19 млн.",
    "Ищу для клиента 2-3-комн., Сокол или Аэропорт, от 55 м2, до 20 млн",
    "Сдаётся 2-к 54 м2 за 60 тыс. Сдаётся на длительный срок, залог 60 тыс, комиссия 50%",
    "Срочно продам! Продаётся 2-к квартира, 54 м2, 15 млн, м. Сокол",
    "Продам дом 120 м2, участок 6 соток, баня 24 м2, 15 млн",
    "1) Продам 2-к 54 м2 15 млн",
    "Продам 2-к 54 м2:\n1) ипотека 15 млн\n2) наличные 14,5 млн",
    "Продаю квартиру 54 м2 2 комнаты 15 млн, ищу покупателя с ипотекой, помогу",
    "",
    "я" * 4096,
    "1. 2. 3.",
]


@pytest.mark.parametrize(("message", "objects"), SEVERAL)
def test_each_object_has_its_own_rooms_area_and_price(
    message: str, objects: list[tuple[int, int | None, float]]
) -> None:
    found = []
    for text in separate(message):
        read = read_text(text, meant=None, alone=True, currency="RUB", home_city="Москва")
        if not isinstance(read, Read):
            read = read_text("Продам " + text, meant=None, alone=True, currency="RUB", home_city="Москва")
        assert isinstance(read, Read), text
        draft: PropertyDraft | LeadDraft = read.draft
        if isinstance(draft, PropertyDraft):
            assert draft.price is not None
            found.append((draft.rooms, draft.area, float(draft.price.major) / 1_000_000))
        else:
            assert draft.budget is not None
            assert draft.budget.most is not None
            found.append((draft.rooms[0], draft.area_min, draft.budget.most / 100_000_000))
    assert found == objects


@pytest.mark.parametrize("message", ONE)
def test_one_object_stays_one(message: str) -> None:
    assert separate(message) == (message,)


@pytest.mark.parametrize(
    ("message", "in_each"),
    [
        ("Продам в Бутово:\n1) 1-к 38 м2, 9,5 млн\n2) 2-к 56 м2, 13,2 млн\nКомиссия 50/50", ("Бутово", "50/50")),
        ("Комиссия 40%, Сокол\n1. 1-к 38 м2, 9,5 млн\n2. 2-к 56 м2, 13,2 млн", ("40%", "Сокол")),
        ("1) 1-к 38 м2, 9,5 млн 2) 2-к 56 м2, 13,2 млн. Агентам 50% на все", ("50%",)),
    ],
)
def test_what_is_said_for_all_is_in_each(message: str, in_each: tuple[str, ...]) -> None:
    texts = separate(message)
    assert len(texts) == 2
    for text in texts:
        for one in in_each:
            assert one in text


@pytest.mark.parametrize(
    ("text", "plainness"),
    [
        ("Продам 2-к квартиру 54 м2, 5/9, м. Арбатская, 18,5 млн, комиссия 50/50", Plainness.PLAINLY),
        ("Ищу для клиента 2-3-комн., Сокол, от 55 м2, до 20 млн", Plainness.PLAINLY),
        ("Selling a 2-room flat, 54 m², 5/9, Arbatskaya metro, 18.5m", Plainness.PLAINLY),
        ("2-к квартира 54 м² 5/9 м. Арбатская 18,5 млн комиссия 50%", Plainness.PLAINLY),
        ("Продам 2-к 54 м2 15 млн", Plainness.PROBABLY),
        ("Продам двушку на Арбате", Plainness.PERHAPS),
        ("18,5 млн", Plainness.NOT),
        ("anna@example.com", Plainness.NOT),
        ("Эталон", Plainness.NOT),
        ("привет, что ты умеешь?", Plainness.NOT),
        ("12 декабря аренда 45000 Арбат", Plainness.PERHAPS),
        ("", Plainness.NOT),
    ],
)
def test_a_listing_is_told_from_an_answer(text: str, plainness: Plainness) -> None:
    assert how_plainly_property(text) == plainness
