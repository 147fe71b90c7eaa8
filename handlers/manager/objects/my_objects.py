"""The objects that somebody keeps or owns: a page at a time, by name, the largest first, or what is free first."""

from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.lists.list_screen import PAGE, Item, list_screen, page_found
from bot.localization import Localizer
from bot.opening import opens
from bot.screen import Button, Row, Screen, label_of
from domain.estate.objects.list_premises import ListedPremises, PremisesSort, list_premises
from handlers.manager.callbacks import AddObject, MyObjects, OpenObject
from handlers.manager.objects.callbacks import FindObject
from handlers.manager.objects.words import SIGN, object_line

router = Router(name="my_objects")

SORTED = {
    PremisesSort.NAME: "↕️ By name",
    PremisesSort.AREA: "↕️ Largest",
    PremisesSort.FREE: "↕️ Free first",
}
"""The orders, and what the button that changes the order says about the present one."""
SORTS = tuple(SORTED)
SEARCHED = "searched_objects"
"""Under what the conversation keeps the words that the list is narrowed to."""


@opens(router, MyObjects, command="objects")
async def objects_screen(ctx: Context, press: MyObjects) -> Screen:
    """A page, or what to do while there is none."""
    t = ctx.t
    words = (await ctx.state.get_data()).get(SEARCHED) if press.found else None
    page = await page_found(
        partial(
            list_premises, ctx.work, ctx.me, archived=press.archived, search=words, sort=SORTS[press.sort % len(SORTS)]
        ),
        press.page,
        PAGE,
    )
    title = t("Objects: archive") if press.archived else t("Objects")
    if words is not None:
        title = t("{title}, “{words}”", title=title, words=words)
    return list_screen(
        t,
        title=title,
        page=page.of(_item(t, at, one) for at, one in page.places),
        turn=press,
        empty=_empty(t, press),
        filters=[_filters(t, press, page.found.total, page.found.archived)],
        actions=[Button(t("➕ Object"), AddObject())],
    )


def _item(t: Localizer, number: int, listed: ListedPremises) -> Item:
    one = listed.premises
    return Item(object_line(t, number, listed), label_of(f"{number}. {one.name}", SIGN), OpenObject(premises=one.id))


def _filters(t: Localizer, press: MyObjects, total: int, archived: int) -> Row:
    other = MyObjects(archived=not press.archived, sort=press.sort)
    resorted = press.model_copy(update={"sort": (press.sort + 1) % len(SORTS), "page": 0})
    row = []
    if press.archived or archived:
        row.append(Button(t("✅ In use") if press.archived else t("🗄 Archive"), other))
    if total > 1:
        row.append(Button(t(SORTED[SORTS[press.sort % len(SORTS)]]), resorted))
    if press.found:
        row.append(Button(t("✖️ Show all"), press.model_copy(update={"found": False, "page": 0})))
    elif total > PAGE:
        row.append(Button(t("🔎 Find"), FindObject(archived=press.archived, sort=press.sort)))
    return row


def _empty(t: Localizer, press: MyObjects) -> Markup:
    if press.found:
        return t("Nothing found. Try fewer words, or look in the archive.")
    if press.archived:
        return t("The archive is empty.")
    return t(
        "There are none yet. Add the first one: a name or an address is enough. "
        "Then its tenants, rent and meters have a place."
    )
