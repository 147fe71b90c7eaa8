"""A realtor puts a property into the archive after being asked, and can take it back at once or later."""

from bot.archiving import Archiving, archive_question, archived
from bot.callbacks import OpenProperty
from bot.screen import Button
from domain.matching.properties.archive_property import archive_property
from domain.matching.properties.property import PropertyId
from domain.matching.properties.restore_property import restore_property
from domain.matching.properties.show_property import show_property
from handlers.realtor.callbacks import ArchiveProperty, MyProperties, RestoreProperty
from handlers.realtor.properties.show_property import show_card
from handlers.realtor.restored import active_again, closes_talks
from handlers.realtor.words import property_line

ARCHIVE = Archiving(
    name="archive_property",
    archive=ArchiveProperty,
    restore=RestoreProperty,
    load=lambda ctx, press: show_property(ctx.work, ctx.me, PropertyId(press.property)),
    is_active=lambda view: view.offered.is_active,
    question=lambda t, view: archive_question(t, property_line(t, view.offered), closes_talks(t)),
    done=lambda t, view: archived(t, property_line(t, view.offered)),
    do=lambda ctx, press: archive_property(ctx.work, ctx.me, PropertyId(press.property)),
    undo=lambda ctx, press: restore_property(ctx.work, ctx.me, PropertyId(press.property)),
    restored=active_again,
    show=lambda ctx, press, notice: show_card(ctx, press.property, notice),
    card=lambda press: OpenProperty(property=press.property),
    listed=lambda t, _view: Button(t("🏠 My properties"), MyProperties()),
)
