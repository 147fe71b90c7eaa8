"""A realtor's leads: active or archived, a page at a time, each with its budget, matches and date."""

from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.lists.list_filters import order_of
from bot.lists.list_screen import PAGE, Item, list_screen, page_found
from bot.lists.list_search import searched_title
from bot.localization import Localizer, bold, lines
from bot.opening import opens
from bot.screen import Button, Screen
from domain.matching.leads.lead import Lead
from domain.matching.leads.list_leads import list_leads
from domain.matching.listing import Listed
from domain.matching.status import CardStatus
from handlers.realtor.callbacks import AddLead, MyLeads, OpenLead
from handlers.realtor.list_filters import ORDERS, SEARCH, filters, status_of
from handlers.realtor.words import budget_of, lead_line, lead_name, shorten

router = Router(name="my_leads")


@opens(router, MyLeads, command="leads")
@SEARCH.shows(MyLeads)
async def leads_screen(ctx: Context, press: MyLeads) -> Screen:
    """A page, or what to do while there is none."""
    t = ctx.t
    words = await SEARCH.words(ctx, press)
    page = await page_found(
        partial(list_leads, ctx.work, ctx.me, status=status_of(press), search=words, sort=order_of(press, ORDERS)),
        press.page,
        PAGE,
    )
    items = [_item(t, place, one) for place, one in page.places]
    put_away = 0 if items else (await list_leads(ctx.work, ctx.me, status=CardStatus.ARCHIVED, limit=1)).total
    title = t("My leads: archive") if press.archived else t("My leads")
    return list_screen(
        t,
        title=searched_title(t, title, words),
        page=page.of(items),
        turn=press,
        empty=_empty(t, press, words, put_away),
        filters=[filters(t, press, page.found.total)],
        actions=[Button(t("👤 Add lead"), AddLead())],
    )


def _item(t: Localizer, place: int, listed: Listed[Lead]) -> Item:
    one = listed.item
    line = t(
        "{place}. {lead}\n{matches} · {date}",
        place=str(place),
        lead=lines(bold(lead_name(t, one)), lead_line(t, one)) if one.title else bold(lead_line(t, one)),
        matches=t.n("{count} match", "{count} matches", listed.matches),
        date=t.date(one.created_at.astimezone(t.zone).date()),
    )
    name = Markup.escape(one.title) if one.title else budget_of(t, one.budget)
    return Item(line, shorten(f"{place}. {name.unescape()}", 20), OpenLead(lead=one.id))


def _empty(t: Localizer, press: MyLeads, words: str | None, put_away: int) -> Markup:
    if words is not None:
        return t("Nothing found. Try fewer words, or look in the archive.")
    if press.archived:
        return t("The archive is empty.")
    if put_away:
        return t.n(
            "None is active; {count} lead is in the archive and can be brought back.",
            "None is active; {count} leads are in the archive and can be brought back.",
            put_away,
        )
    return t(
        "There are none yet. Write what your client is looking for in one message, or tap Add: "
        "I will show at once what colleagues have."
    )
