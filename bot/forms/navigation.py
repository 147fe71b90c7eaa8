"""How somebody moves on in a form: to the next open question, to the look at the whole, and to what follows it."""

from collections.abc import Sequence
from typing import Any

from aiogram.fsm.context import FSMContext
from markupsafe import Markup

from bot.forms.answers import checked, read_words
from bot.forms.interruptions import fitting, fitting_screen, with_rows
from bot.forms.model import AmbiguousAnswer, Choice, Context, Form, FormProgress, NeedsAttention, Question
from bot.forms.screens import changed_screen, doubt_screen, question_screen, review_rows
from bot.forms.state import Filling, close, keep, read
from bot.localization import lines
from bot.screen import Row, Screen
from bot.telegram.message_content import shortened
from domain.refusal import Refusal


class FormNavigation:
    """Shows where somebody is in a form, keeps it, and goes on."""

    def __init__(self) -> None:
        self._forms: dict[str, Form[Any]] = {}

    async def _take_typed(self, progress: FormProgress[Any], question: Question[Any], text: str, ctx: Context) -> None:
        """What was typed elsewhere answers this question."""
        try:
            draft = read_words(question, progress.draft, text, ctx)
            progress.take(await checked(question, draft, progress, ctx))
            progress.last = text
        except AmbiguousAnswer as several:
            notice = several.question or ctx.t("Which one do you mean?")
            await self._ask(progress, ctx, notice=notice, offer=several.choices)
        except Refusal as refusal:
            await self._ask(progress, ctx, notice=ctx.t.refusal(refusal))
        else:
            await self._next(progress, ctx)

    async def _next(self, progress: FormProgress[Any], ctx: Context, notice: Markup | None = None) -> None:
        unsure = progress.context.get("unsure")
        if unsure:
            progress.settle(progress.at)
        if progress.follow(progress.at):
            progress.context = {**progress.context, "followed": True}
        if not progress.single and progress.advance():
            await self._ask(progress, ctx, notice=notice)
        elif progress.form.review is not None and progress.context.get("followed"):
            # more has changed than was answered: nothing is saved unseen
            progress.forget("followed")
            await self._review(progress, ctx, notice)
        elif _is_saved_unseen(progress):
            if notice is not None:
                await ctx.chat.send(Screen(notice, []))
            await self._finish(progress, ctx)
        else:
            await self._review(progress, ctx, notice)

    async def _again(
        self, progress: FormProgress[Any], ctx: Context, notice: Markup | None = None, rows: Sequence[Row] = ()
    ) -> None:
        if progress.is_review:
            await self._review(progress, ctx, notice, rows)
        else:
            await self._ask(progress, ctx, notice=notice, rows=rows)

    async def _review(
        self,
        progress: FormProgress[Any],
        ctx: Context,
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
        await keep(progress, ctx.state)
        text = review.show(progress.filled, ctx)
        if notice is not None:
            text = lines(text, "", notice)
        ways = [*rows, *review.ways(progress.filled, ctx)]
        await ctx.chat.show(Screen(text, with_rows(review_rows(progress, review, ctx.t), ways)), new=new)

    async def _typed_on_review(self, progress: FormProgress[Any], words: str, ctx: Context) -> None:
        """Words are offered to the questions that would take them."""
        t = ctx.t
        fit = fitting(progress.form, words, progress.draft, ctx)
        if fit:
            progress.context = {**progress.context, "typed": words}
            await keep(progress, ctx.state)
            await ctx.chat.show(fitting_screen(t, progress, words, fit))
        else:
            said = t("I did not use “{words}”: to change something, tap “Correct”.", words=shortened(words))
            await self._review(progress, ctx, said)

    async def _finish(self, progress: FormProgress[Any], ctx: Context) -> None:
        await close(ctx.state)
        try:
            await progress.form.done(progress.filled, ctx)
        except NeedsAttention as doubt:
            progress.at, progress.asked, progress.single = "", (), False
            progress.context = {**progress.context, "again": True}
            await keep(progress, ctx.state)
            await ctx.chat.show(doubt_screen(progress, doubt, ctx.t))
        except Refusal as refusal:
            if progress.reviewed:
                await self._review(progress, ctx, ctx.t.refusal(refusal))
                return
            if not progress.at:
                raise
            progress.take_back()
            await self._ask(progress, ctx, notice=ctx.t.refusal(refusal))

    async def _ask(
        self,
        progress: FormProgress[Any],
        ctx: Context,
        *,
        notice: Markup | None = None,
        offer: Sequence[Choice] | None = None,
        rows: Sequence[Row] = (),
        new: bool = False,
        page: int = 0,
    ) -> None:
        question = progress.form.question(progress.at)
        if question is None:
            await self._lost(ctx)
            return
        choices = list(offer if offer is not None else question.choices(ctx.t, progress.draft, ctx.me))
        progress.offered = {**progress.offered, question.key: [one.value for one in choices]}
        progress.labels = [Markup.escape(one.label).unescape() for one in choices]
        await keep(progress, ctx.state)
        screen = question_screen(progress, question, choices, ctx.t, notice, page)
        await ctx.chat.show(Screen(screen.text, with_rows(screen.rows, rows)), new=new)

    async def _progress(self, state: FSMContext) -> FormProgress[Any] | None:
        if await state.get_state() != Filling.answer.state:
            return None
        return read(self._forms, (await state.get_data()).get("filling"))

    async def _lost(self, ctx: Context) -> None:
        # the form has been renamed or changed in a new release: nobody is left in a state that nothing answers
        await close(ctx.state)
        await ctx.chat.show(changed_screen(ctx.t))


def _is_saved_unseen(progress: FormProgress[Any]) -> bool:
    """Whether the answer ends the form: it has no summary, is saved already, or is of one field alone."""
    is_alone = progress.single and not progress.reviewed
    return progress.form.review is None or progress.course == "saving" or is_alone
