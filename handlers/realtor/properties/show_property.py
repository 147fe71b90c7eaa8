"""A realtor looks at one of their properties: all that is known, photos, who fits, what can be done."""

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import OpenObject, OpenProperty
from bot.files.photo_carousel import carousel, photo_at
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, lines, quiet
from bot.screen import Button, Row, Screen
from domain.matching.deals.match import MatchStatus
from domain.matching.properties.property import PropertyId
from domain.matching.properties.show_property import PropertyView, show_property
from handlers.realtor.callbacks import (
    ArchiveProperty,
    EditProperty,
    MyMatches,
    MyProperties,
    PhotosOf,
    RestoreProperty,
    ShowLeadsFor,
)
from handlers.realtor.words import property_card, short

router = Router(name="show_property")


@router.callback_query(OpenProperty.filter())
async def open_property(_query: object, callback_data: OpenProperty, ctx: Context) -> None:
    """The card, with the photo that the button means."""
    view = await show_property(ctx.work, ctx.me, PropertyId(callback_data.property))
    await ctx.chat.show(property_screen(ctx.t, view, photo=callback_data.photo), new=callback_data.new)


async def show_card(ctx: Context, property_id: int, notice: Markup | None = None) -> None:
    """The card as it is now, with what has just happened."""
    view = await show_property(ctx.work, ctx.me, PropertyId(property_id))
    await ctx.chat.show(property_screen(ctx.t, view, notice=notice))


def property_screen(t: Localizer, view: PropertyView, *, photo: int = 0, notice: Markup | None = None) -> Screen:
    """The owner's card of a property."""
    one = view.offered
    text = lines(
        *((notice, "") if notice is not None else ()),
        property_card(t, one),
        _history(t, view),
        t("🔗 It follows your rented object and is put away once that is let.")
        if view.follows and one.is_active
        else None,
        quiet(_state(t, view)),
    )
    rows: list[Row] = [
        carousel(t, one.photos, photo, lambda to: OpenProperty(property=one.id, photo=to)),
        _ways_to_deals(t, view),
        _ways_to_change(t, view),
        [Button(t("‹ My properties"), MyProperties(archived=not one.is_active)), menu_button(t)],
    ]
    return Screen(text, rows, photo_at(one.photos, photo))


def _state(t: Localizer, view: PropertyView) -> Markup:
    one = view.offered
    if one.deal_done:
        return t("🏁 Deal done, in the archive since {date}", date=one.archived_at)
    if not one.is_active:
        return t("In the archive since {date}", date=one.archived_at)
    return t("Added on {date}", date=one.created_at.astimezone(t.zone).date())


def _history(t: Localizer, view: PropertyView) -> Markup | None:
    """The price before, once it has changed."""
    if len(view.prices) < 2:
        return None
    *_, before, now = view.prices
    day = now.since.astimezone(t.zone).date()
    return t("Price changed on {date}: it was {price}", date=day, price=short(t, before.price))


def _ways_to_deals(t: Localizer, view: PropertyView) -> Row:
    one = view.offered
    matches = sum(count for status, count in view.matches.items() if status is not MatchStatus.REJECTED)
    talks = Button(t("🤝 Matches: {count}", count=matches), MyMatches(side="p", row=one.id))
    if not one.is_active:
        return [talks] if matches else []
    return [Button(t("👀 Leads: {count}", count=view.fitting), ShowLeadsFor(property=one.id)), talks]


def _ways_to_change(t: Localizer, view: PropertyView) -> Row:
    one = view.offered
    edit = Button(t("✏️ Edit"), EditProperty(property=one.id, version=one.version))
    if view.follows is not None:
        to_object = Button(t("🔗 The object"), OpenObject(premises=view.follows))
        archive = Button(t("🗄 To archive"), ArchiveProperty(property=one.id))
        return [edit, to_object, archive] if one.is_active else [to_object]
    if not one.is_active:
        return [Button(t("↩️ Restore"), RestoreProperty(property=one.id)), edit]
    return [
        edit,
        Button(t("🖼 Photos"), PhotosOf(property=one.id)),
        Button(t("🗄 To archive"), ArchiveProperty(property=one.id)),
    ]
