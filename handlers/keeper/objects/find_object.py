"""In the list of objects somebody types what to look for, and sees only that until all is shown again."""

from dataclasses import dataclass

from aiogram import Router

from bot.asking import asking, label, said
from bot.forms import Answering, Filled, Form, Forms, Question, Surrounding
from handlers.keeper.objects.my_objects import SEARCHED, objects_screen
from handlers.keeper.objects.presses import FindObject
from handlers.keeper.presses import MyObjects

router = Router(name="find_object")

MOST_SEARCHED = 60
"""Characters; what is looked for has to fit a title."""


@dataclass(kw_only=True)
class Wanted:
    """What is looked for."""

    words: str | None = None


def _read(text: str, _draft: Wanted, _around: Answering) -> Wanted:
    typed = said(text, MOST_SEARCHED, "Please type a word of it: a street, a town, a name.")
    return Wanted(words=" ".join(typed.split()))


async def _show(filled: Filled[Wanted], around: Surrounding) -> None:
    await around.state.update_data({SEARCHED: filled.draft.words or ""})
    await around.chat.show(await objects_screen(around, MyObjects(found=True, **filled.context)))


async def _back(filled: Filled[Wanted], around: Surrounding) -> None:
    await around.chat.show(await objects_screen(around, MyObjects(**filled.context)))


FORM = Form(
    name="find_object",
    title=label("Search"),
    draft=Wanted,
    questions=(
        Question(
            key="words",
            ask=asking("What are you looking for? Type a part of the name, the address or the town."),
            read=_read,
        ),
    ),
    done=_show,
    back=_back,
)


@router.callback_query(FindObject.filter())
async def find(_query: object, callback_data: FindObject, around: Surrounding, forms: Forms) -> None:
    """Ask what to look for."""
    await forms.leave(around.state)
    await forms.start(FORM, around, Wanted(), only="words", context=callback_data.model_dump())
