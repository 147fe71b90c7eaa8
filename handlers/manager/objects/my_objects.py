"""The objects that somebody keeps or owns: a page at a time, by name, the largest first, or what is free first."""

from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.wording import asking
from bot.lists.list_filters import archive_button, order_button, order_of
from bot.lists.list_screen import PAGE, Item, list_screen, page_found
from bot.lists.list_search import ListSearch, searched_title, words_question
from bot.localization import Localizer
from bot.opening import opens
from bot.screen import Button, Row, Screen, label_of
from domain.estate.objects.list_premises import ListedPremises, PremisesSort, list_premises
from handlers.manager.callbacks import AddObject, MyObjects, OpenObject
from handlers.manager.objects.callbacks import FindObject
from handlers.manager.objects.words import SIGN, in_archive, object_line

router = Router(name="my_objects")

ORDERS = {
    PremisesSort.NAME: "↕️ By name",
    PremisesSort.AREA: "↕️ Largest",
    PremisesSort.FREE: "↕️ Free first",
}
"""The orders, and what the button that changes the order says about the present one."""
SEARCH = ListSearch(
    name="find_object",
    find=FindObject,
    question=words_question(
        asking("What are you looking for? Type a part of the name, the address or the town."),
        "Please type a word of it: a street, a town, a name.",
    ),
)


@opens(router, MyObjects, command="objects")
@SEARCH.shows(MyObjects)
async def objects_screen(ctx: Context, press: MyObjects) -> Screen:
    """A page, or what to do while there is none."""
    t = ctx.t
    words = await SEARCH.words(ctx, press)
    order = order_of(press, ORDERS)
    look = partial(list_premises, ctx.work, ctx.me, archived=press.archived, search=words, sort=order)
    page = await page_found(look, press.page)
    title = t("Objects: archive") if press.archived else t("Objects")
    return list_screen(
        t,
        title=searched_title(t, title, words),
        page=page.of(_item(t, at, one) for at, one in page.places),
        turn=press,
        empty=_empty(t, press, page.found.archived),
        filters=[_filters(t, press, page.found.total, page.found.archived)],
        actions=[Button(t("➕ Object"), AddObject())],
    )


def _item(t: Localizer, number: int, listed: ListedPremises) -> Item:
    one = listed.premises
    return Item(object_line(t, number, listed), label_of(f"{number}. {one.name}", SIGN), OpenObject(premises=one.id))


def _filters(t: Localizer, press: MyObjects, total: int, archived: int) -> Row:
    archive = [archive_button(t, press, in_use=t("✅ In use"))] if press.archived or archived else []
    order = [order_button(t, press, ORDERS)] if total > 1 else []
    return [*archive, *order, *([SEARCH.button(t, press)] if press.found or total > PAGE else [])]


def _empty(t: Localizer, press: MyObjects, archived: int) -> Markup:
    if press.found:
        return t("Nothing found. Try fewer words, or look in the archive.")
    if press.archived:
        return t("The archive is empty.")
    if archived:
        return in_archive(t, archived)
    return t(
        "There are none yet. Add the first one: a name or an address is enough. "
        "Then its tenants, rent and meters have a place."
    )
