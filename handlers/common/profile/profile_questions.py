"""How people are asked who they are: name, surname, birth date, country, e-mail; typed the way people type them."""

import datetime as dt

from markupsafe import Markup

from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice
from bot.localization import Localizer, lines
from bot.names.countries import countries, country_name, find_country, flag
from bot.names.country_zones import zones_of
from bot.screen import label_of
from domain.people.birth_date import parse_birth_date
from domain.people.person import Person
from domain.people.phone import calling_code, example_phone
from domain.people.time_zones import OFFERED
from domain.refusal import Refusal
from handlers.common.settings.zones import find_zones, time_there, zone_name


def ask_first_name(t: Localizer) -> Markup:
    """What is your name?"""
    return t("What is your first name? For example: Anna")


def ask_last_name(t: Localizer) -> Markup:
    """What is your surname?"""
    return t("And your surname? For example: Petrova")


def ask_birth_date(t: Localizer) -> Markup:
    """When were you born?"""
    return lines(
        t("When were you born?"),
        t("Leases ask for it; nobody else sees it. For example: 19.05.1987 or 19 May 1987"),
    )


def read_birth_date(text: str, answering: AnswerContext) -> dt.date:
    """A birth date as people type it."""
    return parse_birth_date(text, answering.t.today)


def ask_email(t: Localizer) -> Markup:
    """Which e-mail?"""
    return t("Which e-mail shall I keep? For example: anna@example.com")


def ask_country(t: Localizer) -> Markup:
    """Which country?"""
    return t("Which country do you live in? Choose it, or write its name or a part of it.")


def offer_countries(t: Localizer, me: Person, own: str | None) -> list[Choice]:
    """All countries, the likeliest first."""
    return [country_choice(t, code) for code in countries(t, own or me.country)]


def country_choice(t: Localizer, code: str) -> Choice:
    """A country with its flag, its code and how a phone number looks there."""
    line = Markup(" · ").join(part for part in (country_said(t, code), calling_code(code), example_phone(code)) if part)
    return Choice(label_of(country_name(t, code), flag(code)), code, line)


def country_said(t: Localizer, code: str) -> Markup:
    """The country with its flag: "🇰🇬 Kyrgyzstan"."""
    return Markup("{} {}").format(flag(code), country_name(t, code))


def read_country(text: str, answering: AnswerContext) -> str:
    """The country that is meant; asked back where several may be, or where the name has a slip in it."""
    found = find_country(text)
    if found.certain is not None:
        return found.certain
    if found.maybe:
        raise AmbiguousAnswer([country_choice(answering.t, code) for code in found.maybe])
    raise Refusal("I do not know the country “{said}”. Write its name, or how it begins: Kyrg, Germ.", said=text[:40])


def ask_zone(t: Localizer) -> Markup:
    """Which time?"""
    return lines(
        t("Where are you? Choose a city with your time, or write the name of yours."),
        t("For example: Kazan, Tbilisi, UTC+5"),
    )


def offer_zones(t: Localizer, country: str | None) -> list[Choice]:
    """The times that are kept in the country; where there is but one, or no country is known, usual ones besides."""
    own = zones_of(country) if country is not None else ()
    offered = own if len(own) > 1 else tuple(dict.fromkeys((*own, *OFFERED)))[: len(OFFERED)]
    return [zone_choice(t, zone) for zone in offered]


def zone_choice(t: Localizer, zone: str) -> Choice:
    """A city and what its clocks show: "Omsk 18:00"."""
    return Choice(f"{zone_name(t, zone)} {time_there(t, zone)}", zone)


def read_zone(text: str, answering: AnswerContext) -> str:
    """The zone that is meant; asked back where several may be."""
    found = find_zones(text, answering.t.now)
    if not found:
        raise Refusal("I do not know “{said}”. Write a larger city nearby, or a difference like UTC+5.", said=text[:40])
    if len(found) > 1:
        raise AmbiguousAnswer([zone_choice(answering.t, zone) for zone in found])
    return found[0]
