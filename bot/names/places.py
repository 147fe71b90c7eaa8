"""Places in a form: the reader's letters, the cities offered first, and a name that is typed, perhaps with a slip."""

from collections.abc import Sequence
from functools import lru_cache

from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice
from bot.localization import Localizer
from domain.gazetteer import Gazetteer, Place, PlaceKind, PlaceLookup
from domain.gazetteer.romanising import romanised
from domain.matching.intake.place_answers import parse_city
from domain.people.person import Person
from domain.typed.currencies import BY_COUNTRY

LARGE_CITIES = ("Москва", "Санкт-Петербург", "Казань", "Екатеринбург", "Бишкек", "Алматы")
"""Offered after the person's own."""


def place_name(t: Localizer, name: str, city: str | None = None, *kinds: PlaceKind) -> str:
    """A place in the reader's letters: by the name it has there, or, if we do not know it, by their one rule."""
    return name if t.language == "ru" else _latin(name, city, frozenset(kinds or (PlaceKind.CITY,)))


@lru_cache(maxsize=4096)
def _latin(name: str, city: str | None, kinds: frozenset[PlaceKind]) -> str:
    gazetteer = Gazetteer.standard()
    within = gazetteer.find(city, {PlaceKind.CITY}).exact if city else None
    found = gazetteer.find(name, kinds, within).exact
    return found.en if found is not None and found.ru == name else romanised(name)


def known_city(name: str | None) -> Place | None:
    """The city's entry in the gazetteer, if it has one."""
    return Gazetteer.standard().find(name, {PlaceKind.CITY}).exact if name else None


def cities(t: Localizer, _draft: object, me: Person) -> Sequence[Choice]:
    """The person's own city first, then the large ones."""
    names = dict.fromkeys(name for name in (me.home_city, *LARGE_CITIES) if name)
    return [Choice(place_name(t, name), name) for name in list(names)[:6]]


def read_city(text: str, ctx: AnswerContext) -> str:
    """The city's name; raises `AmbiguousAnswer` with what it might be."""
    return settled(parse_city(text, Gazetteer.standard()), text, ctx)


def currency_for(city: str | None, me: Person) -> str:
    """The currency of a bare number: that of the city's country, else the person's own."""
    place = known_city(city)
    return BY_COUNTRY.get(place.country or "", me.currency) if place is not None else me.currency


def settled(lookup: PlaceLookup, text: str, ctx: AnswerContext) -> str:
    """The one place that was typed; raises `AmbiguousAnswer` with what it might be; an unknown one stays as typed."""
    if lookup.exact is not None:
        return lookup.exact.ru
    typed = " ".join(text.split())
    if not lookup.candidates:
        return typed
    t = ctx.t
    names = dict.fromkeys(one.ru for one in lookup.candidates[:5])
    labels = {one.ru: one.name(t.language) for one in reversed(lookup.candidates)}
    choices = [Choice(labels[name], name) for name in names]
    raise AmbiguousAnswer([*choices, Choice(t("Keep “{text}”", text=typed[:12]), typed)])
