"""How a property's and a lead's questions are asked and read: choices as buttons, places by name, no contacts."""

from collections.abc import Callable, Collection, Iterable, Sequence
from enum import Enum
from typing import Any, TypeVar

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, Question
from bot.forms.wording import asking, capital, said
from bot.localization import Localizer
from bot.names.places import known_city, place_name, settled
from domain.gazetteer import Gazetteer, PlaceKind
from domain.gazetteer.place import DISTRICT_KINDS
from domain.matching.intake.contacts import check_no_contacts
from domain.matching.intake.place_answers import parse_district, parse_metro
from domain.matching.status import RentPeriod
from domain.matching.terms import Deal
from domain.people.person import Person
from domain.typed import limits
from handlers.realtor.words import name_of

D = TypeVar("D")

FEW_PLACES = 12
"""A city's districts are offered as buttons if there are no more."""
LEAST_LIKELY = 1_000
"""Roubles, soms, dollars. Who types less for a home means thousands or millions, and is asked which."""
FACTORS = (1_000_000, 1_000, 1)
DISTRICT = tuple(DISTRICT_KINDS)
METRO = (PlaceKind.METRO,)
"""What they are in the gazetteer."""

DEALS = {
    (Deal.SALE, None): "SALE",
    (Deal.RENT, RentPeriod.MONTH): "RENT",
    (Deal.RENT, RentPeriod.DAY): "DAY",
}
"""A deal and, for a rent, its period are one answer."""


def terms(kind: Iterable[Enum]) -> Callable[[Localizer, object, Person], Sequence[Choice]]:
    """A button for each of the terms."""
    return lambda t, _draft, _me: [Choice(capital(name_of(t, one)), str(one.value)) for one in kind]


def term_question(
    key: str, kind: type[Enum], ask: str, name: Callable[[Localizer], Markup], **how: Any
) -> Question[Any]:
    """One of the terms, by its button."""

    def present(t: Localizer, draft: object) -> Markup | None:
        term = getattr(draft, key)
        return name_of(t, term) if term else None

    return Question(
        key=key,
        kind=AnswerKind.CHOICE,
        label=name,
        ask=asking(ask, present),
        choices=terms(kind),
        of=kind,
        **how,
    )


def deal_of(value: str) -> tuple[Deal, RentPeriod | None]:
    """The deal and period behind a choice."""
    return next(pair for pair, name in DEALS.items() if name == value)


def said_to_all(text: str) -> str:
    """Free text that every colleague will read; contacts in it are refused, since they open by agreement."""
    check_no_contacts(text)
    return said(text, limits.LONG_TEXT, "Please write it in words, for example: a quiet yard, one owner.")


# places


def districts_of(city: str | None) -> list[str]:
    """The city's districts, if they are few enough for buttons."""
    place = known_city(city)
    found = Gazetteer.standard().of_kind({PlaceKind.DISTRICT}, place) if place is not None else []
    return [one.ru for one in found] if len(found) <= FEW_PLACES else []


def has_metro(city: str | None) -> bool:
    """Whether stations can be asked about: a city without a metro has none, an unknown one may."""
    place = known_city(city)
    return place is None or bool(Gazetteer.standard().of_kind({PlaceKind.METRO}, place))


def read_district(text: str, city: str | None, ctx: AnswerContext) -> str:
    """The district's name; raises `AmbiguousAnswer` with what it might be."""
    return settled(parse_district(text, Gazetteer.standard(), known_city(city)), text, ctx)


def read_metro(text: str, city: str | None, ctx: AnswerContext) -> str:
    """The station's name; raises `AmbiguousAnswer` with what it might be."""
    return settled(parse_metro(text, Gazetteer.standard(), known_city(city)), text, ctx)


def read_several(text: str, read_one: Callable[[str], str]) -> tuple[str, ...]:
    """Places typed with commas between them; a single one may turn out to be a choice."""
    parts = [part.strip() for part in text.replace(";", ",").replace("\n", ",").split(",") if part.strip()]
    if len(parts) <= 1:
        return (read_one(text),)
    return tuple(dict.fromkeys(_surely(part, read_one) for part in parts))


def toggled(value: str, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Chosen again means not wanted any more."""
    return tuple(one for one in chosen if one != value) if value in chosen else (*chosen, value)


def places(t: Localizer, names: Iterable[str], city: str | None, kinds: Collection[PlaceKind]) -> list[Choice]:
    """Buttons for places, each once."""
    return [Choice(place_name(t, name, city, *kinds), name) for name in dict.fromkeys(names)]


def place_meant(t: Localizer, question: str, value: str) -> str:
    """What a text may have meant instead: a place in the reader's letters, anything else as it is."""
    kinds: Collection[PlaceKind] = ()
    match question:
        case "city":
            kinds = (PlaceKind.CITY,)
        case "district" | "districts":
            kinds = DISTRICT
        case "metro_station" | "metro_stations":
            kinds = METRO
    return place_name(t, value, None, *kinds) if kinds else value


def _surely(part: str, read_one: Callable[[str], str]) -> str:
    try:
        return read_one(part)
    except AmbiguousAnswer as several:
        first = several.choices[0].value
        if len(several.choices) <= 2 and first.casefold().startswith(part.casefold()[:3]):
            return first
        raise
