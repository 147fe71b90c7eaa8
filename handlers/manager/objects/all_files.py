"""Documents belong to an object: somebody with several chooses which one's to see."""

from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.lists.list_screen import PAGE, Item, list_screen, page_found
from bot.lists.object_labels import objects_apart
from bot.opening import opens
from bot.screen import Screen, label_of
from domain.estate.objects.list_premises import list_premises
from handlers.manager.callbacks import AllFiles, OpenObjectFiles
from handlers.manager.objects.words import SIGN

router = Router(name="all_files")


@opens(router, AllFiles)
async def choose(ctx: Context, press: AllFiles) -> Screen:
    """The objects, a page at a time."""
    t = ctx.t
    page = await page_found(partial(list_premises, ctx.work, ctx.me), press.page, PAGE)
    called = objects_apart(t, (one.premises for one in page.found.items))
    items = [
        Item(
            Markup("• {}").format(called[one.premises.id]),
            label_of(called[one.premises.id], SIGN),
            OpenObjectFiles(premises=one.premises.id),
        )
        for one in page.found.items
    ]
    return list_screen(
        t,
        title=t("Files of which object?"),
        page=page.of(items),
        turn=press,
        empty=t("There is no object yet, and files belong to one."),
    )
