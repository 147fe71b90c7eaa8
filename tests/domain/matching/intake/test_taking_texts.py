"""A text is taken as a property, a lead or a question back; doubts are named, contacts stay out of what all see."""

import pytest

from domain.matching.intake import Intent
from domain.matching.intake.drafts import Read
from domain.matching.intake.taking import Puzzle, Unread, adds_only, combined, read_text
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.terms import Deal
from domain.money import Money

STORY = "Просторная кухня, окна во двор, рядом парк и школа, мебель остаётся покупателю."


def taken(text: str, *, meant: Intent | None = None, currency: str = "RUB", home: str | None = None) -> Read:  # type: ignore[type-arg]
    read = read_text(text, meant=meant, alone=False, currency=currency, home_city=home)
    assert isinstance(read, Read), read
    return read


def why_not(text: str, *, alone: bool = False) -> Puzzle:
    read = read_text(text, meant=None, alone=alone, currency="RUB", home_city=None)
    assert isinstance(read, Unread), read
    return read.why


def doubted(read: Read) -> set[str]:  # type: ignore[type-arg]
    return {doubt.field for doubt in read.doubts}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2к 54м Хамовники 18 млн", Puzzle.UNCLEAR),
        ("Продам участок 10 соток", Puzzle.OTHER_KIND),
        ("Продам кота", Puzzle.NOTHING),
        ("", Puzzle.NOTHING),
        ("\u2063" * 100, Puzzle.NOTHING),
        ("1" * 4096, Puzzle.NOTHING),
    ],
)
def test_a_text_that_is_no_draft_says_why(text: str, why: Puzzle) -> None:
    assert why_not(text) is why


def test_the_sender_decides_what_the_text_leaves_open() -> None:
    text = "2к 54м Хамовники 18 млн"
    assert isinstance(taken(text, meant=Intent.SELL).draft, PropertyDraft)
    lead = taken(text, meant=Intent.RENT_IN).draft
    assert isinstance(lead, LeadDraft)
    assert lead.deal is Deal.RENT


def test_a_bare_sum_without_a_place_is_in_the_writers_own_currency() -> None:
    draft = taken("Продам 2-к квартиру 54 м2, 80000", currency="USD").draft
    assert draft.price == Money(8_000_000, "USD")


def test_another_currency_than_ones_own_is_doubted_and_ones_own_offered() -> None:
    read = taken("Продам 2-к квартиру на Арбате, 54 м2, 18,5 млн", currency="USD")
    assert read.draft.price == Money(1_850_000_000, "RUB")
    assert {doubt.field: doubt.others for doubt in read.doubts}["price"] == ("USD",)


def test_the_home_city_stands_in_for_one_that_is_not_named_and_is_doubted() -> None:
    read = taken("Продам 2-к квартиру 54 м2, 8 млн", home="Казань")
    assert read.draft.city == "Казань"
    assert "city" in doubted(read)


def test_a_listings_contacts_are_nowhere_in_the_draft() -> None:
    read = taken(f"Продам 2-к квартиру 54 м2, 8 млн. {STORY} Тел. 8 900 111-22-33, @oleg_flat, oleg@example.com")
    assert read.contacts_left_out
    shown = str(read.draft)
    assert "Просторная кухня" in shown
    for contact in ("111-22-33", "oleg_flat", "example.com", "Тел"):
        assert contact not in shown


def test_a_requests_contacts_and_name_are_in_the_private_part_only() -> None:
    draft = taken(f"Клиент Ирина, +79001112233, купит двушку в Москве до 20 млн. {STORY}").draft
    assert draft.client_name == "Ирина"
    assert draft.client_contacts == "+79001112233"
    assert "Ирина" not in (draft.additional_requirements or "")
    assert "79001112233" not in (draft.additional_requirements or "")


def test_the_word_that_says_how_it_is_meant_is_not_quoted() -> None:
    draft = taken(f"2к 54м Хамовники 18 млн. {STORY}", meant=Intent.SELL).draft
    assert draft.description.startswith("2к 54м")


def test_a_district_guessed_from_a_station_is_offered_but_not_asked_for() -> None:
    assert taken("Продам двушку на Арбатской, 18 млн").draft.district == "Арбат"
    assert taken("Куплю двушку на Арбатской до 20 млн").draft.districts == ()


def test_what_fills_gaps_adds_and_what_differs_does_not() -> None:
    draft = taken("Продам 2-к квартиру 54 м2, 8 млн").draft
    assert adds_only(draft, taken("комиссия 45%", meant=Intent.SELL).draft)
    assert not adds_only(draft, taken("цена 9 млн", meant=Intent.SELL).draft)


def test_an_addition_keeps_what_it_does_not_name() -> None:
    draft = combined(
        taken("Продам 2-к квартиру 54 м2 в Казани, 8 млн").draft, taken("цена 9 млн", meant=Intent.SELL).draft
    )
    assert (draft.price, draft.area, draft.city) == (Money(900_000_000, "RUB"), 5400, "Казань")
