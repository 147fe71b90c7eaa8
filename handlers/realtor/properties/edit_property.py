"""A realtor changes any one field of a property; who is late is told and shown how it is now."""

from dataclasses import fields
from typing import Any

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import OpenObject, OpenProperty
from bot.forms.model import CompletedForm, Context, Form
from bot.forms.runner import Forms
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen, pairs
from domain.matching.deals.match import MatchStatus
from domain.matching.properties.edit_property import edit_property
from domain.matching.properties.property import PropertyId
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.properties.show_property import PropertyView, show_property
from domain.refusal import Conflict
from handlers.realtor.callbacks import EditProperty
from handlers.realtor.deals.match_words import signed_percent
from handlers.realtor.properties.property_questions import QUESTIONS
from handlers.realtor.properties.show_property import property_screen, show_card
from handlers.realtor.words import price_of, property_line, short

router = Router(name="edit_property")


FIELDS_OF_OBJECT = frozenset({"deal", "property_type", "city", "address", "area", "photos", "description"})
"""Questions about what a property that follows a rented object has from it: the object's card answers them."""


async def _save(filled: CompletedForm[PropertyDraft], ctx: Context) -> None:
    t, property_id = ctx.t, PropertyId(filled.context["property"])
    before = await show_property(ctx.work, ctx.me, property_id)
    changes = _changed(PropertyDraft.of(before.offered), filled.draft)
    try:
        await edit_property(ctx.work, ctx.me, property_id, filled.context["version"], changes)
    except Conflict as conflict:
        await show_card(ctx, property_id, t.refusal(conflict))
        return
    notice = t("Saved.")
    if "price" in changes:
        notice = _about_price(t, before, filled.draft)
    await show_card(ctx, property_id, notice)


def _about_price(t: Localizer, before: PropertyView, after: PropertyDraft) -> Markup:
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


async def _back(filled: CompletedForm[PropertyDraft], ctx: Context) -> None:
    await show_card(ctx, filled.context["property"])


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
async def edit(_query: object, callback_data: EditProperty, ctx: Context, forms: Forms) -> None:
    """Show the fields, or ask about one."""
    t = ctx.t
    view = await show_property(ctx.work, ctx.me, PropertyId(callback_data.property))
    if view.offered.version != callback_data.version:
        await ctx.chat.toast(t.refusal(Conflict()))
        await ctx.chat.show(property_screen(t, view))
        return
    question = FORM.question(callback_data.field)
    if question is None:
        await ctx.chat.show(_fields(t, view))
        return
    context = {"property": callback_data.property, "version": callback_data.version}
    await forms.start(FORM, ctx, PropertyDraft.of(view.offered), only=question.key, context=context)


def _fields(t: Localizer, view: PropertyView) -> Screen:
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
