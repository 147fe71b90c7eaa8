"""Forms: a form is data (a tuple of questions), and this file is how any form is asked, gone back in and left.

A form fills a draft, one dataclass with every field optional. Each question says what to ask, how to read what people
really type, and which choices to offer first. The half-filled draft is kept as JSON with the conversation, so a restart
changes nothing; /cancel, a menu command or /start leaves any form, and what was typed is offered back.
"""

import secrets
import zlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message
from markupsafe import Markup
from pydantic import TypeAdapter, ValidationError

from bot.chat import Chat
from bot.menus import Menus
from bot.photos import Photos
from bot.press import Menu, Press, Small
from bot.screen import MOST_ROWS, Button, Row, Screen, pairs
from bot.speech import Speech, bold, lines, quiet
from domain.files.stored_file import FileId
from domain.people.person import Person
from domain.refusal import Refusal
from domain.work import Work

SCHEMA = 1
MOST_TYPED = 1000
"""Characters somebody may type into a form unless the question allows more."""
REVIEWING = "yeqmicb"
"""What can be pressed on a review."""
D = TypeVar("D")


class Filling(StatesGroup):
    """Somebody is answering a form's questions."""

    answer = State()


class FormPress(Press, prefix="f"):
    """A button of a form: which filling of which form, which question, and what to do."""

    nonce: str
    act: str
    """v choose, b back, s skip, c cancel, d done with choosing, r resume; on the review: y save, e what to correct,
    q correct this, m say more, i take this instead"""
    question: str = ""
    index: Small = 0
    check: str = ""
    """A short hash of the chosen value: the offer may have been another one when the button was drawn."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer offered as a button."""

    label: Markup | str
    value: str


class WhichOne(Exception):
    """What was typed fits several answers; the person is asked which one is meant."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.choices = choices


@dataclass(frozen=True, slots=True)
class Answering:
    """The surroundings in which an answer is read."""

    t: Speech
    me: Person
    work: Work


@dataclass(frozen=True, kw_only=True)
class Question(Generic[D]):
    """One question of a form."""

    key: str
    ask: Callable[[Speech, D], Markup]
    read: Callable[[str, D, Answering], D] | None = None
    """What was typed, into the draft; raises `Refusal` with an example, or `WhichOne`. None: only buttons answer."""
    choices: Callable[[Speech, D, Person], Sequence[Choice]] = lambda _t, _draft, _me: ()
    pick: Callable[[str, D], D] | None = None
    """A chosen value, into the draft."""
    chosen: Callable[[D], frozenset[str]] | None = None
    """For a question with many answers: what is chosen so far; choosing again takes it back."""
    photos: Callable[[tuple[FileId, ...], D], D] | None = None
    """Photos that were sent, into the draft."""
    optional: bool = False
    skip: Callable[[D], D] = lambda draft: draft
    known: Callable[[D], bool] = lambda _draft: False
    """Whether the draft answers this already, so that it is not asked."""
    applies: Callable[[D], bool] = lambda _draft: True
    """Whether the question makes sense, given the answers so far."""
    label: Callable[[Speech], Markup] | None = None
    """What is asked about, in a word or two: on the button that corrects it."""
    later: bool = False
    """Asked only of somebody who wants to say more."""
    per_row: int = 2
    most_typed: int = MOST_TYPED


@dataclass(frozen=True, slots=True)
class Filled(Generic[D]):
    """A form that has been answered: the draft, what the form was opened for, and its single-use nonce."""

    draft: D
    context: dict[str, Any]
    nonce: str


@dataclass(frozen=True, kw_only=True)
class Review(Generic[D]):
    """The whole draft on one screen before anything is saved; each answer can be corrected by a tap.

    Doubts travel in the form's context: `context["unsure"]` names questions, each with other values that were possible.
    """

    show: Callable[[Filled[D], "Surrounding"], Markup]
    shortcuts: tuple[tuple[str, Callable[[Speech], Markup]], ...] = ()
    """Questions that have a button of their own on the review."""
    suggestion: Callable[[Speech, str, str], Markup] = lambda _t, _question, value: Markup.escape(value)
    """How another possible value is offered."""
    instead: Callable[[str, str, D], D] = lambda _question, _value, draft: draft
    """Another possible value, into the draft."""


@dataclass(frozen=True, kw_only=True)
class Form(Generic[D]):
    """A form: its name, what it is called, its draft and its questions, and what follows when all is answered."""

    name: str
    title: Callable[[Speech], Markup]
    draft: type[D]
    questions: tuple[Question[D], ...]
    done: Callable[[Filled[D], "Surrounding"], Awaitable[None]]
    review: Review[D] | None = None
    """Shown when the questions are answered; without one, the form is done then."""
    back: Callable[[Filled[D], "Surrounding"], Awaitable[None]] | None = None
    """Where back leads from the only question of a form."""
    adapter: TypeAdapter[D] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "adapter", TypeAdapter(self.draft))

    def question(self, key: str) -> Question[D] | None:
        """The question with this key."""
        return next((one for one in self.questions if one.key == key), None)

    def applicable(self, draft: D) -> list[Question[D]]:
        """The questions that make sense for this draft."""
        return [one for one in self.questions if one.applies(draft)]

    def missing(self, draft: D) -> list[Question[D]]:
        """The questions that have to be answered and are not."""
        return [one for one in self.applicable(draft) if not one.optional and not one.known(draft)]


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What a finished form may need to go on."""

    work: Work
    me: Person
    t: Speech
    chat: Chat
    state: FSMContext
    menus: Menus = field(default_factory=Menus)


