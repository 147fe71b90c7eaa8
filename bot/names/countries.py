"""Countries and territories that have phone numbers: their names, flags and money, from CLDR."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages
from babel.numbers import get_territory_currencies

from bot.localization import LANGUAGES, Localizer
from bot.names.name_index import NameIndex, NameLookup, plain
from domain.money import CURRENCIES
from domain.people.phone import COUNTRIES

NEAR = ("RU", "KG", "KZ", "UZ", "BY", "AM", "GE", "AZ", "TJ", "TR", "AE")
"""Where most of the product's people live, and where their relatives do: offered first."""
COLLOQUIAL = {
    "RU": ("РФ",),
    "US": ("США", "Америка", "USA", "America"),
    "GB": ("Англия", "Британия", "UK", "England", "Britain"),
    "AE": ("Эмираты", "Объединённые Арабские Эмираты", "UAE", "Emirates"),
    "KR": ("Южная Корея", "Корея"),
    "KG": ("Кыргызстан",),
    "BY": ("Белоруссия", "Belorussia"),
    "MD": ("Молдавия", "Moldavia"),
    "CZ": ("Czech Republic",),
    "TR": ("Turkey",),
    "NL": ("Голландия", "Holland"),
    "MM": ("Бирма", "Burma"),
    "MK": ("Македония", "Macedonia"),
}
"""What people say where CLDR has the official name only."""
_REGIONAL_A = 0x1F1E6


def country_name(t: Localizer, country: str) -> str:
    """The country in the reader's language."""
    return called(t.language)[country]


def flag(country: str) -> str:
    """The flag, made of two letters (Unicode's regional indicators)."""
    return "".join(chr(_REGIONAL_A + ord(letter) - ord("A")) for letter in country)


def find_country(said: str) -> NameLookup:
    """The country that what was typed may mean, in either language."""
    return _known().find(said)


def countries(t: Localizer, own: str | None) -> list[str]:
    """All of them, the likeliest first: the person's own, those near it, and the rest by name."""
    names = called(t.language)
    likely = dict.fromkeys(one for one in (own, *NEAR) if one in names)
    return [*likely, *sorted((one for one in names if one not in likely), key=lambda one: names[one].casefold())]


def money_of(country: str) -> str | None:
    """The currency in which things are paid there."""
    return next((one for one in get_territory_currencies(country) if one in CURRENCIES), None)


@cache
def called(language: str) -> dict[str, str]:
    """The names of all countries in a language."""
    territories = Locale.parse(language).territories
    return {code: str(territories[code]) for code in COUNTRIES}


@cache
def _known() -> NameIndex:
    """Every country by its name in our languages, by what people say, and by what it calls itself."""
    ours = {code: (*(called(one)[code] for one in LANGUAGES), *COLLOQUIAL.get(code, ())) for code in sorted(COUNTRIES)}
    taken = {plain(name) for names in ours.values() for name in names}
    return NameIndex(
        {code: (*names, *(one for one in _own_names(code) if plain(one) not in taken)) for code, names in ours.items()}
    )


def _own_names(country: str) -> tuple[str, ...]:
    """What the country is called in its official languages: Deutschland, Україна, Қазақстан."""
    found = []
    for language in get_official_languages(country, regional=True, de_facto=True):
        try:
            name = Locale.parse(language).territories.get(country)
        except (ValueError, UnknownLocaleError):
            continue
        if name:
            found.append(str(name))
    return tuple(dict.fromkeys(found))
