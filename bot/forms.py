"""How any form is asked, gone back in, looked over and left; what a form is stands in `bot.form`.

The half-filled draft is kept as JSON with the conversation, so a restart changes nothing; /cancel, a menu command or
/start leaves any form, and what was typed is offered back.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from markupsafe import Markup

from bot.contents import cannot_be_read, has_file, has_words_or_file, words_of
from bot.documents import Documents
from bot.form import Answering, Choice, Filled, Form, LookFirst, Progress, Question, Review, Surrounding, WhichOne
from bot.form_answers import answered, checked
from bot.form_asides import either_day, file_question, plainly_other, refused, rows_of, said_of
from bot.form_keeping import Filling, close, keep, left_in
from bot.form_leaving import OF_LEFT, FormLeaving
from bot.form_screens import (
    FormPress,
    cancelled_screen,
    check_of,
    corrections_screen,
    menu_button,
)
from bot.left_forms import resume
from bot.marks import new_mark
from bot.photos import Photos
from bot.recognising import MessageKind, MessageKinds, Plainness, keep_waiting
from bot.screen import Screen
from bot.speech import Speech
from bot.typed_buttons import press_named
from bot.waiting import found, next_text, take_up
from domain.refusal import Refusal
from domain.typed.days import EitherDay

__all__ = [
    "Answering", "Choice", "Filled", "Filling", "Form", "FormPress", "Forms", "LookFirst", "Progress", "Question",
    "Review", "Surrounding", "WhichOne", "menu_button",
]  # fmt: skip

REVIEWING = "yeqmicbt"
"""What can be pressed on a review."""
D = TypeVar("D")


class Forms(FormLeaving):
    """All forms of the bot, and the handlers that run them."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = MessageKinds()
        # asked before anybody who reads texts: a button's label means the button
        self.buttons = Router(name="typed_buttons")
        self.buttons.message.register(self._named, StateFilter(Filling.answer), F.text)
        self.router = Router(name="forms")
        self.router.callback_query.register(self._pressed, FormPress.filter())
        self.router.message.register(self._typed, StateFilter(Filling.answer), has_words_or_file)
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
        context: Mapping[str, Any] | None = None,
        new: bool = False,
        review: bool = False,
    ) -> None:
        """Ask the form's first open question, or only one of them, or begin with the `review`.

        With no question open the form is reviewed, or done at once.
        """
        await self.leave(around.state)
        progress = Progress(form, draft, new_mark(), only or "", dict(context or {}), single=only is not None)
        if (only is None and not review and progress.advance()) or only is not None:
            await self._ask(progress, around, new=new)
        elif form.review is not None:
            await self._review(progress, around, new=new)
        else:
            await self._finish(progress, around)

    async def open(self, state: FSMContext) -> Progress[Any] | None:
        """The form that is being filled in, if there is one."""
        return await self._progress(state)

    async def go_on(
        self,
        progress: Progress[Any],
        around: Surrounding,
        *,
        notice: Markup | None = None,
        offer: Sequence[Choice] | None = None,
    ) -> None:
        """Show where somebody is in a form that was taken up by `open` and perhaps changed; `offer` other answers."""
        if offer is not None:
            await self._ask(progress, around, notice=notice, offer=offer)
        else:
            await self._again(progress, around, notice)

    async def cancelled(self, t: Speech, state: FSMContext) -> Screen | None:
        """Leave the form that is being filled in and say which one it was; None if there is none."""
        progress = await self._progress(state)
        if not await self.leave(state):
            return None
        if progress is None:
            return cancelled_screen(t, t("the form"), None, "", await next_text(t, state))
        # a question alone has nothing half-filled in it
        is_kept = any(one["nonce"] == progress.nonce for one in left_in(await state.get_data()))
        back = resume(progress, t("↩️ Go on filling in")) if is_kept else None
        return cancelled_screen(t, progress.form.title(t), back, progress.nonce, await next_text(t, state))

    # what people do

    async def _typed(
        self,
        message: Message,
        around: Surrounding,
        photos: Photos,
        documents: Documents,
        album: Sequence[Message],
    ) -> None:
        progress = await self._progress(around.state)
        sent = album or [message]
        question = progress.form.question(progress.at) if progress else None
        if progress is None or (question is None and not progress.is_review):
            await self._lost(around)
            return
        other = await plainly_other(self.kinds, question, progress.draft, sent, around)
        if other is not None:
            await self._set_aside(progress, other, sent, around, photos, documents)
            return
        if question is None:
            await self._sent_on_review(progress, sent, around, photos, documents)
        else:
            await self._answer(progress, question, sent, around, photos, documents)

    async def _answer(
        self,
        progress: Progress[Any],
        question: Question[Any],
        sent: Sequence[Message],
        around: Surrounding,
        photos: Photos,
        documents: Documents,
    ) -> None:
        t = around.t
        try:
            draft, unused = await answered(question, progress.draft, sent, around, photos, documents)
            progress.draft = await checked(question, draft, progress, around)
            progress.last = words_of(sent) or progress.last
        except WhichOne as several:
            notice = several.question or t("Which one do you mean?")
            await self._ask(progress, around, notice=notice, offer=several.choices)
            return
        except Refusal as refusal:
            probably = await self.kinds.plainest(sent, around, Plainness.PROBABLY)
            if probably is not None and not isinstance(refusal, EitherDay):
                await self._set_aside(progress, probably[0], sent, around, photos, documents)
            else:
                offer = either_day(refusal, question, t)
                await self._ask(progress, around, notice=refused(refusal, t, sent), offer=offer)
            return
        if question.chosen is not None or (question.collects and not progress.single):
            await self._ask(progress, around, notice=unused)
        else:
            await self._next(progress, around, unused)

    async def _set_aside(
        self,
        progress: Progress[Any],
        kind: MessageKind,
        sent: Sequence[Message],
        around: Surrounding,
        photos: Photos,
        documents: Documents,
    ) -> None:
        """What is plainly no answer waits for its turn, and the question is asked again."""
        kept = await keep_waiting(kind, sent, around, photos, documents)
        rows = rows_of(kind, kept, progress, around)
        await self._again(progress, around, await said_of(kind, kept, around), rows)

    async def _sent_on_review(
        self,
        progress: Progress[Any],
        sent: Sequence[Message],
        around: Surrounding,
        photos: Photos,
        documents: Documents,
    ) -> None:
        """Only buttons answer there: words are offered to the questions that would take them, a file is used."""
        if not any(has_file(one) for one in sent):
            await self._typed_on_review(progress, words_of(sent), around)
            return
        other = await self.kinds.plainest(sent, around, Plainness.PROBABLY)
        question = file_question(progress, sent)
        if other is not None and other[0].takes_papers:
            await self._set_aside(progress, other[0], sent, around, photos, documents)
        elif question is not None:
            progress.at, progress.single = question.key, True
            await self._answer(progress, question, sent, around, photos, documents)
        else:
            await self._review(progress, around, around.t("Pictures and files are not used here."))

    async def _not_an_answer(self, message: Message, around: Surrounding) -> None:
        progress = await self._progress(around.state)
        if progress is None:
            await self._lost(around)
            return
        await self._again(progress, around, cannot_be_read(around.t, message))

    async def _named(self, message: Message, around: Surrounding) -> None:
        progress = await self._progress(around.state)
        press = press_named(progress, around.t, message.text) if progress is not None else None
        if progress is None or press is None:
            raise SkipHandler
        await self._press(progress, press, around)

    async def _pressed(self, _query: Any, callback_data: FormPress, around: Surrounding) -> None:
        chat, t = around.chat, around.t
        if callback_data.act in OF_LEFT:
            await self._of_left(callback_data, around)
            return
        progress = await self._progress(around.state)
        if progress is None or progress.nonce != callback_data.nonce:
            await chat.toast(t("This form is closed. What you saved is in the menu."))
            return
        await self._press(progress, callback_data, around)

    async def _press(self, progress: Progress[Any], press: FormPress, around: Surrounding) -> None:
        """Do what a button of the form does, tapped or typed."""
        t = around.t
        if press.act in REVIEWING and progress.is_review:
            await self._pressed_on_review(progress, press, around)
            return
        question = progress.form.question(press.question)
        if question is None or question.key != progress.at:
            if press.act == "c":
                await self._cancel(around)
                return
            await around.chat.toast(t("This has been answered already. Here is where you are."))
            await self._again(progress, around)
            return
        match press.act:
            case "c":
                await self._cancel(around)
            case "b":
                await self._back(progress, around)
            case "s" if question.optional:
                progress.draft = question.skip(progress.draft)
                await self._next(progress, around)
            case "d" if question.collects:
                await self._next(progress, around)
            case "a" if (kept := await found(around.state, press.check)) is not None:
                await take_up(around.state, kept.id)
                await self._take_typed(progress, question, kept.text, around)
            case "v":
                await self._chosen(progress, question, press, around)
            case "p" if question.choice is not None:
                offer = [question.choice(t, value) for value in progress.offered.get(question.key, [])]
                await self._ask(progress, around, offer=offer, page=press.index)
            case _:
                await self._again(progress, around)

    async def _chosen(
        self, progress: Progress[Any], question: Question[Any], press: FormPress, around: Surrounding
    ) -> None:
        offered = progress.offered.get(question.key, [])
        value = offered[press.index] if press.index < len(offered) else None
        if value is None or check_of(value) != press.check or question.pick is None:
            await around.chat.toast(around.t("These answers have changed. Here is the question again."))
            await self._ask(progress, around)
            return
        try:
            progress.draft = await checked(question, question.pick(value, progress.draft), progress, around)
            progress.last = progress.labels[press.index] if press.index < len(progress.labels) else value
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
                progress.advance()
                await self._ask(progress, around)
            case "y":
                await self._finish(progress, around)
            case "m":
                progress.course, progress.single = "more", False
                if progress.advance():
                    await self._ask(progress, around)
                else:
                    await around.chat.toast(around.t("Everything is filled in already."))
            case "e":
                await keep(progress, around.state)
                await around.chat.show(corrections_screen(progress, around.t))
            case "q" if question is not None:
                progress.at, progress.single = question.key, True
                await self._ask(progress, around)
            case "t" if question is not None and check_of(progress.context.get("typed", "")) == press.check:
                progress.at, progress.single = question.key, True
                typed = progress.context["typed"]
                progress.forget("typed")
                await self._take_typed(progress, question, typed, around)
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
        if review is not None and value is not None and check_of(value) == press.check:
            progress.draft = review.instead(press.question, value, progress.draft)
            progress.settle(press.question)
            progress.follow(press.question)
        await self._review(progress, around)

    async def _cancel(self, around: Surrounding) -> None:
        left = await self.cancelled(around.t, around.state)
        if left is not None:
            await around.chat.show(left)

    async def _back(self, progress: Progress[Any], around: Surrounding) -> None:
        if progress.single or not progress.asked:
            if progress.reviewed:
                await self._review(progress, around)
            elif progress.single and progress.form.back is not None:
                await close(around.state)
                await progress.form.back(progress.filled, around)
            else:
                await self._cancel(around)
            return
        *before, last = progress.asked
        progress.asked = tuple(before)
        progress.at = last
        await self._ask(progress, around)
