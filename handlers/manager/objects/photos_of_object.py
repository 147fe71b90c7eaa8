"""A manager looks through the photos of an object, adds more by sending an album, and takes off those not wanted."""

from bot.files.card_photos import CardPhotos
from domain.estate.objects.edit_premises import edit_premises
from domain.estate.objects.premises import PremisesId
from domain.estate.objects.show_premises import premises_to_change
from handlers.manager.callbacks import OpenObject
from handlers.manager.objects.callbacks import EditObject, PhotosOfObject, RemoveObjectPhoto

PHOTOS = CardPhotos(
    name="photos_of_object",
    press=PhotosOfObject,
    remove=RemoveObjectPhoto,
    load=lambda ctx, press: premises_to_change(ctx.work, ctx.me, PremisesId(press.premises)),
    of=lambda one: one,
    title=lambda _t, one: one.name,
    save=lambda ctx, one, version, photos: edit_premises(ctx.work, ctx.me, one.id, version, {"photos": photos}),
    add=lambda one: EditObject(premises=one.id, version=one.version, field="photos"),
    back=lambda one: OpenObject(premises=one.id),
)
