"""In a list somebody types a few words to search it by; every list asks, reads and refuses in the same way."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from markupsafe import Markup

from bot.callbacks import Callback
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, CompletedForm, Context, Form, Question
from bot.forms.wording import label, said
from bot.localization import Localizer

MOST_SEARCHED = 60
"""Characters; what is looked for has to fit a title or a name."""


@dataclass(kw_only=True)
class SearchWords:
    """What is looked for."""

    words: str | None = None


W = TypeVar("W", bound=SearchWords)


def words_question(ask: Callable[[Localizer, W], Markup], refusal: str) -> Question[W]:
    """The question which words to search by; `refusal` says with an example what they could be."""

    def read(text: str, draft: W, _around: AnswerContext) -> W:
        return replace(draft, words=" ".join(said(text, MOST_SEARCHED, refusal).split()))

    return Question(key="words", kind=AnswerKind.SEARCH, ask=ask, read=read)


def search_form(
    name: str,
    ask: Callable[[Localizer, SearchWords], Markup],
    refusal: str,
    *,
    done: Callable[[CompletedForm[SearchWords], Context], Awaitable[None]],
    back: Callable[[CompletedForm[SearchWords], Context], Awaitable[None]],
) -> Form[SearchWords]:
    """A form that asks for words alone; `done` shows the list with what they find, `back` as it was."""
    return Form(
        name=name,
        title=label("Search"),
        draft=SearchWords,
        questions=(words_question(ask, refusal),),
        done=done,
        back=back,
    )


async def ask_what(ctx: Context, form: Form[W], wanted: W, press: Callback, only: str = "words") -> None:
    """Ask what to look for in the list on which the button stands; the button's facts are the form's context."""
    await ctx.forms.start(form, ctx, wanted, only=only, context=press.model_dump(mode="json"))
