"""What a person has set, in words."""

from markupsafe import Markup

from bot.localization import LANGUAGES, Localizer
from bot.names import currencies, languages
from domain.gazetteer import Gazetteer, PlaceKind
from domain.people.person import PushPace

PACES = {
    PushPace.AT_ONCE: "at once",
    PushPace.HOURLY: "once an hour",
    PushPace.DAILY: "once a day",
    PushPace.OFF: "only in the list",
}
"""Gettext messages, within a sentence."""


def language_name(t: Localizer, language: str) -> Markup:
    """The language's name; where there are no words for it, that they are in another."""
    name = languages.language_name(t, language)
    return Markup.escape(name) if language in LANGUAGES else t("{language}, the words in English", language=name)


def pace_name(t: Localizer, pace: PushPace) -> Markup:
    """How soon the person is told."""
    return t(PACES[pace])


def hours_name(t: Localizer, begin: int | None, end: int | None) -> Markup:
    """Hours in which the person is left alone, given in minutes after midnight."""
    if begin is None or end is None:
        return t("none")
    return Markup.escape(f"{t.clock(begin)}–{t.clock(end)}")


def currency_name(t: Localizer, currency: str) -> Markup:
    """The currency's name with its sign."""
    name, sign = currencies.currency_name(t, currency), currencies.currency_sign(t, currency)
    return Markup.escape(name) if sign in name else t("{name}, {sign}", name=name, sign=sign)


def city_name(t: Localizer, city: str | None) -> Markup:
    """A city in the reader's letters; kept by its Russian name."""
    if city is None:
        return t("not chosen")
    place = Gazetteer.standard().find(city, {PlaceKind.CITY}).exact
    return Markup.escape(place.name(t.language) if place is not None else city)
