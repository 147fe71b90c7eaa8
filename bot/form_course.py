"""How somebody moves on in a form: to the next open question, to the look at the whole, and to what follows it."""

from collections.abc import Sequence
from typing import Any

from aiogram.fsm.context import FSMContext
from markupsafe import Markup

from bot.contents import shortened
from bot.form import Choice, Form, LookFirst, Progress, Question, Surrounding, WhichOne
from bot.form_answers import checked, read_words
from bot.form_asides import fitting, fitting_screen, with_rows
from bot.form_keeping import Filling, close, keep, read
from bot.form_screens import changed_screen, doubt_screen, question_screen, review_rows
from bot.screen import Row, Screen
from bot.speech import lines
from domain.refusal import Refusal


class FormCourse:
    """Shows where somebody is in a form, keeps it, and goes on."""

    def __init__(self) -> None:
        self._forms: dict[str, Form[Any]] = {}

    async def _take_typed(
        self, progress: Progress[Any], question: Question[Any], text: str, around: Surrounding
    ) -> None:
        """What was typed elsewhere answers this question."""
        try:
            draft = read_words(question, progress.draft, text, around)
            progress.draft = await checked(question, draft, progress, around)
            progress.last = text
        except WhichOne as several:
            notice = several.question or around.t("Which one do you mean?")
            await self._ask(progress, around, notice=notice, offer=several.choices)
        except Refusal as refusal:
            await self._ask(progress, around, notice=around.t.refusal(refusal))
        else:
            await self._next(progress, around)

    async def _next(self, progress: Progress[Any], around: Surrounding, notice: Markup | None = None) -> None:
        unsure = progress.context.get("unsure")
        if unsure:
            progress.settle(progress.at)
        if progress.follow(progress.at):
            progress.context = {**progress.context, "followed": True}
        if not progress.single and progress.advance():
            await self._ask(progress, around, notice=notice)
        elif progress.form.review is not None and progress.context.get("followed"):
            # more has changed than was answered: nothing is saved unseen
            progress.forget("followed")
            await self._review(progress, around, notice)
        elif progress.form.review is None or progress.course == "saving" or (progress.single and not progress.reviewed):
            if notice is not None:
                await around.chat.send(Screen(notice, []))
            await self._finish(progress, around)
        else:
            await self._review(progress, around, notice)

    async def _again(
        self, progress: Progress[Any], around: Surrounding, notice: Markup | None = None, rows: Sequence[Row] = ()
    ) -> None:
        if progress.is_review:
            await self._review(progress, around, notice, rows)
        else:
            await self._ask(progress, around, notice=notice, rows=rows)

    async def _review(
        self,
        progress: Progress[Any],
        around: Surrounding,
        notice: Markup | None = None,
        rows: Sequence[Row] = (),
        *,
        new: bool = False,
    ) -> None:
        review = progress.form.review
        if review is None:
            raise LookupError(f"the form {progress.form.name} has no review")
        progress.at, progress.asked, progress.single = "", (), False
        progress.course, progress.reviewed = "short", True
        await keep(progress, around.state)
        text = review.show(progress.filled, around)
        if notice is not None:
            text = lines(text, "", notice)
        ways = [*rows, *review.ways(progress.filled, around)]
        await around.chat.show(Screen(text, with_rows(review_rows(progress, review, around.t), ways)), new=new)

    async def _typed_on_review(self, progress: Progress[Any], words: str, around: Surrounding) -> None:
        """Words are offered to the questions that would take them."""
        t = around.t
        fit = fitting(progress.form, words, progress.draft, around)
        if fit:
            progress.context = {**progress.context, "typed": words}
            await keep(progress, around.state)
            await around.chat.show(fitting_screen(t, progress, words, fit))
        else:
            said = t("I did not use “{words}”: to change something, tap “Correct”.", words=shortened(words))
            await self._review(progress, around, said)

    async def _finish(self, progress: Progress[Any], around: Surrounding) -> None:
        await close(around.state)
        try:
            await progress.form.done(progress.filled, around)
        except LookFirst as doubt:
            progress.at, progress.asked, progress.single = "", (), False
            progress.context = {**progress.context, "again": True}
            await keep(progress, around.state)
            await around.chat.show(doubt_screen(progress, doubt, around.t))
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
        rows: Sequence[Row] = (),
        new: bool = False,
        page: int = 0,
    ) -> None:
        question = progress.form.question(progress.at)
        if question is None:
            await self._lost(around)
            return
        choices = list(offer if offer is not None else question.choices(around.t, progress.draft, around.me))
        progress.offered = {**progress.offered, question.key: [one.value for one in choices]}
        progress.labels = [Markup.escape(one.label).unescape() for one in choices]
        await keep(progress, around.state)
        screen = question_screen(progress, question, choices, around.t, notice, page)
        await around.chat.show(Screen(screen.text, with_rows(screen.rows, rows)), new=new)

    async def _progress(self, state: FSMContext) -> Progress[Any] | None:
        if await state.get_state() != Filling.answer.state:
            return None
        return read(self._forms, (await state.get_data()).get("filling"))

    async def _lost(self, around: Surrounding) -> None:
        # the form has been renamed or changed in a new release: nobody is left in a state that nothing answers
        await close(around.state)
        await around.chat.show(changed_screen(around.t))
