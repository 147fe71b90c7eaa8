"""A pasted listing fills the card; what the text does not say stays empty."""

from domain.matching.intake import Contact, ContactKind, Intent, Period, Side, understand
from domain.matching.terms import Condition, Deal, PaymentMethod, PropertyClass, PropertyType
from domain.money import Money
from tests.domain.matching.intake.values import city_name, names, the, value

ARBAT = "Продам 2-к квартиру 54 м2, 5/9, м. Арбатская, 18,5 млн, комиссия 50/50"


def test_one_line_of_a_channel_fills_the_whole_card() -> None:
    card = understand(ARBAT)
    assert value(card.intent) is Intent.SELL
    assert (card.deal, card.side) == (Deal.SALE, Side.PROPERTY)
    assert value(card.rooms) == (2,)
    assert value(card.area) == 5400
    assert (value(card.floor), value(card.total_floors)) == (5, 9)
    assert value(card.price) == Money(1_850_000_000, "RUB")
    assert value(card.commission) == 5000
    assert names(card.metro_stations) == ["Арбатская"]
    assert value(card.property_type) is PropertyType.APARTMENT


def test_each_value_points_at_its_own_words() -> None:
    card = understand(ARBAT)
    assert ARBAT[the(card.area).start : the(card.area).end] == "54 м2"
    assert ARBAT[the(card.price).start : the(card.price).end] == "18,5 млн"
    assert ARBAT[card.metro_stations[0].start : card.metro_stations[0].end] == "Арбатская"


def test_a_guessed_currency_and_a_stations_district_are_marked_unsure() -> None:
    card = understand(ARBAT)
    assert not the(card.price).sure
    assert names(card.districts) == ["Арбат"]
    assert not card.districts[0].sure
    assert (city_name(card.city), the(card.city).sure) == ("Москва", False)


def test_a_rent_has_its_period_and_deposit_apart_from_the_price() -> None:
    card = understand("Сдаю студию 28 м², 60 000 ₽/мес, залог 55 000 ₽, без комиссии. ЖК «Полдень», ул. Алабяна, 10к2")
    assert card.deal is Deal.RENT
    assert value(card.price) == Money(6_000_000, "RUB")
    assert value(card.period) is Period.MONTH
    assert value(card.deposit) == Money(5_500_000, "RUB")
    assert value(card.rooms) == (0,)
    assert value(card.commission_of_price) == 0
    assert card.commission is None
    assert value(card.residential_complex) == "Полдень"
    assert (value(card.street), value(card.house_number)) == ("Алабяна", "10к2")


def test_a_deposit_on_the_next_line_leaves_the_price_alone() -> None:
    card = understand("Сдам 2к квартиру\nЦена 500$\nДепозит 300$")
    assert value(card.price) == Money(50_000, "USD")
    assert value(card.deposit) == Money(30_000, "USD")


def test_electricity_mentioned_before_the_price_is_no_part_of_it() -> None:
    card = understand("Продам дом, свет и газ есть. Цена 1 500 000 руб. +7 900 123-45-67")
    assert value(card.price) == Money(150_000_000, "RUB")


def test_three_areas_are_total_living_and_kitchen() -> None:
    card = understand("Продаю евротрёшку 78,4/40/18 м2, этаж 12 из 25, бизнес-класс, без отделки, 2024 г.п., 250 000 €")
    assert (value(card.area), value(card.living_area), value(card.kitchen_area)) == (7840, 4000, 1800)
    assert value(card.rooms) == (3,)
    assert value(card.euro) is True
    assert (value(card.floor), value(card.total_floors)) == (12, 25)
    assert value(card.year_built) == 2024
    assert value(card.property_class) is PropertyClass.BUSINESS
    assert value(card.condition) is Condition.ROUGH
    assert value(card.price) == Money(25_000_000, "EUR")


