"""In the list of objects somebody types what to look for, and sees only that until all is shown again."""

from aiogram import Router

from bot.forms.model import CompletedForm, Context
from bot.forms.wording import asking
from bot.lists.list_search import SearchWords, ask_what, search_form
from handlers.manager.callbacks import MyObjects
from handlers.manager.objects.callbacks import FindObject
from handlers.manager.objects.my_objects import SEARCHED, objects_screen

router = Router(name="find_object")


async def _show(filled: CompletedForm[SearchWords], ctx: Context) -> None:
    await ctx.state.update_data({SEARCHED: filled.draft.words or ""})
    await ctx.chat.show(await objects_screen(ctx, MyObjects(found=True, **filled.context)))


async def _back(filled: CompletedForm[SearchWords], ctx: Context) -> None:
    await ctx.chat.show(await objects_screen(ctx, MyObjects(**filled.context)))


FORM = search_form(
    "find_object",
    asking("What are you looking for? Type a part of the name, the address or the town."),
    "Please type a word of it: a street, a town, a name.",
    done=_show,
    back=_back,
)


@router.callback_query(FindObject.filter())
async def find(_query: object, callback_data: FindObject, ctx: Context) -> None:
    """Ask what to look for."""
    await ask_what(ctx, FORM, SearchWords(), callback_data)
