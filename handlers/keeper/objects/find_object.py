"""In the list of objects somebody types what to look for, and sees only that until all is shown again."""

from aiogram import Router

from bot.asking import asking
from bot.forms import Filled, Surrounding
from bot.searching import Wanted, ask_what, search_form
from handlers.keeper.objects.my_objects import SEARCHED, objects_screen
from handlers.keeper.objects.presses import FindObject
from handlers.keeper.presses import MyObjects

router = Router(name="find_object")


async def _show(filled: Filled[Wanted], around: Surrounding) -> None:
    await around.state.update_data({SEARCHED: filled.draft.words or ""})
    await around.chat.show(await objects_screen(around, MyObjects(found=True, **filled.context)))


async def _back(filled: Filled[Wanted], around: Surrounding) -> None:
    await around.chat.show(await objects_screen(around, MyObjects(**filled.context)))


FORM = search_form(
    "find_object",
    asking("What are you looking for? Type a part of the name, the address or the town."),
    "Please type a word of it: a street, a town, a name.",
    done=_show,
    back=_back,
)


@router.callback_query(FindObject.filter())
async def find(_query: object, callback_data: FindObject, around: Surrounding) -> None:
    """Ask what to look for."""
    await ask_what(around, FORM, Wanted(), callback_data)
