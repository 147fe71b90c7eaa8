"""A realtor's leads: active or archived, a page at a time, each with its budget, matches and date."""

from functools import partial

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.forms.model import Context
from bot.lists.list_screen import PAGE, Item, ListPage, list_screen, on_page
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen
from domain.matching.leads.lead import Lead
from domain.matching.leads.list_leads import list_leads
from domain.matching.listing import Listed
from handlers.realtor.callbacks import AddLead, MyLeads, OpenLead
from handlers.realtor.list_filters import filters, searched, sort_of, status_of
from handlers.realtor.words import budget_of, lead_line, lead_name, shorten

router = Router(name="my_leads")


@router.message(Command("leads"))
async def from_command(_message: object, ctx: Context) -> None:
    """The first page of the active ones."""
    await ctx.chat.show(await leads_screen(ctx, MyLeads()))


@router.callback_query(MyLeads.filter())
async def my_leads(_query: object, callback_data: MyLeads, ctx: Context) -> None:
    """The page that the button means."""
    await ctx.chat.show(await leads_screen(ctx, callback_data))


async def leads_screen(ctx: Context, press: MyLeads) -> Screen:
    """A page, or what to do while there is none."""
    t = ctx.t
    words = await searched(ctx.state, press)
    look = partial(list_leads, ctx.work, ctx.me, status=status_of(press), search=words, sort=sort_of(press), limit=PAGE)
    found = await look(offset=press.page * PAGE)
    number = on_page(press.page, found.total)
    if number != press.page:
        found = await look(offset=number * PAGE)
    items = [_item(t, place, one) for place, one in enumerate(found.items, number * PAGE + 1)]
    title = t("My leads: archive") if press.archived else t("My leads")
    if words is not None:
        title = t("{title}, “{words}”", title=title, words=words)
    return list_screen(
        t,
        title=title,
        page=ListPage(items, found.total, number),
        turn=lambda page: press.model_copy(update={"page": page}),
        empty=_empty(t, press, words),
        filters=[filters(t, press)] if found.total or press.archived or press.found else [filters(t, press)[:1]],
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


def _empty(t: Localizer, press: MyLeads, words: str | None) -> Markup:
    if words is not None:
        return t("Nothing found. Try fewer words, or look in the archive.")
    if press.archived:
        return t("The archive is empty.")
    return t(
        "There are none yet. Write what your client is looking for in one message, or tap Add: "
        "I will show at once what colleagues have."
    )
