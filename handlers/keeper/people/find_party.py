"""On a list of people a keeper types a part of a name or a phone, and sees only whom it finds."""

from dataclasses import dataclass

from aiogram import Router

from bot.asking import asking, label, said
from bot.forms import Answering, Filled, Form, Forms, Question, Surrounding
from handlers.keeper.people.lists import people_screen, search
from handlers.keeper.people.presses import FindParty
from handlers.keeper.presses import PeopleList

router = Router(name="find_party")

MOST_SEARCHED = 60
"""Characters; a name is not longer."""


@dataclass(kw_only=True)
class Wanted:
    """Who is looked for."""

    words: str | None = None


def _read(text: str, _draft: Wanted, _around: Answering) -> Wanted:
    typed = said(text, MOST_SEARCHED, "Please type a part of the name, or the phone.")
    return Wanted(words=" ".join(typed.split()))


async def _show(filled: Filled[Wanted], around: Surrounding) -> None:
    await search(around.state, filled.draft.words or "")
    await around.chat.show(await people_screen(around, PeopleList(kind=filled.context["kind"], found=True)))


async def _back(filled: Filled[Wanted], around: Surrounding) -> None:
    await around.chat.show(await people_screen(around, PeopleList(kind=filled.context["kind"])))


FORM = Form(
    name="find_party",
    title=label("Search"),
    draft=Wanted,
    questions=(
        Question(
            key="words", ask=asking("Whom are you looking for? Type a part of the name, or the phone."), read=_read
        ),
    ),
    done=_show,
    back=_back,
)


@router.callback_query(FindParty.filter())
async def find(_query: object, callback_data: FindParty, around: Surrounding, forms: Forms) -> None:
    """Ask whom to look for."""
    await forms.leave(around.state)
    await forms.start(FORM, around, Wanted(), only="words", context={"kind": callback_data.kind})
