"""A realtor looks through the photos of a property, adds more by sending an album, and takes off those not wanted."""

from aiogram import Router

from bot.cards import carousel, photo_at
from bot.forms import Surrounding, menu_button
from bot.press import OpenProperty
from bot.screen import Button, Screen
from bot.speech import Speech, bold, lines
from domain.files.stored_file import FileId
from domain.matching import limits
from domain.matching.edit_property import edit_property
from domain.matching.property import PropertyId
from domain.matching.show_property import PropertyView, show_property
from domain.refusal import Conflict
from handlers.realtor.presses import EditProperty, PhotosOf, RemovePhoto
from handlers.realtor.words import property_line

router = Router(name="photos_of_property")


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
    photo = photo_at(one.photos, index)
    count = len(one.photos)
    said = t("There are no photos yet.")
    if count:
        said = t.n(
            "{count} photo, and up to {most} fit.",
            "{count} photos, and up to {most} fit.",
            count,
            most=limits.MOST_PHOTOS,
        )
    text = lines(bold(t("Photos")), property_line(t, one), said)
    add = Button(t("➕ Add"), EditProperty(property=one.id, version=one.version, field="photos"))
    actions = [add] if count < limits.MOST_PHOTOS else []
    if photo is not None:
        removal = RemovePhoto(property=one.id, version=one.version, photo=photo)
        actions.append(Button(t("🗑 Remove this one"), removal))
    return Screen(
        text,
        [
            carousel(t, one.photos, index, lambda to: PhotosOf(property=one.id, photo=to)),
            actions,
            [Button(t("‹ Back"), OpenProperty(property=one.id)), menu_button(t)],
        ],
        photo,
    )