def test_the_same_price_in_two_currencies_is_kept_in_both() -> None:
    card = understand("Продаётся дом 180 м2, участок 6 соток, 2 этажа, 170 000$ (14 900 000 сом)")
    assert value(card.price) == Money(17_000_000, "USD")
    assert value(card.price_alt) == Money(1_490_000_000, "KGS")
    assert value(card.property_type) is PropertyType.HOUSE
    assert value(card.total_floors) == 2
    assert card.floor is None


def test_a_price_per_metre_is_not_the_price() -> None:
    card = understand("Продам квартиру 60 м2, 1 900 $ / м2, общая цена 114 000 $")
    assert value(card.price) == Money(11_400_000, "USD")


def test_bold_emoji_digits_and_latin_lookalikes_hide_nothing() -> None:
    card = understand("**Cдaм** квapтиру 2 кoмнaты, 5️⃣5️⃣0️⃣💲 в месяц")
    assert value(card.intent) is Intent.RENT_OUT
    assert value(card.rooms) == (2,)
    assert value(card.price) == Money(55_000, "USD")


def test_an_english_listing_is_understood_too() -> None:
    card = understand("For sale: 75 sqm apartment, 3rd floor of 9, $120k, Moscow, needs a mortgage")
    assert value(card.intent) is Intent.SELL
    assert value(card.area) == 7500
    assert (value(card.floor), value(card.total_floors)) == (3, 9)
    assert value(card.price) == Money(12_000_000, "USD")
    assert the(card.city).value.en == "Moscow"
    assert value(card.payment_method) is PaymentMethod.MORTGAGE


def test_dates_houses_and_ceilings_are_not_floors() -> None:
    card = understand("Сдаётся квартира с 05.09 по 11/12/2026, ул. Ленина, д. 5/9, потолки 3,2 м")
    assert card.floor is None
    assert card.total_floors is None


def test_contacts_are_reported_and_kept_out_of_the_rest() -> None:
    card = understand("Продам двушку, уютный двор. Звоните +7 (900) 123-45-67, @irina_flat или i.flat@example.com")
    assert {c.value for c in card.contacts} == {
        Contact(ContactKind.PHONE, "+79001234567"),
        Contact(ContactKind.USERNAME, "@irina_flat"),
        Contact(ContactKind.EMAIL, "i.flat@example.com"),
    }
    assert "уютный двор" in card.rest
    assert "900" not in card.rest
    assert "irina" not in card.rest


def test_what_the_bot_does_not_deal_in_is_named() -> None:
    assert value(understand("Продам участок 10 соток в Байтике, 45000$").other_kind) == "land"
    assert value(understand("Продам гараж 18 м2, 1,2 млн руб").other_kind) == "garage"
    assert value(understand("Сдам офис 120 м2").other_kind) == "commercial"
    assert value(understand("Сдам комнату в трёхкомнатной квартире").other_kind) == "room"


def test_several_offers_in_one_message_are_noticed() -> None:
    text = "1-комн 38 м2, 60 000$\n2-комн 54 м2, 82 000$\n3-комн 77 м2, 110 000$"
    assert understand("Продаю:\n" + text).several
    assert not understand(ARBAT).several


def test_another_trade_is_told_from_property() -> None:
    found = understand("Продам детскую коляску и велосипед, 5000 руб")
    assert value(found.intent) is Intent.NOT_PROPERTY
    assert the(found.intent).sure
    assert (found.deal, found.side) == (None, None)


def test_small_talk_has_no_intent() -> None:
    assert understand("Привет, как дела?").intent is None
    assert understand("").rest == ""


def test_a_share_of_the_commission_is_told_from_a_part_of_the_price() -> None:
    assert value(understand("Продам 2к, комиссия 50/50").commission) == 5000
    assert value(understand("Продам 2к, делюсь 40% комиссии").commission) == 4000
    assert value(understand("Продам 2к, комиссия пополам").commission) == 5000
    small = understand("Продам 2к, комиссия 2,5 %")
    assert small.commission is None
    assert value(small.commission_of_price) == 250
