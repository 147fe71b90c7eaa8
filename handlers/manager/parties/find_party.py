"""On a list of people a manager types a part of a name or a phone, and sees only whom it finds."""

from aiogram import Router

from bot.forms.model import CompletedForm, Context
from bot.forms.wording import asking
from bot.lists.list_search import SearchWords, ask_what, search_form
from handlers.manager.callbacks import PeopleList
from handlers.manager.parties.callbacks import FindParty
from handlers.manager.parties.lists import people_screen, search

router = Router(name="find_party")


async def _show(filled: CompletedForm[SearchWords], ctx: Context) -> None:
    await search(ctx.state, filled.draft.words or "")
    await ctx.chat.show(await people_screen(ctx, PeopleList(kind=filled.context["kind"], found=True)))


async def _back(filled: CompletedForm[SearchWords], ctx: Context) -> None:
    await ctx.chat.show(await people_screen(ctx, PeopleList(kind=filled.context["kind"])))


FORM = search_form(
    "find_party",
    asking("Whom are you looking for? Type a part of the name, or the phone."),
    "Please type a part of the name, or the phone.",
    done=_show,
    back=_back,
)


@router.callback_query(FindParty.filter())
async def find(_query: object, callback_data: FindParty, ctx: Context) -> None:
    """Ask whom to look for."""
    await ask_what(ctx, FORM, SearchWords(), callback_data)
