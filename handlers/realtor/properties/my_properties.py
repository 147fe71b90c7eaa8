"""A realtor's properties: active or archived, a page at a time, each with its price, commission, matches and date."""

from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import OpenProperty
from bot.forms.model import Context
from bot.lists.list_filters import order_of
from bot.lists.list_screen import PAGE, Item, list_screen, page_found
from bot.lists.list_search import searched_title
from bot.localization import Localizer, bold
from bot.opening import opens
from bot.screen import Button, Screen
from domain.matching.listing import Listed
from domain.matching.properties.list_properties import list_properties
from domain.matching.properties.property import Property
from domain.matching.status import CardStatus
from handlers.realtor.callbacks import AddProperty, MyProperties
from handlers.realtor.list_filters import ORDERS, SEARCH, filters, status_of
from handlers.realtor.words import price_of, property_line, shorten

router = Router(name="my_properties")


@opens(router, MyProperties, command="properties")
@SEARCH.shows(MyProperties)
async def properties_screen(ctx: Context, press: MyProperties) -> Screen:
    """A page, or what to do while there is none."""
    t = ctx.t
    words = await SEARCH.words(ctx, press)
    page = await page_found(
        partial(list_properties, ctx.work, ctx.me, status=status_of(press), search=words, sort=order_of(press, ORDERS)),
        press.page,
        PAGE,
    )
    items = [_item(t, place, one) for place, one in page.places]
    put_away = 0 if items else (await list_properties(ctx.work, ctx.me, status=CardStatus.ARCHIVED, limit=1)).total
    title = t("My properties: archive") if press.archived else t("My properties")
    return list_screen(
        t,
        title=searched_title(t, title, words),
        page=page.of(items),
        turn=press,
        empty=_empty(t, press, words, put_away),
        filters=[filters(t, press, page.found.total)],
        actions=[Button(t("🏠 Add property"), AddProperty())],
    )


def _item(t: Localizer, place: int, listed: Listed[Property]) -> Item:
    one = listed.item
    line = t(
        "{place}. {property}\n{share} of the commission · {matches} · {date}",
        place=str(place),
        property=bold(property_line(t, one)),
        share=t.percent(one.commission_share),
        matches=t.n("{count} match", "{count} matches", listed.matches),
        date=t.date(one.created_at.astimezone(t.zone).date()),
    )
    price = price_of(t, one) or Markup()
    return Item(line, shorten(f"{place}. {price.unescape()}", 20), OpenProperty(property=one.id))


def _empty(t: Localizer, press: MyProperties, words: str | None, put_away: int) -> Markup:
    if words is not None:
        return t("Nothing found. Try fewer words, or look in the archive.")
    if press.archived:
        return t("The archive is empty.")
    if put_away:
        return t.n(
            "None is active; {count} property is in the archive and can be brought back.",
            "None is active; {count} properties are in the archive and can be brought back.",
            put_away,
        )
    return t(
        "There are none yet. Send me a listing the way you post it, typed or forwarded, or tap Add: "
        "I will show at once whose clients it fits."
    )
