"""A realtor looks through the photos of a property, adds more by sending an album, and takes off those not wanted."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message

from bot.cards import photos_screen
from bot.forms import Forms, Surrounding
from bot.photos import Photos
from bot.photos_shown import photos_sent_to, say_unused, says_otherwise
from bot.press import OpenProperty
from bot.screen import Screen
from bot.speech import Speech
from domain.files.stored_file import FileId
from domain.matching.edit_property import edit_property
from domain.matching.property import PropertyId
from domain.matching.property_draft import PropertyDraft
from domain.matching.show_property import PropertyView, show_property
from domain.refusal import Conflict
from handlers.realtor.presses import EditProperty, PhotosOf, RemovePhoto
from handlers.realtor.property_questions import add_photos
from handlers.realtor.words import property_line

router = Router(name="photos_of_property")
ahead = Router(name="photos_sent_to_property")


@ahead.message(photos_sent_to(PhotosOf))
async def sent(
    message: Message, album: Sequence[Message], shown: PhotosOf, around: Surrounding, forms: Forms, photos: Photos
) -> None:
    """Photos sent while those of a property are on the screen are its own."""
    messages = album or [message]
    if await says_otherwise(messages, around, forms.kinds):
        raise SkipHandler
    property_id = PropertyId(shown.property)
    one = (await show_property(around.work, around.me, property_id)).offered
    kept = await photos.keep(around.work, around.me, messages)
    draft = add_photos(kept, PropertyDraft(photos=one.photos))
    await edit_property(around.work, around.me, property_id, one.version, {"photos": draft.photos})
    await say_unused(messages, around)
    view = await show_property(around.work, around.me, property_id)
    await around.chat.show(_screen(around.t, view, len(view.offered.photos) - 1))


@router.callback_query(PhotosOf.filter())
async def photos_of(_query: object, callback_data: PhotosOf, around: Surrounding) -> None:
    """One photo, and what can be done with it."""
    view = await show_property(around.work, around.me, PropertyId(callback_data.property))
    await around.chat.show(_screen(around.t, view, callback_data.photo))


@router.callback_query(RemovePhoto.filter())
async def remove(_query: object, callback_data: RemovePhoto, around: Surrounding) -> None:
    """Take it off and show the rest."""
    property_id = PropertyId(callback_data.property)
    photos = (await show_property(around.work, around.me, property_id)).offered.photos
    rest = tuple(one for one in photos if one != FileId(callback_data.photo))
    try:
        await edit_property(around.work, around.me, property_id, callback_data.version, {"photos": rest})
        notice = around.t("Removed.")
    except Conflict as conflict:
        notice = around.t.refusal(conflict)
    view = await show_property(around.work, around.me, property_id)
    await around.chat.toast(notice)
    await around.chat.show(_screen(around.t, view, 0))


def _screen(t: Speech, view: PropertyView, index: int) -> Screen:
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
