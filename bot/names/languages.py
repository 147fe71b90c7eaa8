"""Languages that CLDR can write numbers, dates and money in: their names, found by name in either language of ours."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

from bot.localization import LANGUAGES, Localizer
from bot.names.name_index import NameIndex, NameLookup

NEAR = ("ky", "kk", "uz", "tg", "uk", "be", "hy", "ka", "az", "tr", "zh", "de", "ar")
"""What else is spoken where the product's people live: offered after the languages that the bot speaks."""


def language_name(t: Localizer, code: str) -> str:
    """The language's name in the reader's own, within a sentence."""
    return _called(t.language).get(code, code)


def own_name(code: str) -> str:
    """What the language calls itself, so that whoever reads it finds it."""
    try:
        name = Locale.parse(code).get_language_name() or code
    except (ValueError, UnknownLocaleError):
        return code
    return name[:1].title() + name[1:]


def find_language(said: str) -> NameLookup:
    """The language that what was typed may mean."""
    return _known().find(said)


def languages(t: Localizer) -> list[str]:
    """All of them, the likeliest first: those that the bot speaks, those spoken nearby, the rest by name."""
    names = _called(t.language)
    likely = dict.fromkeys((*LANGUAGES, *NEAR))
    return [*likely, *(one for one in names if one not in likely)]


@cache
def _called(language: str) -> dict[str, str]:
    """Names in a language, sorted; those that it lacks are in English, and last."""
    names, english = Locale.parse(language).languages, Locale.parse("en").languages
    codes = [code for code in locale_identifiers() if "_" not in code and code in english]
    ordered = sorted(codes, key=lambda code: (code not in names, str(names.get(code)).casefold()))
    return {code: str(names.get(code) or english[code]) for code in ordered}


COLLOQUIAL = {
    "kk": ("Қазақша", "Казакша"),
    "ky": ("Кыргыз тили", "Кыргызский"),
    "uz": ("Ўзбекча", "Узбекча", "O'zbek tili"),
    "tg": ("Забони тоҷикӣ",),
    "uk": ("Українська мова", "Мова"),
    "be": ("Беларуская мова",),
    "ru": ("По-русски", "Русский язык"),
    "en": ("По-английски",),
    "fa": ("Farsi", "Фарси"),
    "zh": ("Mandarin",),
}
"""What speakers say where CLDR has one form of the name only."""


@cache
def _known() -> NameIndex:
    """Every language by its name in ours, by what it calls itself, and by what its speakers say."""
    return NameIndex(
        {
            code: [*(_called(one)[code] for one in LANGUAGES), own_name(code), *COLLOQUIAL.get(code, ())]
            for code in _called("en")
        }
    )
