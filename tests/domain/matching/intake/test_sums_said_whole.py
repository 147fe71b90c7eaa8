"""A sum is read whole and for what it is, or carries a doubt with what else it may be; nothing is guessed unmarked."""

import pytest

from domain.matching.intake import Intent, Period, understand
from domain.matching.intake.drafts import Doubt, Read
from domain.matching.intake.taking import read_text
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft
from domain.money import Money
from tests.domain.matching.intake.values import the, value


def offered(text: str, currency: str = "RUB") -> Read[PropertyDraft]:
    """The property that a text is read as."""
    read = read_text(text, meant=None, alone=False, currency=currency, home_city=None)
    assert isinstance(read, Read)
    assert isinstance(read.draft, PropertyDraft)
    return read


def wanted(text: str, currency: str = "RUB") -> Read[LeadDraft]:
    """The lead that a text is read as."""
    read = read_text(text, meant=None, alone=False, currency=currency, home_city=None)
    assert isinstance(read, Read)
    assert isinstance(read.draft, LeadDraft)
    return read


def doubts_of(read: Read[PropertyDraft] | Read[LeadDraft], field: str) -> Doubt | None:
    return next((one for one in read.doubts if one.field == field), None)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Продам 2-к квартиру 54 м2 Москва, 8 млн 500 тыс, комиссия 50%", 8_500_000),
        ("Продам 2-к квартиру 54 м2 Москва, 8 млн. 500 тыс. руб.", 8_500_000),
        ("Продам однушку 38 м2 Казань за полтора миллиона", 1_500_000),
        ("Продам однушку 38 м2, Казань, пять миллионов двести тысяч рублей", 5_200_000),
        ("Продам 2ккв 52м 12/16эт Митино 14'500'000 без торга", 14_500_000),
        ("Сдам 1-к 38 м2, м. Сокол, 45 тысяч 500 рублей", 45_500),
        ("Сдам 1-к 38 м2, м. Сокол, сорок пять тысяч в месяц", 45_000),
        ("Сдам 2-к квартиру 40 000 + счетчики, Москва", 40_000),
        ("Сдам 2-к 56 м2, Москва, 45 т.р./мес", 45_000),
        ("Сдам 2-к 56 м2, Москва, 45 000р/мес., залог 45 000", 45_000),
        ("Продам 3-к, 92 м2, Москва, 41 500 000₽, торг", 41_500_000),
        ("Продам дом 120 м2, 8 соток, Казань, 9 млн", 9_000_000),
    ],
)
def test_a_price_is_read_whole(text: str, price: int) -> None:
    read = offered(text)
    assert read.draft.price == Money.of(price, "RUB")
    assert doubts_of(read, "price") is None


@pytest.mark.parametrize(
    ("text", "price", "per_metre"),
    [
        ("Продам 2-к квартиру 60 м², 250 000 руб/м2, м. Сокол, комиссия 50%", 15_000_000, 250_000),
        ("Продам 2-к квартиру 60 м², м. Сокол, 250 тыс за кв.м", 15_000_000, 250_000),
        ("Сдам 2-к квартиру 60 м², 1 500 руб/м² в месяц, м. Арбатская", 90_000, 1_500),
        ("Сдаётся 2-к квартира, 60 кв.м, м. Сокол, 1200 за м2", 72_000, 1_200),
        ("Продам студию 30,5 м², Казань, цена за м2: 200 000 ₽", 6_100_000, 200_000),
    ],
)
def test_a_price_of_a_square_metre_is_counted_out_and_stays_in_doubt(text: str, price: int, per_metre: int) -> None:
    read = offered(text)
    assert read.draft.price == Money.of(price, "RUB")
    assert read.per_metre == Money.of(per_metre, "RUB")
    assert doubts_of(read, "price") is not None


def test_a_raised_two_makes_metres_no_millions() -> None:
    read = understand("Продаётся участок 2100 m^2, Казань, 550 тыс")
    assert (value(read.area), value(read.price)) == (2_100_00, Money.of(550_000, "RUB"))


def test_a_whole_price_beside_that_of_a_metre_is_taken() -> None:
    read = offered("Продам 2-к квартиру 60 м², Москва, 15 млн (250 000 руб/м2)")
    assert read.draft.price == Money.of(15_000_000, "RUB")
    assert (read.per_metre, doubts_of(read, "price")) == (None, None)


