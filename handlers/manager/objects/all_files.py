"""Documents belong to an object: somebody with several chooses which one's to see."""

from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.lists.list_screen import PAGE, Item, ListPage, list_screen, on_page
from bot.lists.object_labels import objects_apart
from bot.screen import label_of
from domain.estate.objects.list_premises import list_premises
from handlers.manager.callbacks import AllFiles, OpenObjectFiles
from handlers.manager.objects.words import SIGN

router = Router(name="all_files")


@router.callback_query(AllFiles.filter())
async def choose(_query: object, callback_data: AllFiles, ctx: Context) -> None:
    """The objects, a page at a time."""
    t = ctx.t
    look = partial(list_premises, ctx.work, ctx.me, limit=PAGE)
    found = await look(offset=callback_data.page * PAGE)
    number = on_page(callback_data.page, found.total)
    if number != callback_data.page:
        found = await look(offset=number * PAGE)
    called = objects_apart(t, (one.premises for one in found.items))
    items = [
        Item(
            Markup("• {}").format(called[one.premises.id]),
            label_of(called[one.premises.id], SIGN),
            OpenObjectFiles(premises=one.premises.id),
        )
        for one in found.items
    ]
    await ctx.chat.show(
        list_screen(
            t,
            title=t("Files of which object?"),
            page=ListPage(items, found.total, number),
            turn=lambda page: AllFiles(page=page),
            empty=t("There is no object yet, and files belong to one."),
        )
    )
