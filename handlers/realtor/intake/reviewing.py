"""What is said about a draft before it is saved, beside its card: what to check, what is missing, what to add."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from markupsafe import Markup

from bot.forms.model import CompletedForm, Question
from bot.forms.wording import small
from bot.localization import Localizer, lines, quiet
from bot.names.places import place_name
from domain.matching.intake.rereading import places_again, places_of
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft

D = TypeVar("D")


def review_text(
    t: Localizer,
    filled: CompletedForm[D],
    card: Markup,
    questions: Sequence[Question[D]],
    worth_adding: Iterable[tuple[str, ...]],
) -> Markup:
    """The card and what there is to say about it; nothing that was guessed stays unmarked.

    Of each group in `worth_adding` one answer is enough.
    """
    by_key = {one.key: one for one in questions if one.applies(filled.draft)}
    needed = (key for key, one in by_key.items() if not one.optional and not one.known(filled.draft))
    unsure, missing = _named(t, by_key, filled.context.get("unsure", {})), _named(t, by_key, needed)
    return lines(
        _place(t, filled),
        card or t("Nothing is known yet."),
        "",
        quiet(t("Understood from the text.")) if filled.context.get("from_text") else None,
        _not_there(t, filled),
        t("⚠️ Please check: {fields}", fields=unsure) if unsure else None,
        t("Missing: {fields}. I will ask when you save.", fields=missing) if missing else None,
        _addable(t, filled, by_key, worth_adding),
        _contacts_left_out(t, filled),
    )


def _place(t: Localizer, filled: CompletedForm[D]) -> Markup | None:
    """Which of several in one message it is."""
    number, total = filled.context.get("of", (1, 1))
    return quiet(t("{number} of {total} in your message", number=number, total=total)) if total > 1 else None


def _contacts_left_out(t: Localizer, filled: CompletedForm[D]) -> Markup | None:
    if not filled.context.get("contacts_left_out"):
        return None
    return quiet(t("Contacts from the text are left out: they open when both sides agree."))


def _named(t: Localizer, by_key: Mapping[str, Question[D]], keys: Iterable[str]) -> Markup:
    return Markup(", ").join(small(one.label(t)) for key in keys if (one := by_key.get(key)) is not None and one.label)


def _addable(
    t: Localizer,
    filled: CompletedForm[D],
    by_key: Mapping[str, Question[D]],
    worth_adding: Iterable[tuple[str, ...]],
) -> Markup | None:
    """What is worth saying and has not been: of a text, what was not found in it."""

    def is_known(group: Iterable[str]) -> bool:
        return any(by_key[key].known(filled.draft) for key in group if key in by_key)

    fields = _named(t, by_key, (key for group in worth_adding if not is_known(group) for key in group))
    if not fields:
        return None
    if filled.context.get("from_text"):
        return t("Not found: {fields}", fields=fields)
    return t("Can be added: {fields}", fields=fields)


def _not_there(t: Localizer, filled: CompletedForm[Any]) -> Markup | None:
    """Places of the text that the city does not have, and that are left out therefore."""
    names, city = filled.context.get("not_there"), getattr(filled.draft, "city", None)
    if not names or city is None:
        return None
    return t("⚠️ Not in {city}, so left out: {places}", city=place_name(t, city), places=", ".join(names))


Drafted = TypeVar("Drafted", PropertyDraft, LeadDraft)


def source_of(text: str, draft: PropertyDraft | LeadDraft) -> dict[str, Any]:
    """What a form's context remembers of the text, so that its places can be read again."""
    return {"text": text, "city": draft.city, "places": places_of(draft)}


def follow_city(filled: CompletedForm[Drafted], question: str) -> CompletedForm[Drafted]:
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
