"""Currencies that are legal tender somewhere: their names and signs, found by either, or by their country."""

from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol, get_territory_currencies

from bot.localization import COLLOQUIAL_SYMBOLS, LANGUAGES, Localizer
from bot.names.countries import COLLOQUIAL, called, money_of
from bot.names.name_index import NameIndex, NameLookup
from domain.money import CURRENCIES

OFTEN = ("RUB", "KGS", "KZT", "USD", "EUR")
"""In what most homes of the product are paid for: offered first."""


def currency_name(t: Localizer, currency: str) -> str:
    """The currency's name in the reader's language."""
    return _called(t.language)[currency]


def currency_sign(t: Localizer, currency: str) -> str:
    """The currency's sign, as it stands beside a sum; the code itself where there is none."""
    return COLLOQUIAL_SYMBOLS.get((currency, t.language)) or get_currency_symbol(currency, locale=t.locale)


def find_currency(said: str) -> NameLookup:
    """The currency that what was typed may mean: its name, sign or code, or a country where it is paid."""
    found = _signs().get(said.strip()) or _known().find(said)
    return NameLookup(found.certain, tuple(sorted(found.maybe, key=lambda one: one not in OFTEN)))


def currencies(t: Localizer, own: str, country: str | None) -> list[str]:
    """All of them, the likeliest first: the person's own, their country's, those of most homes, the rest by name."""
    likely = dict.fromkeys((own, *((money_of(country),) if country else ()), *OFTEN))
    first = [one for one in likely if one is not None]
    return [*first, *(one for one in _called(t.language) if one not in likely)]


@cache
def _called(language: str) -> dict[str, str]:
    """Names in a language, sorted; those that it lacks are in English, and last."""
    names = {code: get_currency_name(code, locale=language) for code in CURRENCIES}
    english = {code: get_currency_name(code, locale="en") for code in CURRENCIES}
    ordered = sorted(CURRENCIES, key=lambda code: (names[code] == code, names[code].casefold()))
    return {code: names[code] if names[code] != code else english[code] for code in ordered}


@cache
def _known() -> NameIndex:
    names: dict[str, list[str]] = {code: [] for code in CURRENCIES}
    for code in CURRENCIES:
        for language in LANGUAGES:
            names[code] += [get_currency_name(code, locale=language), get_currency_name(code, count=1, locale=language)]
    for language in LANGUAGES:
        for country, name in called(language).items():
            for code in get_territory_currencies(country):
                if code in names:
                    names[code] += [name, *COLLOQUIAL.get(country, ())]
    return NameIndex(names)


@cache
def _signs() -> dict[str, NameLookup]:
    """Signs that are no words: "₽", "$", "¥"; several currencies may share one."""
    signs: dict[str, list[str]] = {}
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for code in CURRENCIES:
            for sign in (COLLOQUIAL_SYMBOLS.get((code, language)), get_currency_symbol(code, locale=locale)):
                if sign and sign != code and code not in signs.setdefault(sign, []):
                    signs[sign].append(code)
    return {sign: NameLookup(codes[0] if len(codes) == 1 else None, tuple(codes)) for sign, codes in signs.items()}
