"""IC16-IC18: every country, currency and language is found by its Russian or English name, typed as people do."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.localization import LANGUAGES, Localizer
from bot.names.countries import countries, country_name, find_country, flag, money_of
from bot.names.country_zones import zone_of, zones_of
from bot.names.currencies import currencies, currency_name, find_currency
from bot.names.languages import find_language, language_name, languages
from domain.money import CURRENCIES
from domain.people.phone import COUNTRIES, calling_code, example_phone

SPEECHES = {one: Localizer(one, ZoneInfo("UTC"), dt.datetime(2026, 11, 21, tzinfo=dt.UTC)) for one in LANGUAGES}
RU = SPEECHES["ru"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_found_by_its_name(language: str) -> None:
    t = SPEECHES[language]
    assert {code: find_country(country_name(t, code)).certain for code in COUNTRIES} == {
        code: code for code in COUNTRIES
    }
    assert {code: find_currency(currency_name(t, code)).certain for code in CURRENCIES} == {
        code: code for code in CURRENCIES
    }
    assert {code: find_language(language_name(t, code)).certain for code in languages(t)} == {
        code: code for code in languages(t)
    }


@given(st.sampled_from(sorted(COUNTRIES)), st.sampled_from(LANGUAGES), st.data())
def test_a_beginning_is_enough_and_so_is_the_other_letter_case(code: str, language: str, data: st.DataObject) -> None:
    name = country_name(SPEECHES[language], code)
    begun = name[: data.draw(st.integers(min(3, len(name)), len(name)))].upper()
    found = find_country(begun)
    is_anothers_whole_name = found.certain not in (None, code)
    assert code in (found.certain, *found.maybe) or is_anothers_whole_name


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("сша", "US"),
        ("Кыргызстан", "KG"),
        ("англия", "GB"),
        ("UAE", "AE"),
        ("kg", "KG"),
        ("Holland", "NL"),
        ("КОРЕЯ", "KR"),
    ],
)
def test_country_is_found_by_what_people_call_it(said: str, code: str) -> None:
    assert find_country(said).certain == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Deutschland", "DE"),
        ("Україна", "UA"),
        ("Қазақстан", "KZ"),
        ("O‘zbekiston", "UZ"),
        ("España", "ES"),
        ("Türkiye", "TR"),
        ("Հայաստան", "AM"),
        ("საქართველო", "GE"),
        ("Беларусь", "BY"),
        ("Polska", "PL"),
        ("中国", "CN"),
        ("Suomi", "FI"),
    ],
)
def test_country_is_found_by_what_it_calls_itself(said: str, code: str) -> None:
    assert find_country(said).certain == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Кыргызча", "ky"),
        ("кыргыз тили", "ky"),
        ("Қазақ тілі", "kk"),
        ("қазақша", "kk"),
        ("Українська", "uk"),
        ("українська мова", "uk"),
        ("Deutsch", "de"),
        ("français", "fr"),
        ("o‘zbek", "uz"),
        ("Ўзбекча", "uz"),
        ("тоҷикӣ", "tg"),
        ("Türkçe", "tr"),
        ("беларуская", "be"),
        ("中文", "zh"),
        ("по-русски", "ru"),
    ],
)
def test_language_is_found_by_what_it_calls_itself(said: str, code: str) -> None:
    assert find_language(said).certain == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Кргызстан", "KG"),
        ("Germny", "DE"),
        ("казакстан", "KZ"),
        ("эмират", "AE"),
        ("Франиця", "FR"),
        ("new zeal", "NZ"),
    ],
)
def test_slip_or_a_part_is_asked_back_never_taken(said: str, code: str) -> None:
    found = find_country(said)
    assert found.certain is None
    assert found.maybe[0] == code


@pytest.mark.parametrize("said", ["", " ", "1e5", "-1", "<b>7</b>", "\u200d", "ы" * 300, "%", "zzz"])
def test_nonsense_is_nothing(said: str) -> None:
    for find in (find_country, find_currency, find_language):
        assert (find(said).certain, find(said).maybe) == (None, ())


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("₽", "RUB"),
        ("₾", "GEL"),
        ("$", "USD"),
        ("сом", "KGS"),
        ("jpy", "JPY"),
        ("Япония", "JPY"),
        ("кувейт", "KWD"),
        ("euro", "EUR"),
    ],
)
def test_currency_is_found_by_its_sign_code_or_country(said: str, code: str) -> None:
    assert find_currency(said).certain == code


def test_of_several_the_usual_currency_comes_first() -> None:
    assert find_currency("доллар").maybe[0] == "USD"
    assert find_currency("руб").maybe[0] == "RUB"
    assert find_currency("йена").maybe == ("JPY",)


def test_likely_ones_come_first_and_none_is_missing() -> None:
    assert countries(RU, "KZ")[:3] == ["KZ", "RU", "KG"]
    assert sorted(countries(RU, "KZ")) == sorted(COUNTRIES)
    assert currencies(RU, "KGS", "JP")[:4] == ["KGS", "JPY", "RUB", "KZT"]
    assert sorted(currencies(RU, "KGS", "JP")) == sorted(CURRENCIES)
    assert languages(RU)[:2] == ["ru", "en"]
    assert len(languages(RU)) > 300


def test_country_has_a_flag_a_code_a_phone_and_its_money() -> None:
    assert (flag("KG"), calling_code("KG"), example_phone("KG")) == ("🇰🇬", "+996", "0700 123 456")
    assert (money_of("KG"), zone_of("KG"), zone_of("AT"), zone_of("US")) == (
        "KGS",
        "Asia/Bishkek",
        "Europe/Vienna",
        None,
    )
    for code in COUNTRIES:
        assert example_phone(code)
        assert calling_code(code) != "+0"
        assert money_of(code) in CURRENCIES


def test_zones_whose_clocks_agree_are_one_and_each_of_several_is_named_by_a_city_people_know() -> None:
    assert {country: zones_of(country) for country in ("DE", "KZ", "JP")} == {
        "DE": ("Europe/Berlin",),
        "KZ": ("Asia/Almaty",),
        "JP": ("Asia/Tokyo",),
    }
    assert zones_of("US")[:5] == (
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Phoenix",
        "America/Los_Angeles",
    )
    assert {"Europe/Moscow", "Europe/Samara", "Asia/Novosibirsk", "Asia/Vladivostok"} <= set(zones_of("RU"))
    assert "Australia/Sydney" in zones_of("AU")
    assert max(len(zones_of(code)) for code in COUNTRIES) <= 12, "they fit on one screen, two in a row"
    for code in COUNTRIES:
        assert zone_of(code) is not None or len(zones_of(code)) != 1
