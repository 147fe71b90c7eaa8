"""In a list somebody types a few words to search it by, and sees only what they find until all is shown again.

    SEARCH = ListSearch(
        name="find_object",
        find=FindObject,
        question=words_question(asking("What are you looking for?"), "Please type a word of it: a street, a town."),
    )

    @opens(router, MyObjects, command="objects")
    @SEARCH.shows(MyObjects)
    async def objects_screen(ctx: Context, press: MyObjects) -> Screen:
        words = await SEARCH.words(ctx, press)
        ... filters=[[SEARCH.button(ctx.t, press)]] ...

The list's button has `page` and `found` (only what the words find); the one that asks for words repeats what else the
list's button says. The words are kept with the conversation.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Callback
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import CompletedForm, Context, Form, Question
from bot.forms.wording import label, said
from bot.localization import Localizer
from bot.opening import MakeScreen
from bot.screen import Button, Screen

MOST_SEARCHED = 60
"""Characters; what is looked for has to fit a title or a name."""
KEPT = "searched"
"""Under what the conversation keeps the words of each list."""


@dataclass(kw_only=True)
class SearchWords:
    """What is looked for."""

    words: str | None = None


W = TypeVar("W", bound=SearchWords)
P = TypeVar("P", bound=Callback)


def words_question(ask: Callable[[Localizer, W], Markup], refusal: str) -> Question[W]:
    """The question which words to search by; `refusal` says with an example what they could be."""
    return Question(
        key="words",
        kind=AnswerKind.SEARCH,
        ask=ask,
        value=lambda text, _draft, _ctx: " ".join(said(text, MOST_SEARCHED, refusal).split()),
    )


async def ask_what(ctx: Context, form: Form[W], wanted: W, press: Callback, only: str = "words") -> None:
    """Ask what to look for in the list on which the button stands; the button's facts are the form's context."""
    await ctx.forms.start(form, ctx, wanted, only=only, context=press.model_dump(mode="json"))


@dataclass(frozen=True, kw_only=True)
class ListSearch:
    """How a list is searched, or several that ask alike; `router` and `form` are handed in with the rest."""

    name: str
    find: type[Callback]
    """Asks for the words."""
    question: Question[SearchWords]
    asks: Callable[[Any], Callback] | None = None
    """The button that asks, on a list; without this, it repeats what it can of the list's button."""
    listed: Callable[[Mapping[str, Any]], Callback] | None = None
    """The list's button, by what the one that asks says; without this, it is the only list's with the same facts."""
    router: Router = field(init=False)
    form: Form[SearchWords] = field(init=False)
    _screens: dict[type[Callback], MakeScreen[Any]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        form = Form(
            name=self.name,
            title=label("Search"),
            draft=SearchWords,
            questions=(self.question,),
            done=self._show,
            back=self._back,
        )
        object.__setattr__(self, "form", form)
        object.__setattr__(self, "router", Router(name=self.name))
        self.router.callback_query.register(self._pressed, self.find.filter())

    def shows(self, press: type[P]) -> Callable[[MakeScreen[P]], MakeScreen[P]]:
        """The screen of a list that this searches."""

        def registered(screen: MakeScreen[P]) -> MakeScreen[P]:
            self._screens[press] = screen
            return screen

        return registered

    async def words(self, ctx: Context, press: Any) -> str | None:
        """What the list is narrowed down to, if it is."""
        kept = (await ctx.state.get_data()).get(KEPT, {})
        return kept.get(type(press).__name__) if press.found else None

    def button(self, t: Localizer, press: Any) -> Button:
        """Asks what to look for; or leads back to the whole list."""
        if press.found:
            return Button(t("✖️ Show all"), press.model_copy(update={"found": False, "page": 0}))
        facts = {name: one for name, one in press.model_dump().items() if name in self.find.model_fields}
        return Button(t("🔎 Find"), self.asks(press) if self.asks is not None else self.find(**facts))

    async def _pressed(self, _query: object, callback_data: Any, ctx: Context) -> None:
        await ask_what(ctx, self.form, SearchWords(), callback_data)

    async def _show(self, filled: CompletedForm[SearchWords], ctx: Context) -> None:
        press, data = self._list(filled.context), await ctx.state.get_data()
        kept = {**data.get(KEPT, {}), type(press).__name__: filled.draft.words}
        await ctx.state.set_data({**data, KEPT: kept})
        await ctx.chat.show(await self._screen(ctx, press.model_copy(update={"found": True})))

    async def _back(self, filled: CompletedForm[SearchWords], ctx: Context) -> None:
        await ctx.chat.show(await self._screen(ctx, self._list(filled.context)))

    def _list(self, asked: Mapping[str, Any]) -> Callback:
        if self.listed is not None:
            return self.listed(asked)
        (only,) = self._screens
        return only(**asked)

    async def _screen(self, ctx: Context, press: Callback) -> Screen:
        return await self._screens[type(press)](ctx, press)


def searched_title(t: Localizer, title: Markup, words: str | None) -> Markup:
    """A list's title with what it is narrowed down to."""
    return title if words is None else t("{title}, “{words}”", title=title, words=words)
