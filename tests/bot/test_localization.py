"""People are spoken to in their language, numbers as they write them; nothing typed is markup."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some
from markupsafe import Markup

from bot.localization import Localizer, bold, known_language
from domain.money import Money
from domain.refusal import Refusal

NOW = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
NBSP = "\u00a0"


def speech(language: str = "ru", zone: str = "Europe/Moscow") -> Localizer:
    return Localizer(language, ZoneInfo(zone), NOW)


@pytest.mark.parametrize(
    ("language", "money", "said"),
    [
        ("ru", Money(1_850_000_000, "RUB"), f"18{NBSP}500{NBSP}000{NBSP}₽"),
        ("ru", Money(1_250_050, "RUB"), f"12{NBSP}500,50{NBSP}₽"),
        ("ru", Money(8_500_000, "KGS"), f"85{NBSP}000{NBSP}сом"),
        ("ru", Money(7_800_000, "USD"), f"78{NBSP}000{NBSP}$"),
        ("en", Money(7_800_000, "USD"), "$78,000"),
        ("en", Money(7_800_050, "USD"), "$78,000.50"),
        ("ru", Money(50_000_000, "JPY"), f"50{NBSP}000{NBSP}000{NBSP}¥"),
        ("en", Money(1_234, "KWD"), f"KWD{NBSP}1.234"),
        ("en", Money(1_000, "KWD"), f"KWD{NBSP}1"),
    ],
)
def test_money_is_written_the_way_the_reader_writes_it(language: str, money: Money, said: str) -> None:
    assert speech(language).money(money) == said


def test_shares_keep_their_half_percents() -> None:
    assert speech("ru").percent(4750) == f"47,5{NBSP}%"
    assert speech("en").percent(5000) == "50%"


def test_a_moment_is_told_in_the_readers_own_zone() -> None:
    assert speech("ru").moment(NOW) == "21 ноября, 15:00"
    assert speech("ru", "Asia/Bishkek").moment(NOW) == "21 ноября, 18:00"
    assert speech("en", "Asia/Bishkek").moment(NOW.replace(year=2025)) == "Nov 21, 2025, 18:00"


def test_what_people_type_never_becomes_markup() -> None:
    t = speech("en")
    name = '<a href="https://evil.example">Confirm</a> & <3 {0.__class__}'
    said = t("Hello, {name}!", name=name)
    assert said.striptags() == f"Hello, {name}!"
    assert "<a" not in said


def test_titles_keep_their_markup_inside_a_sentence() -> None:
    t = speech("en")
    assert t("Hello, {name}!", name=bold("<Anna>")) == Markup("Hello, <b>&lt;Anna&gt;</b>!")


@given(some.text())
def test_any_text_survives_being_said(text: str) -> None:
    t = speech("en")
    assert t("{words}", words=text).unescape() == text


def test_a_refusal_is_said_with_its_facts_formatted() -> None:
    refusal = Refusal("The price is {price}.", price=Money(100_000_00, "USD"))
    assert speech("en").refusal(refusal) == "The price is $100,000."


@pytest.mark.parametrize(
    ("code", "language"),
    [("ru", "ru"), ("ru-RU", "ru"), ("ky", "ru"), ("kk", "ru"), ("en-GB", "en"), ("de", "en"), (None, "ru")],
)
def test_a_stranger_is_greeted_in_the_language_nearest_to_their_telegram(code: str | None, language: str) -> None:
    assert known_language(code) == language


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", ("123.456,50 $", "25.11.2026", "1.234.567")),
        ("fr", ("123 456,50 $", "25/11/2026", "1 234 567")),
        ("zh", ("$123,456.50", "2026/11/25", "1,234,567")),
        ("ar", ("$123,456.50", "Nov 25", "1,234,567")),
        ("ky", ("123 456,50 $", "25 ноября", "1 234 567")),
        ("zzz", ("$123,456.50", "Nov 25", "1,234,567")),
    ],
)
def test_figures_are_written_the_way_of_a_language_without_words(language: str, written: tuple[str, str, str]) -> None:
    t = Localizer(language, ZoneInfo("Europe/Moscow"), NOW)
    said = (t.money(Money(123_456_50, "USD")), t.date(dt.date(2026, 11, 25)), t.number(1_234_567))
    assert tuple(one.replace(NBSP, " ").replace("\u202f", " ") for one in said) == written


def test_names_and_words_are_of_one_language() -> None:
    kazakh, german = (Localizer(one, ZoneInfo("Europe/Moscow"), NOW) for one in ("kk", "de"))
    assert (kazakh.language, kazakh.locale.language) == ("ru", "ru")
    assert (german.language, german.locale.language, german.formats.language) == ("en", "en", "de")
