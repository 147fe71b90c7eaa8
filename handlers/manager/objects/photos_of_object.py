"""A manager looks through the photos of an object, adds more by sending an album, and takes off those not wanted."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import Message

from bot.confirm import outcome
from bot.files.photo_carousel import photos_screen
from bot.files.photos_shown import photos_sent_to, say_unused
from bot.forms.model import Context
from bot.localization import Localizer
from bot.screen import Screen
from domain.estate.objects.edit_premises import edit_premises
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.objects.premises_draft import PremisesDraft
from domain.estate.objects.show_premises import premises_to_change
from domain.files.stored_file import FileId
from handlers.manager.callbacks import OpenObject
from handlers.manager.objects.callbacks import EditObject, PhotosOfObject, RemoveObjectPhoto
from handlers.manager.objects.questions import add_photos

router = Router(name="photos_of_object")
ahead = Router(name="photos_sent_to_object")


@ahead.message(photos_sent_to(PhotosOfObject))
async def sent(message: Message, album: Sequence[Message], shown: PhotosOfObject, ctx: Context) -> None:
    """Photos sent while those of an object are on the screen are its own."""
    messages = album or [message]
    premises_id = PremisesId(shown.premises)
    one = await premises_to_change(ctx.work, ctx.me, premises_id)
    kept = await ctx.photos.keep(ctx.work, ctx.me, messages)
    draft = add_photos(kept, PremisesDraft(photos=one.photos))
    await edit_premises(ctx.work, ctx.me, premises_id, one.version, {"photos": draft.photos})
    await say_unused(messages, ctx)
    premises = await premises_to_change(ctx.work, ctx.me, premises_id)
    await ctx.chat.show(_screen(ctx.t, premises, len(premises.photos) - 1))


@router.callback_query(PhotosOfObject.filter())
async def photos_of(_query: object, callback_data: PhotosOfObject, ctx: Context) -> None:
    """One photo, and what can be done with it."""
    premises = await premises_to_change(ctx.work, ctx.me, PremisesId(callback_data.premises))
    await ctx.chat.show(_screen(ctx.t, premises, callback_data.photo))


@router.callback_query(RemoveObjectPhoto.filter())
async def remove(_query: object, callback_data: RemoveObjectPhoto, ctx: Context) -> None:
    """Take it off and show the rest."""
    premises_id = PremisesId(callback_data.premises)
    photos = (await premises_to_change(ctx.work, ctx.me, premises_id)).photos
    rest = tuple(one for one in photos if one != FileId(callback_data.photo))
    notice = await outcome(
        ctx, edit_premises(ctx.work, ctx.me, premises_id, callback_data.version, {"photos": rest}), ctx.t("Removed.")
    )
    premises = await premises_to_change(ctx.work, ctx.me, premises_id)
    await ctx.chat.toast(notice)
    await ctx.chat.show(_screen(ctx.t, premises, 0))


def _screen(t: Localizer, one: Premises, index: int) -> Screen:
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
