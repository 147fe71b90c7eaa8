"""What a form is: a tuple of questions that fill a draft, perhaps a review of the whole, and what follows.

A form fills a draft, one dataclass with every field optional. Each question says what to ask, how to read what people
really type, and which choices to offer first. How any form is asked stands in `bot.forms.runner`.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from aiogram.fsm.context import FSMContext
from markupsafe import Markup
from pydantic import TypeAdapter

from bot.chat import Chat
from bot.files.documents import Documents
from bot.files.photos import Photos
from bot.forms.answer_kind import AnswerKind
from bot.localization import Localizer
from bot.menus import Menus
from bot.screen import Button, Row, Screen
from bot.telegram.telegram_payments import TelegramPayments
from domain.files.stored_file import FileId
from domain.people.person import Person
from domain.work import Work

if TYPE_CHECKING:
    from bot.message_kinds import MessageKinds

MOST_TYPED = 1000
"""Characters somebody may type into a form unless the question allows more."""
D = TypeVar("D")


def _by_field(_draft: Any) -> Any:
    """What a question does by its field alone, unless it says how; put in its place when the question is made."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer offered as a button."""

    label: Markup | str
    value: str
    line: Markup | None = None
    """What more there is to say of it, above the buttons; only where choices are paged."""


class AmbiguousAnswer(Exception):
    """What was typed fits several answers; the person is asked which one is meant, or as `question` says."""

    def __init__(self, choices: Sequence[Choice], question: Markup | None = None) -> None:
        super().__init__()
        self.choices = choices
        self.question = question


class NeedsAttention(Exception):
    """The draft is not saved yet: `said` should be looked at first, `ways` lead there; saving once more saves it.

    The form's context then says `context["again"]`.
    """

    def __init__(self, said: Markup, ways: Row) -> None:
        super().__init__()
        self.said = said
        self.ways = ways


@dataclass(frozen=True, slots=True)
class AnswerContext:
    """What an answer is read with: who answers, in which words, and the rows it may be about."""

    t: Localizer
    me: Person
    work: Work


@dataclass(frozen=True, kw_only=True)
class Question(Generic[D]):
    """One question of a form.

    Most questions fill one field of the draft, and then say only how its value is read and chosen:

        Question[PartyDraft](
            key="birth_date",
            kind=AnswerKind.BIRTH_DATE,
            ask=asking("When were they born? For example: 12.05.1990", lambda t, draft: t.fact(draft.birth_date)),
            value=lambda text, draft, ctx: read_birth_date(text, ctx.t.today),
            of=dt.date.fromisoformat,
            optional=True,
        )

    Where an answer changes more than its field, `read`, `pick`, `skip` and `known` say what.
    """

    key: str
    kind: AnswerKind
    ask: Callable[[Localizer, D], Markup]
    field: str = ""
    """What the answer fills in the draft, where that is not called like the question."""
    value: Callable[[str, D, AnswerContext], Any] | None = None
    """What was typed, as the field's value; raises as `read` does."""
    of: Callable[[str], Any] | None = None
    """A chosen value, as the field's value."""
    read: Callable[[str, D, AnswerContext], D] | None = None
    """What was typed, into the draft; raises `Refusal` with an example, or `AmbiguousAnswer`. None: buttons alone."""
    choices: Callable[[Localizer, D, Person], Sequence[Choice]] = lambda _t, _draft, _me: ()
    pick: Callable[[str, D], D] | None = None
    """A chosen value, into the draft."""
    meant: Callable[[str], str | None] | None = None
    """Which value words mean that are not on its button, as the question or people put it; None if that is open."""
    check: Callable[["CompletedForm[D]", "Context"], Awaitable[None]] | None = None
    """Raises `Refusal` about an answer that is understood and cannot be, by what is known elsewhere."""
    choice: Callable[[Localizer, str], Choice] | None = None
    """How any value is offered; with it, choices that do not fit one screen are paged."""
    chosen: Callable[[D], frozenset[str]] | None = None
    """For a question with many answers: what is chosen so far; choosing again takes it back."""
    photos: Callable[[tuple[FileId, ...], D], D] | None = None
    """Photos that were sent, into the draft."""
    files: Callable[[tuple[FileId, ...], D], D] | None = None
    """Photos or documents that were sent, kept sealed (a contract, a receipt), into the draft."""
    one_file: bool = False
    """One file is all it takes: the form goes on when it has come."""
    optional: bool = False
    skip: Callable[[D], D] = _by_field
    """The draft without an answer: the field is emptied unless this says otherwise."""
    known: Callable[[D], bool] = _by_field
    """Whether the draft answers this already, so that it is not asked: the field is filled, or as this says."""
    applies: Callable[[D], bool] = lambda _draft: True
    """Whether the question makes sense, given the answers so far."""
    hangs_on: tuple[str, ...] = ()
    """The questions whose answers decide whether this one makes sense; until then the number of steps is open."""
    label: Callable[[Localizer], Markup] | None = None
    """What is asked about, in a word or two: on the button that corrects it."""
    later: bool = False
    """Asked only of somebody who wants to say more."""
    in_own_words: bool = False
    """Whether a whole listing may be an answer: a description is one."""
    per_row: int = 2
    most_typed: int = MOST_TYPED

    def __post_init__(self) -> None:
        field, value, of = self.field or self.key, self.value, self.of

        def known(draft: Any) -> bool:
            return getattr(draft, field, None) not in (None, ())

        def skip(draft: Any) -> Any:
            empty = {one.name: () if one.default == () else None for one in fields(draft) if one.name == field}
            return replace(draft, **empty)

        def read(text: str, draft: Any, ctx: AnswerContext) -> Any:
            return replace(draft, **{field: value(text, draft, ctx)}) if value is not None else draft

        def pick(chosen: str, draft: Any) -> Any:
            return replace(draft, **{field: of(chosen)}) if of is not None else draft

        by_field: dict[str, Callable[..., Any]] = {"known": known, "skip": skip}
        if value is not None:
            by_field["read"] = read
        if of is not None:
            by_field["pick"] = pick
        for name, does in by_field.items():
            if getattr(self, name) in (None, _by_field):
                object.__setattr__(self, name, does)

    @property
    def collects(self) -> bool:
        """Whether answers are gathered until somebody is done."""
        takes_files = (self.photos is not None or self.files is not None) and not self.one_file
        return self.chosen is not None or takes_files


