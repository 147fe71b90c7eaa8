"""Everything said to a person goes through their `Localizer`: language, plurals, numbers, money and dates, escaped.

Messages are gettext messages, English in the source. `t("Saved at {price}", price=money)` gives HTML in which every
fact is written the person's way and escaped; nothing else in the bot builds HTML from what people typed.
"""

import datetime as dt
import gettext
import io
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, format_timedelta
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal, get_currency_symbol
from markupsafe import Markup, escape

from domain.metres import Metres
from domain.money import Money, digits_of
from domain.refusal import Refusal
from domain.share import Share

LANGUAGES = ("ru", "en")
DEFAULT_LANGUAGE = "ru"
A_MOMENT = dt.timedelta(minutes=1)
CATALOGUES = Path(__file__).parent / "locale"

COLLOQUIAL_SYMBOLS = {
    ("RUB", "en"): "₽",
    ("KGS", "ru"): "сом",
    ("KZT", "ru"): "₸",
    ("KZT", "en"): "₸",
    ("UZS", "ru"): "сум",
    **{(code, language): sign for code, sign in (("GEL", "₾"), ("AMD", "֏"), ("AZN", "₼")) for language in LANGUAGES},
}
"""Where CLDR only has the ISO code, what people write."""
_CODE_AND_FIGURE = re.compile(r"(?<=[^\W\d_])(?=\d)")
"""Where a currency's letters would touch the figure (CLDR's currency spacing)."""


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The messages of a language, from all its .po files; English is the source itself."""
    if language == "en":
        return gettext.NullTranslations()
    merged: gettext.GNUTranslations | None = None
    for path in sorted((CATALOGUES / language).glob("*.po")):
        with path.open("rb") as file:
            messages = read_po(file, locale=language)
        compiled = io.BytesIO()
        write_mo(compiled, messages)
        compiled.seek(0)
        translations = gettext.GNUTranslations(compiled)
        if merged is None:
            merged = translations
        else:
            merged._catalog.update(translations._catalog)  # type: ignore[attr-defined]
    return merged or gettext.NullTranslations()


def known_language(code: str | None) -> str:
    """In which of our languages somebody is spoken to, by the code of theirs; Russian where many have learned it."""
    short = (code or DEFAULT_LANGUAGE).split("-")[0].lower()
    if short in LANGUAGES:
        return short
    return "ru" if short in {"be", "kk", "ky", "tg", "uk", "uz"} else "en"


@cache
def formats_of(language: str) -> Locale | None:
    """The locale by which a language writes figures and dates, if it is known and written from left to right."""
    try:
        locale = Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        return None
    # a date from right to left inside an English sentence comes out in pieces
    return locale if locale.text_direction == "ltr" else None


class Localizer:
    """How one person is spoken to."""

    def __init__(self, language: str, zone: ZoneInfo, now: dt.datetime) -> None:
        self.language = known_language(language)
        """Of the words: one of ours."""
        self.zone = zone
        self.now = now
        self.locale = Locale.parse(self.language)
        """Of names: of countries, months, currencies."""
        self.formats = formats_of(language) or self.locale
        """Of figures, sums and dates: the person's own language, though there may be no words for it."""
        self._catalogue = catalogue(self.language)

    @property
    def today(self) -> dt.date:
        """The day it is where the person is."""
        return self.now.astimezone(self.zone).date()

    @staticmethod
    def words_of(language: str) -> Callable[[str], str]:
        """The plain words of a language, for what is not said to anybody in particular (the commands menu)."""
        return catalogue(known_language(language)).gettext

    def __call__(self, message: str, /, **facts: object) -> Markup:
        """Say a message with its facts, as HTML."""
        return self._fill(self._catalogue.gettext(message), facts)

    def n(self, one: str, many: str, count: int, /, **facts: object) -> Markup:
        """Say a message whose form depends on a number, which is `{count}` in it."""
        return self._fill(self._catalogue.ngettext(one, many, count), {"count": count, **facts})

    def refusal(self, refusal: Refusal) -> Markup:
        """Say why something cannot be done."""
        return self(refusal.message, **refusal.facts)

    def _fill(self, template: str, facts: Mapping[str, object]) -> Markup:
        if not facts:
            return Markup(template)  # noqa: S704  (the template is ours, there is nothing in it to escape)
        return Markup(template).format(**{name: self.fact(value) for name, value in facts.items()})  # noqa: S704

    def fact(self, value: object) -> Markup:  # noqa: C901, PLR0911  (a match over kinds)
        """One fact as the person writes it, escaped."""
        match value:
            case Markup():
                return value
            case None:
                return Markup("—")
            case Enum():
                return self(str(value.value))
            case bool():
                return self("yes") if value else self("no")
            case int() | Decimal():
                return escape(self.number(value))
            case Money():
                return escape(self.money(value))
            case Share():
                return escape(self.percent(value.hundredths))
            case Metres():
                return escape(self.area(value.hundredths))
            case dt.datetime():
                return escape(self.moment(value))
            case dt.date():
                return escape(self.date(value))
            case Refusal():
                return self.refusal(value)
            case _:
                return escape(str(value))

    def number(self, value: int | Decimal) -> str:
        """A number with the language's grouping."""
        return format_decimal(value, locale=self.formats)

    def money(self, money: Money) -> str:
        """An amount with its currency, without empty kopecks."""
        return self._amount(money.major, money.currency, digits_of(money.currency) if money.major % 1 else 0)

    def price(self, price: Decimal, currency: str) -> str:
        """What one unit costs, with as many digits as it has: 5.38 or 0.0715."""
        own = -int(price.normalize().as_tuple().exponent)
        return self._amount(price, currency, max(own, digits_of(currency)) if own > 0 else 0)

    def _amount(self, major: Decimal, currency: str, digits: int) -> str:
        decimals = f".{'0' * digits}" if digits else ""
        pattern = self.formats.currency_formats["standard"].pattern.split(";")[0].replace(".00", decimals)
        symbol = COLLOQUIAL_SYMBOLS.get((currency, self.language))
        if symbol is None:
            symbol = get_currency_symbol(currency, locale=self.locale)
        text = format_currency(major, currency, format=pattern, locale=self.formats, currency_digits=False)
        text = text.replace(get_currency_symbol(currency, locale=self.formats), symbol)
        # a hyphen is easily taken for a dash between two figures
        return _CODE_AND_FIGURE.sub("\u00a0", text).replace("-", "\N{MINUS SIGN}")

    def percent(self, hundredths: int) -> str:
        """A share given in hundredths of a percent: 4750 is 47.5 %."""
        number = format_decimal(Decimal(hundredths).scaleb(-2).normalize(), format="0.##", locale=self.formats)
        return f"{number}\u00a0%" if self.language == "ru" else f"{number}%"

    def area(self, hundredths: int) -> str:
        """An area given in hundredths of a square metre."""
        number = format_decimal(Decimal(hundredths).scaleb(-2), format="#,##0.##", locale=self.formats)
        return f"{number}\u00a0м²" if self.language == "ru" else f"{number}\u00a0m²"

    def date(self, day: dt.date) -> str:
        """A day in words, the year only if it is another one; in figures for who would get them in English only."""
        return self._date(day, with_year=day.year != self.today.year)

    def period(self, first: dt.date, last: dt.date) -> str:
        """From a day until a day: a day of this year has its year if the other one is of another year."""
        if first == last:
            return self.date(first)
        this_year = self.today.year
        with_year = {first.year, last.year} != {this_year}
        return f"{self._date(first, with_year=with_year)} – {self._date(last, with_year=with_year)}"

    def _date(self, day: dt.date, *, with_year: bool) -> str:
        if self.language == "en" != self.formats.language:
            return format_date(day, self.formats.date_formats["short"].pattern.replace("yy", "y"), locale=self.formats)
        russian, english = ("d MMMM y", "MMM d, y") if with_year else ("d MMMM", "MMM d")
        return format_date(day, russian if self.language == "ru" else english, locale=self.locale)

    def time(self, moment: dt.datetime) -> str:
        """A time of day in the person's zone."""
        return format_time(moment, "HH:mm", tzinfo=self.zone, locale=self.locale)

    def clock(self, minutes: int) -> str:
        """A time of day by whoever's clock, given in minutes after midnight; written like every other time."""
        return format_time(dt.time(minutes // 60, minutes % 60), "HH:mm", locale=self.locale)

    def moment(self, moment: dt.datetime) -> str:
        """A day and a time in the person's zone."""
        local = moment.astimezone(self.zone)
        return f"{self.date(local.date())}, {self.time(moment)}"

    def ago(self, moment: dt.datetime) -> str:
        """How long ago, roughly: "just now", "3 hours ago"."""
        if abs(moment - self.now) < A_MOMENT:
            return str(self("just now"))
        return format_timedelta(moment - self.now, add_direction=True, locale=self.locale)


def lines(*parts: Markup | str | None) -> Markup:
    """Paragraph lines; empty ones given as "" stay, None is left out."""
    return Markup("\n").join(part for part in parts if part is not None)


def bold(text: Markup | str) -> Markup:
    """A title."""
    return Markup("<b>{}</b>").format(text)


def struck(text: Markup | str) -> Markup:
    """Something that no longer holds."""
    return Markup("<s>{}</s>").format(text)


def quiet(text: Markup | str) -> Markup:
    """Something said aside."""
    return Markup("<i>{}</i>").format(text)
