"""Why a pair fits and what does not, in words: ✓ what is met in one line, ✗ each miss with what was wanted."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from markupsafe import Markup

from bot.localization import Localizer, lines
from bot.names.places import place_name
from domain.gazetteer import PlaceKind
from domain.gazetteer.place import DISTRICT_KINDS
from domain.matching.recommendations.explain import Phrase
from handlers.realtor.words import name_of, rooms_of, rooms_wanted

MOST_NAMES = 3
"""Places that are named before the rest is only counted."""
PLACES = (PlaceKind.METRO, *DISTRICT_KINDS)


def fit_lines(t: Localizer, reasons: Sequence[Phrase], misses: Sequence[Phrase], city: str) -> Markup:
    """The lines of a card: first what fits, then what does not."""
    return lines(_met(t, reasons, city), *(Markup("✗ ") + _say(t, miss, city) for miss in misses))


def _met(t: Localizer, reasons: Sequence[Phrase], city: str) -> Markup | None:
    """Plain ones together, those with a figure of their own after them."""
    plain = [_say(t, one, city) for one in reasons if "{" not in one[0]]
    figured = [_say(t, one, city) for one in reasons if "{" in one[0]]
    groups = [*([Markup(", ").join(plain)] if plain else []), *figured]
    return Markup("   ").join(Markup("✓ ") + one for one in groups) if groups else None


def _say(t: Localizer, phrase: Phrase, city: str) -> Markup:
    message, facts = phrase
    named = {name: _fact(t, name, value, city) for name, value in facts.items() if f"{{{name}}}" in message}
    return t(message, **named)


def _fact(t: Localizer, name: str, value: Any, city: str) -> object:
    """A term, rooms, or places, as the reader says them; a percent stays a number."""
    match value:
        case Enum():
            return name_of(t, value)
        case int() if name in ("wanted", "offered"):
            return rooms_of(t, value)
        case str():
            return place_name(t, value, city, *PLACES)
        case tuple() if value and all(isinstance(one, int) for one in value):
            return rooms_wanted(t, value)
        case tuple():
            return _places(t, value, city)
        case _:
            return value


def _places(t: Localizer, names: Sequence[str], city: str) -> Markup:
    shown = [place_name(t, name, city, *PLACES) for name in names[:MOST_NAMES]]
    rest = len(names) - len(shown)
    said = Markup(", ").join(shown)
    return said if not rest else t.n("{said} and {count} more", "{said} and {count} more", rest, said=said)
