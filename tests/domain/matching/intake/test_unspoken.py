"""What no verb and no label says is a guess, and is said to be one."""

import pytest

from domain.matching.intake import Intent, understand
from domain.money import Money
from tests.domain.matching.intake.values import the, value


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Уютная квартира рядом с метро, вся мебель и бытовая техника, холодильник", Intent.RENT_OUT),
        ("Предлагаем вашему вниманию двухкомнатную квартиру с мебелью", Intent.RENT_OUT),
        ("Участок 4 сотки, газ, свет, кадастровый план, зеленая книга", Intent.SELL),
        ("Квартира 3 комнаты 77 серии, дом кирпичный, документы готовы", Intent.SELL),
    ],
)
def test_a_description_without_a_verb_is_an_offer_that_stays_a_guess(text: str, intent: Intent) -> None:
    found = the(understand(text).intent)
    assert found.value is intent
    assert not found.sure
    assert set(found.alternatives) <= {Intent.SELL, Intent.RENT_OUT}


@pytest.mark.parametrize(
    "text",
    [
        "Сдам квартиру, есть чайник и стол, новая сантехника, можно с котом",
        "Продается гараж на 2 авто",
        "Сдам студию для тех, кто ищет тишину",
        "Сдам квартиру, собственник готов приобрести мебель",
        "Предлагаем квартиру в аренду, рассмотрим пару с ребёнком",
    ],
)
def test_words_of_an_offer_do_not_turn_it_round(text: str) -> None:
    assert value(understand(text).intent) in (Intent.SELL, Intent.RENT_OUT)


@pytest.mark.parametrize(
    "text",
    [
        "Подписывайтесь на наш канал о квартирах у моря",
        "Почему вы так долго не отвечаете мне",
        "Комфортные авто, гибкие условия аренды, звоните",
    ],
)
def test_chatter_and_adverts_are_not_property(text: str) -> None:
    assert value(understand(text).intent) is Intent.NOT_PROPERTY


def test_asking_for_contacts_is_looking_for_a_flat() -> None:
    assert value(understand("Подскажите контакты для аренды квартиры на месяц").intent) is Intent.RENT_IN


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Продам 2-к, 5/9, 60 м2, 18 500 000", 18_500_000_00),
        ("Сдам студию, 38 000 + ку", 38_000_00),
        ("Сдам двушку\n92.000\nзвоните", 92_000_00),
    ],
)
def test_a_round_number_that_is_nothing_else_is_taken_for_the_price(text: str, price: int) -> None:
    found = the(understand(text).price)
    assert found.value == Money(price, "RUB")
    assert not found.sure


def test_the_sum_named_first_is_the_price_and_the_other_currency_its_twin() -> None:
    found = understand("Продам 3-к, 78000$ или 6,8 млн сом")
    assert value(found.price) == Money(78_000_00, "USD")
    assert value(found.price_alt) == Money(6_800_000_00, "KGS")


def test_thousands_said_twice_are_counted_once() -> None:
    assert value(understand("Продам дом. Цена: 220 000 тысяч $").price) == Money(220_000_00, "USD")


def test_a_parking_sold_alone_has_the_price_of_the_parking() -> None:
    assert value(understand("Продается машиноместо. Цена паркинга: $17 500").price) == Money(17_500_00, "USD")


def test_a_range_of_area_is_the_smaller_with_the_larger_as_what_else_it_may_be() -> None:
    found = the(understand("Продам дом: 240–260 м²").area)
    assert (found.value, found.sure, found.alternatives) == (24_000, False, (26_000,))


def test_the_living_part_in_brackets_is_not_the_whole() -> None:
    found = understand("Продам 2-к. Площадь: 18 м² (жилая 14 м²)")
    assert (value(found.area), value(found.living_area)) == (1_800, 1_400)


def test_not_the_first_floor_is_no_floor() -> None:
    assert understand("Куплю двушку, не первый этаж, до 10 млн").floor is None
