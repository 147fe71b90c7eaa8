"""Who sees what of a deal at which stage: one table, from which every card, push, inbox line and export is made.

The owner of a row sees all of it. The realtor on the other side sees a field only at the stages that stand beside it
here; anybody else sees nothing. Why it is so is in docs/deals.md.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from domain.matching.deals.match import Match, MatchStatus
from domain.matching.intake.contacts import without_contacts


class Stage(StrEnum):
    """How far the two sides have come."""

    RECOMMENDED = "RECOMMENDED"
    """There is no match, or a closed one has become available again: it is one of many that fit."""
    PENDING = "PENDING"
    """They talk about the commission."""
    AGREED = "AGREED"
    """They have agreed on it."""
    CLOSED = "CLOSED"
    """The talk was turned down, taken back, archived, or an agreement has fallen through."""
    COMPLETED = "COMPLETED"
    """Both say that the deal is done."""


ALWAYS = frozenset(Stage)
TALKED_ABOUT = ALWAYS - {Stage.RECOMMENDED}
CONTACTS_OPEN = frozenset({Stage.AGREED, Stage.COMPLETED})
NEVER: frozenset[Stage] = frozenset()

Disclosure = Mapping[str, frozenset[Stage]]

PROPERTY: Disclosure = {
    **dict.fromkeys(("id", "status", "created_at", "archived_at", "deal_done"), ALWAYS),
    **dict.fromkeys(("deal", "period", "property_type", "price", "area", "rooms", "commission_share"), ALWAYS),
    **dict.fromkeys(("city", "district", "metro_station", "residential_complex", "street", "house_number"), ALWAYS),
    **dict.fromkeys(("floor", "total_floors", "year_built", "property_class", "condition"), ALWAYS),
    **dict.fromkeys(("photos", "description"), ALWAYS),
    **dict.fromkeys(("realtor_id", "search_text", "version"), NEVER),
}
"""The fields of `Property`."""

LEAD: Disclosure = {
    **dict.fromkeys(("id", "status", "created_at", "archived_at", "deal_done"), ALWAYS),
    **dict.fromkeys(("deal", "period", "city", "districts", "metro_stations", "budget"), ALWAYS),
    **dict.fromkeys(("area_min", "area_max", "rooms", "property_type", "property_class", "condition"), ALWAYS),
    **dict.fromkeys(("payment_method", "additional_requirements"), ALWAYS),
    **dict.fromkeys(("client_name", "client_contacts"), CONTACTS_OPEN),
    **dict.fromkeys(("notes", "title", "has_client"), NEVER),
    **dict.fromkeys(("realtor_id", "search_text", "version"), NEVER),
}
"""The fields of `Lead`, and what the vault keeps of it."""

REALTOR: Disclosure = {
    **dict.fromkeys(("name", "agency"), ALWAYS),
    **dict.fromkeys(("phone", "username", "telegram_id"), CONTACTS_OPEN),
    **dict.fromkeys(("email", "birth_date", "country", "language"), NEVER),
}
"""What a colleague is told of the realtor on the other side."""

TALK: Disclosure = {
    **dict.fromkeys(("offers", "notes", "timeline", "score"), TALKED_ABOUT),
    "reason": frozenset({Stage.CLOSED}),
}
"""What both sides see of their talk."""

WRITTEN_FREELY = frozenset(
    {"description", "additional_requirements", "street", "house_number", "residential_complex", "district", "name"}
    | {"agency", "metro_station", "city", "notes"}
)
"""Fields in which people can write what they like: contacts in them are hidden while contacts are not open."""


def stage_of(match: Match) -> Stage:
    """The stage of a match; without one it is `Stage.RECOMMENDED`."""
    match match.status:
        case MatchStatus.PENDING:
            return Stage.PENDING
        case MatchStatus.ACCEPTED:
            return Stage.AGREED
        case MatchStatus.COMPLETED:
            return Stage.COMPLETED
        case MatchStatus.REJECTED:
            return Stage.CLOSED


def may_see(fields: Disclosure, name: str, stage: Stage) -> bool:
    """Whether the other side sees this field at this stage."""
    return stage in fields[name]


def shown(fields: Disclosure, name: str, value: Any, stage: Stage) -> Any:
    """The value as the other side sees it: as it is, with contacts hidden, or None."""
    if not may_see(fields, name, stage):
        return None
    if name in WRITTEN_FREELY and stage not in CONTACTS_OPEN:
        if isinstance(value, tuple):
            return tuple(without_contacts(one) for one in value)
        return without_contacts(value)
    return value
