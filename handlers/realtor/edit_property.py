"""A realtor changes any one field of a property; who is late is told and shown how it is now."""

from dataclasses import fields
from typing import Any

from aiogram import Router
from markupsafe import Markup

from bot.asking import label
from bot.forms import Filled, Form, Forms, Surrounding, menu_button
from bot.press import OpenObject, OpenProperty
from bot.screen import Button, Screen, pairs
from bot.speech import Speech, bold, lines
from domain.matching.edit_property import edit_property
from domain.matching.match import MatchStatus
from domain.matching.property import PropertyId
from domain.matching.property_draft import PropertyDraft
from domain.matching.show_property import PropertyView, show_property
from domain.refusal import Conflict
from handlers.realtor.match_words import signed_percent
from handlers.realtor.presses import EditProperty
from handlers.realtor.property_questions import QUESTIONS
from handlers.realtor.show_property import property_screen, show_card
from handlers.realtor.words import price_of, property_line, short

router = Router(name="edit_property")


FIELDS_OF_OBJECT = frozenset({"deal", "property_type", "city", "address", "area", "photos", "description"})
"""Questions about what a property that follows a rented object has from it: the object's card answers them."""


async def _save(filled: Filled[PropertyDraft], around: Surrounding) -> None:
    t, property_id = around.t, PropertyId(filled.context["property"])
    before = await show_property(around.work, around.me, property_id)
    changes = _changed(PropertyDraft.of(before.offered), filled.draft)
    try:
        await edit_property(around.work, around.me, property_id, filled.context["version"], changes)
    except Conflict as conflict:
        await show_card(around, property_id, t.refusal(conflict))
        return
    notice = t("Saved.")
    if "price" in changes:
        notice = _about_price(t, before, filled.draft)
    await show_card(around, property_id, notice)


def _about_price(t: Speech, before: PropertyView, after: PropertyDraft) -> Markup:
    """Old, new, by how much, and who hears of it."""
    old, new = before.offered.price, after.price
    talks = before.matches[MatchStatus.PENDING] + before.matches[MatchStatus.ACCEPTED]
    told = t.n(
        "{count} colleague who talks with you about it is told.",
        "{count} colleagues who talk with you about it are told.",
        talks,
    )
    said = t("Saved: {price}.", price=price_of(t, after))
    if new is not None and old.currency == new.currency:
        by = signed_percent(t, (new.minor - old.minor) / old.minor)
        said = t("Saved: {old} → {new}, {by}.", old=short(t, old), new=short(t, new), by=by)
    return lines(said, t("Realtors whose clients it newly fits will hear of it."), told if talks else None)


async def _back(filled: Filled[PropertyDraft], around: Surrounding) -> None:
    await show_card(around, filled.context["property"])


def _changed(before: PropertyDraft, after: PropertyDraft) -> dict[str, Any]:
    pairs_ = ((one.name, getattr(before, one.name), getattr(after, one.name)) for one in fields(after))
    return {name: new for name, old, new in pairs_ if old != new}


FORM = Form(
    name="edit_property",
    title=label("Edit property"),
    draft=PropertyDraft,
    questions=QUESTIONS,
    done=_save,
    back=_back,
)


@router.callback_query(EditProperty.filter())
async def edit(_query: object, callback_data: EditProperty, around: Surrounding, forms: Forms) -> None:
    """Show the fields, or ask about one."""
    t = around.t
    view = await show_property(around.work, around.me, PropertyId(callback_data.property))
    if view.offered.version != callback_data.version:
        await around.chat.toast(t.refusal(Conflict()))
        await around.chat.show(property_screen(t, view))
        return
    question = FORM.question(callback_data.field)
    if question is None:
        await around.chat.show(_fields(t, view))
        return
    context = {"property": callback_data.property, "version": callback_data.version}
    await forms.leave(around.state)
    await forms.start(FORM, around, PropertyDraft.of(view.offered), only=question.key, context=context)


def _fields(t: Speech, view: PropertyView) -> Screen:
    one = view.offered
    follows = FIELDS_OF_OBJECT if view.follows is not None else frozenset()
    named = [
        Button(question.label(t), EditProperty(property=one.id, version=one.version, field=question.key))
        for question in FORM.applicable(PropertyDraft.of(one))
        if question.label is not None and question.key not in follows
    ]
    if view.follows is not None:
        named.append(Button(t("🔗 The object"), OpenObject(premises=view.follows)))
    back = Button(t("‹ Back"), OpenProperty(property=one.id))
    text = lines(bold(t("What shall we change?")), property_line(t, one))
    return Screen(text, [*pairs(named, 3), [back, menu_button(t)]])