@dataclass(frozen=True, slots=True)
class CompletedForm(Generic[D]):
    """A form that has been answered: the draft, what the form was opened for, and its single-use nonce."""

    draft: D
    context: Mapping[str, Any]
    nonce: str


@dataclass(frozen=True, kw_only=True)
class Review(Generic[D]):
    """The whole draft on one screen before anything is saved; each answer can be corrected by a tap.

    Doubts travel in the form's context: `context["unsure"]` names questions, each with other values that were possible.
    """

    show: Callable[[CompletedForm[D], "Context"], Markup]
    save: Callable[[Localizer], Markup] = lambda t: t("✅ Save")
    ways: Callable[[CompletedForm[D], "Context"], Sequence[Row]] = lambda _filled, _around: ()
    """Where else the draft may go."""
    shortcuts: tuple[tuple[str, Callable[[Localizer], Markup]], ...] = ()
    """Questions that have a button of their own on the review."""
    suggestion: Callable[[Localizer, str, str], Markup] = lambda _t, _question, value: Markup.escape(value)
    """How another possible value is offered."""
    instead: Callable[[str, str, D], D] = lambda _question, _value, draft: draft
    """Another possible value, into the draft."""


@dataclass(frozen=True, kw_only=True)
class Form(Generic[D]):
    """A form: its name, what it is called, its draft and its questions, and what follows when all is answered."""

    name: str
    title: Callable[[Localizer], Markup]
    draft: type[D]
    questions: tuple[Question[D], ...]
    done: Callable[[CompletedForm[D], "Context"], Awaitable[None]]
    review: Review[D] | None = None
    """Shown when the questions are answered; without one, the form is done then."""
    answered: Callable[[CompletedForm[D], str], CompletedForm[D]] = lambda filled, _question: filled
    """What else follows from an answer to the question: a city, once it is said, has places of its own."""
    back: Callable[[CompletedForm[D], "Context"], Awaitable[None]] | None = None
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


class FormStarter(Protocol):
    """Whoever can ask a form: `bot.forms.runner.Forms`."""

    kinds: "MessageKinds"
    """What is plainly something else than an answer."""

    async def start(
        self,
        form: Form[D],
        ctx: "Context",
        draft: D,
        *,
        only: str | None = None,
        context: Mapping[str, Any] | None = None,
        new: bool = False,
        review: bool = False,
    ) -> None:
        """Ask the form's first open question, or only one of them, or begin with the review."""

    async def leave(self, state: FSMContext) -> bool:
        """Leave whatever form is being filled in, keeping what was typed; True if there was one."""

    async def open(self, state: FSMContext) -> "FormProgress[Any] | None":
        """The form that is being filled in, if there is one."""

    async def go_on(
        self,
        progress: "FormProgress[Any]",
        ctx: "Context",
        *,
        notice: Markup | None = None,
        offer: Sequence[Choice] | None = None,
    ) -> None:
        """Show where somebody is in a form that was taken up by `open` and perhaps changed; `offer` other answers."""

    async def cancelled(self, t: Localizer, state: FSMContext) -> Screen | None:
        """Leave the form that is being filled in and say which one it was; None if there is none."""

    async def resume_button(self, t: Localizer, state: FSMContext) -> Button | None:
        """The button that takes a left form up again, or shows all that were left; None if none was."""


