"""Once the city of a card that was read from a text is said, or is said to be another one, its places follow."""

from dataclasses import replace
from typing import Any, TypeVar

from bot.forms.model import CompletedForm
from domain.matching.intake.rereading import places_again, places_of
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft

D = TypeVar("D", PropertyDraft, LeadDraft)


def source_of(text: str, draft: PropertyDraft | LeadDraft) -> dict[str, Any]:
    """What a form's context remembers of the text, so that its places can be read again."""
    return {"text": text, "city": draft.city, "places": places_of(draft)}


def follow_city(filled: CompletedForm[D], question: str) -> CompletedForm[D]:
    """The draft with the places of its city, when that is what was answered; doubts about them are new ones."""
    context, draft = filled.context, filled.draft
    source: dict[str, Any] | None = context.get("source")
    if question != "city" or source is None or draft.city is None or draft.city == source["city"]:
        return filled
    read = places_again(source["text"], draft, source["places"])
    unsure = {key: kept for key, kept in context.get("unsure", {}).items() if key not in places_of(draft)}
    return replace(
        filled,
        draft=read.draft,
        context={
            **context,
            "unsure": {**unsure, **{one.field: list(one.others) for one in read.doubts}},
            "source": source_of(source["text"], read.draft),
            "not_there": list(read.not_there),
        },
    )
