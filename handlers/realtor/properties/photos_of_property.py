"""A realtor looks through the photos of a property, adds more by sending an album, and takes off those not wanted."""

from bot.callbacks import OpenProperty
from bot.files.card_photos import CardPhotos
from domain.matching.properties.edit_property import edit_property
from domain.matching.properties.property import PropertyId
from domain.matching.properties.show_property import show_property
from handlers.realtor.callbacks import EditProperty, PhotosOf, RemovePhoto
from handlers.realtor.words import property_line

PHOTOS = CardPhotos(
    name="photos_of_property",
    press=PhotosOf,
    remove=RemovePhoto,
    load=lambda ctx, press: show_property(ctx.work, ctx.me, PropertyId(press.property)),
    of=lambda view: view.offered,
    title=lambda t, view: property_line(t, view.offered),
    save=lambda ctx, view, version, photos: edit_property(
        ctx.work, ctx.me, view.offered.id, version, {"photos": photos}
    ),
    add=lambda view: EditProperty(property=view.offered.id, version=view.offered.version, field="photos"),
    back=lambda view: OpenProperty(property=view.offered.id),
)