@pytest.mark.parametrize(
    ("text", "price", "others"),
    [
        ("Продам 2-к квартиру Москва 54 м2, 8.500", 8_500_000, {8_500}),
        ("Продам 2-к квартиру Москва 54 м2, цена 8.500", 8_500_000, {8_500}),
        ("Продам 2-к квартиру Москва 54 м2, цена 18,5", 18_500_000, {18_500}),
        ("Продам 2-к квартиру Москва 54 м2, цена 18500", 18_500, {18_500_000}),
        ("Продам 2-к квартиру 54 м2, Москва, 8 млн 500", 8_500_000, {8_000_000, 8_000_500}),
        ("Сдам 2-к квартиру, 40 000 + 5 000 за свет, м. Сокол", 40_000, {45_000}),
        ("Сдам 2-к квартиру, м. Сокол, 40 000 руб + 5 000 руб", 40_000, {45_000}),
        ("Сдам 2-к квартиру, м. Сокол, 15 млн", 15_000_000, set()),
    ],
)
def test_a_price_that_may_be_another_carries_a_doubt(text: str, price: int, others: set[int]) -> None:
    read = offered(text)
    assert read.draft.price == Money.of(price, "RUB")
    doubt = the(doubts_of(read, "price"))
    assert {int(one.split(":")[0]) // 100 for one in doubt.others} == others or (
        price == 18_500_000 and others == set()
    )


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("Продам 2-комн квартиру в Ереване 65 м2, 35 000 000 драм", Money.of(35_000_000, "AMD")),
        ("Сдам квартиру Ереван, 300 000 ֏ в месяц, рядом магазин, ресторан", Money.of(300_000, "AMD")),
        ("Сдаю 1+1 в Батуми, 45 м2, 1500 лари в месяц", Money.of(1_500, "GEL")),
        ("Сдам 2-к квартиру в Ташкенте, 5 000 000 сум в месяц", Money.of(5_000_000, "UZS")),
        ("Продам 2-к в Алматы, 54 м2, 32 млн тенге", Money.of(32_000_000, "KZT")),
        ("Сдам 1-комн, Бишкек, 35 000 сом", Money.of(35_000, "KGS")),
        ("Батир сатылат, 2 бөлмө 54 м2 3/9, Бишкек, баасы 65000 доллар", Money.of(65_000, "USD")),
        ("2 бөлмөлүү квартира ижарага берилет, Бишкек, айына 35000 сом", Money.of(35_000, "KGS")),
        ("Selling a 2-bedroom flat, 70 sqm, floor 5 of 9, $120,000", Money.of(120_000, "USD")),
    ],
)
def test_a_price_is_in_the_currency_that_is_named(text: str, money: Money) -> None:
    found = the(understand(text).price)
    assert (found.value, found.sure) == (money, True)


def test_a_currency_that_cannot_be_told_is_no_rouble() -> None:
    assert understand("Продам 2-к квартиру 54 м2, Москва, 150 000 usdt").price is None


def test_a_rent_by_the_day_is_one() -> None:
    for text in (
        "Посуточно 1-комн. м. Киевская 3500 сутки",
        "Сдам посуточно студию, Казань, 2500/сут",
        "Сдаю квартиру на сутки, Казань, 3000 руб в день",
    ):
        read = understand(text)
        assert value(read.period) is Period.DAY, text
        assert the(read.price).value.major in (3500, 2500, 3000), text


@pytest.mark.parametrize(
    ("text", "intent", "least", "most", "currency"),
    [
        ("Ищу 3-комнатную квартиру в Москве до 25 000 000 р.", Intent.BUY, None, 25_000_000, "RUB"),
        ("Ищем 3к, Москва, до 25 000 000 руб", Intent.BUY, None, 25_000_000, "RUB"),
        ("Молодая семья ищет двушку в Казани до 12 000 000", Intent.BUY, None, 12_000_000, "RUB"),
        ("Ищу однушку до 35 тыс, Казань", Intent.RENT_IN, None, 35_000, "RUB"),
        ("Ищем 2-к в Москве, до 60 000 руб", Intent.RENT_IN, None, 60_000, "RUB"),
        ("Клиенты купят 3-комнатную в Москве до 15 млн", Intent.BUY, None, 15_000_000, "RUB"),
        ("Клиенты снимут двушку в Москве до 80 тыс", Intent.RENT_IN, None, 80_000, "RUB"),
        ("Есть покупатель на 2-к квартиру в Казани до 9 млн, ипотека одобрена", Intent.BUY, None, 9_000_000, "RUB"),
        ("Looking for a 2-bedroom flat near Patriarch Ponds, up to $1500 a month", Intent.RENT_IN, None, 1_500, "USD"),
        ("Searching for a studio in Bishkek to buy, up to $40k", Intent.BUY, None, 40_000, "USD"),
        ("Client needs a 2-bedroom apartment in Moscow, budget $250,000", Intent.BUY, None, 250_000, "USD"),
        ("Куплю 2-к квартиру в Москве, бюджет 10-11,5", Intent.BUY, 10_000_000, 11_500_000, "RUB"),
        ("Куплю 2-к квартиру в Москве, бюджет до 12", Intent.BUY, None, 12_000_000, "RUB"),
        ("Сниму 2-к квартиру в Москве, бюджет 60-70", Intent.RENT_IN, 60_000, 70_000, "RUB"),
        ("Куплю 2-к в Москве до двадцати миллионов", Intent.BUY, None, 20_000_000, "RUB"),
        ("Сниму квартиру в Москве до сорока пяти тысяч", Intent.RENT_IN, None, 45_000, "RUB"),
        ("Нужна 2шка в Бишкеке до 500$", Intent.RENT_IN, None, 500, "USD"),
        ("Квартира керек ижарага, Бишкек, 1 бөлмөлүү, 20 миң сомго чейин", Intent.RENT_IN, None, 20_000, "KGS"),
        ("Куплю квартиру в Москве от 8 млн 500 тыс до 10 млн", Intent.BUY, 8_500_000, 10_000_000, "RUB"),
        ("Подберите клиенту однушку в Казани, покупка, до 6,5 млн", Intent.BUY, None, 6_500_000, "RUB"),
    ],
)  # fmt: skip
def test_a_request_has_its_intent_and_its_budget(
    text: str, intent: Intent, least: int | None, most: int, currency: str
) -> None:
    read = understand(text)
    assert value(read.intent) is intent
    assert value(read.price_max) == Money.of(most, currency)
    assert value(read.price_min) == (Money.of(least, currency) if least else None)


def test_a_budget_short_of_its_millions_is_a_doubt_of_the_lead() -> None:
    read = wanted("Куплю 2-к квартиру в Москве, бюджет 10-11,5", currency="USD")
    assert doubts_of(read, "budget") is not None
