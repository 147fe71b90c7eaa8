"""On a list of people a keeper types a part of a name or a phone, and sees only whom it finds."""

from aiogram import Router

from bot.asking import asking
from bot.forms import Filled, Surrounding
from bot.searching import Wanted, ask_what, search_form
from handlers.keeper.people.lists import people_screen, search
from handlers.keeper.people.presses import FindParty
from handlers.keeper.presses import PeopleList

router = Router(name="find_party")


async def _show(filled: Filled[Wanted], around: Surrounding) -> None:
    await search(around.state, filled.draft.words or "")
    await around.chat.show(await people_screen(around, PeopleList(kind=filled.context["kind"], found=True)))


async def _back(filled: Filled[Wanted], around: Surrounding) -> None:
    await around.chat.show(await people_screen(around, PeopleList(kind=filled.context["kind"])))


FORM = search_form(
    "find_party",
    asking("Whom are you looking for? Type a part of the name, or the phone."),
    "Please type a part of the name, or the phone.",
    done=_show,
    back=_back,
)


@router.callback_query(FindParty.filter())
async def find(_query: object, callback_data: FindParty, around: Surrounding) -> None:
    """Ask whom to look for."""
    await ask_what(around, FORM, Wanted(), callback_data)
