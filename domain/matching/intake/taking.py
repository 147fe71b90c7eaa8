"""A text that a realtor sends is a property, a lead, or a question back; and it may add to a draft that is open."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from domain.matching.intake.drafts import Read, lead_from, property_from
from domain.matching.intake.found import Found, Intent, Side, Understood
from domain.matching.intake.understanding import understand
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft


class Puzzle(StrEnum):
    """Why a text has not become a draft."""

    NOTHING = "NOTHING"
    """There is nothing of a deal in it."""
    NOT_PROPERTY = "NOT_PROPERTY"
    """It is about something else altogether."""
    OTHER_KIND = "OTHER_KIND"
    """It is property that is not matched here: land, an office, a garage."""
    SEVERAL = "SEVERAL"
    """It offers several properties."""
    UNCLEAR = "UNCLEAR"
    """It does not tell whether something is offered or looked for."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that somebody has to say more about; `kind` names what is not matched here."""

    why: Puzzle
    kind: str | None = None


OPENINGS = {Intent.SELL: "Продам", Intent.RENT_OUT: "Сдам", Intent.BUY: "Куплю", Intent.RENT_IN: "Сниму"}
"""With such a word a text is read as it is meant."""


def read_text(
    text: str, *, meant: Intent | None, alone: bool, currency: str, home_city: str | None
) -> Read[PropertyDraft] | Read[LeadDraft] | Unread:
    """The draft that a text is, or why it is none yet.

    `meant` is what its sender says about it, if asked; `alone` means that they want it taken as one property of ours
    whatever it looks like; `currency` and `home_city` are their own.
    """
    opening = f"{OPENINGS[meant]}\n" if meant is not None else ""
    read = understand(opening + text, home_city=home_city)
    if meant is not None:
        read = replace(read, intent=Found(meant, 0, len(opening) - 1))
    puzzle = _puzzle(read, alone=alone)
    if puzzle is not None:
        return puzzle
    if read.side is Side.LEAD:
        return lead_from(opening + text, read, currency=currency, home_city=home_city, begin=len(opening))
    return property_from(opening + text, read, currency=currency, home_city=home_city, begin=len(opening))


def _puzzle(read: Understood, *, alone: bool) -> Unread | None:
    if not says_something(read):
        return Unread(Puzzle.NOTHING)
    if read.is_something_else:
        return Unread(Puzzle.NOT_PROPERTY)
    if not alone and read.other_kind is not None and read.property_type is None:
        return Unread(Puzzle.OTHER_KIND, read.other_kind.value)
    if not alone and read.several and read.side is not Side.LEAD:
        return Unread(Puzzle.SEVERAL)
    return Unread(Puzzle.UNCLEAR) if _is_unclear(read) else None


def _is_unclear(read: Understood) -> bool:
    return read.side is None or (read.intent is not None and bool(read.intent.alternatives))


def says_something(read: Understood) -> bool:
    """Whether there is any figure, place or kind of property; to sell alone one may a cat."""
    figures = (read.price, read.price_min, read.price_max, read.area, read.area_min, read.area_max, read.rooms)
    places = (read.city, *read.okrugs, *read.districts, *read.metro_stations)
    return any(one is not None for one in (*figures, *places, read.property_type, read.other_kind, read.commission))


DraftT = TypeVar("DraftT", PropertyDraft, LeadDraft)
_ALWAYS_SAID = frozenset({"deal", "period", "city", "property_type", "description", "additional_requirements"})
"""Fields that a reading has by itself, so that they do not tell what was added."""


def adds_only(draft: DraftT, addition: DraftT) -> bool:
    """Whether the second says only what the first leaves open."""
    named = [one for one in _known(addition) if one not in _ALWAYS_SAID]
    return bool(named) and all(not getattr(draft, name) and getattr(draft, name) != 0 for name in named)


def combined(draft: DraftT, addition: DraftT) -> DraftT:
    """The first with everything that the second says; photos and lists of places come together."""
    together: dict[str, Any] = {}
    for name in _known(addition):
        before: Any = getattr(draft, name)
        after: Any = getattr(addition, name)
        if name in ("deal", "period", "property_type", "city") and before is not None:
            continue
        is_collection = isinstance(after, tuple) and name != "rooms"
        together[name] = tuple(dict.fromkeys((*before, *after))) if is_collection else after
    return replace(draft, **together)


def _known(draft: PropertyDraft | LeadDraft) -> list[str]:
    values = {one.name: getattr(draft, one.name) for one in fields(draft)}
    return [name for name, value in values.items() if value is not None and value != ()]
