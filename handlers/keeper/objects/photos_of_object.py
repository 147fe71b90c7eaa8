"""A keeper looks through the photos of an object, adds more by sending an album, and takes off those not wanted."""

from aiogram import Router

from bot.cards import photos_screen
from bot.forms import Surrounding
from bot.screen import Screen
from bot.speech import Speech
from domain.estate.edit_premises import edit_premises
from domain.estate.premises import Premises, PremisesId
from domain.estate.show_premises import premises_to_change
from domain.files.stored_file import FileId
from domain.refusal import Conflict
from handlers.keeper.objects.presses import EditObject, PhotosOfObject, RemoveObjectPhoto
from handlers.keeper.presses import OpenObject

router = Router(name="photos_of_object")


@router.callback_query(PhotosOfObject.filter())
async def photos_of(_query: object, callback_data: PhotosOfObject, around: Surrounding) -> None:
    """One photo, and what can be done with it."""
    premises = await premises_to_change(around.work, around.me, PremisesId(callback_data.premises))
    await around.chat.show(_screen(around.t, premises, callback_data.photo))


@router.callback_query(RemoveObjectPhoto.filter())
async def remove(_query: object, callback_data: RemoveObjectPhoto, around: Surrounding) -> None:
    """Take it off and show the rest."""
    premises_id = PremisesId(callback_data.premises)
    photos = (await premises_to_change(around.work, around.me, premises_id)).photos
    rest = tuple(one for one in photos if one != FileId(callback_data.photo))
    try:
        await edit_premises(around.work, around.me, premises_id, callback_data.version, {"photos": rest})
        notice = around.t("Removed.")
    except Conflict as conflict:
        notice = around.t.refusal(conflict)
    premises = await premises_to_change(around.work, around.me, premises_id)
    await around.chat.toast(notice)
    await around.chat.show(_screen(around.t, premises, 0))


def _screen(t: Speech, one: Premises, index: int) -> Screen:
    return photos_screen(
        t,
        one.name,
        one.photos,
        index,
        turn=lambda to: PhotosOfObject(premises=one.id, photo=to),
        add=EditObject(premises=one.id, version=one.version, field="photos"),
        removal=lambda photo: RemoveObjectPhoto(premises=one.id, version=one.version, photo=photo),
        back=OpenObject(premises=one.id),
    )
