"""In a list somebody types a few words to search it by; every list asks, reads and refuses in the same way."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from markupsafe import Markup

from bot.answer_kind import AnswerKind
from bot.asking import label, said
from bot.form import Answering, Filled, Form, Question, Surrounding
from bot.press import Press
from bot.speech import Speech

MOST_SEARCHED = 60
"""Characters; what is looked for has to fit a title or a name."""


@dataclass(kw_only=True)
class Wanted:
    """What is looked for."""

    words: str | None = None


W = TypeVar("W", bound=Wanted)


def words_question(ask: Callable[[Speech, W], Markup], refusal: str) -> Question[W]:
    """The question which words to search by; `refusal` says with an example what they could be."""

    def read(text: str, draft: W, _around: Answering) -> W:
        return replace(draft, words=" ".join(said(text, MOST_SEARCHED, refusal).split()))

    return Question(key="words", kind=AnswerKind.SEARCH, ask=ask, read=read)


def search_form(
    name: str,
    ask: Callable[[Speech, Wanted], Markup],
    refusal: str,
    *,
    done: Callable[[Filled[Wanted], Surrounding], Awaitable[None]],
    back: Callable[[Filled[Wanted], Surrounding], Awaitable[None]],
) -> Form[Wanted]:
    """A form that asks for words alone; `done` shows the list with what they find, `back` as it was."""
    return Form(
        name=name,
        title=label("Search"),
        draft=Wanted,
        questions=(words_question(ask, refusal),),
        done=done,
        back=back,
    )


async def ask_what(around: Surrounding, form: Form[W], wanted: W, press: Press, only: str = "words") -> None:
    """Ask what to look for in the list on which the button stands; the button's facts are the form's context."""
    await around.forms.leave(around.state)
    await around.forms.start(form, around, wanted, only=only, context=press.model_dump(mode="json"))