@dataclass(frozen=True, slots=True)
class Context:
    """Who is talking and what there is to answer with, while one update is handled."""

    work: Work
    me: Person
    t: Localizer
    chat: Chat
    photos: Photos
    documents: Documents
    state: FSMContext
    menus: Menus
    forms: FormStarter
    """Where a form leads to another one."""
    telegram_payments: TelegramPayments
    """Where a form leads to a bill."""


@dataclass
class FormProgress(Generic[D]):
    """Where somebody is in a form."""

    form: Form[D]
    draft: D
    nonce: str
    at: str
    context: Mapping[str, Any]
    """Never changed in place; another one is put in its place."""
    single: bool = False
    """Only this question is asked (one field is being corrected)."""
    asked: tuple[str, ...] = ()
    offered: dict[str, list[str]] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    """What the choices offered now are called, in the order of their values."""
    course: str = "short"
    """short: without the questions for later; more: all; saving: what has to be known, after which it is saved"""
    last: str = ""
    """What was answered last, in words: it tells two half-filled forms of one kind apart."""
    reviewed: bool = False
    """Whether the draft has been shown as a whole, so that back leads there."""
    _before: D | None = None
    """The draft without the latest answer, until it is known whether that can be; never kept with the conversation."""

    @property
    def is_review(self) -> bool:
        """Whether the draft is shown as a whole, rather than a question."""
        return self.form.review is not None and not self.at

    @property
    def filled(self) -> CompletedForm[D]:
        """The draft as the form hands it on."""
        return CompletedForm(self.draft, self.context, self.nonce)

    def take(self, draft: D) -> None:
        """The draft with one more answer in it."""
        self._before, self.draft = self.draft, draft

    def take_back(self) -> None:
        """The latest answer cannot be, so that the draft says again what was so before it."""
        if self._before is not None:
            self.draft = self._before

    def follow(self, question: str) -> bool:
        """Let what follows from the answer to a question be so; whether that has changed the draft."""
        filled = self.form.answered(self.filled, question)
        is_other = filled.draft != self.draft
        self.draft, self.context = filled.draft, filled.context
        return is_other

    def settle(self, question: str) -> None:
        """What was said to this question is no longer doubtful."""
        unsure = {key: kept for key, kept in self.context.get("unsure", {}).items() if key != question}
        self.context = {**self.context, "unsure": unsure}

    def forget(self, name: str) -> None:
        """The context no longer says this."""
        self.context = {key: kept for key, kept in self.context.items() if key != name}

    def ahead(self) -> list[Question[D]]:
        """The questions of this course that make sense, asked or not."""
        return [one for one in self.form.applicable(self.draft) if self._is_of_course(one)]

    def steps(self) -> tuple[int, int, int]:
        """Which step this question is, and how many there will be at least and at most."""
        done = (*self.asked, self.at)
        keys = [one.key for one in self.form.questions]
        after = self.form.questions[keys.index(self.at) + 1 :] if self.at in keys else self.form.questions
        left = [one for one in after if self._is_of_course(one) and not one.known(self.draft)]
        undecided = {self.at, *(one.key for one in left)}
        sure = [one for one in left if not undecided.intersection(one.hangs_on)]
        maybe = len(left) - len(sure)
        least = len(done) + sum(one.applies(self.draft) for one in sure)
        return len(done), least, least + maybe

    def _is_of_course(self, question: Question[D]) -> bool:
        if self.course == "saving":
            return not question.optional
        return self.course == "more" or not question.later

    def advance(self) -> bool:
        """Go to the next question that is open; False if there is none."""
        questions = self.ahead()
        keys = [one.key for one in questions]
        start = keys.index(self.at) + 1 if self.at in keys else 0
        for question in questions[start:]:
            if not question.known(self.draft):
                if self.at:
                    self.asked = (*self.asked, self.at)
                self.at = question.key
                return True
        return False
