"""A realtor looks through the photos of a property, adds more by sending an album, and takes off those not wanted."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import Message

from bot.callbacks import OpenProperty
from bot.confirm import outcome
from bot.files.photo_carousel import photos_screen
from bot.files.photos_shown import photos_sent_to, say_unused
from bot.forms.model import Context
from bot.localization import Localizer
from bot.screen import Screen
from domain.files.stored_file import FileId
from domain.matching.properties.edit_property import edit_property
from domain.matching.properties.property import PropertyId
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.properties.show_property import PropertyView, show_property
from handlers.realtor.callbacks import EditProperty, PhotosOf, RemovePhoto
from handlers.realtor.properties.property_questions import add_photos
from handlers.realtor.words import property_line

router = Router(name="photos_of_property")
ahead = Router(name="photos_sent_to_property")


@ahead.message(photos_sent_to(PhotosOf))
async def sent(message: Message, album: Sequence[Message], shown: PhotosOf, ctx: Context) -> None:
    """Photos sent while those of a property are on the screen are its own."""
    messages = album or [message]
    property_id = PropertyId(shown.property)
    one = (await show_property(ctx.work, ctx.me, property_id)).offered
    kept = await ctx.photos.keep(ctx.work, ctx.me, messages)
    draft = add_photos(kept, PropertyDraft(photos=one.photos))
    await edit_property(ctx.work, ctx.me, property_id, one.version, {"photos": draft.photos})
    await say_unused(messages, ctx)
    view = await show_property(ctx.work, ctx.me, property_id)
    await ctx.chat.show(_screen(ctx.t, view, len(view.offered.photos) - 1))


@router.callback_query(PhotosOf.filter())
async def photos_of(_query: object, callback_data: PhotosOf, ctx: Context) -> None:
    """One photo, and what can be done with it."""
    view = await show_property(ctx.work, ctx.me, PropertyId(callback_data.property))
    await ctx.chat.show(_screen(ctx.t, view, callback_data.photo))


@router.callback_query(RemovePhoto.filter())
async def remove(_query: object, callback_data: RemovePhoto, ctx: Context) -> None:
    """Take it off and show the rest."""
    property_id = PropertyId(callback_data.property)
    photos = (await show_property(ctx.work, ctx.me, property_id)).offered.photos
    rest = tuple(one for one in photos if one != FileId(callback_data.photo))
    notice = await outcome(
        ctx, edit_property(ctx.work, ctx.me, property_id, callback_data.version, {"photos": rest}), ctx.t("Removed.")
    )
    view = await show_property(ctx.work, ctx.me, property_id)
    await ctx.chat.toast(notice)
    await ctx.chat.show(_screen(ctx.t, view, 0))


def _screen(t: Localizer, view: PropertyView, index: int) -> Screen:
    one = view.offered
    return photos_screen(
        t,
        property_line(t, one),
        one.photos,
        index,
        turn=lambda to: PhotosOf(property=one.id, photo=to),
        add=EditProperty(property=one.id, version=one.version, field="photos"),
        removal=lambda photo: RemovePhoto(property=one.id, version=one.version, photo=photo),
        back=OpenProperty(property=one.id),
    )
