"""A manager puts an object into the archive after being asked, and can take it back at once or later."""

from markupsafe import Markup

from bot.archiving import Archiving, archive_question, archived
from bot.forms.model import Context
from bot.screen import Button
from domain.estate.objects.archive_premises import archive_premises, restore_premises
from domain.estate.objects.premises import PremisesId
from domain.estate.objects.show_premises import premises_to_change
from handlers.manager.callbacks import MyObjects, OpenObject
from handlers.manager.objects.callbacks import ArchiveObject, RestoreObject
from handlers.manager.objects.show_object import show_card


async def _in_use(ctx: Context, _press: object, _given: object) -> Markup:
    return ctx.t("In use again.")


ARCHIVE = Archiving(
    name="archive_object",
    archive=ArchiveObject,
    restore=RestoreObject,
    load=lambda ctx, press: premises_to_change(ctx.work, ctx.me, PremisesId(press.premises)),
    is_active=lambda one: one.is_active,
    question=lambda t, one: archive_question(
        t, one.name, t("It leaves the lists. Everything booked about it stays, and it can be brought back.")
    ),
    done=lambda t, one: archived(t, one.name),
    do=lambda ctx, press: archive_premises(ctx.work, ctx.me, PremisesId(press.premises)),
    undo=lambda ctx, press: restore_premises(ctx.work, ctx.me, PremisesId(press.premises)),
    restored=_in_use,
    show=lambda ctx, press, notice: show_card(ctx, press.premises, notice),
    card=lambda press: OpenObject(premises=press.premises),
    listed=lambda t, _one: Button(t("🏠 Objects"), MyObjects()),
)
