"""A text's districts and stations are read again once its city is known, or turns out to be another one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from domain.matching.intake.drafts import Doubt, Read
from domain.matching.intake.found import Intent
from domain.matching.intake.taking import read_text
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.terms import Deal

D = TypeVar("D", PropertyDraft, LeadDraft)
PLACES = ("district", "metro_station", "districts", "metro_stations")
"""What belongs to a city, of a property and of a lead."""
_OF_A_NAME = 4
"""Letters that no case of a name changes."""


@dataclass(frozen=True, slots=True)
class Reread(Generic[D]):
    """The draft with the places of its city."""

    draft: D
    doubts: tuple[Doubt, ...]
    """Of the places alone."""
    not_there: tuple[str, ...]
    """Names in the text that were read of another city, and are none of this one."""


def places_of(draft: PropertyDraft | LeadDraft) -> dict[str, Any]:
    """The draft's districts and stations, field by field, JSON-ready."""
    values = {name: getattr(draft, name) for name in PLACES if hasattr(draft, name)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def places_again(text: str, draft: D, read_before: Mapping[str, Any]) -> Reread[D]:
    """The places of the text in the draft's city; what its writer has set otherwise since `read_before` stays."""
    opening = f"г. {draft.city}\n"
    read = read_text(opening + text, meant=_meant(draft), alone=True, currency="RUB", home_city=draft.city)
    now = places_of(draft)
    fresh = places_of(read.draft) if isinstance(read, Read) and type(read.draft) is type(draft) else {}
    changes = _changes(now, fresh, read_before)
    changed = replace(draft, **changes)
    doubts = read.doubts if isinstance(read, Read) else ()
    there = _names(places_of(changed).values())
    return Reread(
        changed,
        tuple(one for one in doubts if one.field in changes),
        tuple(one for one in _names(now.values()) if one not in there and _is_said(one, text)),
    )


def _changes(now: Mapping[str, Any], fresh: Mapping[str, Any], read_before: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that the writer has left as they were read, with what they are read as now."""
    changes: dict[str, Any] = {}
    for name, before in now.items():
        if before and before != read_before.get(name):
            continue
        if isinstance(before, list):
            changes[name] = tuple(fresh.get(name) or ())
        else:
            changes[name] = fresh.get(name) or None
    return changes


def _is_said(name: str, text: str) -> bool:
    """Whether the text itself says the name, in some case, so that it was not only guessed from another one."""
    said = text.casefold()
    is_latin = not any("а" <= one <= "я" for one in said)
    return is_latin or name.casefold()[:_OF_A_NAME] in said


def _names(values: Any) -> list[str]:
    found: list[str] = []
    for value in values:
        found += value if isinstance(value, Sequence) and not isinstance(value, str) else [value] if value else []
    return list(dict.fromkeys(found))


def _meant(draft: PropertyDraft | LeadDraft) -> Intent:
    is_rent = draft.deal is Deal.RENT
    if isinstance(draft, PropertyDraft):
        return Intent.RENT_OUT if is_rent else Intent.SELL
    return Intent.RENT_IN if is_rent else Intent.BUY
