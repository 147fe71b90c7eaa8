"""In the list of leads or properties a realtor types what to look for, and sees only that until all is shown again."""

from aiogram import Router

from bot.forms.model import CompletedForm, Context
from bot.forms.wording import asking
from bot.lists.list_search import SearchWords, ask_what, search_form
from bot.screen import Screen
from handlers.realtor.callbacks import MyLeads, MyProperties
from handlers.realtor.leads.my_leads import leads_screen
from handlers.realtor.list_filters import List, SearchCards, search
from handlers.realtor.properties.my_properties import properties_screen

router = Router(name="find_in_list")


async def _show(filled: CompletedForm[SearchWords], ctx: Context) -> None:
    press = _list(filled)
    if filled.draft.words:
        press = await search(ctx.state, press, filled.draft.words)
    await ctx.chat.show(await _screen(press, ctx))


async def _back(filled: CompletedForm[SearchWords], ctx: Context) -> None:
    await ctx.chat.show(await _screen(_list(filled), ctx))


def _list(filled: CompletedForm[SearchWords]) -> List:
    kind = MyLeads if filled.context["leads"] else MyProperties
    return kind(archived=filled.context["archived"], sort=filled.context["sort"])


async def _screen(press: List, ctx: Context) -> Screen:
    if isinstance(press, MyLeads):
        return await leads_screen(ctx, press)
    return await properties_screen(ctx, press)


FORM = search_form(
    "find_in_list",
    asking("What are you looking for? Type a part of the address, the station or the title."),
    "Please type a word of it: a street, a station, a name.",
    done=_show,
    back=_back,
)


@router.callback_query(SearchCards.filter())
async def find(_query: object, callback_data: SearchCards, ctx: Context) -> None:
    """Ask what to look for."""
    await ask_what(ctx, FORM, SearchWords(), callback_data)
