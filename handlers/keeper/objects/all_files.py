"""Documents belong to an object: somebody with several chooses which one's to see."""

from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.forms import Surrounding
from bot.lists import PAGE, Item, Page, list_screen, on_page
from bot.objects_apart import objects_apart
from bot.screen import label_of
from domain.estate.list_premises import list_premises
from handlers.keeper.objects.words import SIGN
from handlers.keeper.presses import AllFiles, ObjectFiles

router = Router(name="all_files")


@router.callback_query(AllFiles.filter())
async def choose(_query: object, callback_data: AllFiles, around: Surrounding) -> None:
    """The objects, a page at a time."""
    t = around.t
    look = partial(list_premises, around.work, around.me, limit=PAGE)
    found = await look(offset=callback_data.page * PAGE)
    number = on_page(callback_data.page, found.total)
    if number != callback_data.page:
        found = await look(offset=number * PAGE)
    called = objects_apart(t, (one.premises for one in found.items))
    items = [
        Item(
            Markup("• {}").format(called[one.premises.id]),
            label_of(called[one.premises.id], SIGN),
            ObjectFiles(premises=one.premises.id),
        )
        for one in found.items
    ]
    await around.chat.show(
        list_screen(
            t,
            title=t("Files of which object?"),
            page=Page(items, found.total, number),
            turn=lambda page: AllFiles(page=page),
            empty=t("There is no object yet, and files belong to one."),
        )
    )
