"""Rooms, shares, plots, exchanges and further wishes are told from figures that only look like them."""

import pytest

from domain.matching.intake import understand
from domain.matching.intake.drafts import Read
from domain.matching.intake.taking import Puzzle, Unread, read_text
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft
from tests.domain.matching.intake.values import value


@pytest.mark.parametrize(
    "text",
    [
        "Комната 14 м в 3-к квартире, м. Войковская, 25 тыс",
        "Сдам комнату 14 м² в трехкомнатной квартире, Казань, 25000",
        "Продаётся комната в 2-комнатной квартире, 18 м², 3 млн",
        "Сдаю комнату в двухкомнатной, 15 тыс",
    ],
)
def test_a_room_in_a_flat_is_a_room_and_not_the_flat(text: str) -> None:
    read = understand(text)
    assert (value(read.other_kind), value(read.rooms), read.property_type) == ("room", None, None)


def test_the_size_of_a_room_is_its_own() -> None:
    assert value(understand("Сдам комнату 14 м² в трехкомнатной квартире, 25000").area) == 1400


@pytest.mark.parametrize(
    "text",
    [
        "Продам двушку 54 м2, обмен на их однушку",
        "Обмен: 2-к на Соколе на их однушку с доплатой",
        "Меняю трёшку в Казани на две однушки",
        "Обменяем квартиру 60 м2 на дом",
    ],
)
def test_an_exchange_is_said_to_be_no_kind_of_ours(text: str) -> None:
    read = read_text(text, meant=None, alone=False, currency="RUB", home_city=None)
    assert read == Unread(Puzzle.OTHER_KIND, "exchange")


def test_a_sale_that_would_also_take_an_exchange_is_a_sale() -> None:
    read = understand("Продам 2-к 54 м2 за 8 млн, рассмотрю обмен на однушку")
    assert read.other_kind is None
    assert value(read.rooms) == (2,)


@pytest.mark.parametrize(
    ("text", "share", "of_price"),
    [
        ("ЭКСКЛЮЗИВ 3-к.кв, 92м², 14эт/22, м.Аэропорт, 41 500 000₽, 50/50", 5_000, None),
        ("ЭКСКЛЮЗИВ 🔥 3-к.кв, 92м² 🔥 14эт/22 🔥 м.Аэропорт 🔥 41 500 000₽ 🔥 50/50", 5_000, None),
        ("Продам 2-к, 54 м2, 5/9, 15 млн, 50 на 50", 5_000, None),
        ("Продам 2-к, 54 м2, 5/9, 15 млн, комиссия 50 на 50", 5_000, None),
        ("Продам 2-к, 54 м2, 15 млн, агенту 2%", None, 200),
        ("Продам 2-к, 54 м2, 15 млн, агентам 1%", None, 100),
        ("Продам 2-к, 54 м2, 15 млн, коллегам 1,5 %", None, 150),
        ("Продам 2-к, 54 м2, 15 млн, партнёру 10% от комиссии", 1_000, None),
        ("Продам 2-к, 54 м2, 15 млн, делюсь 40%", 4_000, None),
        ("Продам 2-к, 54 м2, 15 млн, агентские 40 % / 50 %", None, None),
        ("Продам 2-к, 54 м2, 15 млн, комиссия агентства 40% или 50%", None, None),
        ("Продам 2-к, 54 м2, дом 12/50, 15 млн", None, None),
    ],
)
def test_a_share_is_told_from_a_part_of_the_price_and_from_a_tariff(
    text: str, share: int | None, of_price: int | None
) -> None:
    read = understand(text)
    assert (value(read.commission), value(read.commission_of_price)) == (share, of_price)


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Продам дом 120 м2, 8 соток, 9 млн", 80_000),
        ("Продам дом 120 м2, участок 6 сот., 9 млн", 60_000),
        ("Продам коттедж 200 м², 0,5 га, 30 млн", 500_000),
        ("Продаётся дом, 90 кв.м, на участке 10 соток", 100_000),
        ("Дача 40 м2, 4,5 сотки, продам", 45_000),
    ],
)
def test_a_plot_is_land_and_no_area_of_the_house(text: str, land: int) -> None:
    read = understand(text)
    assert value(read.land) == land
    assert value(read.area) != land


