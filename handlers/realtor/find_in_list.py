"""In the list of leads or properties a realtor types what to look for, and sees only that until all is shown again."""

from aiogram import Router

from bot.asking import asking
from bot.forms import Filled, Surrounding
from bot.screen import Screen
from bot.searching import Wanted, ask_what, search_form
from handlers.realtor.list_filters import Find, List, search
from handlers.realtor.my_leads import leads_screen
from handlers.realtor.my_properties import properties_screen
from handlers.realtor.presses import MyLeads, MyProperties

router = Router(name="find_in_list")


async def _show(filled: Filled[Wanted], around: Surrounding) -> None:
    press = _list(filled)
    if filled.draft.words:
        press = await search(around.state, press, filled.draft.words)
    await around.chat.show(await _screen(press, around))


async def _back(filled: Filled[Wanted], around: Surrounding) -> None:
    await around.chat.show(await _screen(_list(filled), around))


def _list(filled: Filled[Wanted]) -> List:
    kind = MyLeads if filled.context["leads"] else MyProperties
    return kind(archived=filled.context["archived"], sort=filled.context["sort"])


async def _screen(press: List, around: Surrounding) -> Screen:
    if isinstance(press, MyLeads):
        return await leads_screen(around, press)
    return await properties_screen(around, press)


FORM = search_form(
    "find_in_list",
    asking("What are you looking for? Type a part of the address, the station or the title."),
    "Please type a word of it: a street, a station, a name.",
    done=_show,
    back=_back,
)


@router.callback_query(Find.filter())
async def find(_query: object, callback_data: Find, around: Surrounding) -> None:
    """Ask what to look for."""
    await ask_what(around, FORM, Wanted(), callback_data)