@dataclass
class Progress(Generic[D]):
    """Where somebody is in a form."""

    form: Form[D]
    draft: D
    nonce: str
    at: str
    context: dict[str, Any]
    single: bool = False
    """Only this question is asked (one field is being corrected)."""
    asked: tuple[str, ...] = ()
    offered: dict[str, list[str]] = field(default_factory=dict)
    course: str = "short"
    """short: without the questions for later; more: all; saving: what has to be known, after which it is saved"""
    reviewed: bool = False
    """Whether the draft has been shown as a whole, so that back leads there."""

    @property
    def is_review(self) -> bool:
        """Whether the draft is shown as a whole, rather than a question."""
        return self.form.review is not None and not self.at

    @property
    def filled(self) -> Filled[D]:
        """The draft as the form hands it on."""
        return Filled(self.draft, self.context, self.nonce)

    def ahead(self) -> list[Question[D]]:
        """The questions of this course that make sense, asked or not."""
        if self.course == "saving":
            return [one for one in self.form.applicable(self.draft) if not one.optional]
        return [one for one in self.form.applicable(self.draft) if self.course == "more" or not one.later]


class Forms:
    """All forms of the bot, and the handlers that run them."""

    def __init__(self) -> None:
        self._forms: dict[str, Form[Any]] = {}
        self.router = Router(name="forms")
        self.router.callback_query.register(self._pressed, FormPress.filter())
        self.router.message.register(self._typed, StateFilter(Filling.answer), F.text | F.photo)
        self.router.message.register(self._not_an_answer, StateFilter(Filling.answer))

    def add(self, form: Form[D]) -> Form[D]:
        """Make a form known under its name."""
        if form.name in self._forms:
            raise ValueError(f"two forms are called {form.name}")
        self._forms[form.name] = form
        return form

    def __iter__(self) -> Any:
        """All forms."""
        return iter(self._forms.values())

    async def start(
        self,
        form: Form[D],
        around: Surrounding,
        draft: D,
        *,
        only: str | None = None,
        context: dict[str, Any] | None = None,
        new: bool = False,
        review: bool = False,
    ) -> None:
        """Ask the form's first open question, or only one of them, or begin with the `review`.

        With no question open the form is reviewed, or done at once.
        """
        progress = Progress(form, draft, secrets.token_hex(4), only or "", dict(context or {}), single=only is not None)
        if (only is None and not review and self._advance(progress)) or only is not None:
            await self._ask(progress, around, new=new)
        elif form.review is not None:
            await self._review(progress, around, new=new)
        else:
            await self._finish(progress, around)

    async def open(self, state: FSMContext) -> Progress[Any] | None:
        """The form that is being filled in, if there is one."""
        return await self._progress(state)

    async def go_on(self, progress: Progress[Any], around: Surrounding, *, notice: Markup | None = None) -> None:
        """Show where somebody is in a form that was taken up by `open` and perhaps changed."""
        await self._again(progress, around, notice)

    async def leave(self, state: FSMContext) -> bool:
        """Leave whatever form is being filled, keeping what was typed for `resume`; True if there was one."""
        if await state.get_state() != Filling.answer.state:
            return False
        filling = (await state.get_data()).get("filling") or {}
        # a question on its own has nothing half-filled: its answer is saved at once
        is_worth_keeping = bool(filling) and (not filling.get("single") or filling.get("reviewed"))
        await _close(state, kept=filling if is_worth_keeping else None)
        return True

    async def resume_button(self, t: Speech, state: FSMContext) -> Button | None:
        """The button that takes a left form up again, if one was left."""
        progress = self._read((await state.get_data()).get("kept"))
        if progress is None:
            return None
        return Button(t("↩️ Go on filling in"), FormPress(nonce=progress.nonce, act="r", question=progress.at))

    async def cancelled(self, t: Speech, state: FSMContext) -> Screen | None:
        """Leave the form that is being filled in and say which one it was; None if there is none."""
        progress = await self._progress(state)
        if not await self.leave(state):
            return None
        resume = await self.resume_button(t, state)
        title = progress.form.title(t) if progress is not None else t("the form")
        if resume is None:
            return Screen(t("Cancelled: {form}. Nothing has changed.", form=title), [[menu_button(t)]])
        text = t("Cancelled: {form}. What you typed is kept for now.", form=title)
        return Screen(text, [[resume], [menu_button(t)]])

    # what people do

    async def _typed(
        self,
        message: Message,
        state: FSMContext,
        chat: Chat,
        me: Person,
        t: Speech,
        work: Work,
        photos: Photos,
        album: Sequence[Message],
        menus: Menus,
    ) -> None:
        around = Surrounding(work, me, t, chat, state, menus)
        progress = await self._progress(state)
        if progress is not None and progress.is_review:
            await self._review(progress, around, t("Please choose one of the buttons."))
            return
        question = progress.form.question(progress.at) if progress else None
        if progress is None or question is None:
            await self._lost(around)
            return
        try:
            if message.photo:
                if question.photos is None:
                    raise Refusal("A picture does not answer this question.")
                kept = await photos.keep(work, me, album or [message])
                progress.draft = question.photos(kept, progress.draft)
            else:
                text = message.text or ""
                if question.read is None:
                    raise Refusal("Please choose one of the buttons.")
                if len(text) > question.most_typed:
                    raise Refusal(
                        "That is too long: {count} characters, and {most} fit here.",
                        count=len(text),
                        most=question.most_typed,
                    )
                progress.draft = question.read(text, progress.draft, Answering(t, me, work))
        except WhichOne as several:
            await self._ask(progress, around, notice=t("Which one do you mean?"), offer=several.choices)
            return
        except Refusal as refusal:
            await self._ask(progress, around, notice=t.refusal(refusal))
            return
        if question.chosen is not None or (question.photos is not None and not progress.single):
            await self._ask(progress, around)
            return
        await self._next(progress, around)

    async def _not_an_answer(
        self, _message: Message, state: FSMContext, chat: Chat, me: Person, t: Speech, work: Work, menus: Menus
    ) -> None:
        around = Surrounding(work, me, t, chat, state, menus)
        progress = await self._progress(state)
        if progress is None:
            await self._lost(around)
            return
        await self._again(progress, around, t("Please answer in words or with one of the buttons."))

    async def _pressed(
        self,
        _query: Any,
        callback_data: FormPress,
        state: FSMContext,
        chat: Chat,
        me: Person,
        t: Speech,
        work: Work,
        menus: Menus,
    ) -> None:
        around = Surrounding(work, me, t, chat, state, menus)
        if callback_data.act == "r":
            await self._resume(callback_data, around)
            return
        progress = await self._progress(state)
        if progress is None or progress.nonce != callback_data.nonce:
            await chat.toast(t("This form is closed. What you saved is in the menu."))
            return
        if callback_data.act in REVIEWING and progress.is_review:
            await self._pressed_on_review(progress, callback_data, around)
            return
        question = progress.form.question(callback_data.question)
        if question is None or question.key != progress.at:
            if callback_data.act == "c":
                await self._cancel(around)
                return
            await chat.toast(t("This has been answered already. Here is where you are."))
            await self._again(progress, around)
            return
        match callback_data.act:
            case "c":
                await self._cancel(around)
            case "b":
                await self._back(progress, around)
            case "s" if question.optional:
                progress.draft = question.skip(progress.draft)
                await self._next(progress, around)
            case "d":
                await self._next(progress, around)
            case "v":
                await self._chosen(progress, question, callback_data, around)
            case _:
                await self._again(progress, around)

    async def _chosen(
        self, progress: Progress[Any], question: Question[Any], press: FormPress, around: Surrounding
    ) -> None:
        offered = progress.offered.get(question.key, [])
        value = offered[press.index] if press.index < len(offered) else None
        if value is None or _check(value) != press.check or question.pick is None:
            await around.chat.toast(around.t("These answers have changed. Here is the question again."))
            await self._ask(progress, around)
            return
        try:
            progress.draft = question.pick(value, progress.draft)
        except Refusal as refusal:
            await self._ask(progress, around, notice=around.t.refusal(refusal))
            return
        if question.chosen is not None:
            await self._ask(progress, around)
            return
        await self._next(progress, around)

    async def _pressed_on_review(self, progress: Progress[Any], press: FormPress, around: Surrounding) -> None:
        question = progress.form.question(press.question)
        match press.act:
            case "y" if progress.form.missing(progress.draft):
                progress.course, progress.single = "saving", False
                self._advance(progress)
                await self._ask(progress, around)
            case "y":
                await self._finish(progress, around)
            case "m":
                progress.course, progress.single = "more", False
                if self._advance(progress):
                    await self._ask(progress, around)
                else:
                    await around.chat.toast(around.t("Everything is filled in already."))
            case "e":
                await self._keep(progress, around.state)
                await around.chat.show(self._corrections(progress, around.t))
            case "q" if question is not None:
                progress.at, progress.single = question.key, True
                await self._ask(progress, around)
            case "i":
                await self._take_instead(progress, press, around)
            case "c":
                await self._cancel(around)
            case _:
                await self._review(progress, around)

    async def _take_instead(self, progress: Progress[Any], press: FormPress, around: Surrounding) -> None:
        unsure: dict[str, list[str]] = progress.context.get("unsure", {})
        others = unsure.get(press.question, [])
        value = others[press.index] if press.index < len(others) else None
        review = progress.form.review
        if review is not None and value is not None and _check(value) == press.check:
            progress.draft = review.instead(press.question, value, progress.draft)
            progress.context["unsure"] = {key: kept for key, kept in unsure.items() if key != press.question}
        await self._review(progress, around)

    async def _resume(self, press: FormPress, around: Surrounding) -> None:
        data = await around.state.get_data()
        kept = data.get("kept")
        progress = self._read(kept) if kept else None
        if progress is None or progress.nonce != press.nonce:
            await around.chat.toast(around.t("There is nothing left to go on with."), alert=True)
            return
        await self._again(progress, around)

    async def _cancel(self, around: Surrounding) -> None:
        left = await self.cancelled(around.t, around.state)
        if left is not None:
            await around.chat.show(left)

    async def _back(self, progress: Progress[Any], around: Surrounding) -> None:
        if progress.single or not progress.asked:
            if progress.reviewed:
                await self._review(progress, around)
            elif progress.single and progress.form.back is not None:
                await _close(around.state)
                await progress.form.back(progress.filled, around)
            else:
                await self._cancel(around)
            return
        *before, last = progress.asked
        progress.asked = tuple(before)
        progress.at = last
        await self._ask(progress, around)

    # moving on

    async def _next(self, progress: Progress[Any], around: Surrounding) -> None:
        unsure = progress.context.get("unsure")
        if unsure:
            progress.context["unsure"] = {key: kept for key, kept in unsure.items() if key != progress.at}
        if not progress.single and self._advance(progress):
            await self._ask(progress, around)
        elif progress.form.review is None or progress.course == "saving" or (progress.single and not progress.reviewed):
            await self._finish(progress, around)
        else:
            await self._review(progress, around)

    async def _again(self, progress: Progress[Any], around: Surrounding, notice: Markup | None = None) -> None:
        if progress.is_review:
            await self._review(progress, around, notice)
        else:
            await self._ask(progress, around, notice=notice)

    async def _review(
        self, progress: Progress[Any], around: Surrounding, notice: Markup | None = None, *, new: bool = False
    ) -> None:
        review = progress.form.review
        if review is None:
            raise LookupError(f"the form {progress.form.name} has no review")
        progress.at, progress.asked, progress.single = "", (), False
        progress.course, progress.reviewed = "short", True
        await self._keep(progress, around.state)
        text = review.show(progress.filled, around)
        if notice is not None:
            text = lines(text, "", notice)
        await around.chat.show(Screen(text, self._ways_on(progress, review, around.t)), new=new)

    def _ways_on(self, progress: Progress[Any], review: Review[Any], t: Speech) -> list[Row]:
        def press(act: str, question: str = "", index: int = 0, value: str = "") -> FormPress:
            check = _check(value) if value else ""
            return FormPress(nonce=progress.nonce, act=act, question=question, index=index, check=check)

        others = [
            Button(review.suggestion(t, key, value), press("i", key, index, value))
            for key, values in progress.context.get("unsure", {}).items()
            for index, value in enumerate(values)
        ]
        shortcuts = [Button(label(t), press("q", key)) for key, label in review.shortcuts]
        return [
            *pairs(others, 3)[:3],
            [Button(t("✅ Save"), press("y")), Button(t("✏️ Correct"), press("e"))],
            [*shortcuts, Button(t("✖️ Cancel"), press("c"))],
        ]

    def _corrections(self, progress: Progress[Any], t: Speech) -> Screen:
        """Everything that can be corrected, and the way to the questions not asked yet."""

        def press(act: str, question: str = "") -> FormPress:
            return FormPress(nonce=progress.nonce, act=act, question=question)

        named = [
            Button(one.label(t), press("q", one.key)) for one in progress.form.applicable(progress.draft) if one.label
        ]
        per_row = 3 if len(named) > 2 * (MOST_ROWS - 2) else 2
        text = lines(bold(progress.form.title(t)), "", t("What shall we correct?"))
        last = [Button(t("‹ Back"), press("b")), Button(t("➕ Ask me the rest"), press("m"))]
        return Screen(text, [*pairs(named, per_row), last])

    def _advance(self, progress: Progress[D]) -> bool:
        """Go to the next question that is open; False if there is none."""
        questions = progress.ahead()
        keys = [one.key for one in questions]
        start = keys.index(progress.at) + 1 if progress.at in keys else 0
        for question in questions[start:]:
            if not question.known(progress.draft):
                if progress.at:
                    progress.asked = (*progress.asked, progress.at)
                progress.at = question.key
                return True
        return False

    async def _finish(self, progress: Progress[Any], around: Surrounding) -> None:
        await _close(around.state)
        try:
            await progress.form.done(progress.filled, around)
        except Refusal as refusal:
            if progress.reviewed:
                await self._review(progress, around, around.t.refusal(refusal))
                return
            if not progress.at:
                raise
            await self._ask(progress, around, notice=around.t.refusal(refusal))

    async def _ask(
        self,
        progress: Progress[Any],
        around: Surrounding,
        *,
        notice: Markup | None = None,
        offer: Sequence[Choice] | None = None,
        new: bool = False,
    ) -> None:
        question = progress.form.question(progress.at)
        if question is None:
            await self._lost(around)
            return
        choices = list(offer if offer is not None else question.choices(around.t, progress.draft, around.me))
        progress.offered = {**progress.offered, question.key: [one.value for one in choices]}
        await self._keep(progress, around.state)
        await around.chat.show(self._screen(progress, question, choices, around, notice), new=new)

    def _screen(
        self,
        progress: Progress[Any],
        question: Question[Any],
        choices: Sequence[Choice],
        around: Surrounding,
        notice: Markup | None,
    ) -> Screen:
        t = around.t
        title = bold(progress.form.title(t))
        if not progress.single:
            done = (*progress.asked, question.key)
            left = [one for one in progress.ahead() if one.key not in done and not one.known(progress.draft)]
            if len(done) + len(left) > 1:
                where = t("step {step} of {steps}", step=len(done), steps=len(done) + len(left))
                title = title + Markup(" · ") + quiet(where)
        text = lines(title, "", *((notice, "") if notice else ()), question.ask(t, progress.draft))
        chosen = question.chosen(progress.draft) if question.chosen else frozenset()
        buttons = [
            Button(
                Markup("✓ {}").format(one.label) if one.value in chosen else one.label,
                FormPress(nonce=progress.nonce, act="v", question=question.key, index=index, check=_check(one.value)),
            )
            for index, one in enumerate(choices)
        ]
        per_row = question.per_row
        while len(buttons) > (MOST_ROWS - 2) * per_row:
            per_row += 1
        return Screen(text, [*pairs(buttons, per_row), *self._ways_out(progress, question, t)])

    def _ways_out(self, progress: Progress[Any], question: Question[Any], t: Speech) -> list[Row]:
        def out(label: Markup, act: str) -> Button:
            return Button(label, FormPress(nonce=progress.nonce, act=act, question=question.key))

        is_known = question.known(progress.draft) or bool(question.chosen and question.chosen(progress.draft))
        collects = question.chosen is not None or question.photos is not None
        rows: list[Row] = []
        if collects and (is_known or progress.single):
            rows.append([out(t("✅ Done"), "d")])
        last = [out(t("‹ Back"), "b")]
        if question.optional and progress.single and is_known and question.chosen is None:
            last.append(out(t("🧹 Leave empty"), "s"))
        elif question.optional and not progress.single and not (collects and is_known):
            last.append(out(t("Skip"), "s"))
        if not (progress.single and (progress.reviewed or progress.form.back is not None)):
            last.append(out(t("✖️ Cancel"), "c"))
        return [*rows, last]

    # keeping

    async def _keep(self, progress: Progress[Any], state: FSMContext) -> None:
        await state.set_state(Filling.answer)
        filling = {
            "v": SCHEMA,
            "form": progress.form.name,
            "draft": progress.form.adapter.dump_python(progress.draft, mode="json"),
            "nonce": progress.nonce,
            "at": progress.at,
            "context": progress.context,
            "single": progress.single,
            "asked": list(progress.asked),
            "offered": progress.offered,
            "course": progress.course,
            "reviewed": progress.reviewed,
        }
        await state.set_data({**await _beside(state), "filling": filling})

    async def _progress(self, state: FSMContext) -> Progress[Any] | None:
        if await state.get_state() != Filling.answer.state:
            return None
        return self._read((await state.get_data()).get("filling"))

    def _read(self, kept: Any) -> Progress[Any] | None:
        form = self._forms.get(kept.get("form", "")) if isinstance(kept, dict) and kept.get("v") == SCHEMA else None
        if form is None or (form.question(kept["at"]) is None and (kept["at"] or form.review is None)):
            return None
        try:
            draft = form.adapter.validate_python(kept["draft"], strict=False)
        except ValidationError:
            return None
        return Progress(
            form,
            draft,
            kept["nonce"],
            kept["at"],
            kept["context"],
            single=kept["single"],
            asked=tuple(kept["asked"]),
            offered=kept["offered"],
            course=kept.get("course", "short"),
            reviewed=kept.get("reviewed", False),
        )

    async def _lost(self, around: Surrounding) -> None:
        # the form has been renamed or changed in a new release: nobody is left in a state that nothing answers
        await _close(around.state)
        await around.chat.show(
            Screen(
                around.t("This form has changed since you began, so it starts anew from the menu."),
                [[menu_button(around.t)]],
            )
        )


def menu_button(t: Speech, *, new: bool = False) -> Button:
    """The way to the menu, on every screen; `new` on an event that should remain readable."""
    return Button(t("☰ Menu"), Menu(new=new))


async def _close(state: FSMContext, *, kept: Any = None) -> None:
    """Be in no form any more; what `kept` holds can be taken up again."""
    await state.set_state(None)
    await state.set_data({**await _beside(state), **({"kept": kept} if kept else {})})


async def _beside(state: FSMContext) -> dict[str, Any]:
    """What others keep with the conversation, which is none of a form's business."""
    return {name: value for name, value in (await state.get_data()).items() if name not in ("filling", "kept")}


def _check(value: str) -> str:
    return f"{zlib.crc32(value.encode()) & 0xFFFF:04x}"