def test_the_plot_and_an_agents_part_stay_on_the_property() -> None:
    read = read_text(
        "Продам дом 120 м2, 8 соток, Казань, 9 млн, агенту 2%",
        meant=None,
        alone=False,
        currency="RUB",
        home_city=None,
    )
    assert isinstance(read, Read)
    assert isinstance(read.draft, PropertyDraft)
    assert read.draft.description == "8 соток, агенту 2%"


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("Куплю 2-к в Казани до 12 млн, не первый этаж, кроме Дербышек", "не первый этаж, кроме Дербышек"),
        (
            "Сниму однушку в Москве до 40 тыс, с кошкой, первый и последний не предлагать",
            "с кошкой, первый и последний не предлагать",
        ),
        ("Куплю дом в Казани с участком от 6 соток, до 10 млн", "с участком от 6 соток"),
        ("Сниму двушку в Москве до 60 тыс. Без мебели, двое детей", "Без мебели, двое детей"),
        ("Куплю трешку в Москве до 30 млн; обязательно балкон и тихий двор", "обязательно балкон и тихий двор"),
        ("Ищу 2-к в Москве купить до 20 млн, с парковкой", "с парковкой"),
        ("Сниму студию в Казани до 25 тыс, можно с собакой", "можно с собакой"),
        ("Куплю 1-к в Москве до 10 млн", None),
        ("Ищу для клиента 2-к квартиру, Москва, до 20 млн", None),
        ("Добрый день! Сниму однушку в Казани до 30 тыс", None),
    ],
)
def test_further_wishes_are_kept_as_they_were_said(text: str, wishes: str | None) -> None:
    read = read_text(text, meant=None, alone=False, currency="RUB", home_city=None)
    assert isinstance(read, Read)
    assert isinstance(read.draft, LeadDraft)
    assert read.draft.additional_requirements == wishes


@pytest.mark.parametrize(
    ("text", "rooms"),
    [
        ("Куплю 2шку до 10 млн, Москва", (2,)),
        ("Продам 3-шку 70 м2", (3,)),
        ("Сдам 1шку, Бишкек", (1,)),
        ("2 бөлмөлүү батир сатылат", (2,)),
        ("3-бөлмөлүү квартира ижарага берилет", (3,)),
        ("Продам квартиру, две комнаты, 50 м2", (2,)),
        ("Продам квартиру, три комнаты, 70 м2", (3,)),
        ("Продам 2ккв 52м 12/16эт", (2,)),
        ("Selling a flat, two rooms, 50 sqm", (2,)),
        ("Сдам комфортную 2-х комн. квартиру", (2,)),
    ],
)
def test_rooms_in_more_of_the_ways_people_write_them(text: str, rooms: tuple[int, ...]) -> None:
    assert value(understand(text).rooms) == rooms


@pytest.mark.parametrize(
    ("text", "floor", "total"),
    [
        ("Продам 2-к, этаж третий из пяти, 54 м2", 3, 5),
        ("Продам 2-к, третий этаж из пяти, 54 м2", 3, 5),
        ("Продам 2-к, 54 м2, на третьем этаже девятиэтажного дома", 3, 9),
        ("Продам 2-к, 54 м2, пятый из двенадцати", 5, 12),
        ("Продам 2-к, 54 м2, этаж: четырнадцатый, 16-этажный дом", 14, 16),
        ("ЭКСКЛЮЗИВ 3-к.кв, 92м², 14эт/22, м.Аэропорт", 14, 22),
        ("Продам 2ккв 52м 12/16эт Митино", 12, 16),
        ("For sale: 2-room flat on the third floor of a 9-storey building", 3, 9),
        ("Selling 2-bedroom flat 70 sqm, floor 5 of 9", 5, 9),
        ("2 бөлмөлүү батир сатылат, 3-кабат", 3, None),
    ],
)
def test_floors_in_words_and_in_other_orders(text: str, floor: int, total: int | None) -> None:
    read = understand(text)
    assert (value(read.floor), value(read.total_floors)) == (floor, total)


@pytest.mark.parametrize(
    "text",
    [
        "Сдам квартиру Ереван, 300 000 ֏ в месяц, рядом магазин, ресторан",
        "Продаётся 65 м², 3/9, рядом магазин и офис банка, 9 млн",
        "2-комнатная квартира, во дворе школа, магазин, торговый центр, 12 млн, продажа",
        "Продам студию 30 м², на первом этаже дома магазин",
    ],
)
def test_shops_nearby_make_no_flat_a_shop(text: str) -> None:
    assert understand(text).other_kind is None


def test_what_a_client_excludes_is_no_wish() -> None:
    read = understand("Куплю двушку в Москве до 20 млн, Сокол, кроме района Митино")
    assert "Митино" not in [one.value.ru for one in (*read.districts, *read.metro_stations)]
