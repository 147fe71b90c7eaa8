"""A realtor changes any one field of a property; who is late is told and shown how it is now."""

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from bot.callbacks import OpenObject, OpenProperty
from bot.forms.field_edit import FieldEdit
from bot.forms.model import Context
from bot.forms.wording import label
from bot.localization import Localizer, lines
from bot.screen import Button, pairs
from domain.matching.deals.match import MatchStatus
from domain.matching.properties.edit_property import edit_property
from domain.matching.properties.property import PropertyId
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.properties.show_property import PropertyView, show_property
from handlers.realtor.callbacks import EditProperty
from handlers.realtor.deals.match_words import signed_percent
from handlers.realtor.properties.property_questions import QUESTIONS
from handlers.realtor.properties.show_property import show_card
from handlers.realtor.words import price_of, property_line, short

FIELDS_OF_OBJECT = frozenset({"deal", "property_type", "city", "address", "area", "photos", "description"})
"""Questions about what a property that follows a rented object has from it: the object's card answers them."""


async def _load(ctx: Context, press: EditProperty) -> PropertyView:
    return await show_property(ctx.work, ctx.me, PropertyId(press.property))


async def _save(ctx: Context, press: EditProperty, changes: dict[str, Any]) -> Markup | None:
    before = await _load(ctx, press)
    await edit_property(ctx.work, ctx.me, PropertyId(press.property), press.version, changes)
    if "price" not in changes:
        return None
    return _about_price(ctx.t, before, replace(PropertyDraft.of(before.offered), **changes))


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


def _object(ctx: Context, view: PropertyView) -> list[Button]:
    return [Button(ctx.t("🔗 The object"), OpenObject(premises=view.follows))] if view.follows is not None else []


EDIT = FieldEdit(
    name="edit_property",
    title=label("Edit property"),
    press=EditProperty,
    draft=PropertyDraft,
    questions=QUESTIONS,
    load=_load,
    version=lambda view: view.offered.version,
    as_draft=lambda view: PropertyDraft.of(view.offered),
    about=lambda t, view, _press: property_line(t, view.offered),
    names=lambda question, view, _press: view.follows is None or question.key not in FIELDS_OF_OBJECT,
    more=lambda ctx, view, _press: _object(ctx, view),
    save=_save,
    show=lambda ctx, press, notice: show_card(ctx, press.property, notice),
    back=lambda press: OpenProperty(property=press.property),
    layout=lambda named: pairs(named, 3),
)
