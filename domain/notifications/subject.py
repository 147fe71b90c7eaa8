"""A subject is one of a person's own things that news is about: their lead, their property, a conversation."""

from collections.abc import Mapping
from typing import Any

LEAD = "lead"
PROPERTY = "property"
LETTERS = "letters"
SIDES = {"LEAD": LEAD, "PROPERTY": PROPERTY}
"""The side a realtor acts for says which of the two rows is theirs."""


def subjects_of(data: Mapping[str, Any]) -> tuple[str, ...]:
    """What the news is about: "property:7", or several leads that one price change fits; empty if nothing known."""
    if "lead_ids" in data:
        return tuple(f"{LEAD}:{lead_id}" for lead_id in data["lead_ids"])
    if "letter_id" in data:
        return (f"{LETTERS}:{data['party_id']}",)
    kind = SIDES.get(data.get("side", ""))
    return () if kind is None else (f"{kind}:{data[f'{kind}_id']}",)
